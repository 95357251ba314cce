"""A policy host on loopback: it says what it is told to, or misbehaves at any stage."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from tests.servers.smtp_server import Peer, SmtpServer

DOMAIN = "example.org"
HOST = "mta-sts.example.org"
POLICY = b"version: STSv1\r\nmode: enforce\r\nmx: *.example.org\r\nmax_age: 604800\r\n"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"

Act: TypeAlias = Callable[[Peer], Awaitable[None]]
Reply: TypeAlias = bytes | Act


class PolicyServer(SmtpServer):
    """A web server that takes one request a connection; `heard` are the lines of the requests.

    `reply` is what it answers with, in bytes or as an act; `early` is done instead of the TLS
    handshake. Without a context it speaks no TLS.
    """

    def __init__(
        self, reply: Reply, tls: ssl.SSLContext | None = None, early: Act | None = None
    ) -> None:
        super().__init__({}, tls)
        self._reply = reply
        self._early = early

    async def _converse(self, peer: Peer) -> None:
        if self._early is not None:
            await self._early(peer)
            return
        if self.tls is not None:
            await peer.begin_tls()
        while await peer.hear():
            pass
        if isinstance(self._reply, bytes):
            await peer.say(self._reply)
        else:
            await self._reply(peer)
        peer.close()
        await peer.stay()


def a_reply(body: bytes = POLICY, *headers: bytes, status: bytes = b"200 OK") -> bytes:
    """A whole reply with the length of its body, and the headers that are given."""
    lines = [
        b"HTTP/1.1 " + status,
        *(headers or (b"Content-Type: text/plain",)),
        b"Content-Length: %d" % len(body),
    ]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def in_chunks(body: bytes, size: int) -> bytes:
    """A whole reply whose body comes in chunks of that size."""
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)
    return HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"


async def say_nothing(peer: Peer) -> None:
    """Stay connected, and silent."""
    await peer.stay()


async def reset(peer: Peer) -> None:
    """Break off with RST."""
    peer.reset()


async def close(peer: Peer) -> None:
    """Close in order."""
    peer.close()


async def speak_in_the_clear(peer: Peer) -> None:
    """Answer the handshake of TLS with a plain page, as a web server without TLS does."""
    await peer.say(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
    await peer.stay()


async def talk_garbage(peer: Peer) -> None:
    """Answer the handshake of TLS with bytes that mean nothing."""
    await peer.say(bytes(range(256)) * 16)
    await peer.stay()


def after(said: bytes, act: Act) -> Act:
    """Say so much, then do that."""

    async def acted(peer: Peer) -> None:
        await peer.say(said)
        await asyncio.sleep(0)
        await act(peer)

    return acted


def without_end(beginning: bytes, part: bytes) -> Act:
    """Begin, and go on with the same for ever."""

    async def acted(peer: Peer) -> None:
        await peer.say(beginning)
        while True:
            await peer.say(part)

    return acted


def dripping(said: bytes, pause: float) -> Act:
    """Say it byte by byte, with a pause in seconds before each."""

    async def acted(peer: Peer) -> None:
        for byte in said:
            await asyncio.sleep(pause)
            await peer.say(bytes((byte,)))

    return acted
