"""Zones whose name servers are at odds in every way: who serves what, and what the zone above says.

All of them lie under `example`. A domain of it is a test case, and its name says which.
"""

from __future__ import annotations

from dataclasses import dataclass

ABOVE = "192.0.2.52"  # serves the root and `example`
RESOLVER = "192.0.2.53"
FIRST, SECOND, EMPTY = "192.0.2.101", "192.0.2.102", "192.0.2.103"
MUTE, WITHOUT_TCP = "192.0.2.104", "192.0.2.105"
FIRST_6, SECOND_6 = "2001:db8::101", "2001:db8::102"
NOBODY = "192.0.2.109"

HEAD = """\
$ORIGIN {name}.
$TTL 3600
@ SOA ns1 postmaster {serial} 3600 600 864000 300
mx A 192.0.2.201
mx AAAA 2001:db8::201
@ MX 10 mx
"""
NS1 = f"@ NS ns1\nns1 A {FIRST}\n"
DISTANT = "@ MX 20 mx.serials.example.\n"


@dataclass(frozen=True, slots=True)
class Case:
    """One zone: what the first server has of it, the second, and the zone above; in zone files."""

    name: str
    first: str
    second: str = ""  # as the first, unless told
    above: str = ""  # as the first, unless told
    old: bool = False  # the second has an earlier copy

    def delegation(self) -> str:
        """The lines of the zone above, with names relative to this zone."""
        lines = (self.above or self.first).splitlines()
        return f"$ORIGIN {self.name}.\n" + "\n".join(
            line for line in lines if " NS " in line or line.startswith("ns")
        )

    def zone(self, *, second: bool = False) -> str:
        """The zone as a file of one of the servers."""
        serial = 1 if second and self.old else 2
        head = HEAD.format(name=self.name, serial=serial)
        return head + (self.second if second and self.second else self.first)


def _two(address: str, kind: str = "A") -> str:
    return f"{NS1}@ NS ns2\nns2 {kind} {address}\n"


CASES = (
    Case("good.example", _two(SECOND) + f"ns1 AAAA {FIRST_6}\nns2 AAAA {SECOND_6}\n"),
    Case("serials.example", _two(SECOND) + DISTANT, _two(SECOND), old=True),
    Case("split.example", _two(SECOND) + DISTANT, _two(SECOND)),
    Case("refusing.example", _two(EMPTY)),
    Case("mute.example", _two(MUTE)),
    Case("without-tcp.example", _two(WITHOUT_TCP)),
    Case("glue.example", _two(SECOND), above=_two(NOBODY)),
    Case(
        "disagree.example",
        _two(SECOND),
        above=f"{NS1}@ NS ns3\nns3 A {SECOND}\n",
    ),
    Case("six.example", _two(SECOND_6, "AAAA")),
    Case("one.example", NS1),
)
ELSEWHERE = """\
$ORIGIN elsewhere.example.
$TTL 3600
@ SOA ns1.good.example. postmaster 2 3600 600 864000 300
@ NS ns1.good.example.
@ NS ns2.good.example.
@ MX 10 mx.refusing.example.
"""


def zones_above() -> dict[str, str]:
    """The root and `example`, with every delegation."""
    head = (
        "$ORIGIN {name}\n$TTL 3600\n@ SOA ns.example. postmaster.example. 1 3600 600 864000 300\n"
    )
    top = f"@ NS ns.example.\nns.example. A {ABOVE}\n"
    cases = "\n".join(case.delegation() for case in CASES)
    other = "\nelsewhere.example. NS ns1.good.example.\nelsewhere.example. NS ns2.good.example.\n"
    return {
        ".": head.format(name=".") + "@ NS ns.example.\nexample. NS ns.example.\n" + top[16:],
        "example": head.format(name="example.") + top + cases + other,
    }


def zones_of(address: str) -> dict[str, str]:
    """What the server at an address serves."""
    if address == EMPTY:
        return {}
    if address == WITHOUT_TCP:
        return {case.name: case.zone() for case in CASES if case.name == "without-tcp.example"}
    is_second = address == SECOND
    zones = {case.name: case.zone(second=is_second) for case in CASES}
    return {**zones, "elsewhere.example": ELSEWHERE}
