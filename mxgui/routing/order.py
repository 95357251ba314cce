"""The order in which a sender tries the addresses of a route.

Hosts of one preference are shuffled, a host's addresses keep their order (RFC 5321, section 5.1).
The shuffle takes a seed and is our own, so that the same question has the same answer on the
screen, in the report, in a test, and on every system.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from mxgui.routing.route import Host, Route, Tier

T = TypeVar("T")
_MASK = 0xFFFF_FFFF_FFFF_FFFF


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


def shuffled(items: Sequence[T], seed: int) -> list[T]:
    """Put items into one of their orders, all equally likely over the seeds (Fisher and Yates)."""
    order = list(items)
    numbers = _numbers(seed)
    for last in range(len(order) - 1, 0, -1):
        other = _below(numbers, last + 1)
        order[last], order[other] = order[other], order[last]
    return order


def _numbers(seed: int) -> Iterator[int]:
    """Sixty-four random bits at a time, by SplitMix64 (Steele, Lea and Flood, 2014)."""
    state = seed & _MASK
    while True:
        state = (state + 0x9E37_79B9_7F4A_7C15) & _MASK
        mixed = ((state ^ (state >> 30)) * 0xBF58_476D_1CE4_E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB) & _MASK
        yield mixed ^ (mixed >> 31)


def _below(numbers: Iterator[int], limit: int) -> int:
    """Draw a number from 0 to limit - 1, without the bias that a bare remainder has."""
    fair = _MASK + 1 - (_MASK + 1) % limit
    return next(number for number in numbers if number < fair) % limit
