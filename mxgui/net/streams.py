"""DNS over TCP and TLS: one connection carries many questions, in any order (RFC 7766)."""

from __future__ import annotations

import asyncio
import ssl
import struct
from collections.abc import Callable
from contextlib import suppress
from time import perf_counter
from typing import cast

import dns.entropy

from mxgui.model.resolver import ResolverSpec
from mxgui.net.queries import MAX_STRANGERS, Message, Query, Strangers, reply_in

MAX_LATE = 1_000  # messages in a row that nobody waits for: more than were ever cancelled
STALLED = 1.0  # seconds without a byte, while replies are due; then another connection is opened


async def connect(spec: ResolverSpec, context: ssl.SSLContext | None) -> Stream:
    """Open a connection to a resolver, with TLS (RFC 7858) if there is a context.

    A host without an address is looked up by the system. Raises OSError.
    """
    _, stream = await asyncio.get_running_loop().create_connection(
        Stream,
        spec.address or spec.host,
        spec.port,
        ssl=context,
        server_hostname=spec.host if context else None,
    )
    return stream


class Stream(asyncio.Protocol):
    """One connection; every message on it has its length in front (RFC 1035, section 4.2.2)."""

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        """Begin with nothing asked; `clock` tells seconds."""
        self.has_answered = False
        self._clock = clock
        self._quiet_since = clock()
        self._buffer = bytearray()
        self._waiting: dict[int, asyncio.Queue[bytes | Exception]] = {}
        self._late = 0  # messages in a row for nobody
        self._end: Exception | None = None
        self._is_retired = False

    @property
    def is_fit(self) -> bool:
        """Whether another question may be put: it is open, and does not sit on earlier ones."""
        is_stalled = bool(self._waiting) and self._clock() - self._quiet_since > STALLED
        is_open = self._end is None and not self._transport.is_closing()
        return is_open and not self._is_retired and not is_stalled

    async def ask(self, query: Query, strangers: Strangers) -> Message:
        """Put a question and wait for its reply; the query gets an id that is free here.

        Raises EOFError or OSError when the connection ends, and NoReply.
        """
        if self._end is not None:
            raise self._end
        while query.id in self._waiting:
            query.id = dns.entropy.random_16()
        inbox = self._waiting[query.id] = asyncio.Queue(MAX_STRANGERS)
        try:
            self._send(query.to_wire())
            while True:
                arrived = await inbox.get()
                if isinstance(arrived, Exception):
                    raise arrived
                reply = reply_in(arrived, query)
                if reply is not None:
                    return reply
                strangers.add()
        finally:
            del self._waiting[query.id]
            self._leave()

    def retire(self) -> None:
        """Take no more questions, and close once nobody waits."""
        self._is_retired = True
        self._leave()

    def close(self) -> None:
        """Close at once."""
        self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way out."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Cut what came into messages."""
        self._quiet_since = self._clock()
        self._buffer += data
        while len(self._buffer) >= 2 and not self._transport.is_closing():
            end = 2 + int.from_bytes(self._buffer[:2])
            if len(self._buffer) < end:
                break
            self._deliver(bytes(self._buffer[2:end]))
            del self._buffer[:end]

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell everybody who waits."""
        self._end = exc or EOFError("the connection was closed")
        for inbox in self._waiting.values():
            with suppress(asyncio.QueueFull):
                inbox.put_nowait(self._end)

    def _send(self, wire: bytes) -> None:
        if len(self._waiting) == 1:
            self._quiet_since = self._clock()
        self._transport.write(struct.pack("!H", len(wire)) + wire)

    def _deliver(self, message: bytes) -> None:
        """Hand a message to who waits for it; one that comes too late is let go, a flood is not."""
        inbox = self._waiting.get(int.from_bytes(message[:2]))
        if inbox is not None:
            self._late = 0
            self.has_answered = True
            with suppress(asyncio.QueueFull):
                inbox.put_nowait(message)
            return
        self._late += 1
        if self._late > MAX_LATE:
            self._transport.abort()

    def _leave(self) -> None:
        if self._is_retired and not self._waiting:
            self._transport.abort()


class TlsClient:
    """DNS over TLS with one resolver; the connection is kept from question to question.

    Resolvers at home take few connections at once: unbound ten, if nobody tells it otherwise.
    """

    def __init__(self, spec: ResolverSpec, context: ssl.SSLContext) -> None:
        """Take where to connect, and what verifies the certificate."""
        self._spec = spec
        self._context = context
        self._stream: Stream | None = None
        self._opening = asyncio.Lock()

    async def ask(self, query: Query, strangers: Strangers) -> Message:
        """Put a question. Raises OSError, EOFError and NoReply."""
        stream = await self._open()
        try:
            return await stream.ask(query, strangers)
        except (OSError, EOFError):
            if not stream.has_answered:
                raise
        # It was closed after earlier answers, as servers do when they are idle: not this
        # question's fault (RFC 7766, section 6.2.4).
        return await (await self._open()).ask(query, strangers)

    async def close(self) -> None:
        """Close the connection."""
        if self._stream is not None:
            self._stream.close()

    async def _open(self) -> Stream:
        """Give a connection that is fit for use; one opens it, the others wait for that."""
        async with self._opening:
            if self._stream is None or not self._stream.is_fit:
                fresh = await connect(self._spec, self._context)
                if self._stream is not None:
                    self._stream.retire()
                self._stream = fresh
            return self._stream
