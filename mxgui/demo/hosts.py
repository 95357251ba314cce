"""The mail hosts of the demo network: their addresses, what is found there, and their manners.

Addresses are those kept for documentation (RFC 5737, RFC 3849), so that nothing real is meant; the
private ones of `private.example` are what that domain is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from zlib import crc32

from mxgui.demo.behaviour import POLITE, Behaviour

NEAREST = 0.004  # seconds there and back, invented, so that times look like those of a network
FARTHEST = 0.040
OWN_NAME = "{name}"


class Fate(Enum):
    """What a connection to an address meets."""

    LISTENS = "listens"
    REFUSES = "refuses"
    MUTE = "mute"  # nothing ever answers
    UNREACHABLE = "unreachable"  # a router on the way says so


@dataclass(frozen=True, slots=True)
class DemoAddress:
    """One address, and what is found there; at an odd one the host has its other manners."""

    address: str
    fate: Fate = Fate.LISTENS
    is_odd: bool = False

    @property
    def family(self) -> int:
        """The address family, 4 or 6."""
        return 6 if ":" in self.address else 4


@dataclass(frozen=True, slots=True)
class DemoHost:
    """One mail host, which behaves alike at all its addresses, the odd ones excepted.

    `reverse` is the name that DNS gives its addresses; `{name}` stands for its own, `{dashed}` for
    the address with dashes, and without one they have no name.
    """

    name: str
    addresses: tuple[DemoAddress, ...]
    behaviour: Behaviour = POLITE
    odd: Behaviour = POLITE
    reverse: str = OWN_NAME

    @property
    def distance(self) -> float:
        """Seconds there and back, between 4 and 40 ms: the demo's own, the same every time."""
        share = crc32(self.name.encode()) % 1000 / 999
        return NEAREST + share * (FARTHEST - NEAREST)

    def manners_at(self, known: DemoAddress) -> Behaviour:
        """How it behaves at one of its addresses."""
        return self.odd if known.is_odd else self.behaviour

    def reverse_of(self, known: DemoAddress) -> str:
        """The name that DNS gives an address of it, or nothing."""
        dashed = known.address.replace(".", "-").replace(":", "-")
        return self.reverse.replace("{name}", self.name).replace("{dashed}", dashed)


def host(
    name: str,
    addresses: str,
    behaviour: Behaviour = POLITE,
    *,
    odd: Behaviour = POLITE,
    reverse: str = OWN_NAME,
) -> DemoHost:
    """Read addresses as they are written: `-` refuses, `?` is mute, `!` unreachable, `~` odd."""
    read = tuple(read_address(written) for written in addresses.split())
    return DemoHost(name, read, behaviour, odd, reverse)


_MARKS = {"-": Fate.REFUSES, "?": Fate.MUTE, "!": Fate.UNREACHABLE}


def read_address(written: str) -> DemoAddress:
    """Read one address with its mark."""
    if written[0] == "~":
        return DemoAddress(written[1:], is_odd=True)
    fate = _MARKS.get(written[0])
    return DemoAddress(written[1:], fate) if fate else DemoAddress(written)
