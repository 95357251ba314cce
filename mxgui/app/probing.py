"""In which order the addresses are probed, and which are not.

Every address is probed tier by tier, in the order in which the sender of the plan would try them;
those that it would not try in this run come last. A host whose lookup is slow holds the others up
for a moment only. Walking as a sender does, all lookups come first, and the walk ends where the
sender's own would.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from mxgui.app.knocking import knock, leave_out
from mxgui.app.work import Work
from mxgui.model.plan import ProbeMode
from mxgui.model.records import Question, RecordType
from mxgui.model.smtp import Reason, Target
from mxgui.routing.order import entries_of_run, probe_order
from mxgui.routing.route import Route, Tier
from mxgui.routing.senders import sender_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.stepping import behaviour_in, next_try, why_left_out

MOST_ADDRESSES = 200  # of one domain; its DNS must not make a port scanner of this program
LOOKUP_GRACE = 1.0  # seconds that a better tier's slow lookups hold up the tiers behind it
HOST_GRACE = 0.5  # seconds that a slow lookup holds up the others of its tier


async def probe_all(work: Work, route: Route, vantages: Sequence[str] = ()) -> None:
    """Probe what the plan wants probed, from each of its vantages, or from those that are named."""
    way = _walk if work.known.plan.mode is ProbeMode.AS_SENDER else _probe_every
    async with asyncio.TaskGroup() as tasks:
        for vantage in vantages or work.known.plan.vantages:
            tasks.create_task(way(work, route, vantage))


async def _probe_every(work: Work, route: Route, vantage: str) -> None:
    """Begin the probes in try-order, all that the limits allow at once."""
    async with asyncio.TaskGroup() as tasks:
        probes = _Probes(work, route, vantage, tasks)
        for at in range(len(route.tiers)):
            tasks.create_task(probes.begin(at))


class _Probes:
    """The probes of one vantage; an address of several hosts is probed once."""

    def __init__(self, work: Work, route: Route, vantage: str, tasks: asyncio.TaskGroup) -> None:
        self._work = work
        self._tiers = route.tiers
        self._vantage = vantage
        self._tasks = tasks
        self._claimed: set[str] = set()
        self._begun = [asyncio.Event() for _ in route.tiers]

    async def begin(self, at: int) -> None:
        """Begin with a tier once its addresses are known and the tier before it has begun."""
        lookups = self._work.lookups
        waits = [
            self._tasks.create_task(lookups.wait(question))
            for question in _questions(self._tiers[at])
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
        for place in probe_order(self._work.known):
            is_own = place.preference == self._tiers[at].preference
            if not is_own or place.address in self._claimed:
                continue
            self._claimed.add(place.address)
            target = _target(self._work, place.host, place.address, self._vantage)
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


async def _walk(work: Work, route: Route, vantage: str) -> None:
    """Try one address after the other, as the sender does, and end where it would."""
    for tier in route.tiers:
        for question in _questions(tier):
            await work.lookups.wait(question)
    sender, entries = sender_of(work.known.plan.sender), entries_of_run(work.known)
    places = probe_order(work.known)
    found: dict[str, Behaviour] = {}
    while len(found) < MOST_ADDRESSES:
        entry = next_try(entries, sender, found)
        if entry is None:
            break
        probe = await knock(work, _target(work, entry.host, entry.address, vantage))
        found[entry.address] = behaviour_in(probe)
    is_cut = next_try(entries, sender, found) is not None
    for place in places:
        if place.address not in found:
            why = why_left_out(entries, sender, found, place.address)
            reason = Reason.TOO_MANY if is_cut else why
            leave_out(work, _target(work, place.host, place.address, vantage), reason)


def _questions(tier: Tier) -> tuple[Question, ...]:
    """The questions whose answers bring the addresses of a tier."""
    names = dict.fromkeys(host.name for host in tier.hosts if host.special is None)
    kinds = (RecordType.AAAA, RecordType.A)
    return tuple(Question(name, kind) for name in names for kind in kinds)


def _target(work: Work, host: str, address: str, vantage: str) -> Target:
    return Target(host, address, work.known.plan.port, vantage=vantage)
