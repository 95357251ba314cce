"""In which order the addresses are probed, and which are not.

Hosts are taken tier by tier in try-order, each with its IPv6 addresses before its IPv4 ones. A
host whose lookup is slow holds the others up for a moment only; walking as a sender does, it holds
them up for as long as the sender would wait.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from mxgui.app.knocking import knock, leave_out
from mxgui.app.work import Work
from mxgui.model.event import ProbeStep, probe_step
from mxgui.model.inspection import Inspection
from mxgui.model.plan import ProbeMode
from mxgui.model.records import Question, RecordType
from mxgui.model.smtp import Outcome, Reason, Target
from mxgui.routing.order import shuffled_hosts
from mxgui.routing.route import Route

MOST_ADDRESSES = 200  # of one domain; its DNS must not make a port scanner of this program
LOOKUP_GRACE = 1.0  # seconds that a better-placed host's slow lookup holds up the hosts behind it


@dataclass(frozen=True, slots=True)
class View:
    """A vantage, and what was tried before from anywhere."""

    name: str
    tried: frozenset[ProbeStep]


@dataclass(frozen=True, slots=True)
class Group:
    """The addresses of one family of one host: they become known with one answer."""

    host: str
    family: int

    @property
    def question(self) -> Question:
        """The question whose answer brings them."""
        return Question(self.host, RecordType.AAAA if self.family == 6 else RecordType.A)


async def probe_all(work: Work, route: Route, vantages: Sequence[str] = ()) -> None:
    """Probe what the plan wants probed, from each of its vantages.

    What was tried before is not tried again, but from those vantages that are named.
    """
    groups = _groups(route, work.known.plan.seed)
    way = _walk if work.known.plan.mode is ProbeMode.AS_SENDER else _probe_every
    tried = frozenset() if vantages else _tried(work.known)
    async with asyncio.TaskGroup() as tasks:
        for vantage in vantages or work.known.plan.vantages:
            tasks.create_task(way(work, groups, View(vantage, tried)))


def _tried(known: Inspection) -> frozenset[ProbeStep]:
    """Where was knocked already; what was left out may be wanted now."""
    return frozenset(step for step, probe in known.knocks if probe.outcome is not Outcome.NOT_TRIED)


def _groups(route: Route, seed: int) -> tuple[Group, ...]:
    return tuple(
        Group(host.name, family)
        for tier in route.tiers
        for host in shuffled_hosts(tier, seed)
        if host.special is None
        for family in (6, 4)
    )


async def _probe_every(work: Work, groups: tuple[Group, ...], view: View) -> None:
    """Begin the probes in try-order, all that the limits allow at once."""
    async with asyncio.TaskGroup() as tasks:
        probes = _Probes(work, groups, view, tasks)
        for place in range(len(groups)):
            tasks.create_task(probes.begin(place))


class _Probes:
    """The probes of one vantage; an address of several hosts is probed once."""

    def __init__(
        self, work: Work, groups: tuple[Group, ...], view: View, tasks: asyncio.TaskGroup
    ) -> None:
        self._work = work
        self._groups = groups
        self._view = view
        self._tasks = tasks
        self._claimed: set[str] = set()
        self._known = [False for _ in groups]
        self._begun = [asyncio.Event() for _ in groups]

    async def begin(self, place: int) -> None:
        """Begin with a group once its addresses are known and those before it have begun."""
        await self._work.lookups.wait(self._groups[place].question)
        self._known[place] = True
        if place and not self._begun[place - 1].is_set():
            await _for_a_moment(self._begun[place - 1])
        # Those behind it that have waited for nothing else go along at once.
        while self._is_next(place):
            self._knock(self._groups[place])
            self._begun[place].set()
            place += 1

    def _is_next(self, place: int) -> bool:
        return place < len(self._groups) and self._known[place] and not self._begun[place].is_set()

    def _knock(self, group: Group) -> None:
        for target in _targets(self._work, group, self._view.name):
            if target.address in self._claimed:
                continue
            self._claimed.add(target.address)
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


async def _walk(work: Work, groups: tuple[Group, ...], view: View) -> None:
    """Try one address after the other, and stop where a message would be taken."""
    tried: set[str] = set()
    delivered = False
    for group in groups:
        await work.lookups.wait(group.question)
        for target in _targets(work, group, view.name):
            if target.address in tried:
                continue
            tried.add(target.address)
            if probe_step(target) in view.tried:
                known = work.known.probe(target.address, target.vantage)
                delivered = delivered or (known is not None and known.delivers)
            elif delivered:
                leave_out(work, target, Reason.DELIVERED_EARLIER)
            elif len(tried) > MOST_ADDRESSES:
                leave_out(work, target, Reason.TOO_MANY)
            else:
                delivered = (await knock(work, target)).delivers


def _targets(work: Work, group: Group, vantage: str) -> tuple[Target, ...]:
    """The addresses of a group in the order in which a sender has them."""
    known, port = work.known, work.known.plan.port
    literal = known.entry.domain.literal
    own = known.answer(group.host, group.question.type).addresses
    if literal is not None and literal.version == group.family:
        own = (literal,)
    return tuple(Target(group.host, str(address), port, vantage=vantage) for address in own)
