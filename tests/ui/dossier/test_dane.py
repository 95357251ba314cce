"""DANE in the panel of details."""

from datetime import timedelta

import pytest

from mxgui.model.records import Status, Tlsa
from mxgui.report.marks import Shape
from mxgui.routing.route import route_of
from mxgui.ui.dossier.dane import address_dane_sections, host_dane_sections, tlsa_answers
from tests.builders import an_inspection
from tests.dane_cases import Published, tlsa_of
from tests.dane_facts import MX1, a_dane_inspection
from tests.dane_shelf import FRESH, NOW, shelf

GOOD, STALE = tlsa_of(Published(3, 1, 1, "leaf")), tlsa_of(Published(3, 1, 1, "next"))
LEAF = (shelf()["leaf"], shelf()["inner"])


def sections(inspection):
    [host] = route_of(inspection).hosts
    found = address_dane_sections(inspection, host, "192.0.2.1")
    return {str(section.title): section.lines for section in found}


def test_the_decision_is_told_in_numbered_steps_below_its_verdict():
    verdict, *steps = sections(a_dane_inspection((GOOD,), LEAF, at=NOW))["DANE"]
    assert verdict.strong
    assert str(verdict.value).startswith("a record matches")
    assert [str(step.label) for step in steps] == ["1", "2", "3", "4", "5"]
    assert str(steps[0].value) == "The MX records of example.org are secure."


def test_each_record_has_its_result_and_the_one_that_decides_stands_out():
    first, second, _ = sections(a_dane_inspection((STALE, GOOD), LEAF, at=NOW))["TLSA records"]
    assert (first.look.shape, first.strong) == (Shape.RING, False)
    assert "such as the next one" in str(first.about)
    assert (second.look.shape, second.strong) == (Shape.CHECK, True)
    assert "decides" in str(second.about)


def test_a_record_that_fails_the_host_is_marked_as_failing():
    [only] = sections(a_dane_inspection((STALE,), LEAF, at=NOW))["TLSA records"]
    assert only.look.shape is Shape.CROSS
    assert str(only.about) == "no match: the server shows another certificate or key"


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ((), "has no TLSA records"),
        (Status.SERVFAIL, "fails (SERVFAIL)"),
        ((Tlsa(1, 1, 1, b"x" * 32),), "0 of 1 record can be used"),
    ],
)
def test_the_step_that_decides_stands_out_where_no_record_does(published, words):
    _, *steps = sections(a_dane_inspection(published, LEAF, at=NOW))["DANE"]
    [deciding] = [str(step.value) for step in steps if step.strong]
    assert words in deciding


def test_no_step_stands_out_where_a_record_decides():
    _, *steps = sections(a_dane_inspection((GOOD,), LEAF, at=NOW))["DANE"]
    assert not any(step.strong for step in steps)


@pytest.mark.parametrize(
    ("published", "shown", "days", "words"),
    [
        ((3, 1, 1, "leaf"), ("leaf", "inner"), 10, "do not count: 80 days left"),
        ((3, 1, 1, "leaf"), ("leaf", "inner"), 92, "do not count: it ended 2 days before"),
        ((3, 0, 1, "leaf"), ("leaf", "inner"), 89, "change with the certificate: 1 day left"),
        ((2, 0, 1, "inner"), ("leaf", "inner"), 10, "has to be in date: 80 days left"),
    ],
)
def test_it_is_told_what_the_end_of_the_certificate_means(published, shown, days, words):
    chain = tuple(shelf()[name] for name in shown)
    at = FRESH + timedelta(days=days)
    inspection = a_dane_inspection((tlsa_of(Published(*published)),), chain, at=at)
    assert words in str(sections(inspection)["TLSA records"][-1].value)


def test_without_records_there_is_the_decision_alone():
    assert list(sections(a_dane_inspection((), LEAF, at=NOW))) == ["DANE"]


def test_nothing_is_told_before_it_is_known():
    assert sections(an_inspection()) == {}


def test_of_many_records_the_first_are_listed():
    many = [Tlsa(3, 1, 1, bytes([number]) * 32) for number in range(25)]
    lines = sections(a_dane_inspection(many, LEAF, at=NOW))["TLSA records"]
    assert str(lines[-1].value) == "and 5 more"


def test_a_host_has_a_line_for_each_address():
    inspection = a_dane_inspection((STALE,), LEAF, at=NOW)
    [host] = route_of(inspection).hosts
    [section] = host_dane_sections(inspection, host)
    assert [str(line.label) for line in section.lines] == ["192.0.2.1"]
    look = section.lines[0].look
    assert look is not None
    assert look.shape is Shape.CROSS


def test_a_host_without_records_has_none():
    for inspection in (a_dane_inspection((), LEAF), an_inspection()):
        [host] = route_of(inspection).hosts
        assert list(host_dane_sections(inspection, host)) == []


def test_what_dns_said_of_the_records_is_at_hand():
    inspection = a_dane_inspection(Status.SERVFAIL)
    [host] = route_of(inspection).hosts
    [answer] = tlsa_answers(inspection, host)
    assert (answer.question.name, answer.status) == (f"_25._tcp.{MX1}", Status.SERVFAIL)
