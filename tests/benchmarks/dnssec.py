"""How long it takes to validate an answer whose chain is known already, and one from the root down.

Without any network: the replies lie ready, so that only our own work is measured.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from statistics import median
from time import perf_counter

import dns.message
import dns.name
import dns.rcode
import dns.rdatatype

from mxgui.app.clock import SystemClock
from mxgui.model.records import Question, RecordType, Status
from mxgui.model.security import Dnssec
from mxgui.net.dnssec import Validator
from mxgui.net.dnssec_anchors import read_anchors
from mxgui.net.dnssec_store import Store
from mxgui.net.heard import Heard
from mxgui.net.queries import Message, query_for, reply_in
from tests.benchmarks.table import Row, at_most
from tests.servers.dns_acts import wire_of
from tests.servers.signed_server import World, find
from tests.servers.signed_zones import USUAL
from tests.servers.signing import Zone

RUNS = 200
CACHED = 5.0  # milliseconds; what the issue allows
COLD = 25.0
ZONES = (Zone("."), Zone("example", iterations=0), Zone("nsec3.example", USUAL, iterations=5))
QUESTIONS = {
    "an MX": Question("nsec3.example", RecordType.MX),
    "a TLSA": Question("_25._tcp.mx.nsec3.example", RecordType.TLSA),
    "the absence of a name, NSEC3": Question("gone.nsec3.example", RecordType.MX),
}


class Ready:
    """Replies that lie ready."""

    def __init__(self) -> None:
        self.world = World(ZONES)
        self._made: dict[Question, Message] = {}

    def reply(self, question: Question) -> Message:
        """Give the reply to a question, as it would be read off the wire."""
        if question not in self._made:
            query = query_for(question)
            name, kind = dns.name.from_text(question.name), question.type.value
            found = find(self.world, name, int(dns.rdatatype.from_text(kind)))
            message = dns.message.make_response(query, recursion_available=True)
            message.set_rcode(dns.rcode.Rcode.make(found.rcode))
            message.answer, message.authority = found.answer, found.authority
            read = reply_in(wire_of(message), query)
            assert read is not None
            self._made[question] = read
        return self._made[question]

    async def fetch(self, question: Question) -> Message | None:
        """Give a part of the chain."""
        return self.reply(question)

    async def again(self, question: Question) -> Heard:
        """Give the whole answer."""
        return Heard(Status.NOERROR, (self.reply(question),))


def measure() -> Iterator[Row]:
    """Validate some answers many times over."""
    ready = Ready()
    for what, question in QUESTIONS.items():
        took = asyncio.run(_validated(ready, question, Store()))
        yield at_most(f"validate {what}, its chain known", took, CACHED, " ms")
    took = asyncio.run(_validated(ready, QUESTIONS["an MX"], None))
    yield at_most("validate an MX from the root down", took, COLD, " ms")


async def _validated(ready: Ready, question: Question, store: Store | None) -> float:
    """The median in milliseconds; without a store each run begins with the root."""
    anchors = read_anchors(ready.world.anchors)
    taken = []
    for _ in range(RUNS):
        shared = store if store is not None else Store()
        validator = Validator(ready, anchors, shared, "ready", SystemClock())
        heard = await ready.again(question)
        began = perf_counter()
        found = await validator.validate(question, heard)
        taken.append(perf_counter() - began)
        if found.state is not Dnssec.SECURE:
            raise ValueError(f"{question} is {found.state.value}: {found.steps}")
    return median(taken) * 1000
