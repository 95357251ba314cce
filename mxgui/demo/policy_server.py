"""The demo's MTA-STS policy hosts at work: HTTPS for one request, then they close."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mxgui.demo.behaviour import POLITE
from mxgui.demo.conversations import LOOPBACK, Conversations, Talk
from mxgui.demo.dialer import Door
from mxgui.demo.domains import DOMAINS
from mxgui.demo.hosts import NEAREST, DemoAddress, Fate
from mxgui.demo.policy_host import PolicyHost

if TYPE_CHECKING:
    from mxgui.demo.contexts import Contexts

WELL_KNOWN = b"/.well-known/mta-sts.txt"  # RFC 8461, section 3.3
MAX_REQUEST = 8192  # bytes
WAIT = 30.0  # seconds
_NOT_HERE = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@dataclass(slots=True)
class PolicyHosts:
    """Opens listeners for policy hosts; certificates are made when a client asks for one."""

    conversations: Conversations
    context: ssl.SSLContext

    @classmethod
    def with_papers(cls, conversations: Conversations, contexts: Contexts) -> PolicyHosts:
        """Let each host show the certificate that it is to have."""
        papers = {f"mta-sts.{name}": host.papers for name, host, _ in policy_hosts()}

        def choose(asked: ssl.SSLObject, wanted: str | None, _own: ssl.SSLContext) -> None:
            if wanted in papers:
                manners = replace(POLITE, papers=papers[wanted])
                asked.context = contexts.plain_context_of(wanted, manners)

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.sni_callback = choose
        return cls(conversations, context)

    async def listen(self, host: PolicyHost, address: str, port: int) -> int:
        """Let one host listen there, and give the port; raises OSError if it cannot."""
        return await self.conversations.listen(
            _talk_of(host), address, port, MAX_REQUEST, self.context
        )

    async def open(self) -> Mapping[str, Door]:
        """Give each host a listener on a free port, reached through a door by its address."""
        doors = {}
        for _, host, known in policy_hosts():
            listens = known.fate is Fate.LISTENS
            port = await self.listen(host, LOOPBACK, 0) if listens else 0
            doors[known.address] = Door(known.fate, LOOPBACK, port, NEAREST)
        return doors


def policy_hosts() -> Iterator[tuple[str, PolicyHost, DemoAddress]]:
    """Give every policy host that has an address, with its domain."""
    for domain in DOMAINS:
        if domain.policy is not None and domain.policy.address is not None:
            yield domain.ascii, domain.policy, domain.policy.address


def _talk_of(host: PolicyHost) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with asyncio.timeout(WAIT):
            request = await reader.readuntil(b"\r\n\r\n")
        is_wanted = request.split(b" ", 2)[:2] == [b"GET", WELL_KNOWN]
        writer.write(host.response if is_wanted else _NOT_HERE)
        await writer.drain()

    return talk
