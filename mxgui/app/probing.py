"""In which order the addresses are probed, and which are not.

Hosts are taken tier by tier in try-order, each with its IPv6 addresses before its IPv4 ones. A
host whose lookup is slow holds the others up for a moment only; walking as a sender does, it holds
them up for as long as the sender would wait.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from mxgui.app.chains import check_chain
from mxgui.app.work import Work
from mxgui.model.event import Asked, Learned, probe_step
from mxgui.model.plan import ProbeMode
from mxgui.model.records import Question, RecordType
from mxgui.model.smtp import Outcome, Probe, Reason, Target
from mxgui.routing.order import shuffled_hosts
from mxgui.routing.route import Route
from mxgui.routing.special import is_private

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


async def probe_all(work: Work, route: Route) -> None:
    """Probe what the plan wants probed."""
    groups = _groups(route, work.known.plan.seed)
    if work.known.plan.mode is ProbeMode.AS_SENDER:
        await _walk(work, groups)
    else:
        await _probe_every(work, groups)


def _groups(route: Route, seed: int) -> tuple[Group, ...]:
    return tuple(
        Group(host.name, family)
        for tier in route.tiers
        for host in shuffled_hosts(tier, seed)
        if host.special is None
        for family in (6, 4)
    )


async def _probe_every(work: Work, groups: tuple[Group, ...]) -> None:
    """Begin the probes in try-order, all that the limits allow at once."""
    claimed: set[str] = set()
    begun = [asyncio.Event() for _ in groups]

    async with asyncio.TaskGroup() as tasks:

        async def begin(place: int) -> None:
            await work.lookups.wait(groups[place].question)
            if place:
                await _for_a_moment(begun[place - 1])
            for target in _targets(work, groups[place]):
                if target.address in claimed:
                    continue
                claimed.add(target.address)
                if len(claimed) > MOST_ADDRESSES:
                    _leave_out(work, target, Reason.TOO_MANY)
                else:
                    tasks.create_task(_probe(work, target))
            begun[place].set()

        for place in range(len(groups)):
            tasks.create_task(begin(place))


async def _for_a_moment(event: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(LOOKUP_GRACE):
            await event.wait()
    except TimeoutError:
        return


async def _walk(work: Work, groups: tuple[Group, ...]) -> None:
    """Try one address after the other, and stop where a message would be taken."""
    tried: set[str] = set()
    delivered = False
    for group in groups:
        await work.lookups.wait(group.question)
        for target in _targets(work, group):
            if target.address in tried:
                continue
            tried.add(target.address)
            if delivered:
                _leave_out(work, target, Reason.DELIVERED_EARLIER)
            elif len(tried) > MOST_ADDRESSES:
                _leave_out(work, target, Reason.TOO_MANY)
            else:
                delivered = (await _probe(work, target)).delivers


def _targets(work: Work, group: Group) -> tuple[Target, ...]:
    """The addresses of a group in the order in which a sender has them."""
    known, port = work.known, work.known.plan.port
    literal = known.entry.domain.literal
    own = known.answer(group.host, group.question.type).addresses
    if literal is not None and literal.version == group.family:
        own = (literal,)
    return tuple(Target(group.host, str(address), port) for address in own)


async def _probe(work: Work, target: Target) -> Probe:
    reason = _hindrance(work, target)
    if reason is not None:
        return _leave_out(work, target, reason)
    step = probe_step(target)
    work.tell(Asked(step, work.watch()))

    def told(probe: Probe) -> None:
        work.tell(Learned(step, probe))

    probe = await work.network.probe(target, work.watch, told)
    told(probe)
    await check_chain(work, step, probe)
    return probe


def _leave_out(work: Work, target: Target, reason: Reason) -> Probe:
    probe = Probe(target, Outcome.NOT_TRIED, reason, at=work.watch())
    work.tell(Learned(probe_step(target), probe))
    return probe


def _hindrance(work: Work, target: Target) -> Reason | None:
    """Why an address is not tried at all; whether a route leads there is known to the network."""
    plan = work.known.plan
    if not plan.family.includes(target.family):
        return Reason.FAMILY_OFF
    if is_private(target.address) and not plan.allow_private:
        return Reason.PRIVATE_ADDRESS
    return None
