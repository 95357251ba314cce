"""No host takes mail: certain, or only not seen from here."""

import pytest

from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.records import Status
from mxgui.model.smtp import Outcome, Reason
from mxgui.rules.finding import Severity
from tests.builders import a_probe, an_answer, an_inspection
from tests.rules.judging import HOSTS, TIERS, findings, ids, so_far, the

ALL = ("20.0.0.1", "20.0.1.1", "2a00::1", "20.0.2.1")


def with_all(outcome, **others):
    return an_inspection(mx=TIERS, hosts=HOSTS, probes={**dict.fromkeys(ALL, outcome), **others})


def test_when_every_address_refuses_it_is_critical_and_stands_for_the_refusals():
    inspection = with_all(Outcome.REFUSED)
    finding = the(inspection, "SMTP-ALL-DOWN")
    assert (finding.severity, finding.subject) == (Severity.CRITICAL, "example.org")
    assert finding.includes == ("SMTP-REFUSED",)
    assert str(finding.text) == "No host takes mail: all 4 addresses fail"
    assert ids(inspection) == ["SMTP-ALL-DOWN"]


def test_when_nothing_at_all_is_heard_it_may_be_this_line():
    inspection = with_all(Outcome.TIMED_OUT)
    finding = the(inspection, "SMTP-ALL-DOWN")
    assert finding.severity is Severity.INCONCLUSIVE
    assert "port 25" in str(finding.text)
    assert ids(inspection) == ["SMTP-ALL-DOWN"]


@pytest.mark.parametrize("outcome", [Outcome.REJECTED, Outcome.DEFERRED, Outcome.SILENT])
def test_what_may_concern_us_alone_is_inconclusive(outcome):
    assert the(with_all(outcome), "SMTP-ALL-DOWN").severity is Severity.INCONCLUSIVE


def test_a_refusal_beside_a_doubt_is_still_told():
    inspection = an_inspection(
        mx="10 a.example.org, 20 c.example.org",
        hosts=HOSTS,
        probes={"20.0.0.1": Outcome.REFUSED, "20.0.2.1": Outcome.REJECTED},
    )
    assert ids(inspection) == ["SMTP-REFUSED", "SMTP-ALL-DOWN"]
    assert the(inspection, "SMTP-REFUSED").severity is Severity.ERROR
    assert the(inspection, "SMTP-ALL-DOWN").severity is Severity.INCONCLUSIVE


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
