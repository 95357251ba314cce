"""What one zone of the demo says of a name: records, an alias, a proof of absence, or a failure.

Signing and proving need libraries that take a while to load, so that happens when somebody wants
to see signatures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

import dns.name
import dns.rdatatype
import dns.rrset

from mxgui.demo.tables import NEGATIVE_TTL, Tables, fqdn
from mxgui.demo.tree import State, Zone, ancestors, state_of, zone_above, zone_of
from mxgui.demo.zone import HOUR, Denial, Trouble
from mxgui.model.records import ROOT

if TYPE_CHECKING:
    from mxgui.demo.denial import Denials, Proof
    from mxgui.demo.signing import Signer


@dataclass(frozen=True, slots=True)
class Part:
    """What one zone says of one name and kind.

    `found` has the zone's own TTL and the name that was asked for; it is made for this part alone.
    `source` is the name that the records stand under: a wildcard's, where one was expanded.
    `target` is where an alias leads.
    """

    zone: Zone
    name: str
    kind: str
    source: str | None = None  # None: the name does not exist
    found: dns.rrset.RRset | None = None
    target: str | None = None
    trouble: Trouble | None = None

    @property
    def is_expanded(self) -> bool:
        """Whether it comes out of a wildcard."""
        return self.source is not None and self.source != self.name


@dataclass(slots=True)
class Lookup:
    """Looks names up in the tables, and signs and proves what is found, as of the moment `at`."""

    tables: Tables
    at: datetime
    _signer: Signer | None = None
    _denials: Denials | None = None
    _before: Lookup | None = field(default=None, repr=False)

    @property
    def signer(self) -> Signer:
        """Who signs; cryptography and dnspython's DNSSEC are loaded now."""
        from mxgui.demo.signing import Signer

        if self._signer is None:
            self._signer = Signer(self.at)
        return self._signer

    @property
    def before_the_change(self) -> Lookup:
        """The same tables as a server has them that missed the last change."""
        if self._before is None:
            old = replace(self.tables, is_old=True)
            self._before = Lookup(old, self.at, self.signer)
        return self._before

    def zone_for(self, name: str, kind: str) -> Zone:
        """Give the zone that answers a question: the parent's for a DS record."""
        zones = self.tables.zones
        return zone_above(name, zones) if kind == "DS" and name in zones else zone_of(name, zones)

    def part(self, zone: Zone, name: str, kind: str) -> Part:
        """Give what the zone has for a question."""
        owner = self.tables.names.get(name)
        if owner is not None and owner.trouble is not None and kind != "DS":
            return Part(zone, name, kind, trouble=owner.trouble)
        source = self._source(zone, name)
        if source is None:
            return Part(zone, name, kind)
        kinds = self.tables.kinds(zone, source)
        if "CNAME" in kinds and kind != "CNAME":
            target = self.tables.names[source].alias
            return Part(zone, name, kind, source, self._shown(zone, source, name, "CNAME"), target)
        if kind not in kinds:
            return Part(zone, name, kind, source)
        return Part(zone, name, kind, source, self._shown(zone, source, name, kind))

    def signature_of(self, part: Part) -> dns.rrset.RRset | None:
        """Give the signature of what was found, if the zone is signed."""
        if part.found is None or part.source is None:
            return None
        signed = named(part.found, part.source) if part.is_expanded else part.found
        return self._signature(part.zone, signed, part.found.name)

    def rrset_of(self, zone: Zone, name: str, kind: str) -> tuple[dns.rrset.RRset, ...]:
        """Give records that the zone holds under a name, without a signature; none is fine too."""
        has_them = kind in self.tables.kinds(zone, name)
        return (self._rrset(zone, name, kind),) if has_them else ()

    def signed_of(self, zone: Zone, name: str, kind: str) -> Iterator[dns.rrset.RRset]:
        """Give records that the zone holds under a name, and their signature."""
        for rrset in self.rrset_of(zone, name, kind):
            yield from self._signed(zone, rrset)

    def proofs_of(self, part: Part) -> Iterator[dns.rrset.RRset]:
        """Give what proves that the name or the records do not exist, with signatures."""
        if not part.zone.signing.has_keys:
            return
        for proof in dict.fromkeys(self._proofs(part)):
            record = dns.rrset.from_text(
                fqdn(proof.owner), NEGATIVE_TTL, "IN", proof.kind, proof.data
            )
            yield from self._signed(part.zone, record)

    def is_secure(self, part: Part) -> bool:
        """Whether validation from the root would find the part secure."""
        if state_of(part.zone, self.tables.zones) is not State.SECURE:
            return False
        # what lies in a span with opt-out may exist all the same (RFC 5155, section 9.2)
        is_absent = part.source is None or (part.kind == "DS" and part.found is None)
        return not (part.zone.denial is Denial.OPT_OUT and is_absent)

    def _proofs(self, part: Part) -> Iterator[Proof]:
        from mxgui.demo.denial import Denials

        if self._denials is None:
            self._denials = Denials(self.tables)
        if part.source is None:
            yield from self._denials.of_name(part.zone, part.name)
            return
        if part.is_expanded:
            yield from self._denials.of_expansion(part.zone, part.name)
        if part.found is None:
            yield from self._denials.of_kind(part.zone, part.source)

    def _source(self, zone: Zone, name: str) -> str | None:
        """Give the name whose records answer for a name: its own, a wildcard's, or none."""
        if self.tables.exists(zone, name):
            return name
        closest = next(above for above in ancestors(name) if self.tables.exists(zone, above))
        wildcard = "*" if closest == ROOT else f"*.{closest}"
        return wildcard if self.tables.exists(zone, wildcard) else None

    def _rrset(self, zone: Zone, name: str, kind: str) -> dns.rrset.RRset:
        whole = dns.name.from_text(fqdn(name))
        if kind == "DNSKEY":
            return dns.rrset.from_rdata(whole, HOUR, self.signer.key_of(zone).record)
        if kind == "DS":
            return dns.rrset.from_rdata(whole, HOUR, self.signer.ds_of(self.tables.zones[name]))
        records = self.tables.records(zone, name, kind)
        return dns.rrset.from_text_list(whole, records.ttl, "IN", kind, records.data)

    def _shown(self, zone: Zone, source: str, name: str, kind: str) -> dns.rrset.RRset:
        """Give records under the name that was asked for."""
        rrset = self._rrset(zone, source, kind)
        return rrset if source == name else named(rrset, name)

    def _signed(self, zone: Zone, rrset: dns.rrset.RRset) -> Iterator[dns.rrset.RRset]:
        yield rrset
        signature = self._signature(zone, rrset, rrset.name)
        if signature is not None:
            yield signature

    def _signature(
        self, zone: Zone, rrset: dns.rrset.RRset, shown_as: dns.name.Name
    ) -> dns.rrset.RRset | None:
        if not zone.signing.has_keys:
            return None
        return dns.rrset.from_rdata(shown_as, rrset.ttl, self.signer.sign(rrset, zone))


def named(rrset: dns.rrset.RRset, name: str) -> dns.rrset.RRset:
    """Give a copy of the records under another name."""
    return dns.rrset.from_rdata_list(dns.name.from_text(fqdn(name)), rrset.ttl, list(rrset))
