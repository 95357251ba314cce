"""The packaged program beside a packaged bare window: `python -m tests.benchmarks packaged`.

Three programs are frozen by the recipe of the packages: mxgui itself, the same with another entry
that tells of the first paint, and a window of the same widgets with nothing behind it. The last two
are started in turns. Needed besides: what `packaging/build.py` needs; it takes three minutes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep  # noqa: TID251 - it is another program that is waited for
from typing import Any

from tests.benchmarks.first_paint import TIMES_BARE, Starts
from tests.benchmarks.screens import Screen
from tests.benchmarks.table import Row, at_most
from tests.benchmarks.widgets import counted
from tests.benchmarks.world import CHECKOUT, Rank, ahead

sys.path.insert(0, str(CHECKOUT / "packaging"))
import environment
from freeze import frozen
from job import prepare

RUNS = 25
MOST_HELD = 120.0  # MiB
DOMAIN = "three-tiers.example"
SETTLED = 6.0  # seconds; what is held is told once nothing has been added for so long
BUILT = CHECKOUT / "build/benchmarks"
ENTRIES = {
    "mxgui": frozen.ENTRY,
    "real": "tests/benchmarks/real_window.py",
    "bare": "tests/benchmarks/bare_window.py",
}


@cache
def programs() -> dict[str, Path]:
    """The three frozen programs."""
    python = environment.make(environment.PACKAGE).program("python")
    made = {}
    for name, entry in ENTRIES.items():
        job = prepare(CHECKOUT, BUILT / name, BUILT / "work", python, None)
        frozen.collect(job, entry)
        made[name] = job.folder / "mxgui"
    return made


@dataclass(frozen=True, slots=True)
class Packaged:
    """Starts the frozen programs on a screen; `folder` is the home of who starts them."""

    screen: Screen
    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """What the programs find: nothing of the shell that started the benchmark."""
        home = {"HOME": str(self.folder), "PATH": os.defpath, "LC_ALL": "C.UTF-8"}
        places = {"XDG_STATE_HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder)}
        return {**home, **places, **self.screen.environment}

    def paint(self, name: str, given: object = None) -> float:
        """Milliseconds from the start of a program until the first paint of its window."""
        began = perf_counter()
        done = subprocess.run(
            [*ahead(Rank.MEASURED), str(programs()[name])],
            input=json.dumps(given),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            env=self.environment,
        )
        told: dict[str, Any] = json.loads(done.stdout)
        return float(told["first"] - began) * 1000

    def held(self) -> float:
        """MiB that mxgui holds after one inspection of the demo."""
        command = [str(programs()["mxgui"]), "demo", DOMAIN]
        with subprocess.Popen(command, env=self.environment) as running:
            try:
                return _settled(running.pid)
            finally:
                running.terminate()


def _settled(pid: int) -> float:
    """The memory of a process once it stays the same, in MiB."""
    held, since = 0.0, perf_counter()
    while perf_counter() - since < SETTLED:
        sleep(0.1)
        words = Path(f"/proc/{pid}/status").read_text("ascii", "replace").split("VmRSS:")[1]
        now = int(words.split()[0]) / 1024
        if abs(now - held) > 0.2:
            held, since = now, perf_counter()
    return held


def measure(screen: Screen) -> Iterator[Row]:
    """Start the two windows in turns, after once to warm up; then inspect once."""
    with TemporaryDirectory() as folder:
        starts = Starts(screen, Path(folder))
        starts.remember()
        made = starts.told_by("real_window", "widgets")
        packaged = Packaged(screen, Path(folder))
        rounds = [(packaged.paint("real"), packaged.paint("bare", made)) for _ in range(RUNS + 1)]
        real, bare = (median(some) for some in zip(*rounds[1:], strict=True))
        yield at_most(
            f"packaged first paint, {screen.name}: over that of a packaged bare window of the "
            f"same {counted(made['made'])} widgets",
            real / bare,
            TIMES_BARE,
            note=f"{real:.0f} of {bare:.0f} ms",
        )
        yield at_most(
            f"packaged, {screen.name}: memory after one inspection",
            packaged.held(),
            MOST_HELD,
            " MiB",
        )
