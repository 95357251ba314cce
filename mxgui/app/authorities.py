"""The authoritative pass: every server of the zones concerned is asked directly.

These are the zone of the domain and those of its exchanges. The zone above each is asked which
servers it names. All questions to a server are told as asked before the first is put, so that one
sees what is to come.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mxgui.app.tasks import Tasks
from mxgui.app.work import Work
from mxgui.app.zones import MOST_SERVERS, Zone, Zones, lies_in
from mxgui.model.authority import ServerAnswer, Skipped
from mxgui.model.event import Asked, Learned, ServerStep
from mxgui.model.line import Line
from mxgui.model.records import Question, RecordType, Transport
from mxgui.routing.planned import published_mx
from mxgui.routing.route import Special, route_of

MOST_ZONES = 8  # of one domain; the exchanges of few lie in more than two
MOST_NAMES = 10  # exchanges asked for in one zone
MOST_OF_ZONE = 240  # questions to the servers of one zone; as many as ten servers need at most
MOST_ADDRESSES = 3  # of one server, those that the zone above gives included
MOST_ABOVE = 3  # addresses of the zone above that are asked; they seldom differ
WHOLE = 60.0  # seconds for all of it; two dozen silent servers take half of that

_NEVER_ASKED = (Special.NULL, Special.LITERAL, Special.LOCALHOST, Special.BAD_NAME)


@dataclass(frozen=True, slots=True)
class Place:
    """One address of one server."""

    server: str
    address: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A zone, and what its servers are to be asked besides what every server is."""

    zone: Zone
    questions: tuple[Question, ...]


async def ask_authorities(work: Work, within: float = WHOLE) -> None:
    """Ask all servers within so many seconds; what is left then, or when stopped, is told so."""
    try:
        async with asyncio.timeout(within):
            await _Pass(work).run()
    except TimeoutError:
        _leave_out(work, Skipped.OUT_OF_TIME)
    except asyncio.CancelledError:
        _leave_out(work, Skipped.CANCELLED)
        raise


def _leave_out(work: Work, why: Skipped) -> None:
    for step in [step for step in work.known.waiting if isinstance(step, ServerStep)]:
        work.tell(Learned(step, _skipped(_blank(step), why, work)))


def questions_of(work: Work) -> tuple[Question, ...]:
    """What is asked of the route: MX of the domain, and of what it is an alias of; addresses."""
    domain, route = work.known.entry.domain, route_of(work.known)
    if domain.literal is not None:
        return ()
    owners = dict.fromkeys((domain.ascii, published_mx(work.known).canonical))
    hosts = [host.name for host in route.hosts if host.special not in _NEVER_ASKED]
    kinds = (RecordType.A, RecordType.AAAA)
    return (
        *(Question(name, RecordType.MX) for name in owners),
        *(Question(name, kind) for name in dict.fromkeys(hosts) for kind in kinds),
    )


class _Pass:
    def __init__(self, work: Work) -> None:
        self._work = work
        self._zones = Zones(work)
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def run(self) -> None:
        questions = questions_of(self._work)
        names = list(dict.fromkeys(question.name for question in questions))
        line = await self._work.network.find_line(self._work.watch)
        async with Tasks() as group:
            found = [group.create_task(self._zone_of(name)) for name in names]
        zones = {name: task.result() for name, task in zip(names, found, strict=True)}
        async with Tasks() as group:
            for wanted in _grouped(questions, zones):
                group.create_task(self._ask_zone(wanted, line))

    async def _zone_of(self, name: str) -> Zone | None:
        """Find the zone of a name; where the resolver fails, the zone above may tell."""
        found = await self._zones.of(name)
        if found is None or found.unclear is None:
            return found
        answers = await self._ask_above(found, found.unclear)
        named = [server for answer in answers for server in answer.answer]
        servers = tuple(dict.fromkeys(named))[:MOST_SERVERS]
        return Zone(found.unclear, servers) if servers else found

    async def _ask_zone(self, wanted: Wanted, line: Line) -> None:
        zone = wanted.zone
        above = await self._zones.above(zone.name)
        answers = await self._ask_above(above, zone.name) if above is not None else ()
        servers = (*zone.servers, *(name for answer in answers for name in answer.answer))
        glue = [line.split(" ") for answer in answers for line in answer.glue]
        places = await self._places(dict.fromkeys(servers), glue)
        async with Tasks() as group:
            asked = [(place, tuple(_steps(wanted, place))) for place in places]
            longest = max((len(steps) for _, steps in asked), default=1)
            asked = asked[: MOST_OF_ZONE // longest]
            for _, steps in asked:
                for step in steps:
                    self._work.tell(Asked(step, self._work.watch()))
            for place, steps in asked:
                group.create_task(self._ask_place(place, steps, line))

    async def _places(self, servers: Iterable[str], glue: list[list[str]]) -> tuple[Place, ...]:
        """Give the addresses of the servers: as the resolver and as the zone above has them."""
        names = tuple(servers)[:MOST_SERVERS]
        async with Tasks() as group:
            found = [group.create_task(self._zones.addresses(name)) for name in names]
        places: dict[str, Place] = {}
        for name, task in zip(names, found, strict=True):
            given = (address for server, address in glue if server == name)
            every = tuple(dict.fromkeys((*task.result()[:2], *given, *task.result()[2:])))
            for address in every[:MOST_ADDRESSES]:
                places.setdefault(address, Place(name, address))
        return tuple(places.values())

    async def _ask_above(self, above: Zone, zone: str) -> tuple[ServerAnswer, ...]:
        """Ask servers of the zone above which servers the zone has, each at one address."""
        question = Question(zone, RecordType.NS)
        line = await self._work.network.find_line(self._work.watch)
        answers: list[ServerAnswer] = []
        async with self._locks[zone]:
            for server in above.servers:
                found = await self._zones.addresses(server)
                usable = [address for address in found if _family_missing(address, line) is None]
                if usable and len(answers) < MOST_ABOVE:
                    step = ServerStep(above.name, server, usable[0], question)
                    known = self._work.known.facts.get(step)
                    if not isinstance(known, ServerAnswer):
                        known = await self._ask(step)
                    answers.append(known)
        return tuple(answers)

    async def _ask_place(self, place: Place, steps: tuple[ServerStep, ...], line: Line) -> None:
        """Put all questions to one address, one after the other; none to one that is silent."""
        missing = _family_missing(place.address, line)
        heard: set[Transport] = set()
        for step in steps:
            asked = _blank(step)
            is_first = step.question.type is RecordType.SOA
            if missing is None and not is_first and not heard:
                missing = Skipped.SILENT
            if missing is not None:
                self._work.tell(Learned(step, _skipped(asked, missing, self._work)))
                continue
            if not is_first and Transport.UDP not in heard:
                asked = replace(asked, transport=Transport.TCP)
            answer = await self._work.network.ask_server(asked, self._work.watch)
            self._work.tell(Learned(step, answer))
            missing = answer.skipped
            if answer.is_heard:
                heard.add(step.transport)

    async def _ask(self, step: ServerStep) -> ServerAnswer:
        work = self._work
        return await work.find(step, work.network.ask_server(_blank(step), work.watch))


def _grouped(questions: Iterable[Question], zones: dict[str, Zone | None]) -> Iterator[Wanted]:
    """Give each zone once, that of the domain first, with what is asked there."""
    by_zone: dict[str, list[Question]] = {}
    found = {zone.name: zone for zone in zones.values() if zone is not None}
    for question in questions:
        zone = zones[question.name]
        if zone is not None:
            by_zone.setdefault(zone.name, []).append(question)
    for name in list(by_zone)[:MOST_ZONES]:
        yield Wanted(found[name], tuple(by_zone[name])[: 2 * MOST_NAMES])


def _steps(wanted: Wanted, place: Place) -> Iterator[ServerStep]:
    """What is put to one address, in this order; the first tells over which transport it hears."""
    zone = wanted.zone.name
    soa = Question(zone, RecordType.SOA)
    yield ServerStep(zone, place.server, place.address, soa)
    yield ServerStep(zone, place.server, place.address, soa, Transport.TCP)
    questions = [Question(zone, RecordType.NS), *wanted.questions]
    if lies_in(place.server, zone):
        questions += [Question(place.server, kind) for kind in (RecordType.A, RecordType.AAAA)]
    for question in dict.fromkeys(questions):
        yield ServerStep(zone, place.server, place.address, question)


def _blank(step: ServerStep) -> ServerAnswer:
    return ServerAnswer(step.zone, step.server, step.address, step.question, step.transport)


def _skipped(asked: ServerAnswer, why: Skipped, work: Work) -> ServerAnswer:
    return replace(asked, skipped=why, at=work.watch())


def _family_missing(address: str, line: Line) -> Skipped | None:
    if ":" in address:
        return None if line.ipv6 else Skipped.NO_IPV6_HERE
    return None if line.ipv4 else Skipped.NO_IPV4_HERE
