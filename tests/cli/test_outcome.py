"""The exit code that an inspection comes to."""

import pytest

from mxgui.cli.outcome import FINE, FOUND, INCONCLUSIVE, INTERRUPTED, exit_code
from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.records import Status
from mxgui.model.smtp import Outcome, Reason
from mxgui.model.text import text
from mxgui.rules.finding import Finding, Severity
from tests.builders import an_inspection


def a_finding(severity, **facts):
    return Finding("MX-CNAME", severity, "mx1.example.org", text("Some words."), **facts)


def test_nothing_found_is_fine():
    assert exit_code(an_inspection(), (), Severity.ERROR) == FINE


def test_a_null_mx_is_fine():
    assert exit_code(an_inspection(mx="0 ."), (), Severity.ERROR) == FINE


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        (Severity.ERROR, Severity.ERROR, FOUND),
        (Severity.CRITICAL, Severity.ERROR, FOUND),
        (Severity.WARNING, Severity.ERROR, FINE),
        (Severity.WARNING, Severity.WARNING, FOUND),
        (Severity.NOTICE, Severity.NOTICE, FOUND),
        (Severity.ERROR, Severity.CRITICAL, FINE),
        (Severity.INFO, Severity.NOTICE, FINE),
        (Severity.INCONCLUSIVE, Severity.NOTICE, FINE),
        (Severity.CRITICAL, None, FINE),
    ],
)
def test_a_finding_counts_at_or_above_the_limit(severity, fail_on, code):
    assert exit_code(an_inspection(), (a_finding(severity),), fail_on) == code


def test_a_provisional_finding_does_not_count():
    findings = (a_finding(Severity.CRITICAL, provisional=True),)
    assert exit_code(an_inspection(), findings, Severity.ERROR) == FINE


@pytest.mark.parametrize("status", [Status.TIMEOUT, Status.SERVFAIL, Status.REFUSED])
def test_an_unknown_route_is_inconclusive(status):
    assert exit_code(an_inspection(mx=status), (), Severity.ERROR) == INCONCLUSIVE


@pytest.mark.parametrize("told", [Outcome.TIMED_OUT, Reason.NO_IPV4_HERE, Reason.PRIVATE_ADDRESS])
def test_nothing_probed_or_heard_is_inconclusive(told):
    inspection = an_inspection(probes={"192.0.2.1": told})
    assert exit_code(inspection, (), Severity.ERROR) == INCONCLUSIVE


def test_dns_only_is_no_reason_to_be_inconclusive():
    inspection = an_inspection(plan=Plan(mode=ProbeMode.NONE))
    assert exit_code(inspection, (), Severity.ERROR) == FINE


def test_a_finding_weighs_more_than_what_is_inconclusive():
    inspection = an_inspection(probes={"192.0.2.1": Outcome.TIMED_OUT})
    assert exit_code(inspection, (a_finding(Severity.ERROR),), Severity.ERROR) == FOUND


def test_never_turns_1_into_0_and_nothing_else():
    assert exit_code(an_inspection(mx=Status.TIMEOUT), (), None) == INCONCLUSIVE


def test_an_interrupted_inspection_says_so():
    inspection = an_inspection(cut_short=True)
    assert exit_code(inspection, (a_finding(Severity.ERROR),), Severity.ERROR) == INTERRUPTED
