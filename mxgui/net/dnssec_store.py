"""What validations share: replies and keys that hold for a while, each found by one alone.

Who wants what another is just finding out waits for that; if the other is cancelled, the next in
the line finds it out.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar
from weakref import WeakValueDictionary

from mxgui.net.clock import Clock, Moment

V = TypeVar("V")

MOST = 2_000  # entries; a hundred domains need fewer
SHORTEST = 5.0  # seconds; so that one inspection asks once, whatever a TTL says
LONGEST = 3_600.0  # seconds; who has just mended a zone wants to see it
FAILED = 10.0  # seconds that a failure holds


@dataclass(frozen=True, slots=True)
class _Kept:
    """A value, since when it is kept and for how many seconds."""

    value: Any
    since: Moment
    lives: float


class Store:
    """Values by key, the oldest first."""

    def __init__(self, most: int = MOST) -> None:
        """Begin with none."""
        self._most = most
        self._kept: dict[Hashable, _Kept] = {}
        self._locks: WeakValueDictionary[Hashable, asyncio.Lock] = WeakValueDictionary()

    async def find(
        self, key: Hashable, clock: Clock, make: Callable[[], Awaitable[tuple[V, float]]]
    ) -> V:
        """Give what is kept, or make it; `make` tells for how many seconds it holds."""
        kept = self.peek(key, clock)
        if kept is None:
            lock = self._locks.get(key)
            if lock is None:
                lock = self._locks[key] = asyncio.Lock()
            async with lock:
                kept = self.peek(key, clock) or await self._make(key, clock, make)
        value: V = kept.value
        return value

    def peek(self, key: Hashable, clock: Clock) -> _Kept | None:
        """Give what is kept and still holds; None if nothing is."""
        kept = self._kept.get(key)
        if kept is None or Moment.of(clock).since(kept.since) >= kept.lives:
            return None
        return kept

    async def _make(
        self, key: Hashable, clock: Clock, make: Callable[[], Awaitable[tuple[V, float]]]
    ) -> _Kept:
        value, lives = await make()
        kept = _Kept(value, Moment.of(clock), min(max(lives, SHORTEST), LONGEST))
        self._kept.pop(key, None)
        self._kept[key] = kept
        while len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]
        return kept
