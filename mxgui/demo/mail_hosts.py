"""The demo's mail hosts brought to life on listeners, and the doors that lead to them."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from mxgui.demo.conversations import Conversations, Talk
from mxgui.demo.dialer import Door
from mxgui.demo.hosts import HOSTS, DemoHost, Fate
from mxgui.demo.smtp_server import MAX_LINE, Session

if TYPE_CHECKING:
    from asyncio import StreamReader, StreamWriter

    from mxgui.demo.certificates import Authority

LOOPBACK = "127.0.0.1"

Doors: TypeAlias = Mapping[str, Door]


@dataclass(slots=True)
class MailHosts:
    """Opens listeners for hosts; certificates are made when a client first asks for TLS."""

    conversations: Conversations
    _authority: Authority | None = field(default=None, repr=False)

    async def open(self) -> Doors:
        """Give each host a listener on a free port, reached through doors by its addresses."""
        doors: dict[str, Door] = {}
        for host in HOSTS:
            port = 0
            if any(known.fate is Fate.LISTENS for known in host.addresses):
                port = await self.listen(host, LOOPBACK, 0)
            for known in host.addresses:
                door = Door(known.fate, LOOPBACK, port, host.distance)
                doors.setdefault(known.address, door)
        return doors

    async def listen(self, host: DemoHost, address: str, port: int) -> int:
        """Let one host listen there, and give the port; raises OSError if it cannot."""
        return await self.conversations.listen(self._talk_of(host), address, port, MAX_LINE)

    def _talk_of(self, host: DemoHost) -> Talk:
        async def talk(reader: StreamReader, writer: StreamWriter) -> None:
            await Session(host, lambda: self._context_for(host), reader, writer).run()

        return talk

    def _context_for(self, host: DemoHost) -> ssl.SSLContext:
        # cryptography takes long to import, and the demo has to open in a moment
        from mxgui.demo.certificates import Authority

        if self._authority is None:
            self._authority = Authority()
        return self._authority.context_for(host.name, host.behaviour.papers)
