"""A DNS server of the demo at its sockets: UDP and TCP on one port of 127.0.0.1."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias, cast

from mxgui.demo.conversations import Conversations

LOOPBACK = "127.0.0.1"
IDLE = 20.0  # seconds that a TCP connection may stay without a question (RFC 7766, section 6.2.3)
MAX_QUESTIONS = 200  # on one TCP connection
_TRIES = 10  # to find a port that is free for both

Reply: TypeAlias = Callable[[bytes, bool], bytes | None]


class _Datagrams(asyncio.DatagramProtocol):
    """Answers each datagram by itself."""

    def __init__(self, server: DnsServer) -> None:
        self._server = server
        self._transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        answer = self._server.reply(data, True)
        if answer is not None and self._transport is not None:
            self._transport.sendto(answer, addr)


@dataclass(slots=True)
class DnsServer:
    """Whoever answers questions: `reply` takes one, and whether it came in a datagram."""

    reply: Reply
    conversations: Conversations
    port: int = 0
    _datagrams: asyncio.DatagramTransport | None = field(default=None, repr=False)

    async def open(self) -> None:
        """Listen; `port` tells where. Raises OSError if no port is free for UDP and TCP both."""
        for tries_left in reversed(range(_TRIES)):
            self.port = await self.conversations.listen(self._talk, LOOPBACK, 0, limit=0x10000)
            try:
                await self._open_datagrams()
            except OSError:
                if not tries_left:
                    raise
            else:
                return

    def close(self) -> None:
        """Stop taking datagrams; connections end with the conversations."""
        if self._datagrams is not None:
            self._datagrams.abort()

    async def _open_datagrams(self) -> None:
        loop = asyncio.get_running_loop()
        self._datagrams, _ = await loop.create_datagram_endpoint(
            lambda: _Datagrams(self), local_addr=(LOOPBACK, self.port)
        )

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for _ in range(MAX_QUESTIONS):
            async with asyncio.timeout(IDLE):
                length = int.from_bytes(await reader.readexactly(2))
                question = await reader.readexactly(length)
            answer = self.reply(question, False)
            if answer is not None:
                writer.write(len(answer).to_bytes(2) + answer)
                await writer.drain()
