"""All that the demo's DNS holds, name by name, put together from its domains and its hosts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from ipaddress import ip_address
from typing import TypeAlias

from mxgui.demo.hosts import HOSTS
from mxgui.demo.zone import HOUR, DemoDomain, Trouble
from mxgui.demo.zones import DOMAINS
from mxgui.model.records import Address, Mx

FIVE_MINUTES = 300  # seconds; the TTL of addresses


@dataclass(frozen=True, slots=True)
class Owner:
    """What DNS holds under one name; TTLs are seconds, as the zone has them."""

    name: str
    mx: tuple[Mx, ...] = ()
    addresses: tuple[Address, ...] = ()
    alias: str | None = None
    trouble: Trouble | None = None
    pointer: str | None = None  # the name that an address has; its owner is the address backwards
    ttl: int = HOUR
    address_ttl: int = FIVE_MINUTES


Names: TypeAlias = Mapping[str, Owner]
Placing: TypeAlias = Callable[[str], str | None]

OTHERS = (
    Owner("localhost", addresses=(ip_address("127.0.0.1"), ip_address("::1"))),  # RFC 6761, 6.3
    Owner("mail.alias.example", alias="frontend.alias.example"),
    Owner("frontend.alias.example", alias="mx-a.three-tiers.example"),
    Owner("loop-back.example", alias="alias-loop.example"),
    Owner("mx.no-address.example"),
    Owner("mx1.broken-lookup.example", trouble=Trouble.SERVFAIL),
)


def as_documented(address: str) -> str:
    """Leave an address as the demo's tables have it."""
    return address


def names_of_demo(place: Placing = as_documented) -> Names:
    """Give every name that exists, with its hosts' addresses put where `place` says.

    An address whose place is None is left out.
    """
    names = {owner.name: owner for owner in OTHERS}
    names |= {domain.ascii: _owner_of(domain) for domain in DOMAINS}
    for host in HOSTS:
        placed = [place(known.address) for known in host.addresses]
        # several addresses may end in one place, where a system has but one to give
        addresses = tuple(ip_address(where) for where in dict.fromkeys(placed) if where)
        known = names.get(host.name, Owner(host.name))
        names[host.name] = replace(known, addresses=addresses)
        for address in addresses:
            backwards = Owner(address.reverse_pointer, pointer=host.name)
            names.setdefault(backwards.name, backwards)
    return names


def _owner_of(domain: DemoDomain) -> Owner:
    return Owner(
        domain.ascii,
        mx=domain.exchanges,
        alias=domain.alias,
        trouble=domain.trouble,
        ttl=domain.ttl,
    )
