"""The resolver that questions are put to: one server or several, with failover in their order."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.util import find_spec

from mxgui.model.records import Answer, Attempt, AttemptResult, Question, Status, Transport
from mxgui.model.resolver import BadResolver, ResolverKind, ResolverSpec
from mxgui.model.text import text
from mxgui.net.answers import Reading, joined
from mxgui.net.clock import Stopwatch
from mxgui.net.heard import Heard
from mxgui.net.inquiry import Inquiry
from mxgui.net.queries import Message, is_askable
from mxgui.net.servers import Server
from mxgui.net.streams import TlsClient
from mxgui.net.system_resolvers import system_resolvers
from mxgui.net.tries import USUAL_PACE, Pace
from mxgui.net.trust import system_trust

# Questions at once: A, AAAA and TLSA of twenty exchanges in one round trip. 100 make the window
# stutter, 60 do not (tests/benchmarks/stall.py); and home routers bear that: dnsmasq takes 150.
MAX_IN_FLIGHT = 60

MAX_HEARD = 500  # answers whose replies wait for validation

NONE_FOUND = "none (system)"


class Resolver:
    """Asks questions of DNS; every outcome is an `Answer`, and nothing but a cancel is raised."""

    def __init__(
        self,
        specs: Sequence[ResolverSpec],
        patience: float,
        *,
        trust: ssl.SSLContext | None = None,
        system: Callable[[], Sequence[ResolverSpec]] = system_resolvers,
        pace: Pace = USUAL_PACE,
    ) -> None:
        """Take the resolvers in the order of failover; `patience` is seconds for one question.

        `trust` verifies the certificates of resolvers over TLS and HTTPS, the system's store if
        none is given. Raises BadResolver for DNS over HTTPS without its extra.
        """
        self._patience, self._pace = patience, pace
        self._places = asyncio.Semaphore(MAX_IN_FLIGHT)
        self._servers: list[Server] = []
        self._heard: dict[Question, Heard] = {}
        shown: list[str] = []
        for spec in specs:
            if spec.kind is ResolverKind.SYSTEM:
                found = system()
                self._servers.extend(Server(one) for one in found)
                shown.extend([f"{one} (system)" for one in found] or [NONE_FOUND])
            else:
                self._servers.append(_server(spec, trust))
                shown.append(str(spec))
        self.shown = ", ".join(shown)

    async def ask(self, question: Question, watch: Stopwatch) -> Answer:
        """Ask one question, along aliases that lead out of an answer, until patience ends.

        `at` and `took` leave out the time in which earlier questions held all places. NOT_ASKED
        is for a name that no message can carry.
        """
        async with self._places:
            began = watch()
            answer, messages = await self._follow(question, watch)
            self._heard[question] = Heard(answer.status, messages)
            while len(self._heard) > MAX_HEARD:
                del self._heard[next(iter(self._heard))]
            return replace(answer, at=began, took=watch() - began)

    def heard(self, question: Question) -> Heard:
        """Give the replies that an answer was read from, once: they are many bytes."""
        return self._heard.pop(question, Heard(Status.NOT_ASKED))

    async def again(self, question: Question, watch: Stopwatch) -> Heard:
        """Ask with checking disabled: so a resolver that validates gives what it finds bogus."""
        async with self._places:
            answer, messages = await self._follow(question, watch, checked=False)
            return Heard(answer.status, messages)

    async def fetch(self, question: Question, watch: Stopwatch) -> Message | None:
        """Ask for what validation needs, aliases not followed; None if nothing definite came."""
        async with self._places:
            if not self._servers:
                return None
            reading = await self._inquire(question, watch, watch() + self._patience, checked=False)
            return reading.message

    async def close(self) -> None:
        """Close the connections that are kept from question to question."""
        for server in self._servers:
            if server.client is not None:
                await server.client.close()

    async def _follow(
        self, question: Question, watch: Stopwatch, *, checked: bool = True
    ) -> tuple[Answer, tuple[Message, ...]]:
        until = watch() + self._patience
        if not is_askable(question):
            return Answer(question, Status.NOT_ASKED), ()
        if not self._servers:
            return _nobody_to_ask(question, watch()), ()
        reading = await self._inquire(question, watch, until, checked=checked)
        known, messages = reading.answer, [reading.message]
        while reading.leads_on and known.status is not Status.LOOP:
            onward = Question(known.canonical, question.type)
            reading = await self._inquire(onward, watch, until, checked=checked)
            known = joined(known, reading.answer)
            messages.append(reading.message)
        return known, tuple(message for message in messages if message is not None)

    async def _inquire(
        self, question: Question, watch: Stopwatch, until: float, *, checked: bool
    ) -> Reading:
        inquiry = Inquiry(question, self._servers, watch, until, self._pace, checked)
        return await inquiry.run()


def _server(spec: ResolverSpec, trust: ssl.SSLContext | None) -> Server:
    match spec.kind:
        case ResolverKind.TLS:
            return Server(spec, TlsClient(spec, trust or system_trust()))
        case ResolverKind.HTTPS:
            require_doh()
            from mxgui.net.doh import DohClient  # needs the extra, and takes a while to import

            return Server(spec, DohClient(spec.url, trust or system_trust()))
        case _:
            return Server(spec)


def require_doh(find: Callable[[str], object | None] = find_spec) -> None:
    """Raise BadResolver, with what to do, unless what the extra `doh` brings is installed."""
    if find("httpcore2") is None or find("h2") is None:
        raise BadResolver(
            text(
                "DNS over HTTPS needs more than is installed: run “{command}”, or use tls://.",
                command="pip install mxgui[doh]",
            )
        )


def _nobody_to_ask(question: Question, at: float) -> Answer:
    """Tell that this machine names no resolver: at once, as waiting would not bring one."""
    note = "this system names no resolver"
    attempt = Attempt(NONE_FOUND, Transport.UDP, AttemptResult.UNREACHABLE, at, 0.0, note=note)
    return Answer(question, Status.TIMEOUT, attempts=(attempt,))
