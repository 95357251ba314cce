"""Hostile proxies (SOCKS5)."""

from __future__ import annotations

import asyncio
from asyncio import StreamReader, StreamWriter

from tests.hostile.peer import Peer, Waits, Words, hasty
from tests.hostile.stage import Stage
from tests.servers.socks_server import Habit, SocksServer

# What is lost is the proxy's, so that nothing is known of the host.
NO_ANSWER: Words = {"verdict": "unknown", "outcome": "proxy_no_answer"}
DOWN: Words = {"verdict": "unknown", "outcome": "not_tried", "reason": "proxy_down"}


class Scripted(SocksServer):
    """A proxy that says these bytes once it was spoken to, again and again if it floods."""

    def __init__(self, hello: bytes, answer: bytes = b"", *, floods: bool = False) -> None:
        super().__init__()
        self._parts = [hello, answer]
        self._floods = floods

    async def _talk(self, reader: StreamReader, writer: StreamWriter) -> None:
        for part in self._parts:
            await reader.read(4096)
            writer.write(part)
            await writer.drain()
        while self._floods and not reader.at_eof():
            writer.write(self._parts[-1])
            await writer.drain()
            await asyncio.sleep(0)
        while await reader.read(4096):
            pass


def peer(name: str, proxy, finds: str = "", **wanted: object) -> Peer:
    """A host behind that proxy; whoever keeps silent is not waited for long."""
    plan, waits = hasty(connect=0.6), Waits(proxies=1)
    return Peer(name, Stage(proxy=proxy), wanted, tuple(finds.split()), plan=plan, waits=waits)


def scripted(
    name: str, hello: bytes, answer: bytes = b"", finds: str = "", **wanted: object
) -> Peer:
    """The same with a proxy that says these bytes."""
    return peer(name, lambda: Scripted(hello, answer), finds, **wanted)


PEERS = (
    peer("a proxy that hangs up when asked for a connection", lambda: SocksServer(Habit.HANGS_UP),
         **NO_ANSWER),
    peer("a proxy that never connects", lambda: SocksServer(Habit.SILENT), verdict="unknown",
         outcome="timed_out"),
    peer("a proxy that answers in another protocol", lambda: SocksServer(Habit.ODD_REPLY),
         **NO_ANSWER),
    peer("a proxy that is none", lambda: SocksServer(Habit.GARBAGE), "META-PROXY", **DOWN),
    peer("a proxy that asks for a password", lambda: SocksServer(login=("a", "b")), "META-PROXY",
         **DOWN),
    peer("a proxy that refuses by a rule", lambda: SocksServer(code=2), **NO_ANSWER),
    peer("a proxy with a code of its own", lambda: SocksServer(code=255), **NO_ANSWER),
    scripted("half a greeting of a proxy", b"\5", finds="META-PROXY", **DOWN),
    scripted("a proxy that wants a way that nobody knows", b"\5\x80", finds="META-PROXY", **DOWN),
    scripted("half a reply of a proxy", b"\5\0", b"\5\0\0", verdict="unknown", outcome="timed_out"),
    scripted("a proxy that answers with a name of 255 bytes that never comes", b"\5\0",
             b"\5\0\0\3\xff" + b"x" * 9, verdict="unknown",
             outcome="timed_out"),
    scripted("a proxy that answers with a kind of address that is none", b"\5\0", b"\5\0\0\x09",
             **NO_ANSWER),
    peer("a proxy that floods after connecting",
         lambda: Scripted(b"\5\0", b"\5\0\0\1" + bytes(6) + b"x" * 60_000, floods=True),
         "SMTP-REPLY-TOO-LONG", outcome="not_smtp", stopped_by="too_long"),
    peer("a proxy that floods in its greeting", lambda: Scripted(b"\5\0", b"\xee" * 60_000,
         floods=True), **NO_ANSWER),
)  # fmt: skip
