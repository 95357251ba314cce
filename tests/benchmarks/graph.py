"""What the graph costs: from facts to the picture, and every frame after that.

It is drawn by a program of its own, on its own screen, without a network.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator

from tests.benchmarks.screens import Screen
from tests.benchmarks.table import Row, at_most
from tests.benchmarks.world import CHECKOUT, Rank, ahead

BUILT = 300.0  # ms, for 2,000 addresses
REPAINTED = 30.0  # ms, of 1,200 x 800 pixels
REDRAWN = 5.0  # ms, for 20 addresses


def measure(screen: Screen) -> Iterator[Row]:
    """Draw routes of 20, 160 and 2,000 addresses."""
    found = _drawn(screen)
    few, many, most = found["20"], found["160"], found["2000"]
    name = f"graph, {screen.name}"
    note = f"{most['computed']:.0f} ms of it for route and places"
    yield at_most(f"{name}, 2,000 addresses: computed and built", most["built"], BUILT, " ms", note)
    for key, scale in (("whole", "at 100 %"), ("fit", "fitted")):
        what = f"{name}, 2,000 addresses: full repaint of 1,200 x 800, {scale}"
        yield at_most(what, most[key], REPAINTED, " ms")
    what = f"{name}, 20 addresses: one probe has ended, and everything is painted anew"
    yield at_most(what, few["redrawn"], REDRAWN, " ms")
    yield Row(
        f"{name}, 160 addresses: one probe has ended",
        f"{many['computed']:.1f} ms to compute, {many['taken']:.1f} to take over, "
        f"{many['whole']:.1f} to repaint",
    )


def _drawn(screen: Screen) -> dict[str, dict[str, float]]:
    """What the program tells; raises CalledProcessError."""
    done = subprocess.run(
        [*ahead(Rank.MEASURED), sys.executable, "-m", "tests.benchmarks.drawn_graph"],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=CHECKOUT,
        env={**os.environ, **screen.environment},
    )
    times: dict[str, dict[str, float]] = json.loads(done.stdout)
    return times
