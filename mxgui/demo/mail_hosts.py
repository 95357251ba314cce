"""The demo's mail hosts brought to life on listeners, and the doors that lead to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from mxgui.demo.behaviour import Behaviour
from mxgui.demo.conversations import LOOPBACK, Conversations, Talk
from mxgui.demo.dialer import Door
from mxgui.demo.domains import HOSTS
from mxgui.demo.hosts import DemoAddress, DemoHost, Fate
from mxgui.demo.smtp_server import MAX_LINE, Session

if TYPE_CHECKING:
    import ssl
    from asyncio import StreamReader, StreamWriter

    from mxgui.demo.contexts import Contexts

Doors: TypeAlias = Mapping[str, Door]


@dataclass(slots=True)
class MailHosts:
    """Opens listeners for hosts; certificates are made when a client first asks for TLS."""

    conversations: Conversations
    contexts: Contexts

    async def open(self) -> Doors:
        """Give each host a listener on a free port, reached through doors by its addresses.

        An odd address has a listener of its own.
        """
        doors: dict[str, Door] = {}
        for host in HOSTS:
            ports: dict[Behaviour, int] = {}
            for known in host.addresses:
                manners = host.manners_at(known)
                if known.fate is Fate.LISTENS and manners not in ports:
                    ports[manners] = await self.listen(host, known, LOOPBACK, 0)
                door = Door(known.fate, LOOPBACK, ports.get(manners, 0), host.distance)
                doors.setdefault(known.address, door)
        return doors

    async def listen(self, host: DemoHost, known: DemoAddress, address: str, port: int) -> int:
        """Let one host listen there as at one of its addresses, and give the port.

        Raises OSError if it cannot.
        """
        present = replace(host, behaviour=host.manners_at(known))
        return await self.conversations.listen(self._talk_of(present), address, port, MAX_LINE)

    def _talk_of(self, host: DemoHost) -> Talk:
        async def talk(reader: StreamReader, writer: StreamWriter) -> None:
            await Session(host, lambda: self._context_for(host), reader, writer).run()

        return talk

    def _context_for(self, host: DemoHost) -> ssl.SSLContext:
        return self.contexts.context_of(host.name, host.behaviour, beside(host))


def beside(host: DemoHost) -> dict[str, Behaviour]:
    """Give the other hosts that share an address with this one, with their manners."""
    return {
        other.name: other.behaviour
        for other in HOSTS
        if other.name != host.name and set(other.addresses) & set(host.addresses)
    }
