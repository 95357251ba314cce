"""The mail hosts of the demo network: their addresses, what is found there, and their manners.

Addresses are those kept for documentation (RFC 5737, RFC 3849), so that nothing real is meant; the
private ones of `private.example` are what that domain is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from zlib import crc32

from mxgui.demo import behaviour as manners
from mxgui.demo.behaviour import POLITE, Behaviour

NEAREST = 0.004  # seconds there and back, invented, so that times look like those of a network
FARTHEST = 0.040


class Fate(Enum):
    """What a connection to an address meets."""

    LISTENS = "listens"
    REFUSES = "refuses"
    MUTE = "mute"  # nothing ever answers
    UNREACHABLE = "unreachable"  # a router on the way says so


@dataclass(frozen=True, slots=True)
class DemoAddress:
    """One address, and what is found there."""

    address: str
    fate: Fate = Fate.LISTENS

    @property
    def family(self) -> int:
        """The address family, 4 or 6."""
        return 6 if ":" in self.address else 4


@dataclass(frozen=True, slots=True)
class DemoHost:
    """One mail host, which behaves alike at all its addresses that listen."""

    name: str
    addresses: tuple[DemoAddress, ...]
    behaviour: Behaviour = POLITE

    @property
    def distance(self) -> float:
        """Seconds there and back, between 4 and 40 ms: the demo's own, the same every time."""
        share = crc32(self.name.encode()) % 1000 / 999
        return NEAREST + share * (FARTHEST - NEAREST)


def _host(name: str, addresses: str, behaviour: Behaviour = POLITE) -> DemoHost:
    """Read addresses as they are written below: `-` refuses, `?` is mute, `!` is unreachable."""
    return DemoHost(name, tuple(_address(written) for written in addresses.split()), behaviour)


_MARKS = {"-": Fate.REFUSES, "?": Fate.MUTE, "!": Fate.UNREACHABLE}


def _address(written: str) -> DemoAddress:
    fate = _MARKS.get(written[0])
    return DemoAddress(written[1:], fate) if fate else DemoAddress(written)


_QUARTERS = ("north", "east", "south", "west")  # a tier of many.example each
_DEAD_OF_MANY = (7, 23)
MANY = tuple(
    (10 * (quarter + 1), f"mail-gateway-{10 * quarter + n:02}.{where}.many.example")
    for quarter, where in enumerate(_QUARTERS)
    for n in range(1, 11)
)


def _many() -> tuple[DemoHost, ...]:
    return tuple(
        _host(name, f"{_ipv4_of_many(n)} 2001:db8:{n % 4 + 10:x}::{n:x}")
        for n, (_, name) in enumerate(MANY, start=1)
    )


def _ipv4_of_many(n: int) -> str:
    return f"{'-' if n in _DEAD_OF_MANY else ''}198.51.100.{100 + n}"


HOSTS = (
    _host("mx-a.three-tiers.example", "192.0.2.11 2001:db8:1::11", manners.TALKATIVE),
    _host("mx-b.three-tiers.example", "192.0.2.12 2001:db8:1::12"),
    _host("mx-c.three-tiers.example", "192.0.2.13"),
    _host("last-resort.three-tiers.example", "203.0.113.50"),
    _host("backup.relay.example", "198.51.100.5 2001:db8:2::5"),
    _host("mail.one-host.example", "192.0.2.20"),
    _host("mx1.half-dead.example", "192.0.2.31 -2001:db8:1::31"),
    _host("mx2.half-dead.example", "192.0.2.32 2001:db8:1::32"),
    _host("backup.half-dead.example", "-203.0.113.33"),
    _host("mx1.first-dead.example", "-192.0.2.34"),
    _host("mx2.first-dead.example", "198.51.100.34"),
    _host("mx1.all-dead.example", "-192.0.2.36"),
    _host("mx2.all-dead.example", "-198.51.100.36"),
    _host("mx.mixed-null.example", "192.0.2.38"),
    _host("implicit.example", "192.0.2.25 2001:db8:1::25"),
    _host("mx1.duplicate.example", "192.0.2.41"),
    _host("mx2.duplicate.example", "192.0.2.42"),
    _host("mx1.shared.example", "192.0.2.43"),
    _host("mx2.shared.example", "192.0.2.43"),
    _host("mx.literal.example", "192.0.2.45"),
    _host("mx.localhost.example", "192.0.2.46"),
    _host("inside.private.example", "-10.20.30.40 -192.168.10.20"),
    _host("mx.private.example", "192.0.2.47"),
    _host("mx.lost-target.example", "192.0.2.48"),
    _host("mx2.broken-lookup.example", "192.0.2.49"),
    _host("slow.slow.example", "192.0.2.51", manners.SLOW),
    _host("quick.slow.example", "192.0.2.52"),
    _host("mute.silent.example", "192.0.2.53", manners.SILENT),
    _host("mx.silent.example", "192.0.2.54"),
    _host("mx1.first-unanswered.example", "?192.0.2.55"),
    _host("mx2.first-unanswered.example", "198.51.100.55"),
    _host("mx1.unanswered.example", "?192.0.2.56 ?2001:db8:1::56"),
    _host("mx2.unanswered.example", "?198.51.100.56"),
    _host("mx1.unreachable.example", "!192.0.2.58"),
    _host("mx2.unreachable.example", "198.51.100.58"),
    _host("mx.rejects.example", "192.0.2.60", manners.REJECTING),
    _host("mx.temporary.example", "192.0.2.61", manners.DEFERRING),
    _host("mx1.hangs-up.example", "192.0.2.62", manners.HANGING_UP),
    _host("mx2.hangs-up.example", "192.0.2.63"),
    _host("mx.not-smtp.example", "192.0.2.64", manners.OTHER_TONGUE),
    _host("mx.helo-only.example", "192.0.2.65", manners.OLD),
    _host("mx1.no-starttls.example", "192.0.2.66"),
    _host("mx2.no-starttls.example", "192.0.2.67", manners.UNENCRYPTED),
    _host("mx1.broken-starttls.example", "192.0.2.68", manners.TAKING_BACK),
    _host("mx2.broken-starttls.example", "192.0.2.69", manners.BREAKING_OFF),
    _host("mx.self-signed.example", "192.0.2.70 2001:db8:1::70", manners.SELF_SIGNED),
    _host("mx.expired.example", "192.0.2.71", manners.EXPIRED),
    _host("mx.other-name.example", "192.0.2.72", manners.OTHER_NAME),
    _host("mx.ipv6-only.example", "2001:db8:1::73"),
    _host("postfach.xn--bcher-kva.example", "192.0.2.74 2001:db8:1::74"),
    _host("mx1.hostile.example", "192.0.2.75", manners.MARKING_UP),
    _host("mx2.hostile.example", "192.0.2.76", manners.FLOODING),
    *_many(),
)
