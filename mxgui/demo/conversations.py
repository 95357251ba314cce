"""Listening sockets on loopback and the talks that they began, all closed together."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

LOOPBACK = "127.0.0.1"
BACKLOG = 100  # connections that may wait to be taken

Talk: TypeAlias = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass(slots=True)
class Conversations:
    """What was opened, so that it can be closed; a talk never outlives its listener."""

    _servers: list[asyncio.Server] = field(default_factory=list)
    _talks: set[asyncio.Task[Any]] = field(default_factory=set)
    _sockets: list[socket.socket] = field(default_factory=list)
    _closed: bool = False

    async def listen(
        self,
        talk: Talk,
        address: str,
        port: int,
        limit: int,
        context: ssl.SSLContext | None = None,
    ) -> int:
        """Take connections at an address, each for one talk, and give the port.

        Port 0 means any that is free; `limit` bounds one line of reading, in bytes; with a context
        the talk begins behind a TLS handshake. Raises OSError where the port cannot be had.
        """

        async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await self._hold(talk, reader, writer)

        server = await asyncio.start_server(
            take, address, port, limit=limit, backlog=BACKLOG, ssl=context
        )
        self._servers.append(server)
        bound: int = server.sockets[0].getsockname()[1]
        return bound

    def fall_mute(self, address: str, port: int) -> None:
        """Hold an address so that connecting to it gets no answer at all.

        The queue of a listener that takes nobody is filled; Linux then drops what comes to it.
        Raises OSError where the port cannot be had.
        """
        listener = socket.create_server((address, port), backlog=0)
        self._sockets.append(listener)
        filler = socket.socket()
        self._sockets.append(filler)
        filler.setblocking(False)
        filler.connect_ex((address, port))

    async def close(self) -> None:
        """Close the listeners, then end every talk where it stands."""
        self._closed = True
        for server in self._servers:
            server.close()
        talks = list(self._talks)
        for task in talks:
            task.cancel()
        await asyncio.gather(*talks, return_exceptions=True)
        for held in self._sockets:
            held.close()

    async def _hold(
        self, talk: Talk, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        task = asyncio.current_task()
        if task is None or self._closed:
            writer.transport.abort()
            return
        self._talks.add(task)
        try:
            await talk(reader, writer)
            writer.close()
        except (OSError, EOFError, asyncio.LimitOverrunError):
            writer.transport.abort()  # the other side went away, or does not speak as agreed
        except asyncio.CancelledError:
            # The task ends here. To raise would be reported: 3.11 takes a cancelled talk for a bug.
            writer.transport.abort()
        finally:
            self._talks.discard(task)
