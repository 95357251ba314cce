"""What a class of senders loses, weighed over the whole route."""

from dataclasses import replace

import pytest

from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.routing.route import route_of
from mxgui.routing.standing import Standing
from mxgui.rules.case import Case
from mxgui.rules.class_weight import SenderClass, class_standings, weight_for_class
from mxgui.rules.finding import Severity
from tests.builders import an_inspection
from tests.rules.judging import HOSTS, TIERS

A, B, C = HOSTS


def senders(leaving_out=(), unsure=(), without=()):
    """A class that leaves out these addresses, is not sure of others, and some whole hosts."""

    def takes_host(host):
        return host.name not in without

    def takes_address(host, own):
        if own.address in unsure:
            return None
        return own.address not in leaving_out

    return SenderClass(takes_host, takes_address)


def a_case(mx=TIERS, hosts=None, probes=None, **changes):
    inspection = an_inspection(mx=mx, hosts=HOSTS if hosts is None else hosts, probes=probes)
    inspection = replace(inspection, **changes)
    return Case(inspection, route_of(inspection))


def weight(case, name, senders):
    return weight_for_class(case, case.route.host(name), senders)


EVERYTHING = ("20.0.0.1", "20.0.1.1", "2a00::1", "20.0.2.1")


@pytest.mark.parametrize(
    ("name", "left_out", "severity"),
    [
        (A, ("20.0.0.1",), Severity.WARNING),  # b is of the same tier
        (B, ("20.0.1.1",), Severity.WARNING),  # its other address is left
        (C, ("20.0.2.1",), Severity.WARNING),  # a backup
        (A, ("20.0.0.1", "20.0.1.1", "2a00::1"), Severity.ERROR),  # the best tier
        (B, ("20.0.0.1", "20.0.1.1", "2a00::1"), Severity.ERROR),
        (A, EVERYTHING, Severity.CRITICAL),
        (C, EVERYTHING, Severity.CRITICAL),
    ],
)
def test_a_loss_is_weighed_over_the_whole_route(name, left_out, severity):
    assert weight(a_case(), name, senders(left_out)).severity is severity


def test_a_host_that_is_not_taken_is_lost_with_all_its_addresses():
    case = a_case()
    assert weight(case, A, senders(without=(A, B))).severity is Severity.ERROR
    assert weight(case, A, senders(without=(A, B, C))).severity is Severity.CRITICAL


def test_a_host_that_is_not_taken_is_lost_while_it_is_looked_up_too():
    hosts = {**HOSTS, A: Status.TIMEOUT}
    standings = class_standings(a_case(hosts=hosts), senders(without=(A,)))
    assert standings[A] is Standing.DEAD


def test_addresses_that_are_not_found_yet_may_be_taken():
    hosts = {**HOSTS, A: Status.TIMEOUT}
    assert class_standings(a_case(hosts=hosts), senders())[A] is Standing.MAYBE


def test_what_is_down_for_everybody_is_lost_to_the_class_as_well():
    case = a_case(probes={"20.0.1.1": Outcome.REFUSED, "2a00::1": Outcome.REFUSED})
    assert weight(case, A, senders(("20.0.0.1",))).severity is Severity.ERROR
    down = dict.fromkeys(EVERYTHING[1:], Outcome.REFUSED)
    assert weight(a_case(probes=down), A, senders(("20.0.0.1",))).severity is Severity.CRITICAL


def test_a_doubt_speaks_for_the_host_and_makes_the_weight_provisional_while_it_lasts():
    unsure = senders(("20.0.0.1",), unsure=EVERYTHING[1:])
    running = weight(a_case(ended=None), A, unsure)
    assert (running.severity, running.provisional) == (Severity.WARNING, True)
    ended = weight(a_case(), A, unsure)
    assert (ended.severity, ended.provisional) == (Severity.WARNING, False)


def test_a_doubt_about_a_whole_host_is_a_doubt_about_its_addresses():
    in_doubt = SenderClass(lambda host: None, lambda host, own: True)
    assert set(class_standings(a_case(), in_doubt).values()) == {Standing.MAYBE}


def test_a_null_mx_beside_others_is_no_host_to_be_lost():
    case = a_case(mx=f"0 ., {TIERS}")
    assert weight(case, A, senders(EVERYTHING)).severity is Severity.CRITICAL
