"""How long it takes to close the window while forty probes are under way, and what is left of them.

The hosts take the connection and never greet; as many connections are open as may be, the other
probes wait for one. Where panels stand is written to the disk on the way, to the very end.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.domains import SILENT_FORTY
from tests.benchmarks.screens import Screen
from tests.benchmarks.table import Row, at_most
from tests.benchmarks.world import World

BOUND = 300.0  # ms
RUNS = 5


def measure(world: World, screen: Screen) -> Iterator[Row]:
    """Close five windows, one after the other."""
    seen = [_closed(world, screen) for _ in range(RUNS)]
    name = f"window closed while 40 probes run, {screen.name}"
    ended = [one["ended"] for one in seen]
    note = f"longest of {RUNS}: {max(ended):.0f} ms"
    yield at_most(f"{name}: until its loop has ended", median(ended), BOUND, " ms", note)
    yield Row(f"{name}: until it is gone", f"{median(one['hidden'] for one in seen):.1f} ms")
    left = sum(one["sockets"] + one["tasks"] for one in seen)
    yield Row(f"{name}: sockets and tasks that are left", str(left), "0", not left)


def _closed(world: World, screen: Screen) -> dict[str, Any]:
    """What one window tells. Raises ValueError if it did not do what is measured."""
    with TemporaryDirectory() as folder:
        seen = world.seen_by("closed_window", SILENT_FORTY.name, folder, **screen.environment)
    if seen["probes"] != len(SILENT_FORTY.addresses):
        raise ValueError(f"{SILENT_FORTY.name}: {seen['probes']} probes")
    return seen
