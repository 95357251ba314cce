"""Time, as a job is given it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol, TypeAlias

Stopwatch: TypeAlias = Callable[[], float]


class Clock(Protocol):
    """What a job needs to know of time."""

    def now(self) -> datetime:
        """Tell the moment, in UTC."""
        ...

    def seconds(self) -> float:
        """Tell seconds that never run backwards; only differences mean anything."""
        ...


class SystemClock:
    """The computer's own clocks."""

    def now(self) -> datetime:
        """Tell the moment, in UTC."""
        return datetime.now(UTC)

    def seconds(self) -> float:
        """Tell seconds of the monotonic clock."""
        return time.perf_counter()


def stopwatch(clock: Clock, *, already: float = 0.0) -> Stopwatch:
    """Start counting seconds, from `already` on."""
    start = clock.seconds() - already
    return lambda: clock.seconds() - start
