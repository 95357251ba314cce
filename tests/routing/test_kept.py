"""What is kept from one event to the next: found again by what decides it, and by nothing else.

Inspections of one domain at two moments are made of the same facts, in other objects. What is
identical has not been computed again; what rests on something else is not the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from mxgui.model.inspection import Inspection
from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.routing.authority import zones_asked
from mxgui.routing.order import try_order
from mxgui.routing.route import route_of
from mxgui.routing.senders import sender_of
from mxgui.routing.sending.outage import AS_RECORDS_SAY, WhatIf
from mxgui.routing.sending.simulation import simulate
from mxgui.routing.sending.situation import situation_of
from mxgui.routing.sending.supposing import parts_of
from mxgui.routing.turns import turns_of
from tests.authorities import NS1, NS2, a_server, asked
from tests.builders import PLAN, an_inspection
from tests.routing.sending.supposed import a_what_if

HOSTS = {"a.example.org": "192.0.2.1 2001:db8::1", "b.example.org": "192.0.2.2"}
_POSTFIX = sender_of("postfix")
_AS_PROBED = WhatIf(as_probed=True)


def known(**facts: object) -> Inspection:
    """The domain at one moment."""
    told: dict[str, object] = {"mx": "10 a.example.org, 20 b.example.org", "hosts": HOSTS}
    return an_inspection(**{**told, **facts})  # type: ignore[arg-type]


def probed(outcome: Outcome = Outcome.TIMED_OUT) -> Inspection:
    """The same a moment later: a probe has ended."""
    return known(probes={"192.0.2.1": outcome})


KEPT: dict[str, Callable[[Inspection], object]] = {
    "situation": lambda one: situation_of(one, _POSTFIX, AS_RECORDS_SAY),
    "run": lambda one: simulate(one, _POSTFIX, AS_RECORDS_SAY, 3).run,
    "chances": lambda one: simulate(one, _POSTFIX, AS_RECORDS_SAY, 3).chances,
    "order": try_order,
    "parts": lambda one: parts_of(route_of(one)),
    "turns": turns_of,
}
OTHERS = {
    "addresses": known(hosts={**HOSTS, "a.example.org": "192.0.2.9 2001:db8::9"}),
    "preferences": known(mx="10 b.example.org, 20 a.example.org"),
}


@pytest.mark.parametrize("name", KEPT)
def test_an_event_that_decides_nothing_of_it_leaves_it_as_it_is(name):
    compute = KEPT[name]
    assert route_of(known()) is not route_of(probed())
    assert compute(known()) is compute(probed())


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("name", KEPT)
def test_other_records_of_the_same_domain_are_something_else(name, other):
    compute = KEPT[name]
    assert compute(known()) != compute(OTHERS[other])
    assert compute(known()) is compute(probed())  # and do not push it out


def test_a_situation_is_that_of_its_sender_its_what_if_and_of_whether_more_may_come():
    usual = situation_of(known(), _POSTFIX, AS_RECORDS_SAY)
    assert situation_of(known(), sender_of("stalwart"), AS_RECORDS_SAY) is not usual
    assert situation_of(known(), _POSTFIX, a_what_if("ipv4")) != usual
    nothing = [an_inspection(mx=Status.NOT_ASKED, ended=ended) for ended in (None, known().ended)]
    causes = {situation_of(one, _POSTFIX, AS_RECORDS_SAY).cause for one in nothing}
    assert len(causes) == 2


def test_a_situation_as_probed_is_kept_for_what_was_heard_alone():
    silent, refused = probed(Outcome.TIMED_OUT), probed(Outcome.REFUSED)
    assert situation_of(silent, _POSTFIX, _AS_PROBED) != situation_of(refused, _POSTFIX, _AS_PROBED)
    again = situation_of(probed(Outcome.TIMED_OUT), _POSTFIX, _AS_PROBED)
    assert again is situation_of(silent, _POSTFIX, _AS_PROBED)
    assert situation_of(refused, _POSTFIX, AS_RECORDS_SAY) is situation_of(
        silent, _POSTFIX, AS_RECORDS_SAY
    )


def test_runs_and_orders_are_those_of_their_seed_and_their_sender():
    equal = {"mx": "10 a.example.org, 10 b.example.org"}
    hosts = {
        simulate(known(**equal), _POSTFIX, AS_RECORDS_SAY, seed).run.attempts[0].entry.host
        for seed in range(20)
    }
    assert hosts == set(HOSTS)
    orders = {try_order(known(**equal), seed) for seed in range(20)}
    assert len(orders) > 1
    plans = [replace(PLAN, sender=name) for name in ("rfc5321", "stalwart")]
    assert len({try_order(known(plan=plan)) for plan in plans}) == len(plans)


def test_zones_are_those_of_what_their_servers_said():
    first, other = (asked(a_server(NS1), a_server(NS2, serial=serial)) for serial in (1, 2))
    (zone,), (again,) = zones_asked(first), zones_asked(replace(first, cut_short=True))
    assert zone is again
    assert zones_asked(other) != (zone,)
