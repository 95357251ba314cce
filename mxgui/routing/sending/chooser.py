"""Where a sender tosses a coin: handed in, so that a run can be repeated, or every run be seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import prod
from typing import Protocol, TypeVar

from mxgui.routing.shuffle import below, numbers

T = TypeVar("T")


class Chooser(Protocol):
    """Whatever draws numbers."""

    def below(self, limit: int) -> int:
        """Draw a number from 0 to limit - 1, all equally likely."""
        ...


class Seeded:
    """Draws that a seed decides."""

    def __init__(self, seed: int) -> None:
        """Begin with this seed."""
        self._numbers = numbers(seed)

    def below(self, limit: int) -> int:
        """Draw the next number."""
        return below(self._numbers, limit)


class Scripted:
    """Draws that are decided beforehand, then 0; it notes how many ways each could have gone."""

    def __init__(self, script: Sequence[int] = ()) -> None:
        """Follow this script."""
        self._script = script
        self.drawn: list[tuple[int, int]] = []  # what was drawn, and out of how many

    def below(self, limit: int) -> int:
        """Draw what the script says."""
        at = len(self.drawn)
        value = self._script[at] if at < len(self._script) else 0
        self.drawn.append((value, limit))
        return value

    @property
    def chance(self) -> Fraction:
        """How likely what was drawn so far is."""
        return Fraction(1, prod(limit for _, limit in self.drawn))


def every_run() -> Iterator[Scripted]:
    """Give a chooser for every way that a run can go, one after the other, for who draws from it.

    Once the run has been made with it, its `chance` is that of this very run.
    """
    script: list[int] | None = []
    while script is not None:
        chooser = Scripted(script)
        yield chooser
        script = _next_script(chooser.drawn)


def _next_script(drawn: list[tuple[int, int]]) -> list[int] | None:
    while drawn:
        value, limit = drawn[-1]
        if value + 1 < limit:
            return [*(each for each, _ in drawn[:-1]), value + 1]
        drawn = drawn[:-1]
    return None


def shuffled(items: Sequence[T], chooser: Chooser) -> list[T]:
    """Put items into one of their orders, all equally likely (Fisher and Yates)."""
    order = list(items)
    for last in range(len(order) - 1, 0, -1):
        other = chooser.below(last + 1)
        order[last], order[other] = order[other], order[last]
    return order
