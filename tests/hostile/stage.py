"""What is set up on loopback for one peer: a resolver, a mail host, and what else it takes.

All of it runs in a process of its own, so that the memory of the inspection is its alone.
"""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict, dataclass, field
from typing import Any

from tests.hostile.papers import authority, usual_context
from tests.servers.dns_server import DnsServer, Key, Says
from tests.servers.signed_server import SignedServer
from tests.servers.smtp_acts import encrypting
from tests.servers.smtp_server import SmtpServer
from tests.servers.socks_server import SocksServer

DOMAIN = "hostile.example"
HOST = "mx.hostile.example"
ADDRESS = "192.0.2.10"
USUAL: Mapping[Key, Says] = {
    (DOMAIN, "MX"): ["10 mx.hostile.example."],
    (HOST, "A"): [ADDRESS],
    ("10.2.0.192.in-addr.arpa", "PTR"): ["mx.hostile.example."],
    ("mta-sts.hostile.example", "A"): ["192.0.2.80"],
}
WITH_POLICY: Mapping[Key, Says] = {
    ("_mta-sts.hostile.example", "TXT"): ['"v=STSv1; id=20260101"'],
}


def usual_mail() -> SmtpServer:
    """A mail host that means well."""
    return SmtpServer(encrypting(), usual_context())


@dataclass(frozen=True)
class Stage:
    """What stands where: each is made when the peer is set up.

    `table` is laid over the usual one of the resolver; `resolver` takes its place. Every address
    leads to the one mail host, or on port 443 to the one policy host. `servers` are name servers by
    their addresses.
    """

    table: Mapping[Key, Says] = field(default_factory=dict)
    resolver: Callable[[], DnsServer] | None = None
    mail: Callable[[], SmtpServer] = usual_mail
    web: Callable[[], SmtpServer] | None = None
    proxy: Callable[[], SocksServer] | None = None
    servers: Mapping[str, Callable[[], DnsServer]] = field(default_factory=dict)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Scene]:
        """Set it up for as long as it is needed."""
        async with AsyncExitStack() as stack:
            made = self.resolver() if self.resolver else DnsServer({**USUAL, **self.table})
            resolver = await stack.enter_async_context(made)
            mail = await stack.enter_async_context(self.mail())
            web = await stack.enter_async_context(self.web()) if self.web else None
            proxy = await stack.enter_async_context(self.proxy()) if self.proxy else None
            servers = {
                address: (await stack.enter_async_context(make())).port
                for address, make in self.servers.items()
            }
            anchors = resolver.world.anchors if isinstance(resolver, SignedServer) else ""
            yield Scene(
                resolver.port,
                mail.port,
                web.port if web else 0,
                proxy.url if proxy else "",
                servers,
                anchors,
                base64.b64encode(authority().der).decode("ascii"),
            )


@dataclass(frozen=True)
class Scene:
    """Where everything is: ports on loopback, and what the inspection trusts."""

    resolver: int
    mail: int
    web: int
    proxy: str
    servers: Mapping[str, int]
    anchors: str
    root: str  # DER in base 64

    def value(self) -> dict[str, Any]:
        """Give it as JSON has it."""
        return asdict(self)
