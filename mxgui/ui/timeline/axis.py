"""The axis of time: the part of an inspection that is seen, its ticks, and how it is zoomed.

Seconds since the inspection began, from left to right. No Qt here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor, log10

from mxgui.model.text import Text, text

LEAST = 0.01  # seconds; the shortest axis, on which a millisecond is as wide as a tick
DEEPEST = 1000  # times; in a deeper zoom the six digits of a tick would not tell it from the next
TICK_GAP = 64.0  # pixels at the least from tick to tick, so that labels stand apart
_MARGIN = 1.02  # of the whole, so that the last bar does not touch the edge
_STEPS = (1.0, 2.0, 5.0, 10.0)
_LENGTHS = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
_LEAST_GROWING = 0.2  # seconds of an axis that still grows


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of time that is seen, in seconds."""

    begin: float
    end: float

    @property
    def length(self) -> float:
        """How long it is."""
        return self.end - self.begin

    def place(self, at: float) -> float:
        """Where a moment stands: 0 at the left end, 1 at the right, beyond that outside."""
        return (at - self.begin) / self.length

    def moment(self, place: float) -> float:
        """The moment at a place."""
        return self.begin + place * self.length


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment that is marked on the axis, and its words."""

    at: float
    words: Text


def fitted(last: float, *, growing: bool) -> Axis:
    """The axis on which all is seen up to the last moment.

    While more is to come it grows in steps, so that bars do not shrink all the time.
    """
    if growing:
        return Axis(0.0, _rounded_up(max(last, _LEAST_GROWING), _LENGTHS))
    return Axis(0.0, max(last * _MARGIN, LEAST))


def zoomed(axis: Axis, whole: Axis, factor: float, about: float) -> Axis:
    """The axis enlarged by a factor; the moment `about` stays where it is."""
    least = max(LEAST, whole.length / DEEPEST)
    length = min(max(axis.length / factor, least), whole.length)
    begin = about - axis.place(about) * length
    return _within(whole, begin, length)


def moved(axis: Axis, whole: Axis, by: float) -> Axis:
    """The axis moved by so many seconds, as far as there is anything to see."""
    return _within(whole, axis.begin + by, axis.length)


@lru_cache(maxsize=8)  # every row of a repaint draws the same lines
def ticks(axis: Axis, room: float) -> tuple[Tick, ...]:
    """The ticks of an axis that is so many pixels wide."""
    if room < TICK_GAP:
        return ()
    return tuple(_ticks(axis, _rounded_up(axis.length * TICK_GAP / room, _STEPS)))


def _ticks(axis: Axis, step: float) -> Iterator[Tick]:
    in_seconds = axis.end > 1.0
    for number in range(ceil(axis.begin / step - 1e-9), floor(axis.end / step + 1e-9) + 1):
        at = number * step
        if in_seconds:
            yield Tick(at, text("{n} s", n=round(at, 6)))
        else:
            yield Tick(at, text("{n} ms", n=round(at * 1000, 3)))


def _within(whole: Axis, begin: float, length: float) -> Axis:
    """An axis of that length, moved into the whole."""
    if length >= whole.length:
        return whole
    begin = min(max(begin, whole.begin), whole.end - length)
    return Axis(begin, begin + length)


def _rounded_up(number: float, steps: tuple[float, ...]) -> float:
    """The next number that reads well."""
    size = 10.0 ** floor(log10(number))
    return next((step * size for step in steps if step * size >= number), 10.0 * size)
