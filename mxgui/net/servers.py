"""One query sent to one resolver, over whatever it is reached by."""

from __future__ import annotations

import asyncio
import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from mxgui.model.records import AttemptResult, Transport
from mxgui.model.resolver import ResolverKind, ResolverSpec
from mxgui.net.failure import plain
from mxgui.net.queries import MAX_STRANGERS, Message, NoReply, Query, Strangers, reply_in
from mxgui.net.streams import connect

_FIRST = {
    ResolverKind.PLAIN: Transport.UDP,
    ResolverKind.TLS: Transport.TLS,
    ResolverKind.HTTPS: Transport.HTTPS,
}


class Client(Protocol):
    """What keeps a connection to one resolver from question to question."""

    async def ask(self, query: Query, strangers: Strangers) -> Message:
        """Put a question. Raises OSError, EOFError and NoReply."""
        ...

    async def close(self) -> None:
        """Close the connection."""
        ...


@dataclass(frozen=True, slots=True)
class Server:
    """A resolver; over TLS and HTTPS it comes with the client that talks to it."""

    spec: ResolverSpec
    client: Client | None = None

    @property
    def transport(self) -> Transport:
        """Over what it is asked first."""
        return _FIRST[self.spec.kind]


async def send(server: Server, transport: Transport, query: Query, strangers: Strangers) -> Message:
    """Send the query and wait for the reply to it, for ever: the limit is the caller's.

    Sockets are our own, not dnspython's: a connected one hears at once that nobody listens, and
    a cancel always gets through (dnspython's asyncio part loses some on Python 3.11). Raises
    NoReply.
    """
    try:
        if server.client is not None:
            return await server.client.ask(query, strangers)
        if transport is Transport.UDP:
            return await _over_udp(server.spec, query, strangers)
        return await _over_tcp(server.spec, query, strangers)
    except (OSError, EOFError) as error:
        raise _failure(error) from error


async def _over_udp(spec: ResolverSpec, query: Query, strangers: Strangers) -> Message:
    loop = asyncio.get_running_loop()
    transport, inbox = await loop.create_datagram_endpoint(
        _Inbox, remote_addr=(spec.address, spec.port)
    )
    try:
        transport.sendto(query.to_wire())
        while (reply := reply_in(await inbox.next(), query)) is None:
            strangers.add()
        return reply
    finally:
        transport.abort()


async def _over_tcp(spec: ResolverSpec, query: Query, strangers: Strangers) -> Message:
    stream = await connect(spec, None)
    try:
        return await stream.ask(query, strangers)
    finally:
        stream.close()


class _Inbox(asyncio.DatagramProtocol):
    """What arrives at a connected UDP socket, in order: messages, and ICMP errors."""

    def __init__(self) -> None:
        self._arrived: asyncio.Queue[bytes | Exception] = asyncio.Queue(MAX_STRANGERS)

    def datagram_received(self, data: bytes, addr: object) -> None:
        self._put(data)

    def error_received(self, exc: Exception) -> None:
        self._put(exc)

    def connection_lost(self, exc: Exception | None) -> None:
        self._put(exc or EOFError("the socket was closed"))

    def _put(self, arrived: bytes | Exception) -> None:
        with suppress(asyncio.QueueFull):
            self._arrived.put_nowait(arrived)

    async def next(self) -> bytes:
        """Give the next message. Raises OSError for an ICMP error such as "port unreachable"."""
        arrived = await self._arrived.get()
        if isinstance(arrived, Exception):
            raise arrived
        return arrived


def _failure(error: OSError | EOFError) -> NoReply:
    """Tell what an error of a socket means for the try."""
    match error:
        case TimeoutError():
            return NoReply(AttemptResult.TIMEOUT, "the system gave up connecting")
        case ssl.SSLCertVerificationError():
            return NoReply(AttemptResult.TLS_FAILED, error.verify_message)
        case ssl.SSLError():
            return NoReply(AttemptResult.TLS_FAILED, plain(error))
        case EOFError():
            return NoReply(AttemptResult.UNREACHABLE, "the connection was closed")
        case socket.gaierror():
            return NoReply(AttemptResult.UNREACHABLE, f"its name is not found: {error.strerror}")
        case OSError():
            return NoReply(AttemptResult.UNREACHABLE, plain(error))
