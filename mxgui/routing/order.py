"""The order in which a sender tries the addresses of a route.

Hosts of one preference are shuffled, a host's addresses keep their order (RFC 5321, section 5.1).
The shuffle takes a seed and is our own, so that the same question has the same answer on the
screen, in the report, in a test, and on every system.
"""

from __future__ import annotations

from dataclasses import dataclass

from mxgui.routing.route import Host, Route, Tier
from mxgui.routing.shuffle import shuffled


@dataclass(frozen=True, slots=True)
class Place:
    """One address in the order of tries; `position` counts from 1."""

    position: int
    preference: int
    host: str
    address: str


def try_order(route: Route, seed: int) -> tuple[Place, ...]:
    """The addresses of a route in the order of one run; an address that comes again is left out.

    The place of a host within its tier depends on the seed and on the names beside it alone, not
    on whether its addresses are known yet.
    """
    tried: dict[str, tuple[int, str]] = {}
    for tier in route.tiers:
        for host in shuffled_hosts(tier, seed):
            if host.usable:
                for own in host.addresses:
                    tried.setdefault(own.address, (tier.preference, host.name))
    return tuple(
        Place(position, preference, host, address)
        for position, (address, (preference, host)) in enumerate(tried.items(), start=1)
    )


def shuffled_hosts(tier: Tier, seed: int) -> tuple[Host, ...]:
    """The hosts of a tier in the order of one run."""
    return tuple(shuffled(tier.hosts, seed ^ (tier.preference << 32)))
