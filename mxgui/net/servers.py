"""One query sent to one resolver: over UDP, TCP, TLS or HTTPS."""

from __future__ import annotations

import asyncio
import socket
import ssl
import struct
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mxgui.model.records import AttemptResult, Transport
from mxgui.model.resolver import ResolverKind, ResolverSpec
from mxgui.net.failure import plain
from mxgui.net.queries import Message, NoReply, Query, reply_in

if TYPE_CHECKING:
    from mxgui.net.doh import DohClient

MAX_STRANGERS = 32  # messages that reply to something else; then nothing good is coming
_WAITING = 64  # datagrams that wait to be read; what a flood brings beyond is dropped

_FIRST = {
    ResolverKind.PLAIN: Transport.UDP,
    ResolverKind.TLS: Transport.TLS,
    ResolverKind.HTTPS: Transport.HTTPS,
}


@dataclass(frozen=True, slots=True)
class Server:
    """A resolver, and what it takes to talk to it."""

    spec: ResolverSpec
    context: ssl.SSLContext | None = None
    https: DohClient | None = None

    @property
    def transport(self) -> Transport:
        """Over what it is asked first."""
        return _FIRST[self.spec.kind]


@dataclass(slots=True)
class Strangers:
    """How many messages came in one try that reply to something else, and were passed over."""

    count: int = 0

    def add(self) -> None:
        """Count one more. Raises NoReply when it is a flood."""
        self.count += 1
        if self.count >= MAX_STRANGERS:
            raise NoReply(AttemptResult.BAD_ANSWER, f"{self.count} messages to other questions")


async def send(server: Server, transport: Transport, query: Query, strangers: Strangers) -> Message:
    """Send the query and wait for the reply to it, for ever: the limit is the caller's.

    Sockets are our own, not dnspython's: a connected one hears at once that nobody listens, and
    a cancel always gets through (dnspython's asyncio part loses some on Python 3.11). Raises
    NoReply. A cancel closes the connection and goes on.
    """
    try:
        match transport:
            case Transport.UDP:
                return await _over_udp(server.spec, query, strangers)
            case Transport.TCP:
                return await _over_stream(server.spec, None, query, strangers)
            case Transport.TLS:
                return await _over_stream(server.spec, server.context, query, strangers)
            case Transport.HTTPS:
                return await _over_https(server, query, strangers)
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


async def _over_stream(
    spec: ResolverSpec, context: ssl.SSLContext | None, query: Query, strangers: Strangers
) -> Message:
    """Ask over TCP, or TLS if there is a context; each message has its length in front.

    RFC 1035 section 4.2.2, RFC 7858. A host without an address is looked up by the system.
    """
    reader, writer = await asyncio.open_connection(
        spec.address or spec.host,
        spec.port,
        ssl=context,
        server_hostname=spec.host if context else None,
    )
    try:
        wire = query.to_wire()
        writer.write(struct.pack("!H", len(wire)) + wire)
        while True:
            (length,) = struct.unpack("!H", await reader.readexactly(2))
            reply = reply_in(await reader.readexactly(length), query)
            if reply is not None:
                return reply
            strangers.add()
    finally:
        writer.transport.abort()


async def _over_https(server: Server, query: Query, strangers: Strangers) -> Message:
    assert server.https is not None, "a resolver over HTTPS comes with its client"
    reply = reply_in(await server.https.post(server.spec.url, query.to_wire()), query)
    if reply is None:
        strangers.add()
        raise NoReply(AttemptResult.BAD_ANSWER, "the reply is to another question")
    return reply


class _Inbox(asyncio.DatagramProtocol):
    """What arrives at a connected UDP socket, in order: messages, and ICMP errors."""

    def __init__(self) -> None:
        self._arrived: asyncio.Queue[bytes | Exception] = asyncio.Queue(_WAITING)

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
