"""The demo's DNS as records: what each zone holds under each name, as a master file writes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from mxgui.demo.names import Names, Owner
from mxgui.demo.tree import OLD_SERIAL, SERIAL, Zone, Zones, ancestors, zone_of
from mxgui.demo.zone import HOUR, Denial
from mxgui.model.records import ROOT

NEGATIVE_TTL = 900  # seconds
NSEC3_PARAMETERS = "1 0 0 -"  # SHA-1, no iterations, no salt: RFC 9276, section 3.1

Pin: TypeAlias = Callable[[str, str], str]  # owner and what is written there, to data


@dataclass(frozen=True, slots=True)
class Records:
    """The records of one kind under one name: the TTL as the zone has it, and the data."""

    ttl: int
    data: tuple[str, ...]


@dataclass(slots=True)
class Tables:
    """Names and zones together. `pin` writes the data of a TLSA record of an owner.

    `is_old` gives the zones as a server has them that missed the last change.
    """

    names: Names
    zones: Zones
    pin: Pin
    is_old: bool = False
    _members: dict[str, dict[str, set[str]]] = field(default_factory=dict)

    def kinds(self, zone: Zone, name: str) -> set[str]:
        """Give the kinds of record that the zone has under a name; none if it does not exist."""
        return self._names_of(zone).get(name, set())

    def exists(self, zone: Zone, name: str) -> bool:
        """Whether the name is there, be it for names below it alone."""
        return name in self._names_of(zone)

    def all_names(self, zone: Zone) -> dict[str, set[str]]:
        """Give every name of a zone with the kinds of its records."""
        return self._names_of(zone)

    def records(self, zone: Zone, name: str, kind: str) -> Records:
        """Give the records of a kind that the zone has there, but for those that signing makes."""
        match kind:
            case "SOA":
                return Records(NEGATIVE_TTL, (self._soa(zone),))
            case "NS":
                servers = zone.servers if name == zone.name else self.zones[name].delegated
                return Records(HOUR, tuple(f"{server}." for server in servers))
            case "NSEC3PARAM":
                return Records(0, (NSEC3_PARAMETERS,))
            case _:
                owner = self.names[name]
                return Records(_ttl_of(owner, kind), tuple(self._data(owner, kind)))

    def _data(self, owner: Owner, kind: str) -> Iterator[str]:
        match kind:
            case "MX":
                for mx in owner.old_mx if self.is_old else owner.mx:
                    yield f"{mx.preference} {fqdn(mx.exchange)}"
            case "A" | "AAAA":
                version = 4 if kind == "A" else 6
                yield from (str(found) for found in owner.addresses if found.version == version)
            case "CNAME":
                yield fqdn(owner.alias or ROOT)
            case _:
                for entry in owner.entries:
                    if entry.kind == kind:
                        is_pin = kind == "TLSA"
                        yield self.pin(owner.name, entry.data) if is_pin else entry.data

    def _soa(self, zone: Zone) -> str:
        serial = OLD_SERIAL if self.is_old else SERIAL
        mailbox = "hostmaster.demo.example."
        return f"{zone.servers[0]}. {mailbox} {serial} 7200 3600 1209600 {NEGATIVE_TTL}"

    def _names_of(self, zone: Zone) -> dict[str, set[str]]:
        """Put the names of a zone together, at first use."""
        if not self._members:
            self._members = self._members_of_all()
        return self._members[zone.name]

    def _members_of_all(self) -> dict[str, dict[str, set[str]]]:
        members: dict[str, dict[str, set[str]]] = {
            zone.name: defaultdict(set, {zone.name: kinds_at_top(zone)})
            for zone in self.zones.values()
        }
        for zone in self.zones.values():
            if zone.parent is not None:
                ds = {"DS"} if zone.signing.has_ds else set()
                members[zone.parent][zone.name] = {"NS"} | ds
        for name, owner in self.names.items():
            members[zone_of(name, self.zones).name][name] |= set(kinds_of(owner))
        for zone in self.zones.values():
            members[zone.name] = _with_inner_names(zone.name, members[zone.name])
        return members


def kinds_at_top(zone: Zone) -> set[str]:
    """Give the kinds of record that make a zone."""
    kinds = {"SOA", "NS"}
    if zone.signing.has_keys:
        kinds.add("DNSKEY")
        if zone.denial is not Denial.NSEC:
            kinds.add("NSEC3PARAM")
    return kinds


def kinds_of(owner: Owner) -> Iterator[str]:
    """Give the kinds of record under a name, those left out that DNSSEC or the zone brings."""
    if owner.alias is not None:
        yield "CNAME"
        return
    if owner.mx:
        yield "MX"
    yield from ({4: "A", 6: "AAAA"}[found.version] for found in owner.addresses)
    yield from (entry.kind for entry in owner.entries)


def _with_inner_names(top: str, members: dict[str, set[str]]) -> dict[str, set[str]]:
    """Add the names that exist for others below them alone (RFC 8020, section 2)."""
    whole = dict(members)
    for name in members:
        for above in ancestors(name):
            if above == top:
                break
            whole.setdefault(above, set())
    return whole


def _ttl_of(owner: Owner, kind: str) -> int:
    return owner.address_ttl if kind in ("A", "AAAA") else owner.ttl


def fqdn(name: str) -> str:
    """Write a name with the dot that ends it."""
    return ROOT if name == ROOT else f"{name}."
