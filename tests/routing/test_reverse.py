"""The names of addresses, and whether they lead back."""

import pytest

from mxgui.model.event import Asked, AskStep
from mxgui.model.inspection import learn
from mxgui.model.records import Status
from mxgui.routing.reverse import (
    questions_of_names,
    reverse_name,
    reverse_of,
    reverse_question,
    reverse_words,
)
from tests.builders import a_failed_answer, a_question, an_answer, an_inspection

ADDRESS = "192.0.2.1"
PTR = reverse_name(ADDRESS)


def named(*answers):
    return reverse_of(an_inspection(answers=answers), ADDRESS)


def test_the_name_to_ask_for_is_the_address_backwards():
    assert reverse_name("192.0.2.1") == "1.2.0.192.in-addr.arpa"
    assert reverse_name("2001:db8::1").startswith("1.0.0.0.")
    assert reverse_name("2001:db8::1").endswith("8.b.d.0.1.0.0.2.ip6.arpa")


def test_a_name_that_has_the_address_leads_back():
    reverse = named(an_answer(PTR, "PTR", "mx1.example.org"))
    assert reverse.names == ("mx1.example.org",)
    assert reverse.confirmed is True
    assert reverse.leading_back == "mx1.example.org"


def test_one_name_of_several_that_leads_back_is_enough():
    other = an_answer("other.example.net", "A", "192.0.2.99")
    reverse = named(an_answer(PTR, "PTR", "other.example.net, mx1.example.org"), other)
    assert (reverse.confirmed, reverse.leading_back) == (True, "mx1.example.org")


@pytest.mark.parametrize("records", ["", "192.0.2.99"])
def test_a_name_without_the_address_does_not_lead_back(records):
    forward = an_answer("other.example.net", "A", records)
    assert named(an_answer(PTR, "PTR", "other.example.net"), forward).confirmed is False


def test_what_failed_or_was_never_asked_is_not_known():
    pointer = an_answer(PTR, "PTR", "other.example.net")
    assert named(pointer).confirmed is None
    assert named(pointer, a_failed_answer("other.example.net", "A")).confirmed is None
    cut = an_answer("other.example.net", "A", "192.0.2.99", left_out=3)
    assert named(pointer, cut).confirmed is None


def test_names_beyond_those_looked_up_leave_a_doubt():
    pointer = an_answer(PTR, "PTR", "a.example, b.example, c.example, d.example")
    gone = [a_failed_answer(f"{name}.example", "A", Status.NXDOMAIN) for name in "abc"]
    assert named(pointer, *gone).confirmed is None


@pytest.mark.parametrize("status", [Status.NXDOMAIN, Status.NODATA])
def test_no_name_is_an_empty_list_and_nothing_to_confirm(status):
    reverse = named(a_failed_answer(PTR, "PTR", status))
    assert (reverse.names, reverse.confirmed) == ((), None)


@pytest.mark.parametrize("status", [Status.SERVFAIL, Status.TIMEOUT, Status.REFUSED])
def test_a_failed_lookup_is_not_no_name(status):
    reverse = named(a_failed_answer(PTR, "PTR", status))
    assert (reverse.names, reverse.state) == (None, status)
    assert str(reverse_words(reverse)) == "not known: the lookup failed"


def test_an_ipv6_address_is_led_back_to_by_aaaa():
    six = reverse_name("2001:db8::1")
    answers = (an_answer(six, "PTR", "mx1.example.org"),)
    known = an_inspection(hosts={"mx1.example.org": "2001:db8::1 192.0.2.1"}, answers=answers)
    assert reverse_of(known, "2001:db8::1").confirmed is True


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ((), "not asked"),
        ((an_answer(PTR, "PTR"),), "no name"),
        ((an_answer(PTR, "PTR", "mx1.example.org"),), "leads back"),
        ((an_answer(PTR, "PTR", "x.example"), an_answer("x.example", "A")), "does not lead back"),
        ((an_answer(PTR, "PTR", "x.example"),), "not known if it leads back"),
    ],
)
def test_it_is_told_in_a_phrase(answers, words):
    assert str(reverse_words(named(*answers))) == words


def test_questions_for_names_alone_are_told_from_those_of_the_route():
    pointer = an_answer(PTR, "PTR", "other.example.net, mx1.example.org")
    forward = an_answer("other.example.net", "A", "192.0.2.1")
    known = an_inspection(answers=(pointer, forward), ended=None)
    asked = reverse_question("192.0.2.7")
    known = learn(known, Asked(AskStep(asked), 1.0))
    assert questions_of_names(known) == {
        pointer.question,
        a_question("other.example.net", "A"),
        asked,
    }
