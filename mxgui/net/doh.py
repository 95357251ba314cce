"""DNS over HTTPS (RFC 8484); imported only where a resolver is asked in this way.

The sockets are ours, HTTP is httpcore2's, which the extra `doh` brings: its own sockets stay open
when a cancel meets them in the middle of a TLS handshake.
"""

from __future__ import annotations

import asyncio
import ssl
from asyncio import StreamReader, StreamWriter
from typing import Any

import httpcore2

from mxgui.model.records import AttemptResult
from mxgui.net.queries import Message, NoReply, Query, Strangers, reply_in

MAX_MESSAGE = 65_535  # bytes; no DNS message is longer (RFC 1035, section 4.2.2)
_TYPE = "application/dns-message"
# Identity: a compressed body could be small on the wire and endless here.
_HEADERS = (("Content-Type", _TYPE), ("Accept", _TYPE), ("Accept-Encoding", "identity"))

# What httpcore2 raises for itself; errors of sockets and of TLS come from below as they are.
_OF_HTTP = (
    httpcore2.ConnectionNotAvailable,
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpcore2.TimeoutException,
    httpcore2.UnsupportedProtocol,
)


class DohClient:
    """A client for one resolver; its connection is kept from question to question."""

    def __init__(self, url: str, context: ssl.SSLContext) -> None:
        """Take where to post, and what verifies the certificate.

        HTTP/2 is offered: some operators have no other.
        """
        self._url = url
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=context, http2=True, network_backend=_Sockets()
        )

    async def ask(self, query: Query, strangers: Strangers) -> Message:
        """Put a question. Raises OSError, EOFError and NoReply."""
        try:
            wire = await self._post(query.to_wire())
        except (EOFError, ConnectionResetError, BrokenPipeError):
            # Servers close connections that were idle, and only using one shows it.
            wire = await self._post(query.to_wire())
        reply = reply_in(wire, query)
        if reply is None:
            strangers.add()
            raise NoReply(AttemptResult.BAD_ANSWER)
        return reply

    async def close(self) -> None:
        """Close the connection."""
        await self._pool.aclose()

    async def _post(self, body: bytes) -> bytes:
        request = self._pool.stream("POST", self._url, headers=_HEADERS, content=body)
        try:
            async with request as reply:
                return await _message_in(reply)
        except _OF_HTTP as error:
            why = str(error) or type(error).__name__
            raise NoReply(AttemptResult.HTTP_FAILED, why) from error


async def _message_in(reply: httpcore2.Response) -> bytes:
    """Read the body, as long as it can be a DNS message."""
    if reply.status != 200:
        raise NoReply(AttemptResult.HTTP_FAILED, f"HTTP status {reply.status}")
    kinds = [value for name, value in reply.headers if name.lower() == b"content-type"]
    kind = b"".join(kinds[:1]).decode("ascii", "replace").partition(";")[0].strip().lower()
    if kind != _TYPE:
        raise NoReply(AttemptResult.HTTP_FAILED, f"not {_TYPE} but {kind or 'nothing named'}")
    body = bytearray()
    async for part in reply.aiter_stream():
        body += part
        if len(body) > MAX_MESSAGE:
            raise NoReply(AttemptResult.HTTP_FAILED, "longer than any DNS message")
    return bytes(body)


class _Sockets(httpcore2.AsyncNetworkBackend):
    """Connections as asyncio opens them; all limits of time are the caller's."""

    async def connect_tcp(
        self, host: str, port: int, *_: Any, **__: Any
    ) -> httpcore2.AsyncNetworkStream:
        return _Connection(*await asyncio.open_connection(host, port))


class _Connection(httpcore2.AsyncNetworkStream):
    """One connection, which is closed whatever interrupts it."""

    def __init__(self, reader: StreamReader, writer: StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._is_due = False  # whether a reply is, of which nothing has come yet

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, *_: Any, **__: Any
    ) -> httpcore2.AsyncNetworkStream:
        try:
            await self._writer.start_tls(ssl_context, server_hostname=server_hostname)
        except BaseException:
            self._writer.transport.abort()
            raise
        return self

    async def read(self, max_bytes: int, *_: Any, **__: Any) -> bytes:
        came = await self._reader.read(max_bytes)
        if not came and self._is_due:
            raise EOFError("the connection was closed")
        self._is_due = False
        return came

    async def write(self, buffer: bytes, *_: Any, **__: Any) -> None:
        self._is_due = True
        self._writer.write(buffer)
        await self._writer.drain()

    async def aclose(self) -> None:
        self._writer.transport.abort()

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":  # asked of an idle connection: whether the server has closed it
            return self._reader.at_eof()
        return self._writer.get_extra_info(info)
