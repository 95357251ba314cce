"""Steps of a what-if: a part goes off, or on again, and what that means for the parts around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from ipaddress import ip_address, ip_network

from mxgui.routing.route import Host, Route
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.outage import AS_RECORDS_SAY, Off, What, WhatIf

NEAR_4, NEAR_6 = 24, 48  # bits of a prefix that is one place in the network more often than not


class Standing(Enum):
    """How a part stands in a what-if."""

    ON = "on"
    OFF = "off"  # it was switched off itself
    OFF_WITH = "off with"  # something that it belongs to was
    PARTLY = "partly"  # some of its addresses are off


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a route that can be switched off, with those that are below it."""

    what: What
    target: str
    below: tuple[Part, ...] = ()

    def off(self, how: Behaviour) -> Off:
        """Give what switches it off."""
        return Off(self.what, self.target, how)


@dataclass(frozen=True, slots=True)
class Parts:
    """Every part of a route, by kind; tiers have hosts below them, and these their addresses."""

    tiers: tuple[Part, ...] = ()
    families: tuple[Part, ...] = ()
    prefixes: tuple[Part, ...] = ()
    zones: tuple[Part, ...] = ()


@lru_cache(maxsize=16)
def parts_of(route: Route) -> Parts:
    """Tell what can be switched off: whatever has an address that a sender could try."""
    tiers = []
    for tier in route.tiers:
        hosts = tuple(_host(host) for host in tier.usable)
        if hosts:
            tiers.append(Part(What.TIER, str(tier.preference), hosts))
    usable = [host for tier in route.tiers for host in tier.usable]
    own = [ip_address(each.address) for host in usable for each in host.addresses]
    families = sorted({f"ipv{address.version}" for address in own})
    networks = dict.fromkeys(
        ip_network((address, NEAR_6 if address.version == 6 else NEAR_4), strict=False)
        for address in own
    )
    zones = dict.fromkeys(zone for host in usable for zone in _zones(host))
    return Parts(
        tuple(tiers),
        tuple(Part(What.FAMILY, family) for family in families),
        tuple(Part(What.PREFIX, str(network)) for network in networks),
        tuple(Part(What.ZONE, zone) for zone in zones),
    )


def _host(host: Host) -> Part:
    addresses = dict.fromkeys(own.address for own in host.addresses)
    return Part(What.HOST, host.name, tuple(Part(What.ADDRESS, own) for own in addresses))


def _zones(host: Host) -> Iterator[str]:
    """The zone that a host most likely lies in: its name without the first label."""
    _, _, zone = host.name.partition(".")
    if "." in zone:
        yield zone


def switched_off(what_if: WhatIf, off: Off) -> WhatIf:
    """Give the what-if with one more part off; the same part in another manner is replaced."""
    others = (each for each in what_if.off if (each.what, each.target) != (off.what, off.target))
    return replace(what_if, off=(*others, off))


def switched_on(what_if: WhatIf, part: Part, route: Route) -> WhatIf:
    """Give the what-if without what switched a part off.

    If that was the part itself, all else stays. If it was off with others, these stay off.
    """
    own = off_of(what_if, part)
    if own is not None:
        return replace(what_if, off=tuple(off for off in what_if.off if off != own))
    asked = part.off(Behaviour.REFUSED)
    left = (each for off in what_if.off for each in _without(off, asked, route))
    return replace(what_if, off=tuple(dict.fromkeys(left)))


def _without(off: Off, asked: Off, route: Route) -> Iterator[Off]:
    """What is left to be switched off of a part once another one is on: hosts, or addresses."""
    covered = {
        host: [own.address for own in host.addresses if off.covers(host, own.address)]
        for host in route.hosts
        if host.usable
    }
    if not any(asked.covers(host, own) for host, each in covered.items() for own in each):
        yield off
        return
    for host, addresses in covered.items():
        kept = [own for own in addresses if not asked.covers(host, own)]
        if len(kept) == len(host.addresses):
            yield Off(What.HOST, host.name, off.how)
        else:
            yield from (Off(What.ADDRESS, own, off.how) for own in kept)


def off_of(what_if: WhatIf, part: Part) -> Off | None:
    """Give what switched off that very part."""
    found = (off for off in what_if.off if (off.what, off.target) == (part.what, part.target))
    return next(found, None)


class Standings:
    """How the parts of a route stand under a what-if."""

    def __init__(self, what_if: WhatIf, route: Route) -> None:
        """Look at every address once."""
        self._what_if = what_if
        self._off = [
            (host, own.address, what_if.how(host, own.address) is not None)
            for host in route.hosts
            if host.usable
            for own in host.addresses
        ]

    def of(self, part: Part) -> Standing:
        """Tell how a part stands."""
        if off_of(self._what_if, part) is not None:
            return Standing.OFF
        asked = part.off(Behaviour.REFUSED)
        own = [is_off for host, address, is_off in self._off if asked.covers(host, address)]
        if own and all(own):
            return Standing.OFF_WITH
        return Standing.PARTLY if any(own) else Standing.ON


def standing_of(what_if: WhatIf, part: Part, route: Route) -> Standing:
    """Tell how one part stands."""
    return Standings(what_if, route).of(part)


def baseline(what_if: WhatIf) -> WhatIf:
    """Give what a what-if is compared with: the same beginning, with nothing off."""
    if what_if.off or what_if.own:
        return WhatIf(as_probed=what_if.as_probed)
    return AS_RECORDS_SAY
