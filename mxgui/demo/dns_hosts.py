"""The demo's DNS brought to life: the resolver, and the name servers behind it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

from mxgui.demo.answers import reply
from mxgui.demo.authoritative import NameServer
from mxgui.demo.conversations import LOOPBACK, Conversations
from mxgui.demo.dns_server import DnsServer
from mxgui.demo.lookup import Lookup
from mxgui.demo.name_servers import NAME_SERVERS, OLD_ADDRESSES, Manner, NameServerHost
from mxgui.model.records import ROOT

_NOBODY = NameServerHost("nobody.example", OLD_ADDRESSES, Manner.MUTE)


@dataclass(slots=True)
class DnsHosts:
    """A resolver that knows the demo's names and no others, and the servers that it has asked."""

    lookup: Lookup
    conversations: Conversations
    _began: float = 0.0
    _servers: list[DnsServer] = field(default_factory=list, repr=False)

    async def open_resolver(self) -> str:
        """Listen, and give address and port. Raises OSError if no port is free."""
        self._began = asyncio.get_running_loop().time()
        port = await self._open(DnsServer(self._resolve, self.conversations))
        return f"{LOOPBACK}:{port}"

    async def open_servers(self) -> Mapping[str, tuple[str, int]]:
        """Let every name server listen; gives the place on loopback that stands for an address.

        Raises OSError if no port is free.
        """
        places: dict[str, tuple[str, int]] = {}
        for host in (*NAME_SERVERS, _NOBODY):
            server = NameServer(host, self.lookup)
            port = await self._open(DnsServer(server.reply, self.conversations))
            places |= dict.fromkeys(host.addresses, (LOOPBACK, port))
        return places

    def close(self) -> None:
        """Stop taking datagrams; connections end with the conversations."""
        for server in self._servers:
            server.close()

    async def _open(self, server: DnsServer) -> int:
        self._servers.append(server)
        await server.open()
        return server.port

    def _resolve(self, wire: bytes, limited: bool) -> bytes | None:
        elapsed = asyncio.get_running_loop().time() - self._began
        return reply(wire, self.lookup, elapsed, limited)


def trust_anchor_of(lookup: Lookup) -> tuple[str, ...]:
    """Give the root's key as lines of DS records, as a validator takes them."""
    root = lookup.tables.zones[ROOT]
    return (f". IN DS {lookup.signer.ds_of(root).to_text()}",)
