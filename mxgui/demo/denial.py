"""The records by which a signed zone proves that something does not exist.

NSEC as in RFC 4035, section 3.1.3, and NSEC3 as in RFC 5155, section 7.2; a zone has the one or the
other. What is given are owner names and data; they are signed as all records are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

import dns.dnssec
import dns.name

from mxgui.demo.tables import Tables, fqdn
from mxgui.demo.tree import Zone, ancestors
from mxgui.demo.zone import Denial
from mxgui.model.records import ROOT

OPT_OUT = 1  # the flag: unsigned delegations may lie in between (RFC 5155, section 3.1.2.1)


@dataclass(frozen=True, slots=True)
class Proof:
    """One NSEC or NSEC3 record: owner, kind and data as a master file writes them."""

    owner: str
    kind: str
    data: str


@dataclass(slots=True)
class Denials:
    """The chains of the zones, each made at first use."""

    tables: Tables
    _chains: dict[str, Chain] = field(default_factory=dict)

    def of_kind(self, zone: Zone, name: str) -> tuple[Proof, ...]:
        """Prove that a name which exists, be it for others below it, has no such records."""
        chain = self._chain(zone)
        own = chain.at(name)
        if own is not None:
            return (own,)
        if zone.denial is Denial.NSEC:
            return (chain.over(name),)  # a name in between (RFC 4035, section 3.1.3.1)
        return tuple(self._closest(zone, name))  # an unsigned delegation that was left out

    def of_name(self, zone: Zone, name: str) -> tuple[Proof, ...]:
        """Prove that neither the name nor a wildcard for it exists."""
        chain = self._chain(zone)
        wildcard = f"*.{self.closest(zone, name)}" if zone.name != ROOT else "*"
        return _each_once((*self.of_expansion(zone, name), chain.over(wildcard)))

    def of_expansion(self, zone: Zone, name: str) -> tuple[Proof, ...]:
        """Prove that the name itself does not exist, as behind an answer out of a wildcard."""
        if zone.denial is Denial.NSEC:
            return (self._chain(zone).over(name),)
        return tuple(self._closest(zone, name))

    def closest(self, zone: Zone, name: str) -> str:
        """Give the longest name above that exists in the zone."""
        return next(above for above in ancestors(name) if self.tables.exists(zone, above))

    def _closest(self, zone: Zone, name: str) -> Iterator[Proof]:
        """Prove with NSEC3 which name above is the closest (RFC 5155, section 7.2.1)."""
        chain = self._chain(zone)
        below = name
        for above in list(ancestors(name))[1:]:
            own = chain.at(above)
            if own is not None:
                yield own
                yield chain.over(below)
                return
            below = above

    def _chain(self, zone: Zone) -> Chain:
        if zone.name not in self._chains:
            self._chains[zone.name] = Chain.of(zone, self.tables)
        return self._chains[zone.name]


@dataclass(frozen=True, slots=True)
class Chain:
    """The proofs of one zone in their order; `places` are what the names become to be sorted."""

    zone: Zone
    places: tuple[dns.name.Name | str, ...]
    proofs: tuple[Proof, ...]

    @classmethod
    def of(cls, zone: Zone, tables: Tables) -> Chain:
        """Make the chain of a zone."""
        names = tables.all_names(zone)
        if zone.denial is Denial.NSEC:
            names = {name: kinds for name, kinds in names.items() if kinds}
        if zone.denial is Denial.OPT_OUT:
            names = {name: kinds for name, kinds in names.items() if kinds != {"NS"}}
        links = sorted((_place(zone, name), name) for name in names)
        following = [*links[1:], links[0]]
        return cls(
            zone,
            tuple(place for place, _ in links),
            tuple(
                _proof(zone, (place, name), after, names[name])
                for (place, name), after in zip(links, following, strict=True)
            ),
        )

    def at(self, name: str) -> Proof | None:
        """Give the record at a name, if the chain has one there."""
        place = _place(self.zone, name)
        return self.proofs[self.places.index(place)] if place in self.places else None

    def over(self, name: str) -> Proof:
        """Give the record within whose span a name lies."""
        return self.proofs[bisect_right(self.places, _place(self.zone, name)) - 1]


def _place(zone: Zone, name: str) -> dns.name.Name | str:
    """Turn a name into what the chain is sorted by: itself, or its hash."""
    whole = dns.name.from_text(fqdn(name))
    if zone.denial is Denial.NSEC:
        return whole
    return dns.dnssec.nsec3_hash(whole, None, 0, "SHA1")


def _proof(
    zone: Zone,
    here: tuple[dns.name.Name | str, str],
    after: tuple[dns.name.Name | str, str],
    kinds: set[str],
) -> Proof:
    if zone.denial is Denial.NSEC:
        listed = " ".join(sorted({*kinds, "RRSIG", "NSEC"}))
        return Proof(here[1], "NSEC", f"{fqdn(after[1])} {listed}")
    is_signed = bool(kinds) and kinds != {"NS"}
    listed = " ".join(sorted({*kinds, "RRSIG"} if is_signed else kinds))
    flags = OPT_OUT if zone.denial is Denial.OPT_OUT else 0
    data = f"1 {flags} 0 - {after[0]} {listed}".strip()
    return Proof(f"{str(here[0]).lower()}.{zone.name}", "NSEC3", data)


def _each_once(proofs: tuple[Proof, ...]) -> tuple[Proof, ...]:
    return tuple(dict.fromkeys(proofs))
