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
from mxgui.model.plan import ProbeMode
from mxgui.model.records import Question, RecordType
from mxgui.model.smtp import Reason, Target
from mxgui.routing.order import shuffled_hosts
from mxgui.routing.route import Route

MOST_ADDRESSES = 200  # of one domain; its DNS must not make a port scanner of this program
LOOKUP_GRACE = 1.0  # seconds that a better-placed host's slow lookup holds up the hosts behind it


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
    """Probe what the plan wants probed, from each of its vantages, or from those that are named."""
    groups = _groups(route, work.known.plan.seed)
    way = _walk if work.known.plan.mode is ProbeMode.AS_SENDER else _probe_every
    async with asyncio.TaskGroup() as tasks:
        for vantage in vantages or work.known.plan.vantages:
            tasks.create_task(way(work, groups, vantage))


def _groups(route: Route, seed: int) -> tuple[Group, ...]:
    return tuple(
        Group(host.name, family)
        for tier in route.tiers
        for host in shuffled_hosts(tier, seed)
        if host.special is None
        for family in (6, 4)
    )


async def _probe_every(work: Work, groups: tuple[Group, ...], vantage: str) -> None:
    """Begin the probes in try-order, all that the limits allow at once."""
    claimed: set[str] = set()
    begun = [asyncio.Event() for _ in groups]

    async with asyncio.TaskGroup() as tasks:

        async def begin(place: int) -> None:
            await work.lookups.wait(groups[place].question)
            if place:
                await _for_a_moment(begun[place - 1])
            for target in _targets(work, groups[place], vantage):
                if target.address in claimed:
                    continue
                claimed.add(target.address)
                if len(claimed) > MOST_ADDRESSES:
                    leave_out(work, target, Reason.TOO_MANY)
                else:
                    tasks.create_task(knock(work, target))
            begun[place].set()

        for place in range(len(groups)):
            tasks.create_task(begin(place))


async def _for_a_moment(event: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(LOOKUP_GRACE):
            await event.wait()
    except TimeoutError:
        return


async def _walk(work: Work, groups: tuple[Group, ...], vantage: str) -> None:
    """Try one address after the other, and stop where a message would be taken."""
    tried: set[str] = set()
    delivered = False
    for group in groups:
        await work.lookups.wait(group.question)
        for target in _targets(work, group, vantage):
            if target.address in tried:
                continue
            tried.add(target.address)
            if delivered:
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
