"""The demo network as a whole: opened for as long as it is used, closed in order.

Inside this program its hosts have documentation addresses and are reached through a dialer. Served,
they have real loopback addresses, and any program can reach them.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from mxgui.demo.contexts import Contexts
from mxgui.demo.conversations import Conversations
from mxgui.demo.dialer import HTTPS_PORT, DemoDialer
from mxgui.demo.dns_hosts import DnsHosts, trust_anchor_of
from mxgui.demo.domains import DOMAINS, HOSTS
from mxgui.demo.listing import Reach, listing_of
from mxgui.demo.lookup import Lookup
from mxgui.demo.mail_hosts import MailHosts
from mxgui.demo.names import Names, Placing, as_documented, names_of_demo
from mxgui.demo.pins import SMTP_PORT, Pins
from mxgui.demo.policy_server import PolicyHosts
from mxgui.demo.serving import SERVED_PORT, find_places, serve_somewhere
from mxgui.demo.tables import Tables
from mxgui.demo.tree import zones_of_demo
from mxgui.demo.zone import DemoDomain
from mxgui.model.records import Mx
from mxgui.model.text import Text, text

NameServers: TypeAlias = Mapping[str, tuple[str, int]]


@dataclass(frozen=True, slots=True)
class DemoNetwork:
    """A resolver, name servers, mail hosts and policy hosts on loopback.

    `resolver` is its address and port, as a resolver is written. `port` is the one of SMTP and
    `web_port` that of policies, 25 and 443 if the network is for this program alone.
    `name_servers` has the place on loopback for each address of a name server; served, there are
    none. `notes` say what somebody who uses it should know.
    """

    resolver: str
    dialer: DemoDialer
    served: bool
    name_servers: NameServers
    notes: tuple[Text, ...]
    lookup: Lookup = field(repr=False)
    contexts: Contexts = field(repr=False)

    @classmethod
    @asynccontextmanager
    async def open(
        cls, at: datetime, serve: bool = False, port: int = SERVED_PORT
    ) -> AsyncIterator[DemoNetwork]:
        """Open the network; leaving the context closes it, with all that is under way.

        `at` is the moment that signatures and certificates are reckoned from; they hold for a month
        at least, unless a domain is about that. `serve` puts the network on real loopback
        addresses, at that port or, if it is taken, another. Raises OSError if loopback has no port
        left.
        """
        contexts = Contexts(at)
        opened = await (_serve(contexts, port) if serve else _open_inside(contexts))
        lookup = _lookup(contexts, names_of_demo(opened.place, opened.dialer.port))
        dns = DnsHosts(lookup, opened.conversations)
        try:
            resolver = await dns.open_resolver()
            servers = {} if serve else await dns.open_servers()
            yield cls(resolver, opened.dialer, serve, servers, opened.notes, lookup, contexts)
        finally:
            dns.close()
            await opened.conversations.close()

    @property
    def port(self) -> int:
        """The port of the mail hosts."""
        return self.dialer.port

    @property
    def web_port(self) -> int:
        """The port of the policy hosts."""
        return self.dialer.web_port

    @property
    def names(self) -> Names:
        """All that its DNS holds."""
        return self.lookup.tables.names

    @property
    def domains(self) -> tuple[DemoDomain, ...]:
        """The domains to try, the most telling first."""
        return DOMAINS

    def planned(self, name: str) -> tuple[Mx, ...]:
        """The MX records that are planned for a domain, by its name in A-labels."""
        found = (domain.planned_exchanges for domain in DOMAINS if domain.ascii == name)
        return next(found, ())

    @property
    def trust_anchor(self) -> tuple[str, ...]:
        """The root's key as lines of DS records; it is made when it is first asked for."""
        return trust_anchor_of(self.lookup)

    @property
    def ca_pem(self) -> bytes:
        """The authority that its hosts trust; it is made when it is first asked for."""
        return self.contexts.authority.pem

    def listing(self, keys: Path | None = None) -> tuple[Text, ...]:
        """Give the lines that tell somebody what there is and how to reach it.

        `keys` is the folder in which the authority and the root's key were written.
        """
        reach = Reach(self.resolver, self.port, self.web_port, self.served, keys)
        return listing_of(reach, self.names, self.notes)


@dataclass(frozen=True, slots=True)
class Opened:
    """The hosts as they were opened: what to close, the ways to them, and where they stand."""

    conversations: Conversations
    dialer: DemoDialer
    place: Placing
    notes: tuple[Text, ...]


async def _open_inside(contexts: Contexts) -> Opened:
    conversations = Conversations()
    try:
        doors = await MailHosts(conversations, contexts).open()
        web_doors = await PolicyHosts.with_papers(conversations, contexts).open()
    except OSError:
        await conversations.close()
        raise
    note = text("The addresses of its hosts lead to them from inside this program only.")
    dialer = DemoDialer(doors, SMTP_PORT, web_doors, HTTPS_PORT)
    return Opened(conversations, dialer, as_documented, (note,))


async def _serve(contexts: Contexts, port: int) -> Opened:
    places = find_places()
    served = await serve_somewhere(contexts, places, port)
    dialer = DemoDialer(served.doors, served.port, served.web_doors, served.web_port)
    return Opened(served.conversations, dialer, places.of, places.notes)


def _lookup(contexts: Contexts, names: Names) -> Lookup:
    def pin(owner: str, written: str) -> str:
        return Pins(contexts.authority, HOSTS).write(owner, written)

    return Lookup(Tables(names, zones_of_demo(DOMAINS), pin), contexts.at)
