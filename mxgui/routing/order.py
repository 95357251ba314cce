"""The order in which the sender of a plan tries the addresses of a domain, in one run.

The shuffle takes a seed and is our own, so that the same question has the same answer on the
screen, in the report, in a test, and on every system.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.routing.route import route_of
from mxgui.routing.senders import sender_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.chooser import Scripted
from mxgui.routing.sending.listing import listed
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.simulation import run_of
from mxgui.routing.sending.situation import Entry, Situation, situation_of, switched
from mxgui.routing.sending.walk import walk

_KEPT = 16  # orders


@dataclass(frozen=True, slots=True)
class Place:
    """One address in the order of tries; `position` counts from 1."""

    position: int
    preference: int
    host: str
    address: str


@once
def records_seen(inspection: Inspection) -> Situation:
    """The records as the sender of the plan sees them."""
    plan = inspection.plan
    return situation_of(inspection, sender_of(plan.sender), WhatIf(own=plan.own))


def entries_of_run(inspection: Inspection, seed: int | None = None) -> tuple[Entry, ...]:
    """The list of one run, by the plan's seed or another; limits of what is tried are not in it."""
    plan = inspection.plan
    seed = plan.seed if seed is None else seed
    return run_of(records_seen(inspection), sender_of(plan.sender), seed)


@once
def try_order(inspection: Inspection, seed: int | None = None) -> tuple[Place, ...]:
    """The addresses of one run in the order of tries, as far as the sender goes if none answers.

    An address that comes again is left out.
    """
    plan = inspection.plan
    seed = plan.seed if seed is None else seed
    return _tries(records_seen(inspection), sender_of(plan.sender), seed)


@lru_cache(maxsize=_KEPT)
def _tries(situation: Situation, sender: Sender, seed: int) -> tuple[Place, ...]:
    once: dict[str, Entry] = {}
    for entry in entries_tried(situation, sender, seed):
        once.setdefault(entry.address, entry)
    return tuple(
        Place(position, entry.preference, entry.host, entry.address)
        for position, entry in enumerate(once.values(), start=1)
    )


def entries_tried(situation: Situation, sender: Sender, seed: int) -> tuple[Entry, ...]:
    """What is tried in one run if no address takes mail; an address may come again."""
    entries = run_of(situation, sender, seed)
    run = walk([switched(entry, Behaviour.REFUSED) for entry in entries], sender)
    return tuple(attempt.entry for attempt in run.attempts)


def probe_order(inspection: Inspection) -> tuple[Place, ...]:
    """Every address once: first those of the run, then what the sender would not try in it."""
    tried = try_order(inspection)
    known = {place.address for place in tried}
    others = {
        own.address: host
        for host in reversed(route_of(inspection).hosts)
        if host.special is None
        for own in reversed(host.addresses)
        if own.address not in known
    }
    behind = reversed(others.items())
    return (
        *tried,
        *(
            Place(position, host.preference, host.name, address)
            for position, (address, host) in enumerate(behind, start=len(tried) + 1)
        ),
    )


def left_out(inspection: Inspection) -> tuple[Place, ...]:
    """Every address that the run does not come to even if no address answers, best first."""
    return probe_order(inspection)[len(try_order(inspection)) :]


@once
def shuffled_preferences(inspection: Inspection) -> tuple[int, ...]:
    """The preferences among whose hosts or addresses the sender draws lots, the best first."""
    drawn: dict[int, Scripted] = {}

    def chooser(preference: int) -> Scripted:
        return drawn.setdefault(preference, Scripted())

    seen = records_seen(inspection)
    found = tuple(each for each in seen.candidates if each.entries)
    listed(replace(seen, candidates=found), sender_of(inspection.plan.sender), chooser)
    return tuple(sorted(preference for preference, script in drawn.items() if script.drawn))
