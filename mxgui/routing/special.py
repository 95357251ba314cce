"""What kind of address an address is, by the registries of RFC 6890 and its successors."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

from mxgui.model.records import Address


class AddressKind(Enum):
    """Blocks of addresses that no mail host on the public Internet can have."""

    PRIVATE = "private"
    LOOPBACK = "loopback"
    LINK_LOCAL = "link_local"
    DOCUMENTATION = "documentation"
    MAPPED = "mapped"
    SHARED = "shared"
    BENCHMARKING = "benchmarking"
    MULTICAST = "multicast"
    UNSPECIFIED = "unspecified"
    RESERVED = "reserved"


_BLOCKS = tuple(
    (ip_network(block), kind)
    for block, kind in (
        ("0.0.0.0/8", AddressKind.UNSPECIFIED),
        ("10.0.0.0/8", AddressKind.PRIVATE),
        ("100.64.0.0/10", AddressKind.SHARED),
        ("127.0.0.0/8", AddressKind.LOOPBACK),
        ("169.254.0.0/16", AddressKind.LINK_LOCAL),
        ("172.16.0.0/12", AddressKind.PRIVATE),
        ("192.0.0.0/24", AddressKind.RESERVED),
        ("192.0.2.0/24", AddressKind.DOCUMENTATION),
        ("192.168.0.0/16", AddressKind.PRIVATE),
        ("198.18.0.0/15", AddressKind.BENCHMARKING),
        ("198.51.100.0/24", AddressKind.DOCUMENTATION),
        ("203.0.113.0/24", AddressKind.DOCUMENTATION),
        ("224.0.0.0/4", AddressKind.MULTICAST),
        ("240.0.0.0/4", AddressKind.RESERVED),
        ("::/128", AddressKind.UNSPECIFIED),
        ("::1/128", AddressKind.LOOPBACK),
        ("::ffff:0:0/96", AddressKind.MAPPED),
        ("100::/64", AddressKind.RESERVED),
        ("2001:2::/48", AddressKind.BENCHMARKING),
        ("2001:db8::/32", AddressKind.DOCUMENTATION),
        ("3fff::/20", AddressKind.DOCUMENTATION),
        ("fc00::/7", AddressKind.PRIVATE),
        ("fe80::/10", AddressKind.LINK_LOCAL),
        ("fec0::/10", AddressKind.PRIVATE),
        ("ff00::/8", AddressKind.MULTICAST),
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")
_REFUSED = frozenset(AddressKind) - {
    AddressKind.DOCUMENTATION,
    AddressKind.BENCHMARKING,
    AddressKind.MAPPED,
}


@lru_cache(maxsize=4096)
def kind_of(address: str | Address) -> AddressKind | None:
    """Tell the special kind of an address, or of the IPv4 address that a NAT64 makes of it.

    Gives None for an ordinary one.
    """
    parsed = ip_address(address)
    if isinstance(parsed, IPv6Address) and parsed in _NAT64:
        parsed = _inside(parsed)
    for block, kind in _BLOCKS:
        if parsed in block:
            return kind
    return None


@lru_cache(maxsize=4096)
def is_private(address: str | Address) -> bool:
    """Whether a probe could reach into somebody's own network.

    An IPv4 address inside an IPv6 one (mapped, or NAT64 of RFC 6052) counts as what it is inside.
    """
    inner = _inside(ip_address(address))
    kind = kind_of(inner)
    return kind in _REFUSED


def _inside(address: Address) -> Address:
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return address.ipv4_mapped
        if address in _NAT64:
            return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address
