"""The demo network as a whole: opened for as long as it is used, closed in order.

Inside this program its hosts have documentation addresses and are reached through a dialer. Served,
they have real loopback addresses, and any program can reach them.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from mxgui.demo.conversations import Conversations
from mxgui.demo.dialer import DemoDialer
from mxgui.demo.dns_server import LOOPBACK, DnsServer
from mxgui.demo.listing import listing_of
from mxgui.demo.mail_hosts import Doors, MailHosts
from mxgui.demo.names import Names, names_of_demo
from mxgui.demo.serving import SERVED_PORT, find_places, serve_somewhere
from mxgui.demo.zone import DemoDomain
from mxgui.demo.zones import DOMAINS
from mxgui.model.text import Text, text

SMTP_PORT = 25


@dataclass(frozen=True, slots=True)
class Opened:
    """The mail hosts as they were opened: what to close, the ways to them, and their names."""

    conversations: Conversations
    doors: Doors
    port: int
    names: Names
    notes: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class DemoNetwork:
    """A resolver and mail hosts on loopback.

    `resolver` is its address and port, as a resolver is written. `port` is the one of SMTP, 25 if
    the network is for this program alone. `notes` say what somebody who uses it should know.
    """

    resolver: str
    dialer: DemoDialer
    port: int
    served: bool
    names: Names
    notes: tuple[Text, ...]

    @classmethod
    @asynccontextmanager
    async def open(cls, serve: bool = False, port: int = SERVED_PORT) -> AsyncIterator[DemoNetwork]:
        """Open the network; leaving the context closes it, with all that is under way.

        `serve` puts it on real loopback addresses, at that port or, if it is taken, another.
        Raises OSError if loopback has no port left.
        """
        opened = await (_open_served(port) if serve else _open_inside())
        server = DnsServer(opened.names, opened.conversations)
        try:
            await server.open()
            dialer = DemoDialer(opened.doors, opened.port)
            resolver = f"{LOOPBACK}:{server.port}"
            yield cls(resolver, dialer, opened.port, serve, opened.names, opened.notes)
        finally:
            server.close()
            await opened.conversations.close()

    @property
    def domains(self) -> tuple[DemoDomain, ...]:
        """The domains to try, the most telling first."""
        return DOMAINS

    def listing(self) -> tuple[Text, ...]:
        """Give the lines that tell somebody what there is and how to reach it."""
        return listing_of(self.resolver, self.port, self.served, self.names, self.notes)


async def _open_inside() -> Opened:
    conversations = Conversations()
    try:
        doors = await MailHosts(conversations).open()
    except OSError:
        await conversations.close()
        raise
    note = text("The addresses of its hosts lead to them from inside this program only.")
    return Opened(conversations, doors, SMTP_PORT, names_of_demo(), (note,))


async def _open_served(port: int) -> Opened:
    places = find_places()
    conversations, doors, taken = await serve_somewhere(places, port)
    return Opened(conversations, doors, taken, names_of_demo(places.of), places.notes)
