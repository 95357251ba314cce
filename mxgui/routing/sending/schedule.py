"""When a sender tries a message again: the retry schedules of real queues.

Times are seconds since the message arrived at the sender, 0 the first try. They hold for a queue
runner in step with the arrival; another phase moves each try by less than one `quantum`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Protocol

MOST_TRIES = 2000  # of one message; the shortest of all schedules has 721 in five days


class Schedule(Protocol):
    """When the next try is due."""

    def next_due(self, number: int, ended: float, gap: float) -> float | None:
        """Give when try `number` (the first retry is 1) is due; None if there is no further one.

        The try before began `gap` seconds after the one before it and ended at `ended`.
        """
        ...


@dataclass(frozen=True, slots=True)
class Every:
    """Every run of the queue, `seconds` apart."""

    seconds: float

    def next_due(self, number: int, ended: float, gap: float) -> float | None:
        """Give the first run after the try has ended."""
        return (ended // self.seconds + 1) * self.seconds


@dataclass(frozen=True, slots=True)
class Gaps:
    """The listed gaps in seconds, and then the last of them again for ever, or no more."""

    gaps: tuple[float, ...]
    repeats: bool = True

    def next_due(self, number: int, ended: float, gap: float) -> float | None:
        """Give the end of the next gap."""
        if number > len(self.gaps):
            return ended + self.gaps[-1] if self.repeats else None
        return ended + self.gaps[number - 1]


@dataclass(frozen=True, slots=True)
class Doubling:
    """A first gap in seconds that grows by a factor each time."""

    first: float
    factor: float = 2.0
    tries: int | None = None

    def next_due(self, number: int, ended: float, gap: float) -> float | None:
        """Give the end of the next gap, `tries` of them in all."""
        if self.tries is not None and number >= self.tries:
            return None
        return ended + self.first * self.factor ** (number - 1)


@dataclass(frozen=True, slots=True)
class Squares:
    """At `seconds` times the square of the number of the try (OpenSMTPD, qmail)."""

    seconds: float

    def next_due(self, number: int, ended: float, gap: float) -> float | None:
        """Give the time of that try, but never before the last one has ended."""
        return max(self.seconds * number**2, ended)


@dataclass(frozen=True, slots=True)
class AsLongAgain:
    """As long again as the message has waited, within bounds, at the next scan (Postfix)."""

    least: float
    most: float
    quantum: float

    def next_due(self, number: int, ended: float, gap: float) -> float | None:
        """Give the next scan of the queue after the message's age has come round again."""
        due = ended + min(max(ended, self.least), self.most)
        return ceil(due / self.quantum) * self.quantum


@dataclass(frozen=True, slots=True)
class Queue:
    """How long a sender keeps a message, and whom it tells.

    `lifetime` is in seconds. A message is given up at the first try after it, or, `by_clock`, when
    it has passed. `warns` are the seconds after which the author is told of a delay. `of_host` is
    set where the clock is that of the host's first failure and not of the message (Exim).
    `quantum` is the interval of the queue runner in seconds, 0 for none.
    """

    schedule: Schedule
    lifetime: float
    by_clock: bool = False
    warns: tuple[float, ...] = ()
    of_host: bool = False
    quantum: float = 0.0

    def tries(self, spent: float = 0.0) -> Iterator[float]:
        """Give when each try begins, until the last; a failed one takes `spent` seconds."""
        at, gap = 0.0, 0.0
        for number in range(1, MOST_TRIES):
            yield at
            due = self.schedule.next_due(number, at + spent, gap)
            is_last = due is None or (self.by_clock and due >= self.lifetime)
            if due is None or is_last or (not self.by_clock and at >= self.lifetime):
                return
            gap, at = due - at, due
