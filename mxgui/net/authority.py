"""One name server asked directly, without a resolver in between: what it says of its own zone.

The query wants no recursion. What its records say is kept as text, so that servers can be compared.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TypeAlias

import dns.exception
import dns.flags
import dns.message
import dns.name
import dns.rdatatype
from dns.rdtypes.ANY.NS import NS
from dns.rdtypes.ANY.SOA import SOA
from dns.rdtypes.IN.A import A
from dns.rdtypes.IN.AAAA import AAAA

from mxgui.model.authority import ServerAnswer
from mxgui.model.records import Answer, AttemptResult, Mx, Record, RecordType, Status, Transport
from mxgui.model.resolver import ResolverKind, ResolverSpec
from mxgui.net.answers import read
from mxgui.net.clock import Stopwatch
from mxgui.net.queries import PAYLOAD, Message, NoReply, Query, Strangers, UnaskableName, rcode_of
from mxgui.net.sections import Section
from mxgui.net.servers import Server, send

WAIT = 2.5  # seconds for one reply; resolvers turn to the next server sooner
TRIES = 2  # over UDP: one datagram may get lost, two seldom
AT_ONCE = 10  # servers in the whole program; each has one question at a time
MAX_LINES = 200  # records of one answer, and addresses of one referral
PORT = 53
_NO_EDNS = {"FORMERR", "NOTIMP", "BADVERS"}  # as in `tries`

Place: TypeAlias = tuple[str, int]  # an IP address and a port
Way: TypeAlias = Callable[[str], Place]  # where to send what is for a name server's address


def straight(address: str) -> Place:
    """Give the way that leads straight to a name server."""
    return address, PORT


class Courtesy:
    """Good manners towards name servers: one question at a time each, and few servers at once."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        """Begin with nobody asked."""
        self._places = asyncio.Semaphore(at_once)
        self._locks: dict[str, asyncio.Lock] = {}
        self._waiting: Counter[str] = Counter()

    @asynccontextmanager
    async def turn(self, address: str) -> AsyncIterator[None]:
        """Wait until the server may be asked; nobody else asks it meanwhile."""
        lock = self._locks.setdefault(address, asyncio.Lock())
        self._waiting[address] += 1
        try:
            async with lock, self._places:
                yield
        finally:
            self._waiting[address] -= 1
            if not self._waiting[address]:
                del self._waiting[address], self._locks[address]


@dataclass(frozen=True, slots=True)
class Direct:
    """One question to one server under way; `asked` has what it is about, and nothing heard."""

    asked: ServerAnswer
    way: Way
    watch: Stopwatch
    wait: float = WAIT

    async def run(self) -> ServerAnswer:
        """Ask, with a second try over UDP, and over TCP what did not fit; never raises."""
        began = self.watch()
        try:
            found = await self._ask()
        except UnaskableName:
            found = replace(
                self.asked, status=Status.NOT_ASKED, note="no message can carry the name"
            )
        return replace(found, at=began, took=self.watch() - began)

    async def _ask(self) -> ServerAnswer:
        if self.asked.transport is Transport.TCP:
            return await self._over(Transport.TCP, edns=True)
        found = self.asked
        for edns in (True, False)[:TRIES]:  # some boxes on the way drop what has EDNS in it
            found = await self._over(Transport.UDP, edns=edns)
            if found.status is not Status.TIMEOUT or found.note:
                return found
        return found

    async def _over(self, transport: Transport, *, edns: bool) -> ServerAnswer:
        try:
            message = await self._send(transport, edns=edns)
        except NoReply as failure:
            if failure.result is AttemptResult.TRUNCATED and transport is Transport.UDP:
                return await self._over(Transport.TCP, edns=edns)
            return self._unheard(transport, failure)
        if edns and rcode_of(message) in _NO_EDNS:
            return await self._over(transport, edns=False)
        return replace(read_direct(message, self.asked), transport=transport)

    async def _send(self, transport: Transport, *, edns: bool) -> Message:
        address, port = self.way(self.asked.address)
        server = Server(ResolverSpec(ResolverKind.PLAIN, address, port, address))
        query, strangers = _query(self.asked, edns=edns), Strangers()
        try:
            async with asyncio.timeout(self.wait):
                return await send(server, transport, query, strangers)
        except TimeoutError:
            if strangers.count:
                raise NoReply(AttemptResult.BAD_ANSWER, "replies to other questions") from None
            raise NoReply(AttemptResult.TIMEOUT) from None

    def _unheard(self, transport: Transport, failure: NoReply) -> ServerAnswer:
        silent = failure.result in (AttemptResult.TIMEOUT, AttemptResult.UNREACHABLE)
        status = Status.TIMEOUT if silent else Status.BAD_ANSWER
        note = "" if failure.result is AttemptResult.TIMEOUT else failure.note
        return replace(self.asked, status=status, transport=transport, note=note)


def read_direct(message: Message, asked: ServerAnswer) -> ServerAnswer:
    """Give what a reply says of what was asked."""
    heard = replace(
        asked,
        rcode=rcode_of(message),
        authoritative=bool(message.flags & dns.flags.AA),
        recursive=bool(message.flags & dns.flags.RA),
    )
    answer = read(message, asked.question)
    if answer.note:
        heard = replace(heard, note=answer.note)
    if asked.question.type is RecordType.SOA:
        return _of_soa(message, heard, answer.answer)
    if asked.question.type is RecordType.NS and asked.question.name != asked.zone:
        return _of_referral(message, heard, answer.answer)
    lines = (*(f"CNAME {alias.target}" for alias in answer.answer.aliases), *_lines(answer.answer))
    status = Status.NOERROR if lines else answer.answer.status
    return replace(heard, status=status, answer=tuple(sorted(lines)), ttl=answer.answer.ttl)


def _of_soa(message: Message, heard: ServerAnswer, answer: Answer) -> ServerAnswer:
    zone = dns.name.from_text(heard.zone)
    section = Section(message.answer, is_own=True)
    records = section.records(zone, dns.rdatatype.SOA)
    term = section.term(zone, dns.rdatatype.SOA)
    if not records or term is None or not isinstance(records[0], SOA):
        return replace(heard, status=answer.status)
    soa = records[0]
    names = (soa.mname, soa.rname)
    words = " ".join(name.canonicalize().to_text(omit_final_dot=True) for name in names)
    return replace(
        heard,
        status=Status.NOERROR,
        serial=soa.serial,
        answer=(f"{words} {soa.serial}",),
        ttl=term.left,
    )


def _of_referral(message: Message, heard: ServerAnswer, answer: Answer) -> ServerAnswer:
    """Read which servers the zone above names; one that serves both zones answers as the lower."""
    below = dns.name.from_text(heard.question.name)
    for rrsets in (message.answer, message.authority):
        section = Section(rrsets, is_own=False)
        records = section.records(below, dns.rdatatype.NS)
        term = section.term(below, dns.rdatatype.NS)
        if records and term is not None:
            named = [record.target for record in records if isinstance(record, NS)]
            lines = {target.canonicalize().to_text(omit_final_dot=True) for target in named}
            return replace(
                heard,
                status=Status.NOERROR,
                answer=tuple(sorted(lines))[:MAX_LINES],
                glue=_glue(message, named),
                ttl=term.left,
                note="",
            )
    return replace(heard, status=answer.status)


def _glue(message: Message, named: list[dns.name.Name]) -> tuple[str, ...]:
    section = Section(message.additional, is_own=False)
    found = {
        f"{target.canonicalize().to_text(omit_final_dot=True)} {record.address}"
        for target in named
        for kind in (dns.rdatatype.A, dns.rdatatype.AAAA)
        for record in section.records(target, kind)
        if isinstance(record, A | AAAA)
    }
    return tuple(sorted(found))[:MAX_LINES]


def _lines(answer: Answer) -> list[str]:
    return [_line(record) for record in answer.records[:MAX_LINES]]


def _line(record: Record) -> str:
    return f"{record.preference} {record.exchange}" if isinstance(record, Mx) else str(record)


def _query(asked: ServerAnswer, *, edns: bool) -> Query:
    """Make the query; it wants no recursion. Raises UnaskableName."""
    try:
        name = dns.name.from_text(asked.question.name)
    except (dns.exception.DNSException, UnicodeError) as error:
        raise UnaskableName(str(error)) from error
    return dns.message.make_query(
        name,
        dns.rdatatype.from_text(asked.question.type.value),
        use_edns=0 if edns else False,
        payload=PAYLOAD if edns else None,
        flags=0,
    )
