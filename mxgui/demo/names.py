"""All that the demo's DNS holds, name by name, put together from its domains and its hosts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from ipaddress import ip_address
from typing import TypeAlias

from mxgui.demo.domains import DOMAINS, HOSTS
from mxgui.demo.hosts import DemoAddress, DemoHost
from mxgui.demo.name_servers import NAME_SERVERS
from mxgui.demo.pins import PREFIX, SMTP_PORT
from mxgui.demo.zone import HOUR, DemoDomain, Entry, Trouble, absolute
from mxgui.model.records import Address, Mx

FIVE_MINUTES = 300  # seconds; the TTL of addresses


@dataclass(frozen=True, slots=True)
class Owner:
    """What DNS holds under one name; TTLs are seconds, as the zone has them."""

    name: str
    mx: tuple[Mx, ...] = ()
    old_mx: tuple[Mx, ...] = ()
    addresses: tuple[Address, ...] = ()
    entries: tuple[Entry, ...] = ()
    alias: str | None = None
    trouble: Trouble | None = None
    ttl: int = HOUR
    address_ttl: int = FIVE_MINUTES


Names: TypeAlias = Mapping[str, Owner]
Placing: TypeAlias = Callable[[str], str | None]

OTHERS = (
    Owner("localhost", addresses=(ip_address("127.0.0.1"), ip_address("::1"))),  # RFC 6761, 6.3
    Owner("loop-back.example", alias="alias-loop.example"),
)


def as_documented(address: str) -> str:
    """Leave an address as the demo's tables have it."""
    return address


def names_of_demo(place: Placing = as_documented, port: int = SMTP_PORT) -> Names:
    """Give every name that exists, with its hosts' addresses put where `place` says.

    An address whose place is None is left out. TLSA records are for a port: what the tables have
    for port 25 is there for `port` as well.
    """
    names = {owner.name: owner for owner in OTHERS}
    there = [domain for domain in DOMAINS if domain.trouble is not Trouble.MISSING]
    names |= {domain.ascii: _owner_of(domain) for domain in there}
    for name, owner in _others_of_domains(names, place):
        names[name] = owner
    for name, addresses in _hosts(place):
        names[name] = replace(names.get(name, Owner(name)), addresses=addresses)
    for name, targets in _reverse(place).items():
        known = names.get(name, Owner(name))
        names[name] = replace(known, entries=(*known.entries, *targets))
    return names | {owner.name: owner for owner in _at_port(names, port)}


def _at_port(names: Names, port: int) -> Iterator[Owner]:
    for name, owner in names.items():
        if name.startswith(PREFIX):
            yield replace(owner, name=f"_{port}._tcp.{name.removeprefix(PREFIX)}")


def _owner_of(domain: DemoDomain) -> Owner:
    return Owner(
        domain.ascii,
        mx=domain.exchanges,
        old_mx=domain.old_exchanges,
        alias=domain.alias,
        trouble=domain.trouble,
        ttl=domain.ttl,
    )


def _others_of_domains(names: Names, place: Placing) -> Iterator[tuple[str, Owner]]:
    """Give the owners of the records that are no MX, and of the names that fail."""
    owners = dict(names)
    for domain in DOMAINS:
        for name, entry in domain.entries():
            owner = owners.get(name, Owner(name, ttl=domain.ttl))
            owners[name] = _with(owner, entry, domain.ascii, place)
            yield name, owners[name]


def _with(owner: Owner, entry: Entry, origin: str, place: Placing) -> Owner:
    match entry.kind:
        case "SERVFAIL":
            return replace(owner, trouble=Trouble.SERVFAIL)
        case "CNAME":
            return replace(owner, alias=absolute(entry.data, origin))
        case "A":
            return replace(owner, addresses=_placed(place, (entry.data,)))
        case _:
            return replace(owner, entries=(*owner.entries, entry))


def _hosts(place: Placing) -> Iterator[tuple[str, tuple[Address, ...]]]:
    for host in HOSTS:
        yield host.name, _placed(place, (known.address for known in host.addresses))
    for domain in DOMAINS:
        if domain.policy is not None and domain.policy.address is not None:
            yield f"mta-sts.{domain.ascii}", _placed(place, (domain.policy.address.address,))
    for server in NAME_SERVERS:
        yield server.name, _placed(place, server.addresses)


def _placed(place: Placing, addresses: Iterable[str]) -> tuple[Address, ...]:
    # several addresses may end in one place, where a system has but one to give
    places = dict.fromkeys(place(address) for address in addresses)
    return tuple(ip_address(where) for where in places if where)


def _reverse(place: Placing) -> Mapping[str, list[Entry]]:
    """Give the names of addresses; where hosts share one, that of the first."""
    names: defaultdict[str, list[Entry]] = defaultdict(list)
    for host, known in _addresses():
        where = place(known.address)
        target = host.reverse_of(known)
        name = ip_address(where).reverse_pointer if where else ""
        if name and target and name not in names:
            names[name].append(Entry("PTR", f"{target}."))
    return names


def _addresses() -> Iterator[tuple[DemoHost, DemoAddress]]:
    for host in HOSTS:
        for known in host.addresses:
            yield host, known
