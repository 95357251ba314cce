"""No host takes mail: certain, or only not seen from here."""

import pytest

from mxgui.model.plan import Origin, Plan, ProbeMode
from mxgui.model.records import Status
from mxgui.model.smtp import Outcome, Reason, StoppedBy
from mxgui.rules.finding import Severity
from tests.builders import a_probe, an_answer, an_inspection
from tests.rules.faults import failing_at_ehlo
from tests.rules.judging import HOSTS, TIERS, findings, ids, severities, so_far, the

DEMO = Origin("0.1.0", "127.0.0.1:53", demo=True)
ALL = ("20.0.0.1", "20.0.1.1", "2a00::1", "20.0.2.1")


def with_all(outcome, **others):
    return an_inspection(mx=TIERS, hosts=HOSTS, probes={**dict.fromkeys(ALL, outcome), **others})


def test_when_every_address_refuses_it_is_critical_and_stands_for_the_refusals():
    inspection = with_all(Outcome.REFUSED)
    finding = the(inspection, "SMTP-ALL-DOWN")
    assert (finding.severity, finding.subject) == (Severity.CRITICAL, "example.org")
    assert finding.includes == ("SMTP-REFUSED",)
    assert str(finding.text) == "No host takes mail: all 4 addresses fail (refused)"
    assert ids(inspection) == ["SMTP-ALL-DOWN"]


def test_when_nothing_at_all_is_heard_it_may_be_this_line():
    inspection = an_inspection(probes={"192.0.2.1": Outcome.TIMED_OUT}, origin=DEMO)
    finding = the(inspection, "SMTP-ALL-DOWN")
    assert finding.severity is Severity.INCONCLUSIVE
    assert "port 25" in str(finding.text)
    assert not findings(inspection, "SMTP-TIMEOUT")


@pytest.mark.parametrize(
    ("outcome", "own"),
    [
        (Outcome.REJECTED, "SMTP-5XX-GREETING"),
        (Outcome.DEFERRED, "SMTP-4XX-GREETING"),
        (Outcome.SILENT, "SMTP-NO-GREETING"),
    ],
)
def test_hosts_that_answered_and_leave_a_doubt_are_told_each_by_its_own_finding(outcome, own):
    inspection = with_all(outcome)
    assert set(ids(inspection)) == {own}
    assert set(severities(inspection, own).values()) == {Severity.INCONCLUSIVE}


@pytest.mark.parametrize(
    ("outcome", "way"),
    [
        (Outcome.CLOSED, "closed without a greeting"),
        (Outcome.NOT_SMTP, "not SMTP"),
        (Outcome.REFUSED, "refused"),
    ],
)
def test_what_all_hosts_do_to_everybody_is_named(outcome, way):
    inspection = an_inspection(probes={"192.0.2.1": outcome}, origin=DEMO)
    finding = the(inspection, "SMTP-ALL-DOWN")
    assert finding.severity is Severity.CRITICAL
    assert str(finding.text) == f"No host takes mail: its one address fails ({way})"
    assert [each for each in ids(inspection) if each.startswith("SMTP")] == ["SMTP-ALL-DOWN"]


def test_different_ways_to_fail_are_all_named_and_stood_for():
    inspection = an_inspection(
        mx="10 a.example.org, 20 c.example.org",
        hosts=HOSTS,
        probes={"20.0.0.1": Outcome.NOT_SMTP, "20.0.2.1": Outcome.TIMED_OUT},
    )
    finding = the(inspection, "SMTP-ALL-DOWN")
    assert str(finding.text) == "No host takes mail: both addresses fail (no answer and not SMTP)"
    assert finding.includes == ("SMTP-TIMEOUT", "SMTP-NOT-SMTP")
    assert ids(inspection) == ["SMTP-ALL-DOWN"]


def test_what_the_line_may_be_to_blame_for_is_one_finding():
    assert ids(with_all(Outcome.TIMED_OUT)) == ["SMTP-PORT-BLOCKED-HERE"]
    assert ids(with_all(Outcome.UNREACHABLE)) == ["SMTP-ALL-DOWN"]
    finding = the(with_all(Outcome.UNREACHABLE), "SMTP-ALL-DOWN")
    assert finding.severity is Severity.INCONCLUSIVE
    assert "it may be this line" in str(finding.text)


def test_a_refusal_beside_a_doubt_is_told_and_so_is_the_doubt():
    inspection = an_inspection(
        mx="10 a.example.org, 20 c.example.org",
        hosts=HOSTS,
        probes={"20.0.0.1": Outcome.REFUSED, "20.0.2.1": Outcome.REJECTED},
    )
    assert ids(inspection) == ["SMTP-TIER-DOWN", "SMTP-5XX-GREETING"]
    assert the(inspection, "SMTP-TIER-DOWN").severity is Severity.ERROR


def test_hosts_that_do_not_answer_ehlo_in_our_time_leave_a_doubt():
    silent = failing_at_ehlo("mx1.example.org", "192.0.2.1", StoppedBy.TIMEOUT)
    inspection = an_inspection(probes={"192.0.2.1": silent}, origin=DEMO)
    assert the(inspection, "SMTP-EHLO-FAILED").severity is Severity.INCONCLUSIVE
    assert not findings(inspection, "SMTP-ALL-DOWN")


def test_a_family_that_was_not_tried_leaves_a_doubt():
    inspection = an_inspection(
        mx="10 b.example.org",
        hosts=HOSTS,
        probes={"20.0.1.1": Outcome.REFUSED, "2a00::1": Reason.NO_IPV6_HERE},
    )
    assert the(inspection, "SMTP-ALL-DOWN").severity is Severity.INCONCLUSIVE


def test_a_host_whose_lookup_failed_leaves_a_doubt():
    inspection = an_inspection(
        mx="10 a.example.org, 20 c.example.org",
        hosts={"a.example.org": "20.0.0.1", "c.example.org": Status.SERVFAIL},
        probes={"20.0.0.1": Outcome.REFUSED},
    )
    assert the(inspection, "SMTP-ALL-DOWN").severity is Severity.INCONCLUSIVE


def test_one_host_that_takes_mail_is_enough():
    inspection = with_all(Outcome.REFUSED, **{"20.0.2.1": Outcome.GREETED})
    assert not findings(inspection, "SMTP-ALL-DOWN")


def test_where_nothing_was_tried_nothing_is_down():
    assert not findings(with_all(Reason.CANCELLED), "SMTP-ALL-DOWN")
    silent = an_inspection(mx=TIERS, hosts=HOSTS, plan=Plan(mode=ProbeMode.NONE))
    assert not findings(silent, "SMTP-ALL-DOWN")


@pytest.mark.parametrize("mx", ["0 .", Status.NXDOMAIN, Status.SERVFAIL])
def test_where_there_is_no_host_none_is_down(mx):
    assert not findings(an_inspection(mx=mx), "SMTP-ALL-DOWN")


def test_it_is_not_told_before_the_last_probe_has_ended():
    facts = (
        an_answer(records="10 b.example.org"),
        an_answer("b.example.org", "A", "20.0.1.1"),
        an_answer("b.example.org", "AAAA", "2a00::1"),
        a_probe("b.example.org", "20.0.1.1", Outcome.REFUSED),
    )
    assert not findings(so_far(*facts), "SMTP-ALL-DOWN")
    last = a_probe("b.example.org", "2a00::1", Outcome.REFUSED)
    assert the(so_far(*facts, last), "SMTP-ALL-DOWN").severity is Severity.CRITICAL
