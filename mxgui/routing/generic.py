"""Whether a name looks as providers name the lines of their customers, all alike.

Receivers turn mail away from such names, and nobody looks for a mail host behind one. Only two
signs count, so that a good name is seldom taken for such a one: the address itself is written in
the name; or a label is a word for lines that change hands. A name that says that it is a mail host,
or that its address stays, never counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address

_MAIL = frozenset({"mail", "mailer", "mailout", "mta", "mx", "relay", "smtp", "static", "imap"})
# Words that providers use for lines of changing address, and for hardly anything else
_CHANGING = frozenset(
    {"adsl", "dhcp", "dialin", "dialup", "dsl", "dyn", "dynamic", "dynip", "ppp", "pppoe", "vdsl"}
    | {"xdsl"}
)
# Words that can mean much else: they count beside the end of the address only
_COMMON = frozenset(
    {"broadband", "cable", "client", "clients", "cpe", "cust", "customer", "fibre", "ftth", "home"}
    | {"pool", "pools", "res", "residential", "user", "users"}
)
_WORD = re.compile(r"[a-z]+")
_NUMBER = re.compile(r"[0-9]+")
_OWNER_LABELS = 2  # the last labels are whose name it is, and no word about the line


def is_generic(name: str, address: str) -> bool:
    """Whether the name says no more of the address than that it is one of many.

    So `host-192-0-2-1.example.net` and `c0000201.dyn.example.net`, and not `mail-1.example.net`.
    """
    own = name.lower().split(".")[:-_OWNER_LABELS]
    words = {word for label in own for word in _WORD.findall(label)}
    if not own or words & _MAIL:
        return False
    if words & _CHANGING or _holds(".".join(own), address):
        return True
    return bool(words & _COMMON) and _ends_alike(own, address)


def _holds(own: str, address: str) -> bool:
    """Whether the address is written in the labels, in one of the usual ways."""
    parsed = ip_address(address)
    forms = _forms_of_6(parsed) if isinstance(parsed, IPv6Address) else _forms_of_4(parsed)
    return any(re.search(rf"(?<![0-9a-f]){form}(?![0-9a-f])", own) for form in forms)


def _forms_of_4(address: IPv4Address) -> Iterator[str]:
    octets = str(address).split(".")
    for numbers in (octets, octets[::-1]):
        yield "[-.x_]".join(f"0{{0,2}}{number}" for number in numbers)
        yield "".join(f"{int(number):03d}" for number in numbers)
    yield address.packed.hex()


def _forms_of_6(address: IPv6Address) -> Iterator[str]:
    digits = address.packed.hex()
    yield digits
    yield "[-.]".join(address.exploded.split(":"))
    yield "[-.]".join(reversed(digits))
    yield "[-.]".join(digits)
    short = str(address).split(":")
    if len(short) >= 5:  # fewer parts of an address may be in any name
        yield "-".join(short)


def _ends_alike(own: list[str], address: str) -> bool:
    """Whether the last octet of an IPv4 address is among the numbers of the name."""
    if ":" in address:
        return False
    numbers = {int(number) for label in own for number in _NUMBER.findall(label)[:8]}
    octets = {int(octet) for octet in address.split(".")[2:]}
    return octets <= numbers
