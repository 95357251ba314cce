"""The zones of the demo's DNS, from the root down: who serves each, and how it is signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from mxgui.demo.name_servers import ARPA_SERVERS, ROOT_SERVERS, TOP_SERVERS
from mxgui.demo.zone import HOSTING, DemoDomain, Denial, Signing, Trouble
from mxgui.model.records import ROOT

TOP = "example"  # the domain that holds all demo names (RFC 2606, section 3)
ARPA = "arpa"
SERIAL = 2026010101
OLD_SERIAL = 2025120101  # of a server that missed the last change

# Without names of their own: the relay of three-tiers.example, and whoever serves zones.
_SIGNED_BESIDE = ("relay.example", "demo.example")
_UNSIGNED_BESIDE = (
    "unsigned.opt-out.example",
    "2.0.192.in-addr.arpa",
    "100.51.198.in-addr.arpa",
    "113.0.203.in-addr.arpa",
    "8.b.d.0.1.0.0.2.ip6.arpa",
)


class State(Enum):
    """What validation from the root makes of a zone's data."""

    SECURE = "secure"
    INSECURE = "insecure"
    BOGUS = "bogus"


@dataclass(frozen=True, slots=True)
class Zone:
    """One zone. `delegated` are its servers as its parent has them."""

    name: str
    parent: str | None
    servers: tuple[str, ...]
    delegated: tuple[str, ...]
    signing: Signing = Signing.SIGNED
    denial: Denial = Denial.NSEC


Zones: TypeAlias = Mapping[str, Zone]


def zones_of_demo(domains: Iterable[DemoDomain]) -> Zones:
    """Give every zone by its name: a domain is one, unless it is an alias or does not exist."""
    zones = [
        Zone(ROOT, None, ROOT_SERVERS, ROOT_SERVERS),
        Zone(TOP, ROOT, TOP_SERVERS, TOP_SERVERS),
        Zone(ARPA, ROOT, ARPA_SERVERS, ARPA_SERVERS, Signing.UNSIGNED),
        *(_of_domain(domain) for domain in domains if _is_zone(domain)),
        *(Zone(name, TOP, HOSTING, HOSTING) for name in _SIGNED_BESIDE),
        *(_unsigned(name) for name in _UNSIGNED_BESIDE),
    ]
    return {zone.name: zone for zone in zones}


def _is_zone(domain: DemoDomain) -> bool:
    return domain.alias is None and domain.trouble is not Trouble.MISSING


def _of_domain(domain: DemoDomain) -> Zone:
    delegated = domain.delegated or domain.servers
    return Zone(domain.ascii, TOP, domain.servers, delegated, domain.signing, domain.denial)


def _unsigned(name: str) -> Zone:
    parent = ARPA if name.endswith(ARPA) else name.partition(".")[2]
    return Zone(name, parent, HOSTING, HOSTING, Signing.UNSIGNED)


def ancestors(name: str) -> Iterator[str]:
    """Give a name and each one above it, up to the root."""
    while name and name != ROOT:
        yield name
        name = name.partition(".")[2]
    yield ROOT


def zone_of(name: str, zones: Zones) -> Zone:
    """Give the zone that a name lies in; the top of a zone lies in that zone."""
    return next(zones[above] for above in ancestors(name) if above in zones)


def zone_above(name: str, zones: Zones) -> Zone:
    """Give the zone that has the DS records of a name."""
    return zones[ROOT] if name == ROOT else zone_of(name.partition(".")[2], zones)


def state_of(zone: Zone, zones: Zones) -> State:
    """What validation makes of the zone's data, wherever in it."""
    above = State.SECURE if zone.parent is None else state_of(zones[zone.parent], zones)
    if above is not State.SECURE:
        return above
    if not zone.signing.has_ds:
        return State.INSECURE
    return State.BOGUS if zone.signing.is_broken else State.SECURE
