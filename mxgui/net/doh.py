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
from mxgui.net.queries import NoReply

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

    def __init__(self, context: ssl.SSLContext) -> None:
        """Take what verifies the certificate. HTTP/2 is offered: some operators have no other."""
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=context, http2=True, network_backend=_Sockets()
        )

    async def post(self, url: str, wire: bytes) -> bytes:
        """Send a query and give the message in the reply. Raises NoReply and OSError."""
        try:
            async with self._pool.stream("POST", url, headers=_HEADERS, content=wire) as reply:
                return await _message_in(reply)
        except _OF_HTTP as error:
            why = str(error) or type(error).__name__
            raise NoReply(AttemptResult.HTTP_FAILED, why) from error

    async def close(self) -> None:
        """Close the connection."""
        await self._pool.aclose()


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
        return await self._reader.read(max_bytes)

    async def write(self, buffer: bytes, *_: Any, **__: Any) -> None:
        self._writer.write(buffer)
        await self._writer.drain()

    async def aclose(self) -> None:
        self._writer.transport.abort()

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":  # asked of an idle connection: whether the server has closed it
            return self._reader.at_eof()
        return self._writer.get_extra_info(info)
