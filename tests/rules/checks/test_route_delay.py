"""What an outage adds where there is one preference alone."""

import pytest

from mxgui.routing.route import route_of
from mxgui.routing.senders import SENDERS
from mxgui.routing.sending.outage import Off, What, WhatIf
from mxgui.routing.sending.waiting import waiting_of
from mxgui.rules.case import Case
from mxgui.rules.checks.route_delay import RULES, worst_added
from mxgui.rules.finding import Severity
from tests.builders import an_inspection
from tests.rules.judging import findings, the

A, B = "a.example.org", "b.example.org"
DELAY = "ROUTE-NO-BACKUP-DELAY"


@pytest.mark.parametrize("mx", [f"10 {A}", f"10 {A}, 10 {B}"])
def test_one_preference_alone_is_told_what_the_quickest_and_the_slowest_sender_add(mx):
    finding = the(an_inspection(mx=mx), DELAY)
    assert (finding.severity, finding.subject) == (Severity.INFO, "example.org")
    assert str(finding.text) == (
        "After an outage of 4 h the mail that waits arrives within 10 min from Exchange Server, "
        "within 4 h from mox"
    )


def test_these_are_the_least_and_the_most_of_all_senders():
    down = WhatIf((Off(What.HOST, A),))
    inspection = an_inspection(mx=f"10 {A}")
    worst = {
        sender.title: waiting_of(inspection, sender, 14400.0, down).worst_s or 0.0
        for sender in SENDERS
    }
    assert min(worst.values()) == worst["Exchange Server"] == 600
    assert max(worst.values()) == worst["mox"] == 14400


def test_it_is_worked_out_ahead_one_sender_a_step_and_once_for_all_domains():
    (rule,) = RULES
    assert rule.ahead is not None
    inspection = an_inspection(mx=f"10 {A}")
    case = Case(inspection, route_of(inspection))
    worst_added.cache_clear()
    steps = [worst_added.cache_info().currsize for _ in rule.ahead(case)]
    assert steps == [*range(1, len(SENDERS) + 1)]
    for _ in rule.ahead(case):
        assert worst_added.cache_info().misses == len(SENDERS)


@pytest.mark.parametrize("mx", [f"10 {A}, 20 {B}", "0 .", ""])
def test_other_routes_are_not(mx):
    assert not findings(an_inspection(mx=mx), DELAY)
