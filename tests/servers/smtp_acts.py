"""What a scripted mail host can say and do: the good, and all the others that are out there."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from tests.servers.smtp_server import Act, Peer, Says

GREETING = b"220 mx1.example.org ESMTP\r\n"
EHLO = b"250-mx1.example.org\r\n250-SIZE 52428800\r\n250 8BITMIME\r\n"
EHLO_STARTTLS = b"250-mx1.example.org\r\n250-SIZE 52428800\r\n250 STARTTLS\r\n"
GO_AHEAD = b"220 2.0.0 Ready to start TLS\r\n"
PLAIN: Mapping[str, Says] = {
    "greeting": GREETING,
    "EHLO": EHLO,
    "HELO": b"250 mx1.example.org\r\n",
    "QUIT": b"221 2.0.0 Bye\r\n",
}
DRIP = 0.01  # seconds between two bytes
FLOOD = 1 << 28  # bytes; far more than anybody should read


async def silence(peer: Peer) -> None:
    """Say nothing."""
    await peer.stay()


async def close(peer: Peer) -> None:
    """Close in order."""
    peer.close()


async def reset(peer: Peer) -> None:
    """Break the connection off."""
    peer.reset()


async def go_ahead(peer: Peer) -> None:
    """Take STARTTLS and shake hands."""
    await peer.say(GO_AHEAD)
    await peer.begin_tls()


async def go_ahead_injected(peer: Peer) -> None:
    """Take STARTTLS, with a plain reply behind it that pretends to be a protected one."""
    await peer.say(GO_AHEAD + b"250-evil.example\r\n250 AUTH PLAIN\r\n")
    await peer.begin_tls()


def encrypting(**others: Says) -> Mapping[str, Says]:
    """The table of a host with STARTTLS, but for what is given; `EHLO_tls` is said under TLS."""
    told = {name.replace("_", " "): says for name, says in others.items()}
    return {**PLAIN, "EHLO": EHLO_STARTTLS, "EHLO tls": EHLO, "STARTTLS": go_ahead, **told}


def then(said: bytes, act: Act) -> Act:
    """Say something, then do something."""

    async def both(peer: Peer) -> None:
        await peer.say(said)
        await act(peer)

    return both


def when(event: asyncio.Event, said: bytes) -> Act:
    """Say something once the event is set."""

    async def later(peer: Peer) -> None:
        await event.wait()
        await peer.say(said)

    return later


def dripping(said: bytes) -> Act:
    """Say something byte by byte, again and again."""

    async def drip(peer: Peer) -> None:
        while True:
            for byte in said:
                await peer.say(bytes([byte]))
                await asyncio.sleep(DRIP)

    return drip


def flooding(line: bytes) -> Act:
    """Say the same without end, as fast as the client takes it."""

    async def flood(peer: Peer) -> None:
        for _ in range(FLOOD // len(line)):
            await peer.say(line)

    return flood
