"""How long the window stands still while it probes 40 addresses: gaps of a 5 ms timer on its loop.

The real window inspects over the delay line, draws every frame, and is started anew for each run.
The gaps of all runs are taken together; each holds the 5 ms that the timer waits anyway.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median, quantiles
from typing import Any

from tests.benchmarks.domains import FORTY
from tests.benchmarks.screens import Screen
from tests.benchmarks.table import Row, at_most
from tests.benchmarks.world import World

BOUND = 16.0  # ms; a frame at 60 Hz
RUNS = 7


def measure(world: World, screen: Screen) -> Iterator[Row]:
    """Watch the loop in seven windows, one after the other."""
    seen = [_watched(world, screen) for _ in range(RUNS)]
    before = [gap for one in seen for gap in one["before"]]
    while_probing = [gap for one in seen for gap in one["gaps"]]
    name = f"window, 40 addresses, {screen.name}"
    yield at_most(
        f"{name}: 99 % of the gaps of a 5 ms timer while they are probed",
        _nearly_longest(while_probing),
        BOUND,
        " ms",
        note=f"longest of {len(while_probing)}: {max(while_probing):.0f} ms",
    )
    whole = before + while_probing
    yield Row(
        f"{name}: the same from Enter on, first drawing of the route included",
        f"{_nearly_longest(whole):.1f} ms (longest of {len(whole)}: {max(whole):.0f} ms)",
    )
    held = median(one["resident"] for one in seen)
    yield Row(f"{name}: memory after that one inspection", f"{held:.0f} MiB")


def _nearly_longest(gaps: Sequence[float]) -> float:
    """The gap that 99 of 100 stay under."""
    return quantiles(gaps, n=100)[98]


def _watched(world: World, screen: Screen) -> dict[str, Any]:
    """What one window tells. Raises ValueError if not every address would have taken mail."""
    seen = world.seen_by("near_window", FORTY.name, **screen.environment)
    if seen["probes"] != len(FORTY.addresses):
        raise ValueError(f"{FORTY.name}: {seen['probes']} of {len(FORTY.addresses)} addresses")
    return seen
