"""Time, as the network's work is given it: the moment, and seconds that never run backwards."""

from __future__ import annotations

from collections.abc import Callable
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
