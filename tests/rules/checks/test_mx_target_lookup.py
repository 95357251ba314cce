"""Address lookups of exchanges that fail, each in its own way."""

import pytest

from mxgui.model.records import Alias, Status
from mxgui.model.security import Security
from mxgui.model.smtp import Outcome
from mxgui.rules.finding import Severity
from tests.builders import a_failed_answer, a_question, an_answer, an_inspection
from tests.rules.judging import findings, ids, severities, so_far, the

BAD, GOOD, THIRD = "bad.example.org", "good.example.org", "third.example.org"
IDS = {"MX-TARGET-SERVFAIL", "MX-TARGET-TIMEOUT", "MX-TARGET-LOOP"}
RETRIED = [Security(a_question(BAD, kind), unchecked=Status.SERVFAIL) for kind in ("A", "AAAA")]
WEIGHTS = [
    (f"10 {BAD}, 20 {GOOD}", Severity.ERROR),
    (f"10 {BAD}, 10 {GOOD}", Severity.WARNING),
    (f"10 {GOOD}, 20 {BAD}", Severity.WARNING),
]


def failing(status: Status, mx: str = f"10 {BAD}, 20 {GOOD}", **facts):
    """A route in which one exchange has an address and the lookups of the other fail."""
    return an_inspection(mx=mx, hosts={GOOD: "20.0.0.1", BAD: status}, **facts)


def in_a_circle(mx: str):
    """The same, with aliases that lead back to themselves."""
    back = (Alias(BAD, "other.example", 60), Alias("other.example", BAD, 60))
    loops = tuple(a_failed_answer(BAD, kind, Status.LOOP, aliases=back) for kind in ("A", "AAAA"))
    return failing(Status.LOOP, mx, answers=loops)


@pytest.mark.parametrize(("mx", "severity"), WEIGHTS)
def test_a_servfail_weighs_what_is_left(mx, severity):
    assert severities(failing(Status.SERVFAIL, mx), "MX-TARGET-SERVFAIL") == {BAD: severity}


def test_one_resolver_never_condemns_the_whole_route():
    assert severities(failing(Status.SERVFAIL, f"10 {BAD}"), "MX-TARGET-SERVFAIL") == {
        BAD: Severity.INCONCLUSIVE
    }
    down = failing(Status.SERVFAIL, probes={"20.0.0.1": Outcome.REFUSED})
    assert the(down, "MX-TARGET-SERVFAIL").severity is Severity.ERROR


def test_a_lookup_that_fails_for_one_family_costs_redundancy():
    answers = (an_answer(BAD, "AAAA", "2a00::1"), a_failed_answer(BAD, "A"))
    finding = the(an_inspection(mx=f"10 {BAD}", answers=answers), "MX-TARGET-SERVFAIL")
    assert finding.severity is Severity.WARNING
    assert str(finding.text).endswith("SERVFAIL (A)")


@pytest.mark.parametrize(
    ("status", "words"),
    [(Status.REFUSED, "The resolver refuses"), (Status.BAD_ANSWER, "cannot be used (A and AAAA)")],
)
def test_what_may_be_the_resolver_alone_is_inconclusive(status, words):
    finding = the(failing(status), "MX-TARGET-SERVFAIL")
    assert finding.severity is Severity.INCONCLUSIVE
    assert words in str(finding.text)


def test_a_timeout_is_inconclusive_and_tells_how_long_was_waited():
    answers = tuple(a_failed_answer(BAD, kind, Status.TIMEOUT) for kind in ("A", "AAAA"))
    finding = the(failing(Status.TIMEOUT, answers=answers), "MX-TARGET-TIMEOUT")
    assert (finding.severity, finding.subject) == (Severity.INCONCLUSIVE, BAD)
    assert str(finding.text).endswith("(A and AAAA) in 10 ms")


@pytest.mark.parametrize(("mx", "severity"), [*WEIGHTS, (f"10 {BAD}", Severity.CRITICAL)])
def test_a_circle_is_certain_and_weighs_what_is_left(mx, severity):
    inspection = in_a_circle(mx)
    assert severities(inspection, "MX-TARGET-LOOP") == {BAD: severity}
    assert "lead in a circle: other.example and bad" in str(the(inspection, "MX-TARGET-LOOP").text)
    assert not IDS - {"MX-TARGET-LOOP"} & set(ids(inspection))


def test_a_chain_that_is_only_long_is_inconclusive():
    assert severities(failing(Status.LOOP), "MX-TARGET-LOOP") == {BAD: Severity.INCONCLUSIVE}


@pytest.mark.parametrize("status", [Status.NXDOMAIN, Status.NODATA, Status.NOERROR])
def test_lookups_that_told_what_there_is_did_not_fail(status):
    told: str | Status = "20.0.1.1" if status is Status.NOERROR else status
    inspection = an_inspection(mx=f"10 {BAD}, 20 {GOOD}", hosts={BAD: told, GOOD: "20.0.0.1"})
    assert not IDS & set(ids(inspection))


@pytest.mark.parametrize("mx", ["10 localhost", "10 192.0.2.7", "0 .", "", Status.SERVFAIL])
def test_names_that_are_not_looked_up_as_exchanges_do_not_fail_as_such(mx):
    inspection = an_inspection(mx=mx, hosts={"example.org": Status.SERVFAIL})
    assert not IDS & set(ids(inspection))


@pytest.mark.parametrize(
    ("a", "aaaa", "expected"),
    [
        (Status.SERVFAIL, Status.TIMEOUT, "MX-TARGET-SERVFAIL"),
        (Status.TIMEOUT, Status.REFUSED, "MX-TARGET-SERVFAIL"),
        (Status.LOOP, Status.SERVFAIL, "MX-TARGET-LOOP"),
        (Status.TIMEOUT, Status.NODATA, "MX-TARGET-TIMEOUT"),
    ],
)
def test_an_exchange_has_one_finding_however_its_lookups_fail(a, aaaa, expected):
    answers = (a_failed_answer(BAD, "A", a), a_failed_answer(BAD, "AAAA", aaaa))
    assert IDS & set(ids(failing(Status.SERVFAIL, answers=answers))) == {expected}


def test_both_lookups_have_to_have_ended():
    mx, failed = an_answer(records=f"10 {BAD}, 20 {GOOD}"), a_failed_answer(BAD, "A")
    assert not findings(so_far(mx, failed), "MX-TARGET-SERVFAIL")
    failed_too = a_failed_answer(BAD, "AAAA")
    early = the(so_far(mx, failed, failed_too), "MX-TARGET-SERVFAIL")
    assert (early.severity, early.provisional) == (Severity.INCONCLUSIVE, True)
    found = an_answer(GOOD, "A", "20.0.0.1"), an_answer(GOOD, "AAAA")
    late = the(so_far(mx, failed, failed_too, *found, *RETRIED), "MX-TARGET-SERVFAIL")
    assert (late.severity, late.provisional) == (Severity.ERROR, False)


def test_until_it_is_known_whether_dnssec_is_at_fault_nothing_is_held_against_the_exchange():
    mx = an_answer(records=f"10 {BAD}, 20 {GOOD}")
    facts = a_failed_answer(BAD, "A"), a_failed_answer(BAD, "AAAA"), an_answer(GOOD, "A", "2.0.0.1")
    finding = the(so_far(mx, *facts), "MX-TARGET-SERVFAIL")
    assert (finding.severity, finding.provisional) == (Severity.INCONCLUSIVE, True)


def test_while_equals_are_under_way_it_is_a_warning_that_may_get_worse():
    mx = an_answer(records=f"10 {BAD}, 10 {GOOD}, 20 {THIRD}")
    facts = a_failed_answer(BAD, "A"), a_failed_answer(BAD, "AAAA"), an_answer(GOOD, "A", "2.0.0.1")
    finding = the(so_far(mx, *facts, *RETRIED), "MX-TARGET-SERVFAIL")
    assert (finding.severity, finding.provisional) == (Severity.WARNING, True)
