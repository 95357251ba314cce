"""The main job: ask everything that the plan wants to know of a domain, telling each step.

MX first, and beside it what the domain says of encryption (see `policies`); then addresses and TLSA
records of all exchanges side by side; then the probes, whose order is the one in which a sender
would try (see `probing`). What the line can do is found out meanwhile, and the names of addresses
(see `naming`); every answer is validated. Planned records are followed in the place of the
published ones, and these after them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mxgui.app.authorities import ask_authorities
from mxgui.app.canary import ask_canary
from mxgui.app.clock import Clock
from mxgui.app.following import Following
from mxgui.app.handshakes import shake_hands_apart
from mxgui.app.network import Network
from mxgui.app.policies import Policies
from mxgui.app.tasks import Tasks
from mxgui.app.work import Work
from mxgui.model.entry import Entry
from mxgui.model.event import Began, Emit, Ended, LineStep
from mxgui.model.inspection import Inspection
from mxgui.model.line import DIRECT, Heard, Line
from mxgui.model.plan import Origin, Plan
from mxgui.model.records import RecordType
from mxgui.routing.planned import as_published, is_planned
from mxgui.routing.route import route_of


async def inspect_domain(
    began: Began, network: Network, emit: Emit, clock: Clock, heard: Iterable[Heard] = ()
) -> Inspection:
    """Do the whole of an inspection; `Ended` is told last, also after a cancel and after a bug.

    `heard` is what answered from here in the last 24 hours. Raises nothing of its own but
    CancelledError; what was known by then has been told.
    """
    work = Work.begun(began, network, emit, clock)
    whole = False
    try:
        await _find_all(work, tuple(heard))
        whole = True
    finally:
        work.tell(Ended(clock.now(), cut_short=not whole))
    return work.known


def began_now(entry: Entry, plan: Plan, origin: Origin, clock: Clock) -> Began:
    """The event that opens an inspection."""
    return Began(entry, plan, origin, clock.now())


async def _find_all(work: Work, heard: tuple[Heard, ...]) -> None:
    async with Tasks() as group:
        work.validate_in(group)
        for vantage in work.known.plan.vantages:
            group.create_task(find_line(work, vantage, heard))
        group.create_task(ask_canary(work))
        policies = Policies(work, group)
        policies.find()
        published = group.create_task(ask_mx(work))
        if not is_planned(work.known):
            await published
        following = Following(work, group, policies)
        following.look_up(route_of(work.known))
        if work.known.plan.authoritative:
            group.create_task(ask_authorities(work))
        await following.probe(route_of(work.known))
        if is_planned(work.known):  # the published ones are followed too, to be compared
            await published
            following.look_up(route_of(as_published(work.known)))
            await following.probe(route_of(as_published(work.known)))
    await shake_hands_apart(work)


async def find_line(work: Work, vantage: str, heard: tuple[Heard, ...] = ()) -> Line:
    """Find out what a vantage can do; `heard` is what our own line heard lately."""

    async def found() -> Line:
        line = await work.network.find_line(work.watch, vantage)
        return replace(line, heard=heard if vantage == DIRECT else ())

    return await work.find(LineStep(vantage), found())


async def ask_mx(work: Work) -> None:
    """Ask for MX; an address literal has its route already (RFC 5321, section 5.1)."""
    domain = work.known.entry.domain
    if domain.literal is None:
        await work.answer(domain.ascii, RecordType.MX)
