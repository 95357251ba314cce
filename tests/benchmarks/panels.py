"""What it costs to redraw every panel at once, graph and headline too, when one probe has ended.

All are seen, each in a window of its own. They are drawn by a program of its own, on its own
screen, without a network; in the window of mxgui each panel has a turn of the loop for itself.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from statistics import median

from tests.benchmarks.screens import Screen
from tests.benchmarks.table import Row, at_most
from tests.benchmarks.world import CHECKOUT, Rank, ahead

BOUND = 16.0  # ms; a frame at 60 Hz
COMPUTED = "report"  # what is not of a panel


def measure(screen: Screen) -> Iterator[Row]:
    """Let 40 probes end, one after the other."""
    found = _drawn(screen)
    computed = found.pop(COMPUTED)
    whole = [sum(times) for times in zip(*found.values(), strict=True)]
    name = f"panels, {screen.name}, 40 addresses, one probe has ended"
    note = f"longest of {len(whole)}: {max(whole):.1f} ms"
    yield at_most(f"{name}: all panels redrawn and repainted", median(whole), BOUND, " ms", note)
    for panel, times in found.items():
        yield Row(f"{name}: {panel.removesuffix('View')} alone", _figure(times))
    yield Row(f"{name}: the report computed before that", _figure(computed))


def _figure(times: list[float]) -> str:
    return f"{median(times):.2f} ms (longest: {max(times):.1f} ms)"


def _drawn(screen: Screen) -> dict[str, list[float]]:
    """What the program tells; raises CalledProcessError."""
    done = subprocess.run(
        [*ahead(Rank.MEASURED), sys.executable, "-m", "tests.benchmarks.drawn_panels"],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=CHECKOUT,
        env={**os.environ, **screen.environment},
    )
    times: dict[str, list[float]] = json.loads(done.stdout)
    return times
