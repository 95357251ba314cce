"""Where addresses stand: the networks that are usually routed, and lost, as one."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import TypeAlias

from mxgui.routing.route import Host

Place: TypeAlias = IPv4Network | IPv6Network
_PREFIXES = {4: 24, 6: 48}  # bits


def places_of_hosts(hosts: Iterable[Host]) -> set[Place]:
    """Give the networks in which the addresses of these hosts lie."""
    return {
        ip_network((own.address, _PREFIXES[own.family]), strict=False)
        for host in hosts
        for own in host.addresses
    }


def stand_in_one_place(hosts: Iterable[Host]) -> bool:
    """Whether the addresses of each family lie in one network; none at all do too."""
    places = places_of_hosts(hosts)
    return len(places) == len({place.version for place in places})
