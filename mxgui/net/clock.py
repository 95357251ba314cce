"""Time, as the network's work is given it: the moment, and seconds that never run backwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias

Stopwatch: TypeAlias = Callable[[], float]  # seconds since an inspection began


class Clock(Protocol):
    """What the network needs to know of time."""

    def now(self) -> datetime:
        """Tell the moment, in UTC."""
        ...

    def seconds(self) -> float:
        """Tell seconds that never run backwards; only differences mean anything."""
        ...


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was, by both clocks.

    Seconds that never run backwards stand still on some systems while the computer sleeps; the
    calendar does not, but it may be set.
    """

    seconds: float
    at: datetime

    @classmethod
    def of(cls, clock: Clock) -> Moment:
        """Give the moment that it is now."""
        return cls(clock.seconds(), clock.now())

    def since(self, earlier: Moment) -> float:
        """Tell how many seconds lie between, asleep or awake."""
        return max(self.seconds - earlier.seconds, (self.at - earlier.at).total_seconds())
