"""What a finding tells of: the addresses of one host that fail alike."""

import pytest

from mxgui.model.smtp import Outcome, Reply
from mxgui.model.text import text
from mxgui.routing.route import route_of
from mxgui.routing.standing import Standing
from mxgui.rules.case import Case
from mxgui.rules.failure import Failure
from mxgui.rules.finding import Severity
from mxgui.rules.trouble import cut, first_words, places_of, replies_of, troubles_with, weight_of
from tests.builders import a_probe, an_answer, an_inspection
from tests.rules.faults import AIMED, refusing_starttls, rejecting
from tests.rules.judging import HOSTS, TIERS, so_far

A, B4, B6, C = "20.0.0.1", "20.0.1.1", "2a00::1", "20.0.2.1"


def case_of(mx=TIERS, hosts=HOSTS, **facts) -> Case:
    inspection = an_inspection(mx=mx, hosts=hosts, **facts)
    return Case(inspection, route_of(inspection))


def test_the_addresses_of_a_host_that_fail_alike_are_one_trouble():
    case = case_of(probes=dict.fromkeys((A, B4, B6), Outcome.REFUSED))
    found = [(each.host.name, each.places) for each in troubles_with(case, Failure.REFUSED)]
    assert found == [("a.example.org", (A,)), ("b.example.org", (B6, B4))]
    assert not list(troubles_with(case, Failure.TIMED_OUT))


def test_of_a_host_behind_one_that_is_looked_up_nothing_is_told_yet():
    mx = an_answer("example.org", "MX", "10 a.example.org, 20 b.example.org")
    behind = (
        an_answer("b.example.org", "AAAA", ""),
        an_answer("b.example.org", "A", A),
        a_probe("b.example.org", A, Outcome.REFUSED),
    )
    known = so_far(mx, *behind)
    assert not list(troubles_with(Case(known, route_of(known)), Failure.REFUSED))
    better = (an_answer("a.example.org", "A", A), an_answer("a.example.org", "AAAA", ""))
    known = so_far(mx, *behind, *better)
    found = troubles_with(Case(known, route_of(known)), Failure.REFUSED)
    assert [each.host.name for each in found] == ["a.example.org"]


def test_certain_and_doubtful_addresses_of_a_host_are_two():
    case = case_of(
        probes={
            B4: rejecting("b.example.org", B4),
            B6: rejecting("b.example.org", B6, AIMED),
        }
    )
    found = {each.places: each.standing for each in troubles_with(case, Failure.REJECTED)}
    assert found == {(B6,): Standing.MAYBE, (B4,): Standing.DEAD}


def test_a_shared_address_counts_for_the_host_that_is_tried_first():
    hosts = {"a.example.org": A, "b.example.org": A, "c.example.org": C}
    case = case_of(
        "20 b.example.org, 10 a.example.org, 30 c.example.org", hosts, probes={A: Outcome.CLOSED}
    )
    [trouble] = troubles_with(case, Failure.CLOSED)
    assert trouble.host.name == "a.example.org"


def test_an_address_out_of_reach_is_no_trouble_of_its_own():
    hosts = {"a.example.org": "10.0.0.1"}
    case = case_of("10 a.example.org", hosts, probes={"10.0.0.1": Outcome.REFUSED})
    assert not list(troubles_with(case, Failure.REFUSED))


@pytest.mark.parametrize(
    ("probes", "worst", "expected"),
    [
        ({A: Outcome.REFUSED}, Severity.ERROR, Severity.WARNING),
        (dict.fromkeys((A, B4, B6), Outcome.REFUSED), Severity.ERROR, Severity.ERROR),
        (dict.fromkeys((A, B4, B6, C), Outcome.REFUSED), Severity.ERROR, Severity.ERROR),
        (dict.fromkeys((A, B4, B6, C), Outcome.REFUSED), Severity.CRITICAL, Severity.CRITICAL),
    ],
)
def test_a_certain_trouble_weighs_as_its_loss_up_to_a_limit(probes, worst, expected):
    case = case_of(probes=probes)
    trouble = next(troubles_with(case, Failure.REFUSED))
    assert weight_of(case, trouble, worst).severity is expected


def test_a_doubtful_one_is_inconclusive_and_one_that_takes_mail_a_warning():
    doubtful = case_of(probes={A: Outcome.DEFERRED})
    [trouble] = troubles_with(doubtful, Failure.DEFERRED)
    assert weight_of(doubtful, trouble).severity is Severity.INCONCLUSIVE
    alive = case_of(probes={A: refusing_starttls("a.example.org", A)})
    [trouble] = troubles_with(alive, Failure.STARTTLS)
    assert trouble.standing is Standing.LIVE
    assert weight_of(alive, trouble).severity is Severity.WARNING


def test_different_replies_are_told_once_each_and_no_more_than_two():
    replies = [Reply(421, ("a", "second line")), None, Reply(421, ("a",)), Reply(421, ("b",))]
    assert [str(told) for told in replies_of(replies)] == ["421 a", "421 b"]
    assert len(replies_of(Reply(421, (word,)) for word in "abc")) == 2
    assert [str(told) for told in replies_of([Reply(554, ("",)), Reply(521, ())])] == ["554", "521"]


def test_many_addresses_are_told_by_the_first_and_their_number():
    probes = [a_probe(address=f"20.0.0.{n}") for n in range(1, 16)]
    assert str(text("{x}", x=places_of(probes))) == "20.0.0.1, 20.0.0.2, 20.0.0.3 and 12 more"
    assert len(places_of(probes[:4])) == 4
    assert places_of(probes[:1]) == ("20.0.0.1",)


def test_what_a_host_said_is_cut_where_it_is_long():
    assert cut("short") == "short"
    assert cut("x" * 500) == "x" * 119 + "…"


def test_the_first_words_are_those_of_the_other_side():
    assert first_words(a_probe()) == "220 mx1.example.org ESMTP"
    assert first_words(a_probe(outcome=Outcome.REFUSED)) == ""
