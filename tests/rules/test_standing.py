"""Other hosts of the route remove some doubts, and others stay."""

import pytest

from mxgui.model.plan import PATIENT, Plan
from mxgui.model.records import Alias, Status
from mxgui.model.smtp import Outcome, StoppedBy
from mxgui.routing.route import route_of
from mxgui.routing.standing import Standing, is_circle
from mxgui.rules.case import Case
from tests.builders import a_failed_answer, an_inspection
from tests.rules.faults import AIMED, failing_at_ehlo, refusing_ehlo, rejecting

BAD, GOOD = "bad.example.org", "good.example.org"
ONE, OTHER = "20.0.0.1", "20.0.1.1"
HOSTS = {BAD: ONE, GOOD: OTHER}


def case_of(probe, other=Outcome.GREETED, **facts) -> Case:
    probes = {ONE: probe, OTHER: other}
    inspection = an_inspection(mx=f"10 {BAD}, 20 {GOOD}", hosts=HOSTS, probes=probes, **facts)
    return Case(inspection, route_of(inspection))


def looked_up(hosts) -> Case:
    inspection = an_inspection(mx=f"10 {BAD}, 20 {GOOD}", hosts=hosts)
    return Case(inspection, route_of(inspection))


@pytest.mark.parametrize("refusing", [rejecting, refusing_ehlo])
def test_a_refusal_is_taken_at_its_word_beside_a_host_that_takes_our_mail(refusing):
    case = case_of(refusing(BAD, ONE))
    assert case.standings[BAD] is Standing.MAYBE
    assert case.weighed == {BAD: Standing.DEAD, GOOD: Standing.LIVE}


@pytest.mark.parametrize("refusing", [rejecting, refusing_ehlo])
def test_a_refusal_that_speaks_of_us_stays_doubtful(refusing):
    assert case_of(refusing(BAD, ONE, AIMED)).weighed[BAD] is Standing.MAYBE


@pytest.mark.parametrize("other", [Outcome.REFUSED, Outcome.REJECTED, Outcome.DEFERRED])
def test_so_does_one_beside_hosts_that_take_nothing_from_us(other):
    assert case_of(rejecting(BAD, ONE), other).weighed[BAD] is Standing.MAYBE


@pytest.mark.parametrize("outcome", [Outcome.DEFERRED, Outcome.SILENT])
def test_what_passes_by_itself_stays_doubtful(outcome):
    assert case_of(outcome).weighed[BAD] is Standing.MAYBE


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.CLOSED, Outcome.NOT_SMTP])
def test_what_is_certain_stays_certain(outcome):
    assert case_of(outcome).weighed[BAD] is Standing.DEAD


def test_silence_at_ehlo_is_doubtful_unless_a_sender_would_have_given_up_too():
    silent = failing_at_ehlo(BAD, ONE, StoppedBy.TIMEOUT)
    assert case_of(silent).weighed[BAD] is Standing.MAYBE
    assert case_of(silent, plan=Plan(patience=PATIENT)).weighed[BAD] is Standing.DEAD
    assert case_of(failing_at_ehlo(BAD, ONE)).weighed[BAD] is Standing.DEAD


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.SERVFAIL, Standing.DEAD),
        (Status.NXDOMAIN, Standing.DEAD),
        (Status.TIMEOUT, Standing.MAYBE),
        (Status.REFUSED, Standing.MAYBE),
        (Status.BAD_ANSWER, Standing.MAYBE),
        (Status.LOOP, Standing.MAYBE),
    ],
)
def test_a_servfail_counts_where_the_resolver_has_found_another_host(status, expected):
    assert looked_up({BAD: status, GOOD: OTHER}).weighed[BAD] is expected


def test_a_servfail_counts_for_nothing_where_no_host_was_found():
    case = looked_up({BAD: Status.SERVFAIL, GOOD: Status.SERVFAIL})
    assert set(case.weighed.values()) == {Standing.MAYBE}


def test_a_host_that_is_still_looked_up_is_not_weighed():
    inspection = an_inspection(
        mx=f"10 {BAD}, 20 {GOOD}",
        hosts={BAD: Status.SERVFAIL, GOOD: OTHER},
        answers=(a_failed_answer(BAD, "A", Status.NOT_ASKED),),
        ended=None,
    )
    assert Case(inspection, route_of(inspection)).weighed[BAD] is Standing.MAYBE


def test_what_is_no_host_name_is_dead_either_way():
    inspection = an_inspection(mx=f"10 localhost, 20 {GOOD}", hosts=HOSTS)
    assert Case(inspection, route_of(inspection)).weighed["localhost"] is Standing.DEAD


def test_a_circle_of_aliases_is_seen_and_a_long_chain_is_none():
    there, back = Alias(BAD, "other.example", 60), Alias("other.example", BAD, 60)
    long = tuple(Alias(f"a{n}.example", f"a{n + 1}.example", 60) for n in range(10))
    assert is_circle(a_failed_answer(BAD, "A", Status.LOOP, aliases=(there, back)))
    assert not is_circle(a_failed_answer("a0.example", "A", Status.LOOP, aliases=long))
    assert not is_circle(a_failed_answer(BAD, "A", Status.SERVFAIL, aliases=(there, back)))
