"""What a name server of the demo replies: from its own zones alone, with authority over them.

It offers no recursion. For what lies below one of its zones it refers to the servers there, with
their addresses as the parent has them (RFC 1034, section 4.3.2); for anything else it refuses.
"""

from __future__ import annotations

from dataclasses import dataclass

import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rrset

from mxgui.demo.answers import (
    MAX_ALIASES,
    UDP_LIMIT,
    fill_denial,
    fill_part,
    is_understood,
    query_kind,
    query_name,
    rcode_of,
    read_query,
    wants_dnssec,
    written,
)
from mxgui.demo.lookup import Lookup
from mxgui.demo.name_servers import NAME_SERVERS, Manner, NameServerHost
from mxgui.demo.tables import fqdn
from mxgui.demo.tree import Zone, ancestors
from mxgui.demo.zone import HOUR, Trouble

_SILENT = (Trouble.DROPPED, Trouble.MALFORMED)


@dataclass(frozen=True, slots=True)
class NameServer:
    """One name server at work; it answers from the tables, or from those before a change."""

    host: NameServerHost
    lookup: Lookup

    def reply(self, wire: bytes, limited: bool) -> bytes | None:
        """Answer one question in wire form; None where no reply is to be sent."""
        query = read_query(wire)
        if query is None or self.host.manner is Manner.MUTE:
            return None
        response = dns.message.make_response(query, our_payload=UDP_LIMIT)
        if not is_understood(query):
            response.set_rcode(dns.rcode.NOTIMP)
            return written(query, response, limited)
        zone = self._zone_for(query_name(query), query_kind(query))
        if zone is None:
            response.set_rcode(dns.rcode.REFUSED)
        elif not self._fill(response, query, zone):
            return None
        return written(query, response, limited)

    @property
    def tables_now(self) -> Lookup:
        """The tables as this server has them."""
        return self.lookup.before_the_change if self.host.manner is Manner.STALE else self.lookup

    def _zone_for(self, name: str, kind: str) -> Zone | None:
        """Give the closest of its zones above a name; the parent's for a DS record if it can."""
        if self.host.manner is Manner.LAME:
            return None
        zones = self.lookup.tables.zones
        mine = [zones[above] for above in ancestors(name) if above in zones]
        mine = [zone for zone in mine if self.host.name in (*zone.servers, *zone.delegated)]
        if kind == "DS" and len(mine) > 1 and mine[0].name == name:
            return mine[1]
        return mine[0] if mine else None

    def _fill(self, response: dns.message.Message, query: dns.message.Message, zone: Zone) -> bool:
        """Answer out of a zone, or refer to one below; False where no reply is to be sent."""
        wanted = wants_dnssec(query)
        name, kind = query_name(query), query_kind(query)
        for _ in range(MAX_ALIASES):
            below = self._below(zone, name, kind)
            if below is not None:
                if not response.answer:
                    self._refer(response, below, wanted)
                return True
            response.flags |= dns.flags.AA
            part = self.tables_now.part(zone, name, kind)
            if part.trouble in _SILENT:
                return False
            response.set_rcode(rcode_of(part))
            fill_part(response, part, self.tables_now, wanted)
            if part.found is None and part.trouble is None:
                fill_denial(response, part, self.tables_now, wanted)
            if part.target is None or not f".{part.target}".endswith(f".{zone.name}"):
                return True
            name = part.target
        return True

    def _below(self, zone: Zone, name: str, kind: str) -> Zone | None:
        """Give the zone right below, towards a name, that this zone hands it over to."""
        zones = self.lookup.tables.zones
        for above in ancestors(name):
            if above in zones and zones[above].parent == zone.name:
                return None if kind == "DS" and above == name else zones[above]
        return None

    def _refer(self, response: dns.message.Message, below: Zone, wanted: bool) -> None:
        """Name the servers of a zone below, and where they stand."""
        parent = self.lookup.tables.zones[below.parent or below.name]
        servers = [fqdn(server) for server in below.delegated]
        response.authority.append(
            dns.rrset.from_text_list(fqdn(below.name), HOUR, "IN", "NS", servers)
        )
        if wanted:
            part = self.lookup.part(parent, below.name, "DS")
            if part.found is not None:
                response.authority.extend(self.lookup.signed_of(parent, below.name, "DS"))
            else:
                response.authority.extend(self.lookup.proofs_of(part))
        for host in NAME_SERVERS:
            if host.name in below.delegated:
                response.additional.extend(_glue(host))


def _glue(host: NameServerHost) -> list[dns.rrset.RRset]:
    return [
        dns.rrset.from_text(fqdn(host.name), HOUR, "IN", "AAAA" if ":" in address else "A", address)
        for address in host.known_to_parents
    ]
