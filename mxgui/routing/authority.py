"""What the name servers of each zone said when they were asked directly, put side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from mxgui.model.authority import ServerAnswer, Skipped
from mxgui.model.event import ServerStep
from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.model.records import Question, RecordType, Status, Transport

_ORDER = (RecordType.NS, RecordType.MX, *RecordType)  # of the questions to a server
_SAID = (Status.NOERROR, Status.NODATA, Status.NXDOMAIN)


@dataclass(frozen=True, slots=True)
class ServerAt:
    """One address of one server of a zone: its SOA over UDP and TCP, and its other answers.

    What is missing has not been answered yet.
    """

    server: str
    address: str
    soa: ServerAnswer | None
    soa_tcp: ServerAnswer | None
    answers: Mapping[Question, ServerAnswer]

    @property
    def family(self) -> int:
        """The address family, 4 or 6."""
        return 6 if ":" in self.address else 4

    @property
    def best(self) -> ServerAnswer | None:
        """The SOA answer that was heard, over UDP if it was there."""
        heard = (own for own in (self.soa, self.soa_tcp) if own is not None and own.is_heard)
        return next(heard, self.soa or self.soa_tcp)

    @property
    def is_heard(self) -> bool:
        """Whether it said anything."""
        return self.best is not None and self.best.is_heard

    @property
    def is_silent(self) -> bool:
        """Whether it was asked, and said nothing."""
        return self.soa is not None and self.skipped is None and not self.is_heard

    @property
    def skipped(self) -> Skipped | None:
        """Why it was not asked."""
        return self.soa.skipped if self.soa is not None else None

    @property
    def serial(self) -> int | None:
        """The serial of its copy of the zone."""
        return self.best.serial if self.best is not None else None

    @property
    def has_authority(self) -> bool:
        """Whether it speaks for the zone."""
        best = self.best
        return best is not None and bool(best.authoritative) and best.status in _SAID

    @property
    def is_lame(self) -> bool:
        """Whether it answers without an error, and without authority."""
        best = self.best
        return best is not None and best.rcode == "NOERROR" and best.authoritative is False

    @property
    def error(self) -> str | None:
        """The code with which it answers, if that is an error; empty for what is unreadable."""
        best = self.best
        if best is None or best.skipped is not None:
            return None
        if best.rcode is None:
            return "" if best.status is Status.BAD_ANSWER else None
        return best.rcode if best.rcode != "NOERROR" else None

    def said(self, question: Question) -> ServerAnswer | None:
        """What it says with authority to a question; None if it does not."""
        answer = self.answers.get(question)
        if answer is None or not answer.authoritative or answer.status not in _SAID:
            return None
        return answer


@dataclass(frozen=True, slots=True)
class ZoneAsked:
    """One zone: its servers by name, what was asked, and what the zone above says.

    `questions` are the servers of the zone, then those for the route's sake. `is_settled` tells
    that no answer is still to come.
    """

    name: str
    servers: tuple[ServerAt, ...]
    questions: tuple[Question, ...]
    above: tuple[ServerAnswer, ...]
    is_settled: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its servers, each once."""
        return tuple(dict.fromkeys(own.server for own in self.servers))

    def at(self, server: str) -> tuple[ServerAt, ...]:
        """The addresses of one server."""
        return tuple(own for own in self.servers if own.server == server)

    def sets(self, question: Question) -> dict[tuple[str, ...], list[ServerAt]]:
        """Who says what with authority: the same records together; no records are one set too."""
        found: dict[tuple[str, ...], list[ServerAt]] = {}
        for own in self.servers:
            said = own.said(question)
            if said is not None:
                found.setdefault(value_of(said), []).append(own)
        return found

    def usual(self, question: Question) -> tuple[str, ...] | None:
        """The set that most servers give; of equals, that of the latest serial."""
        found = self.sets(question)
        if not found:
            return None
        return max(found, key=lambda value: (len(found[value]), _latest(found[value])))

    @property
    def usual_serial(self) -> int | None:
        """The serial that most servers have; of equals, the latest."""
        serials = Counter(own.serial for own in self.servers if own.serial is not None)
        return max(serials, key=lambda serial: (serials[serial], serial), default=None)

    @property
    def delegated(self) -> tuple[str, ...]:
        """The servers that the zone above names; empty if that is not known."""
        return tuple(dict.fromkeys(name for answer in self.above for name in answer.answer))


def value_of(said: ServerAnswer) -> tuple[str, ...]:
    """What two servers have to give alike to agree: the records, or how there are none."""
    return said.answer if said.status is Status.NOERROR else (said.status.value,)


@lru_cache(maxsize=8)
def _keyed(key: tuple[tuple[ServerStep, ServerAnswer | None], ...]) -> tuple[ZoneAsked, ...]:
    return tuple(_zones(dict(key)))


@once
def zones_asked(inspection: Inspection) -> tuple[ZoneAsked, ...]:
    """Every zone whose servers were or are being asked, that of the domain first."""
    known: dict[ServerStep, ServerAnswer | None] = {}
    for step in inspection.waiting:
        if isinstance(step, ServerStep):
            known[step] = None
    for step, fact in inspection.facts.items():
        if isinstance(step, ServerStep) and isinstance(fact, ServerAnswer):
            known[step] = fact
    return tuple(sorted(_keyed(tuple(known.items())), key=_rank_of_zone))


def was_asked(inspection: Inspection) -> bool:
    """Whether name servers were asked directly, or are to be."""
    wanted = inspection.plan.authoritative
    return wanted or any(isinstance(step, ServerStep) for step in inspection.facts)


@once
def is_blocked(inspection: Inspection) -> bool:
    """Whether no name server at all was heard, although the resolver answers.

    Then the port of DNS is closed outwards from here, and nothing is known of any server.
    """
    put = [own for own in inspection.server_answers if own.skipped is None]
    works = any(answer.status in _SAID for answer in inspection.answers)
    return bool(put) and works and not any(own.is_heard for own in put)


@once
def is_intercepted(inspection: Inspection) -> bool:
    """Whether everybody answers as a resolver does: something on the way speaks for them all."""
    heard = [own for own in inspection.server_answers if own.is_heard]
    return bool(heard) and all(own.recursive and not own.authoritative for own in heard)


def is_of_domain(inspection: Inspection, zone: ZoneAsked) -> bool:
    """Whether the zone has the domain's MX records, and not only addresses of an exchange."""
    return any(question.type is RecordType.MX for question in zone.questions)


def nobody_has_mx(inspection: Inspection) -> bool:
    """Whether the domain's own servers were asked for MX, and none of them tells with authority."""
    if is_blocked(inspection) or is_intercepted(inspection):
        return False
    question = Question(inspection.entry.domain.ascii, RecordType.MX)
    zones = [zone for zone in zones_asked(inspection) if question in zone.questions]
    asked = [own for zone in zones for own in zone.servers if own.skipped is None]
    is_heard = any(own.is_heard for own in inspection.server_answers)
    is_settled = bool(asked) and is_heard and all(zone.is_settled for zone in zones)
    return is_settled and all(own.said(question) is None for own in asked)


def _zones(known: dict[ServerStep, ServerAnswer | None]) -> Iterator[ZoneAsked]:
    above: dict[str, list[ServerAnswer]] = {}
    inside: dict[str, dict[ServerStep, ServerAnswer | None]] = {}
    for step, answer in known.items():
        if _is_delegation(step):
            if answer is not None and answer.answer:
                above.setdefault(step.question.name, []).append(answer)
        else:
            inside.setdefault(step.zone, {})[step] = answer
    for name, steps in inside.items():
        pairs = sorted({(step.server, step.address) for step in steps}, key=_rank_of_place)
        yield ZoneAsked(
            name,
            tuple(_server_at(server, address, steps) for server, address in pairs),
            tuple(sorted(_questions(steps), key=_rank_of_question)),
            tuple(above.get(name, ())),
            is_settled=None not in steps.values(),
        )


def _rank_of_zone(zone: ZoneAsked) -> tuple[bool, str]:
    has_mx = any(question.type is RecordType.MX for question in zone.questions)
    return not has_mx, zone.name


def _rank_of_place(place: tuple[str, str]) -> tuple[str, bool, str]:
    server, address = place
    return server, ":" in address, address


def _rank_of_question(question: Question) -> tuple[int, str]:
    return _ORDER.index(question.type), question.name


def _is_delegation(step: ServerStep) -> bool:
    return step.question.type is RecordType.NS and step.question.name != step.zone


def _server_at(
    server: str, address: str, steps: Mapping[ServerStep, ServerAnswer | None]
) -> ServerAt:
    own = {
        step: answer
        for step, answer in steps.items()
        if (step.server, step.address) == (server, address) and answer is not None
    }
    soa = {
        step.transport: answer
        for step, answer in own.items()
        if step.question.type is RecordType.SOA
    }
    answers = {
        step.question: answer
        for step, answer in own.items()
        if step.question.type is not RecordType.SOA
    }
    return ServerAt(server, address, soa.get(Transport.UDP), soa.get(Transport.TCP), answers)


def _questions(steps: Mapping[ServerStep, ServerAnswer | None]) -> Iterator[Question]:
    """What every server was asked; what each was asked of itself is left out."""
    servers = len({(step.server, step.address) for step in steps})
    counts = Counter(step.question for step in steps)
    for question, count in counts.items():
        is_own = question.name in {step.server for step in steps} and count < servers
        if question.type is not RecordType.SOA and not is_own:
            yield question


def _latest(servers: list[ServerAt]) -> int:
    return max((own.serial or 0 for own in servers), default=0)
