"""How soon the window is seen: from the start of the process to its first paint, warm.

Beside it stands a bare window of the same widgets, whose time is Python's and Qt's alone, and the
same on asyncio's loop. They are started in turns, so that a busy moment meets all.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks.screens import Screen
from tests.benchmarks.table import Row, at_most
from tests.benchmarks.widgets import counted
from tests.benchmarks.world import CHECKOUT, Rank, ahead

BOUND = 300.0  # ms
TIMES_BARE = 1.6
RUNS = 9


@dataclass(frozen=True, slots=True)
class Starts:
    """Starts programs on a screen; compiled modules are kept in a folder of their own."""

    screen: Screen
    compiled: Path

    def told_by(self, module: str, *arguments: str, given: str = "") -> str:
        """What a program prints, given something to read."""
        environment = {
            **os.environ,
            **self.screen.environment,
            "PYTHONPYCACHEPREFIX": str(self.compiled),
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        done = subprocess.run(
            [*ahead(Rank.MEASURED), sys.executable, "-m", f"tests.benchmarks.{module}", *arguments],
            input=given,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            cwd=CHECKOUT,
            env=environment,
        )
        return done.stdout

    def paint(self, module: str, *arguments: str, given: str = "") -> float:
        """Milliseconds from the start of a program to the first paint of its window."""
        began = perf_counter()
        painted: float = json.loads(self.told_by(module, *arguments, given=given))["first"]
        return (painted - began) * 1000


def measure(screen: Screen) -> Iterator[Row]:
    """Start the programs in turns, after once to warm up."""
    with TemporaryDirectory() as folder:
        starts = Starts(screen, Path(folder))
        made = starts.told_by("real_window", "widgets")
        rounds = [_round(starts, made) for _ in range(RUNS + 1)][1:]
    real, bare, with_loop = (median(times) for times in zip(*rounds, strict=True))
    name = f"first paint, {screen.name}"
    yield at_most(f"{name}: since the process was started", real, BOUND, " ms")
    yield at_most(
        f"{name}: over that of a bare window of the same {counted(json.loads(made))} widgets",
        real / bare,
        TIMES_BARE,
        note=f"{bare:.0f} ms",
    )
    yield Row(
        f"{name}: over that of a bare window with asyncio's loop",
        f"{real / with_loop:.2f} ({with_loop:.0f} ms)",
    )


def _round(starts: Starts, made: str) -> tuple[float, float, float]:
    return (
        starts.paint("real_window"),
        starts.paint("bare_window", given=made),
        starts.paint("bare_window", "loop", given=made),
    )
