"""Our own small generator: the same seed gives the same order on every system."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
_MASK = 0xFFFF_FFFF_FFFF_FFFF


def shuffled(items: Sequence[T], seed: int) -> list[T]:
    """Put items into one of their orders, all equally likely over the seeds (Fisher and Yates)."""
    order = list(items)
    drawn = numbers(seed)
    for last in range(len(order) - 1, 0, -1):
        other = below(drawn, last + 1)
        order[last], order[other] = order[other], order[last]
    return order


def numbers(seed: int) -> Iterator[int]:
    """Sixty-four random bits at a time, by SplitMix64 (Steele, Lea and Flood, 2014)."""
    state = seed & _MASK
    while True:
        state = (state + 0x9E37_79B9_7F4A_7C15) & _MASK
        mixed = ((state ^ (state >> 30)) * 0xBF58_476D_1CE4_E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB) & _MASK
        yield mixed ^ (mixed >> 31)


def below(drawn: Iterator[int], limit: int) -> int:
    """Draw a number from 0 to limit - 1, without the bias that a bare remainder has."""
    fair = _MASK + 1 - (_MASK + 1) % limit
    return next(number for number in drawn if number < fair) % limit
