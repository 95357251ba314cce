"""How soon the window is seen, and what it holds: from the start of the process, warm.

Beside it stands a bare window of the same widgets, whose time and memory are Python's and Qt's
alone, and the same on asyncio's loop. They are started in turns, so that a busy moment meets all.
The program starts as for somebody who has used it: 300 earlier domains are remembered.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from mxgui.app.paths import NAME
from mxgui.app.remembered import MOST_DOMAINS, Memory, Remembered
from mxgui.app.settings import Settings
from mxgui.app.settings_file import SettingsFile
from mxgui.ui.scheme import Scheme
from tests.benchmarks.screens import Screen
from tests.benchmarks.table import Row, at_most
from tests.benchmarks.widgets import counted
from tests.benchmarks.world import CHECKOUT, Rank, ahead

BOUND = 300.0  # ms
TIMES_BARE = 1.6
TIMES_BARE_HELD = 1.25  # of memory
RUNS = 9


@dataclass(frozen=True, slots=True)
class Painted:
    """One start: milliseconds until the first paint, and MiB held then."""

    took: float
    held: float


@dataclass(frozen=True, slots=True)
class Starts:
    """Starts programs on a screen; what they write, compiled modules too, is in one folder."""

    screen: Screen
    folder: Path

    def remember(self) -> None:
        """Let the program find what an earlier run of it has left."""
        names = tuple(f"domain-{number}.example" for number in range(MOST_DOMAINS))
        memory = Memory(self.folder / NAME / "window.json")
        memory.save(Remembered(domains=names, welcomed=True))
        SettingsFile.beside(memory).save(Settings(scheme=Scheme.LIGHT.value))

    def told_by(self, module: str, *arguments: str, given: object = None) -> dict[str, Any]:
        """What a program prints, given something to read."""
        environment = {
            **os.environ,
            **self.screen.environment,
            "PYTHONPYCACHEPREFIX": str(self.folder),
            "XDG_STATE_HOME": str(self.folder),
            "XDG_CONFIG_HOME": str(self.folder),
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        done = subprocess.run(
            [*ahead(Rank.MEASURED), sys.executable, "-m", f"tests.benchmarks.{module}", *arguments],
            input=json.dumps(given),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            cwd=CHECKOUT,
            env=environment,
        )
        told: dict[str, Any] = json.loads(done.stdout)
        return told

    def paint(self, module: str, *arguments: str, given: object = None) -> Painted:
        """Start a program and wait for the first paint of its window."""
        began = perf_counter()
        told = self.told_by(module, *arguments, given=given)
        return Painted((told["first"] - began) * 1000, told["resident"])


def measure(screen: Screen) -> Iterator[Row]:
    """Start the programs in turns, after once to warm up."""
    with TemporaryDirectory() as folder:
        starts = Starts(screen, Path(folder))
        starts.remember()
        made = starts.told_by("real_window", "widgets")
        rounds = [_round(starts, made) for _ in range(RUNS + 1)][1:]
        real, bare, with_loop = zip(*rounds, strict=True)
        widgets = f"the same {counted(made['made'])} widgets"
        yield from _paints(screen, widgets, (real, bare, with_loop))
        yield from _holds(screen, widgets, (real, bare, with_loop))
        yield _whole(starts)


def _round(starts: Starts, made: Mapping[str, Any]) -> tuple[Painted, Painted, Painted]:
    return (
        starts.paint("real_window"),
        starts.paint("bare_window", given=made),
        starts.paint("bare_window", "loop", given=made),
    )


def _paints(screen: Screen, widgets: str, seen: Sequence[Sequence[Painted]]) -> Iterator[Row]:
    real, bare, with_loop = (median(one.took for one in some) for some in seen)
    name = f"first paint, {screen.name}"
    yield at_most(f"{name}: since the process was started", real, BOUND, " ms")
    yield at_most(
        f"{name}: over that of a bare window of {widgets}",
        real / bare,
        TIMES_BARE,
        note=f"{bare:.0f} ms",
    )
    yield Row(
        f"{name}: over that of a bare window with asyncio's loop",
        f"{real / with_loop:.2f} ({with_loop:.0f} ms)",
    )


def _holds(screen: Screen, widgets: str, seen: Sequence[Sequence[Painted]]) -> Iterator[Row]:
    real, bare, with_loop = (median(one.held for one in some) for some in seen)
    name = f"memory at the first paint, {screen.name}"
    yield at_most(
        f"{name}: over that of a bare window of {widgets}",
        real / bare,
        TIMES_BARE_HELD,
        note=f"{real:.1f} of {bare:.1f} MiB",
    )
    yield Row(
        f"{name}: over that of a bare window with asyncio's loop",
        f"{real / with_loop:.2f} ({with_loop:.1f} MiB)",
    )


def _whole(starts: Starts) -> Row:
    """The window once all its panels are made, beside a bare one that has loaded as much."""
    whole = starts.told_by("real_window", "whole")
    bare = starts.paint("bare_window", "loop", given=whole)
    return at_most(
        f"memory with all panels, {starts.screen.name}: over that of a bare window of the same "
        f"{counted(whole['made'])} widgets and libraries",
        whole["resident"] / bare.held,
        TIMES_BARE_HELD,
        note=f"{whole['resident']:.1f} of {bare.held:.1f} MiB",
    )
