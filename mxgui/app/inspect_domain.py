"""The main job: ask everything that the plan wants to know of a domain, telling each step.

MX first, and beside it what the domain says of encryption (see `policies`); then addresses and TLSA
records of all exchanges side by side; then the probes, whose order is the one in which a sender
would try (see `probing`). What the line can do is found out meanwhile, and the names of addresses
(see `naming`); every answer is validated.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import replace

from mxgui.app.authorities import ask_authorities
from mxgui.app.canary import ask_canary
from mxgui.app.clock import Clock
from mxgui.app.handshakes import shake_hands_apart
from mxgui.app.naming import Naming
from mxgui.app.network import Network
from mxgui.app.policies import Policies
from mxgui.app.probing import probe_all
from mxgui.app.tlsa import ask_tlsa, expect_tlsa
from mxgui.app.work import Work
from mxgui.model.entry import Entry
from mxgui.model.event import Began, Emit, Ended, LineStep
from mxgui.model.inspection import Inspection
from mxgui.model.line import DIRECT, Heard, Line
from mxgui.model.plan import Origin, Plan, ProbeMode
from mxgui.model.records import Answer, Question, RecordType, Status
from mxgui.routing.route import Route, Special, route_of
from mxgui.rules.organisation import may_be_registered, organisation_of

_NEVER_ASKED = (Special.NULL, Special.LITERAL, Special.LOCALHOST, Special.BAD_NAME)


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
    async with asyncio.TaskGroup() as group:
        work.validate_in(group)
        for vantage in work.known.plan.vantages:
            group.create_task(find_line(work, vantage, heard))
        group.create_task(ask_canary(work))
        policies = Policies(work, group)
        policies.find()
        route = await _find_route(work)
        _announce(work, route)
        naming = Naming(work, group)
        for name in _names(route):
            group.create_task(_look_up(work, naming, name))
        naming.take(route.addresses)
        group.create_task(ask_tlsa(work, _names(route)))
        policies.find_caa(route)
        if work.known.plan.authoritative:
            group.create_task(ask_authorities(work))
        if work.known.plan.mode is not ProbeMode.NONE:
            await probe_all(work, route_of(work.known))
    await shake_hands_apart(work)


async def _look_up(work: Work, naming: Naming, name: str) -> None:
    """Ask for both kinds of address at once; of a name that is missing, whether its domain is too.

    Who could register that domain would get the mail.
    """

    async def look(kind: RecordType) -> Answer:
        answer = await work.ask(name, kind)
        naming.take(map(str, answer.addresses))
        return answer

    async with asyncio.TaskGroup() as group:
        both = [group.create_task(look(kind)) for kind in (RecordType.AAAA, RecordType.A)]
    answers = [task.result() for task in both]
    if not all(_is_missing(answer) for answer in answers):
        return
    owner = organisation_of(name)
    if owner == name:
        return
    known = work.known.answer(owner, RecordType.NS).status is not Status.NOT_ASKED
    if may_be_registered(owner) and not known and not work.known.is_asking(owner, RecordType.NS):
        await work.ask(owner, RecordType.NS)


def _is_missing(answer: Answer) -> bool:
    return answer.status is Status.NXDOMAIN and not answer.aliases


async def find_line(work: Work, vantage: str, heard: tuple[Heard, ...] = ()) -> Line:
    """Find out what a vantage can do; `heard` is what our own line heard lately."""

    async def found() -> Line:
        line = await work.network.find_line(work.watch, vantage)
        return replace(line, heard=heard if vantage == DIRECT else ())

    return await work.find(LineStep(vantage), found())


async def _find_route(work: Work) -> Route:
    """Ask for MX; an address literal has its route already (RFC 5321, section 5.1)."""
    domain = work.known.entry.domain
    if domain.literal is None:
        await work.ask(domain.ascii, RecordType.MX)
    return route_of(work.known)


def _names(route: Route) -> tuple[str, ...]:
    """The names whose addresses are wanted, each once, best tier first."""
    return tuple(
        dict.fromkeys(
            host.name
            for host in route.hosts
            if host.special not in _NEVER_ASKED and not host.addresses
        )
    )


def _announce(work: Work, route: Route) -> None:
    """Say which answers are to come, so that probing waits for them and for no others."""
    for name in _names(route):
        for kind in (RecordType.AAAA, RecordType.A):
            work.lookups.expect(Question(name, kind))
    expect_tlsa(work, _names(route))
