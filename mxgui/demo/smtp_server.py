"""A mail host of the demo network in one conversation: polite ESMTP that takes no mail.

Every reply is late by the host's distance, which is the demo's own invention.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import dataclass

from mxgui.demo.behaviour import Encryption
from mxgui.demo.hosts import DemoHost

MAX_LINE = 2048  # bytes of one command; RFC 5321, section 4.5.3.1.4, asks for 512 at least
MAX_COMMANDS = 100
IDLE = 300.0  # seconds; RFC 5321, section 4.5.3.2.7
HANDSHAKE_WAIT = 30.0  # seconds
GO_AHEAD = "220 2.0.0 Ready to start TLS"
NO_MAIL = "550 5.7.1 The demo network takes no mail"


@dataclass(slots=True)
class Session:
    """One conversation with one client; `context` is asked for when the client wants TLS."""

    host: DemoHost
    context: Callable[[], ssl.SSLContext]
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    encrypted: bool = False

    async def run(self) -> None:
        """Greet, answer commands until the client leaves or has said too much, and close.

        Raises what the streams raise when the client breaks off.
        """
        manners = self.host.behaviour
        await asyncio.sleep(manners.wait)
        if manners.greeting is not None:
            await self._send(manners.greeting_of(self.host.name))
        if manners.closes:
            return
        for _ in range(MAX_COMMANDS):
            if not await self._take_command():
                return
        await self._say("421 4.7.0 Too many commands")

    async def _take_command(self) -> bool:
        """Read one command and reply; False when the conversation is over."""
        async with asyncio.timeout(IDLE):
            line = await self.reader.readuntil(b"\n")
        if self.host.behaviour.greeting is None:
            return True  # a mute host reads, and says nothing
        verb = line.strip().partition(b" ")[0].upper().decode("ascii", "replace")
        match verb:
            case "QUIT":
                await self._say(f"221 2.0.0 {self.host.name} closes the connection")
                return False
            case "STARTTLS":
                return await self._start_tls()
            case _:
                await self._say(*self._reply_to(verb))
                return True

    def _reply_to(self, verb: str) -> tuple[str, ...]:
        match verb:
            case "EHLO" if self.host.behaviour.knows_ehlo:
                return self._ehlo()
            case "HELO":
                return (f"250 {self.host.name}",)
            case "NOOP" | "RSET":
                return ("250 2.0.0 Done",)
            case "MAIL" | "RCPT":
                return (NO_MAIL,)
            case "DATA":
                return ("503 5.5.1 There is no recipient",)
            case "VRFY":
                return ("252 2.5.0 Not looked up",)
            case _:
                return ("500 5.5.1 Unknown command",)

    def _ehlo(self) -> tuple[str, ...]:
        offered = list(self.host.behaviour.extensions)
        if self.host.behaviour.encryption is not Encryption.NOT_OFFERED and not self.encrypted:
            offered.append("STARTTLS")
        lines = [self.host.name, *offered]
        return (*(f"250-{line}" for line in lines[:-1]), f"250 {lines[-1]}")

    async def _start_tls(self) -> bool:
        match self.host.behaviour.encryption:
            case Encryption.NOT_OFFERED:
                await self._say("502 5.5.1 STARTTLS is not available")
                return True
            case Encryption.TAKEN_BACK:
                await self._say("454 4.7.0 TLS is not available at the moment")
                return True
            case _ if self.encrypted:
                await self._say("503 5.5.1 TLS is active already")
                return True
            case Encryption.HANGS_UP:
                await self._say(GO_AHEAD)
                return False
            case Encryption.HANGS | Encryption.GARBAGE as manner:
                await self._say(GO_AHEAD)
                await self._take_no_handshake(manner)
                return False
            case Encryption.INJECTED:
                await self._shake_hands(GO_AHEAD, "250 2.0.0 A line in the clear")
                return True
            case Encryption.OFFERED | Encryption.OLD:
                await self._shake_hands(GO_AHEAD)
                return True

    async def _shake_hands(self, *lines: str) -> None:
        context = self.context()
        await self._say(*lines)
        async with asyncio.timeout(HANDSHAKE_WAIT):
            await self.writer.start_tls(context)
        self.encrypted = True

    async def _take_no_handshake(self, manner: Encryption) -> None:
        """Read what the client sends, and say nothing, or what is no TLS."""
        async with asyncio.timeout(IDLE):
            while await self.reader.read(MAX_LINE):
                if manner is Encryption.GARBAGE:
                    await self._say("500 5.5.1 Unknown command")
                    return

    async def _say(self, *lines: str) -> None:
        await self._send("".join(f"{line}\r\n" for line in lines).encode())

    async def _send(self, spoken: bytes) -> None:
        await asyncio.sleep(self.host.distance)
        self.writer.write(spoken)
        await self.writer.drain()
