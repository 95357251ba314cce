"""In which order the addresses are probed, and which are not.

Every address is probed tier by tier, in the order in which the sender of the plan would try them;
those that it would not try in this run come last. A host whose lookup is slow holds the others up
for a moment only. Walking as a sender does, all lookups come first, and the walk ends where the
sender's own would.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from mxgui.app.knocking import knock, leave_out
from mxgui.app.tasks import Tasks
from mxgui.app.work import Work
from mxgui.model.event import ProbeStep, probe_step
from mxgui.model.inspection import Inspection
from mxgui.model.plan import ProbeMode
from mxgui.model.records import Question, RecordType
from mxgui.model.smtp import Outcome, Reason, Target
from mxgui.routing.order import entries_of_run, probe_order
from mxgui.routing.planned import as_published
from mxgui.routing.route import Route, Tier
from mxgui.routing.senders import sender_of
from mxgui.routing.sending.behaviour import Behaviour, behaviour_in
from mxgui.routing.sending.stepping import next_try, why_left_out

MOST_ADDRESSES = 200  # of one domain; its DNS must not make a port scanner of this program
LOOKUP_GRACE = 1.0  # seconds that a better tier's slow lookups hold up the tiers behind it
HOST_GRACE = 0.5  # seconds that a slow lookup holds up the others of its tier


@dataclass(frozen=True, slots=True)
class View:
    """A vantage, and what was tried before from anywhere."""

    name: str
    tried: frozenset[ProbeStep]


async def probe_all(work: Work, route: Route, vantages: Sequence[str] = ()) -> None:
    """Probe what the plan wants probed, from each of its vantages.

    What was tried before is not tried again, but from those vantages that are named.
    """
    way = _walk if work.known.plan.mode is ProbeMode.AS_SENDER else _probe_every
    tried = frozenset() if vantages else _tried(work.known)
    async with Tasks() as tasks:
        for vantage in vantages or work.known.plan.vantages:
            tasks.create_task(way(work, route, View(vantage, tried)))


def _tried(known: Inspection) -> frozenset[ProbeStep]:
    """Where was knocked already; what was left out may be wanted now."""
    return frozenset(step for step, probe in known.knocks if probe.outcome is not Outcome.NOT_TRIED)


def _along(route: Route, known: Inspection) -> Inspection:
    """Give what is known with mail following that route: the planned or the published one."""
    return known if route.planned else as_published(known)


async def _probe_every(work: Work, route: Route, view: View) -> None:
    """Begin the probes in try-order, all that the limits allow at once."""
    async with Tasks() as tasks:
        probes = _Probes(work, route, view, tasks)
        for at in range(len(route.tiers)):
            tasks.create_task(probes.begin(at))


class _Probes:
    """The probes of one vantage; an address of several hosts is probed once."""

    def __init__(self, work: Work, route: Route, view: View, tasks: Tasks) -> None:
        self._work = work
        self._route = route
        self._view = view
        self._tasks = tasks
        self._claimed: set[str] = set()
        self._begun = [asyncio.Event() for _ in route.tiers]

    async def begin(self, at: int) -> None:
        """Begin with a tier once its addresses are known and the tier before it has begun."""
        lookups = self._work.lookups
        waits = [
            self._tasks.create_task(lookups.wait(question))
            for question in _questions(self._route.tiers[at])
        ]
        if waits:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            await asyncio.wait(waits, timeout=HOST_GRACE)
        if at:
            await _for_a_moment(self._begun[at - 1])
        self._knock(at)
        self._begun[at].set()
        for wait in asyncio.as_completed(waits):
            await wait
            self._knock(at)

    def _knock(self, at: int) -> None:
        """Knock at every address of a tier that is known by now."""
        for place in probe_order(_along(self._route, self._work.known)):
            is_own = place.preference == self._route.tiers[at].preference
            if not is_own or place.address in self._claimed:
                continue
            self._claimed.add(place.address)
            target = _target(self._work, place.host, place.address, self._view.name)
            if probe_step(target) in self._view.tried:
                continue
            if len(self._claimed) > MOST_ADDRESSES:
                leave_out(self._work, target, Reason.TOO_MANY)
            else:
                self._tasks.create_task(knock(self._work, target))


async def _for_a_moment(event: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(LOOKUP_GRACE):
            await event.wait()
    except TimeoutError:
        return


async def _walk(work: Work, route: Route, view: View) -> None:
    """Try one address after the other, as the sender does, and end where it would."""
    for tier in route.tiers:
        for question in _questions(tier):
            await work.lookups.wait(question)
    known = _along(route, work.known)
    sender, entries, places = (
        sender_of(known.plan.sender),
        entries_of_run(known),
        probe_order(known),
    )
    found: dict[str, Behaviour] = {}
    while len(found) < MOST_ADDRESSES:
        entry = next_try(entries, sender, found)
        if entry is None:
            break
        target = _target(work, entry.host, entry.address, view.name)
        probe = work.known.probe(target.address, view.name)
        if probe is None or probe_step(target) not in view.tried:
            probe = await knock(work, target)
        found[entry.address] = behaviour_in(probe)
    is_cut = next_try(entries, sender, found) is not None
    for place in places:
        target = _target(work, place.host, place.address, view.name)
        if place.address not in found and probe_step(target) not in view.tried:
            why = why_left_out(entries, sender, found, place.address)
            leave_out(work, target, Reason.TOO_MANY if is_cut else why)


def _questions(tier: Tier) -> tuple[Question, ...]:
    """The questions whose answers bring the addresses of a tier."""
    names = dict.fromkeys(host.name for host in tier.hosts if host.special is None)
    kinds = (RecordType.AAAA, RecordType.A)
    return tuple(Question(name, kind) for name in names for kind in kinds)


def _target(work: Work, host: str, address: str, vantage: str) -> Target:
    return Target(host, address, work.known.plan.port, vantage=vantage)
