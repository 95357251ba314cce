"""When a sender tries a message again: the retry schedules of real queues.

Times are seconds since the message arrived at the sender, 0 the first try. They hold for a queue
runner in step with the arrival; another phase moves each try by less than one `quantum`. Random
parts of a gap (mox, KumoMTA) are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, isqrt
from typing import Protocol

MOST_TRIES = 2000  # of one message; the longest of all schedules has 721 in five days


@dataclass(frozen=True, slots=True)
class Tried:
    """A try that failed: the how-manieth, from when to when, and the gap asked for before it."""

    number: int
    began: float
    ended: float
    gap: float = 0.0


class Schedule(Protocol):
    """When the next try is due."""

    def next_due(self, tried: Tried) -> float:
        """Give when the next try is due, in seconds since the message arrived."""
        ...


@dataclass(frozen=True, slots=True)
class Every:
    """Every run of the queue, `seconds` apart (Sendmail)."""

    seconds: float

    def next_due(self, tried: Tried) -> float:
        """Give the first run after the try has ended."""
        return (tried.ended // self.seconds + 1) * self.seconds


@dataclass(frozen=True, slots=True)
class Gaps:
    """The listed gaps in seconds, and then the last of them again for ever."""

    gaps: tuple[float, ...]

    def next_due(self, tried: Tried) -> float:
        """Give the end of the next gap."""
        return tried.ended + self.gaps[min(tried.number, len(self.gaps)) - 1]


@dataclass(frozen=True, slots=True)
class Growing:
    """A first gap in seconds that grows by a factor each time; `whole`: by whole multiples."""

    first: float
    factor: float = 2.0
    whole: bool = False

    def next_due(self, tried: Tried) -> float:
        """Give the end of the next gap."""
        times = self.factor ** (tried.number - 1)
        return tried.ended + self.first * (floor(times) if self.whole else times)


@dataclass(frozen=True, slots=True)
class Squares:
    """At `seconds` times the square of the number of the try, those missed left out (OpenSMTPD)."""

    seconds: float

    def next_due(self, tried: Tried) -> float:
        """Give the first of these times, from that of the next try on, after the try has ended."""
        passed = isqrt(floor(tried.ended / self.seconds)) + 1
        return self.seconds * max(tried.number, passed) ** 2


@dataclass(frozen=True, slots=True)
class Roots:
    """At the square of the root of the age plus `step`, both whole (qmail, `nextretry`)."""

    step: int

    def next_due(self, tried: Tried) -> float:
        """Give that time, by the age at which the try began, but never before it has ended."""
        return max(float((isqrt(floor(tried.began)) + self.step) ** 2), tried.ended)


@dataclass(frozen=True, slots=True)
class AsLongAgain:
    """As long again as the message has waited, within bounds in seconds (Postfix)."""

    least: float
    most: float

    def next_due(self, tried: Tried) -> float:
        """Give when the message's age has come round again."""
        return tried.ended + min(max(tried.ended, self.least), self.most)


@dataclass(frozen=True, slots=True)
class RetryRule:
    """One retry rule of Exim, in seconds: up to an age, a gap, and the factor by which it grows.

    Without a factor it is `F,until,gap`, with one `G,until,gap,factor`.
    """

    until: float
    gap: float
    factor: float | None = None

    def next_gap(self, last: float) -> float:
        """Give the gap after the last one; one that was shorter than the rule's begins anew."""
        if self.factor is None or last < self.gap:
            return self.gap
        return float(floor(last * self.factor))


@dataclass(frozen=True, slots=True)
class RetryRules:
    """The first rule whose time has not passed, or the last (Exim, src/retry.c)."""

    rules: tuple[RetryRule, ...]
    most: float = 86400.0  # seconds, `retry_interval_max`

    def next_due(self, tried: Tried) -> float:
        """Give the end of the gap that the rule for this age asks for."""
        fitting = (rule for rule in self.rules if tried.ended <= rule.until)
        rule = next(fitting, self.rules[-1])
        return tried.ended + min(rule.next_gap(tried.gap), self.most)


@dataclass(frozen=True, slots=True)
class Queue:
    """How long a sender keeps a message, and whom it tells.

    `lifetime` is in seconds. A message is given up when a try fails after it, or, `by_clock`, when
    it has passed. Where `most` tries are all there are, `lifetime` is what they come to if each
    fails at once. `warns` are the seconds after which the author is told of a delay. `of_host` is
    set where the clock is that of the host's first failure and not of the message (Exim).
    `quantum` is the interval of the queue runner in seconds, 0 for none.
    """

    schedule: Schedule
    lifetime: float
    by_clock: bool = False
    warns: tuple[float, ...] = ()
    of_host: bool = False
    quantum: float = 0.0
    most: int | None = None

    def tries(self, spent: float = 0.0) -> Iterator[float]:
        """Give when each try begins, until the last; a failed one takes `spent` seconds."""
        at, gap = 0.0, 0.0
        for number in range(1, MOST_TRIES):
            yield at
            ended = at + spent
            if self._is_last(number, ended):
                return
            due = self.schedule.next_due(Tried(number, at, ended, gap))
            gap = due - ended
            at = ceil(due / self.quantum) * self.quantum if self.quantum else due
            if self.by_clock and at >= self.lifetime:
                return

    def given_up(self, spent: float = 0.0) -> float:
        """Give when a message of which every try fails comes back; each takes `spent` seconds."""
        if self.by_clock:
            return self.lifetime
        return list(self.tries(spent))[-1] + spent

    def _is_last(self, number: int, ended: float) -> bool:
        if self.most is not None:
            return number >= self.most
        return not self.by_clock and ended >= self.lifetime
