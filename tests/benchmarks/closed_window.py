"""The near end with a window that is closed in the midst of its work; it tells how long that took.

Run as `python -m tests.benchmarks.closed_window DOMAIN FOLDER`, the folder for what the window
remembers. It prints one line of JSON: milliseconds from the close event until the window is gone
from the screen and until the program's loop has ended, how many probes were under way, and what is
left of sockets and of tasks.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from mxgui.app.heard import HeardLog
from mxgui.app.remembered import Memory
from mxgui.app.services import Services
from mxgui.model.entry import Entry
from mxgui.model.event import Asked, Emit, Event, Learned, ProbeStep, Step
from mxgui.model.inspection import Inspection
from mxgui.model.plan import Plan
from mxgui.model.smtp import Probe, Stage
from mxgui.net.limits import CONNECTIONS
from mxgui.ui.importing import load_qt
from mxgui.ui.run import run
from tests.benchmarks.domains import RESOLVER

load_qt()
from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402 - after what the program does first
from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: E402

INODE = 9  # its column in the tables of proc(5)
AWHILE = 300  # ms in which the window draws the probes that wait, before it is closed


class Closing(Services):
    """Services whose window is closed as soon as all connections that may be open are open."""

    def __init__(self, folder: Path) -> None:
        super().__init__(heard=HeardLog(None), memory=Memory(folder / "window.json"))
        self.asked: set[Step] = set()
        self.waiting: set[Step] = set()
        self.moments: dict[str, float] = {}
        self._watch = Watch(self.moments)

    async def inspect(self, entry: Entry, plan: Plan, emit: Emit) -> Inspection:
        """Inspect by way of the far resolver."""
        plan = replace(plan, resolvers=(RESOLVER,))
        return await super().inspect(entry, plan, self._seen(emit))

    def _seen(self, emit: Emit) -> Emit:
        """The same door, where probes are counted as they pass."""

        def passed_on(event: Event) -> None:
            emit(event)
            if isinstance(event, Asked) and isinstance(event.step, ProbeStep):
                self.asked.add(event.step)
            if isinstance(event, Learned) and _waits_for_greeting(event.fact):
                self.waiting.add(event.step)
                if len(self.waiting) == CONNECTIONS:
                    QTimer.singleShot(AWHILE, self._close)

        return passed_on

    def _close(self) -> None:
        for window in _windows():
            window.installEventFilter(self._watch)
            window.close()


class Watch(QObject):
    """Notes when the window is asked to close, and when it is gone."""

    def __init__(self, moments: dict[str, float]) -> None:
        super().__init__()
        self._moments = moments

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the moments; nothing is kept back."""
        if event.type() in (QEvent.Type.Close, QEvent.Type.Hide):
            self._moments.setdefault(event.type().name, perf_counter())
        return False


def _windows() -> Iterator[QMainWindow]:
    seen = QApplication.topLevelWidgets()
    return (each for each in seen if isinstance(each, QMainWindow) and each.isVisible())


def _waits_for_greeting(fact: object) -> bool:
    waiting = fact.waiting if isinstance(fact, Probe) else None
    return waiting is not None and waiting.stage is Stage.GREETING


def sockets() -> int:
    """How many sockets of the internet this process holds; that to a screen is none."""
    tables = [Path("/proc/self/net") / kind for kind in ("tcp", "tcp6", "udp", "udp6")]
    lines = [line.split() for table in tables for line in table.read_text("ascii").splitlines()]
    known = {f"socket:[{line[INODE]}]" for line in lines if len(line) > INODE}
    return sum(_target_of(held) in known for held in Path("/proc/self/fd").iterdir())


def _target_of(descriptor: Path) -> str:
    try:
        return str(descriptor.readlink())
    except FileNotFoundError:  # that of the listing itself
        return ""


def main() -> None:
    """Open the window, have it closed, and print what was seen."""
    domain, folder = sys.argv[1:]
    services = Closing(Path(folder))
    run((domain,), services)
    ended = perf_counter()
    closed = services.moments["Close"]
    unfinished = [each for each in gc.get_objects() if isinstance(each, asyncio.Task)]
    seen = {
        "hidden": (services.moments["Hide"] - closed) * 1000,
        "ended": (ended - closed) * 1000,
        "probes": len(services.asked),
        "sockets": sockets(),
        "tasks": sum(not task.done() for task in unfinished),
    }
    json.dump(seen, sys.stdout)


if __name__ == "__main__":
    main()
