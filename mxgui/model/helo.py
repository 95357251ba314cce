"""The name by which we greet a mail host, and what must never be one.

A sender gives a name that the other side can look up, or else the address it comes from (RFC 5321,
section 4.1.4); nothing that only its own network understands.
"""

from __future__ import annotations

import re

from mxgui.model.domain import BadDomain, Domain, address_of

_HOST_NAME = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+\Z")
_OF_ONE_NETWORK = frozenset(
    ("local", "localdomain", "localhost", "lan", "internal", "intranet", "home", "corp", "arpa")
)


def literal_of(address: str) -> str:
    """Give an address as EHLO takes it: `[192.0.2.1]` or `[IPv6:2001:db8::1]` (RFC 5321, 4.1.3)."""
    parsed = address_of(address.partition("%")[0])
    if parsed is None:
        raise ValueError(f"no IP address: {address!r}")
    if parsed.version == 6 and parsed.ipv4_mapped is not None:
        parsed = parsed.ipv4_mapped
    return Domain.of_literal(parsed).ascii


def helo_of(wanted: str) -> str | None:
    """Give a wanted name as it goes to the wire; None for one that may not.

    That is a host name of at least two labels which is known outside its own network, in A-labels,
    or an address literal.
    """
    if wanted.startswith("[") and wanted.endswith("]"):
        inner = wanted[1:-1]
        bare = inner[5:] if inner[:5].lower() == "ipv6:" else inner
        address = address_of(bare)
        return Domain.of_literal(address).ascii if address is not None else None
    try:
        name = Domain.parse(wanted).ascii
    except BadDomain:
        return None
    return name if is_public(name) else None


def is_public(name: str) -> bool:
    """Whether a name, in A-labels, can mean the same host everywhere."""
    last = name.rpartition(".")[2]
    return bool(_HOST_NAME.match(name)) and last not in _OF_ONE_NETWORK and not last.isdigit()


def full_name(name: str, hosts: str) -> str:
    """Give the first name with a dot for a short one, out of the text of a hosts file.

    Systems keep the whole name of the machine there; without such a line the name stays as it is.
    """
    if "." in name:
        return name
    for line in hosts.splitlines():
        names = line.partition("#")[0].split()[1:]
        if name in names:
            return next((other for other in names if "." in other), name)
    return name
