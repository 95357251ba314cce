"""A mail host on loopback that says what a table tells it to, and misbehaves on demand."""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
import struct
from asyncio import StreamReader, StreamWriter
from collections.abc import Awaitable, Callable, Mapping
from typing import Self, TypeAlias

LOOPBACK = "127.0.0.1"
_RESET_AT_ONCE = struct.pack("ii", 1, 0)  # SO_LINGER: on, no seconds


class Peer:
    """One connection, seen from the mail host."""

    def __init__(self, server: SmtpServer, reader: StreamReader, writer: StreamWriter) -> None:
        self.encrypted = False
        self._server = server
        self._reader = reader
        self._writer = writer

    async def say(self, said: bytes) -> None:
        """Send bytes as they are; raises ConnectionError when the client has gone."""
        if self._reader.exception() or self._reader.at_eof():  # under TLS a write tells nothing
            raise ConnectionResetError
        self._writer.write(said)
        await self._writer.drain()
        await asyncio.sleep(0)  # who floods lets the end of a connection be heard

    async def hear(self) -> str:
        """Hear one line; empty when the client has gone."""
        line = (await self._reader.readline()).decode("latin-1").rstrip("\r\n")
        if line:
            self._server.heard.append(line)
        return line

    async def stay(self) -> None:
        """Say nothing until the client goes, and drop what it says."""
        while await self._reader.read(4096):
            pass

    async def take(self) -> bytes:
        """Take some of what the client says, as it is; empty when it has gone."""
        return await self._reader.read(4096)

    async def begin_tls(self) -> None:
        """Shake hands as a server."""
        assert self._server.tls is not None
        plain = self._writer.transport
        try:
            await self._writer.start_tls(self._server.tls)
        except AttributeError as error:  # dropped under the handshake: asyncio is left with None
            self._writer._transport = plain  # type: ignore[attr-defined]  # noqa: SLF001
            raise ConnectionAbortedError from error
        self.encrypted = True

    def in_the_clear(self, said: bytes) -> None:
        """Send bytes past the encryption."""
        raw: socket.socket = self._writer.get_extra_info("socket")
        os.write(raw.fileno(), said)

    async def relay(self, port: int) -> None:
        """Let another server of this machine go on, from the next byte."""
        reader, writer = await asyncio.open_connection(LOOPBACK, port)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(_pump(self._reader, writer))
                group.create_task(_pump(reader, self._writer))
        finally:
            writer.transport.abort()
            await asyncio.sleep(0)  # lets the transport close

    def close(self) -> None:
        """Close in order."""
        self._writer.close()

    def reset(self) -> None:
        """Send RST."""
        raw: socket.socket = self._writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_ONCE)
        self._writer.transport.abort()

    def drop(self) -> None:
        """Let go of the connection, whatever state it is in."""
        self._writer.transport.abort()


async def _pump(reader: StreamReader, writer: StreamWriter) -> None:
    while data := await reader.read(4096):
        writer.write(data)
    writer.close()


Act: TypeAlias = Callable[[Peer], Awaitable[None]]
Says: TypeAlias = bytes | Act


class SmtpServer:
    """A scripted mail host on `port`.

    The table goes from `greeting` or a verb to the bytes that are said, or to what is done instead;
    a verb with ` tls` behind it counts once the connection is encrypted. `heard` are the lines that
    clients said, `names` the server names they asked for, `connections` how many there were. `at`
    is address and port; port 0 is a free one.
    """

    def __init__(
        self,
        table: Mapping[str, Says],
        tls: ssl.SSLContext | None = None,
        at: tuple[str, int] = (LOOPBACK, 0),
    ) -> None:
        self.table = table
        self._at = at
        self.tls = tls
        self.port = 0
        self.heard: list[str] = []
        self.names: list[str | None] = []
        self.connections = 0
        self._peers: dict[Peer, tuple[asyncio.Task[object], asyncio.Event]] = {}
        self._listener: asyncio.Server | None = None
        if tls is not None:
            tls.sni_callback = self._remember_name

    async def __aenter__(self) -> Self:
        self._listener = await asyncio.start_server(self._serve, *self._at)
        self.port = self._listener.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._listener is not None
        self._listener.close()
        for peer, (talk, ended) in list(self._peers.items()):
            peer.drop()
            talk.cancel()  # Python 3.11.2 does not wake a reader whose TLS was dropped
            await ended.wait()
        await asyncio.sleep(0)  # lets the transports close

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        peer = Peer(self, reader, writer)
        talk, ended = asyncio.current_task(), asyncio.Event()
        assert talk is not None
        self._peers[peer] = (talk, ended)
        self.connections += 1
        try:
            await self._converse(peer)
        except (OSError, asyncio.CancelledError):  # the client went, or the test has ended
            pass
        finally:
            peer.drop()
            del self._peers[peer]
            ended.set()

    async def _converse(self, peer: Peer) -> None:
        await self._do(peer, "greeting")
        while line := await peer.hear():
            verb = line.partition(" ")[0].upper()
            await self._do(peer, verb)
            if verb == "QUIT":
                peer.close()

    async def _do(self, peer: Peer, cue: str) -> None:
        says = self.table.get(f"{cue} tls") if peer.encrypted else None
        says = says or self.table.get(cue, b"502 5.5.2 Unknown command\r\n")
        if isinstance(says, bytes):
            await peer.say(says)
        else:
            await says(peer)

    def _remember_name(self, _session: object, name: str | None, _context: object) -> None:
        self.names.append(name)
