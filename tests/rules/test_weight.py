"""A loss weighs what is left of the route without it."""

from dataclasses import replace

import pytest

from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.routing.route import route_of
from mxgui.rules.case import Case
from mxgui.rules.finding import Severity
from mxgui.rules.weight import Weight, weight_of_loss, weight_once_known
from tests.builders import an_inspection
from tests.rules.judging import HOSTS, TIERS

A, B4, B6, C = "20.0.0.1", "20.0.1.1", "2a00::1", "20.0.2.1"
DOWN = Outcome.REFUSED


def weight(down: str, host: str = "a.example.org", *, running: bool = False, **other) -> Weight:
    """What the loss of a host weighs, with those addresses down and the others as told."""
    probes = {**dict.fromkeys(down.split(), DOWN), **other.pop("probes", {})}
    inspection = an_inspection(mx=TIERS, hosts=HOSTS, probes=probes, **other)
    if running:
        inspection = replace(inspection, ended=None)
    case = Case(inspection, route_of(inspection))
    return weight_of_loss(case, next(own for own in case.hosts if own.name == host))


@pytest.mark.parametrize(
    ("down", "host", "severity"),
    [
        (A, "a.example.org", Severity.WARNING),
        (f"{A} {B4}", "b.example.org", Severity.WARNING),
        (f"{A} {B4} {B6}", "a.example.org", Severity.ERROR),
        (f"{A} {B4} {B6}", "b.example.org", Severity.ERROR),
        (C, "c.example.org", Severity.WARNING),
        (f"{A} {B4} {B6} {C}", "a.example.org", Severity.CRITICAL),
        (f"{A} {B4} {B6} {C}", "c.example.org", Severity.CRITICAL),
    ],
)
def test_it_is_a_warning_an_error_without_the_best_tier_and_critical_without_any(
    down, host, severity
):
    assert weight(down, host) == Weight(severity)


def test_what_was_not_heard_may_be_alive():
    unheard = dict.fromkeys((B4, B6, C), Outcome.SILENT)
    assert weight(A, probes=unheard).severity is Severity.WARNING


def test_while_others_are_under_way_it_is_no_worse_than_it_must_be_and_provisional():
    pending = dict.fromkeys((B4, B6, C))
    assert weight(A, probes=pending, running=True) == Weight(Severity.WARNING, provisional=True)
    assert weight(f"{A} {B4} {B6}", probes={C: None}, running=True) == Weight(
        Severity.ERROR, provisional=True
    )


def test_once_nothing_can_change_it_any_more_it_is_final_though_the_run_goes_on():
    assert weight(A, probes={B6: None}, running=True) == Weight(Severity.WARNING)


def test_a_lookup_that_failed_leaves_hope():
    hosts: dict[str, str | Status] = {**HOSTS, "c.example.org": Status.SERVFAIL}
    inspection = an_inspection(mx=TIERS, hosts=hosts, probes=dict.fromkeys((A, B4, B6), DOWN))
    case = Case(inspection, route_of(inspection))
    assert weight_of_loss(case, case.hosts[0]).severity is Severity.ERROR


def test_a_refusal_is_not_weighed_before_a_host_lives_and_all_of_its_tier_is_known():
    def early(probes):
        inspection = an_inspection(mx=TIERS, hosts=HOSTS, probes=probes, ended=None)
        case = Case(inspection, route_of(inspection))
        return weight_once_known(case, case.hosts[0])

    pending = dict.fromkeys((B4, B6, C))
    assert early({A: DOWN, **pending}) == Weight(Severity.INCONCLUSIVE, provisional=True)
    assert early({A: DOWN, B4: None, B6: None}).severity is Severity.INCONCLUSIVE
    assert early({A: DOWN, C: None}).severity is Severity.WARNING
    assert early(dict.fromkeys((A, B4, B6, C), DOWN)).severity is Severity.CRITICAL


def test_a_weight_can_be_held_within_limits():
    critical, warning = Weight(Severity.CRITICAL), Weight(Severity.WARNING, provisional=True)
    assert critical.at_most(Severity.ERROR) == Weight(Severity.ERROR)
    assert warning.at_most(Severity.ERROR) == warning
    assert warning.at_least(Severity.ERROR) == Weight(Severity.ERROR, provisional=True)
    assert critical.at_least(Severity.ERROR) == critical
