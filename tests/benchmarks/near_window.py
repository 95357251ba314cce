"""The near end with a window: inspects domains in it, and tells how its loop kept turning.

A timer of 5 ms runs on the same loop; whatever keeps it waiting keeps keys and paint waiting too.
Run as `python -m tests.benchmarks.near_window DOMAIN... [--panel findings]`; it prints one line of
JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter

from mxgui.app.heard import HeardLog
from mxgui.app.remembered import Memory
from mxgui.app.services import Services
from mxgui.model.entry import Entry
from mxgui.model.event import Asked, Emit, Event, ProbeStep
from mxgui.model.inspection import Inspection
from mxgui.model.plan import Plan
from mxgui.ui.importing import load_qt
from mxgui.ui.run import run
from tests.benchmarks.domains import RESOLVER
from tests.benchmarks.memory import resident

load_qt()
from PySide6.QtCore import Qt, QTimer  # noqa: E402 - after what the program itself does first
from PySide6.QtWidgets import QApplication, QDockWidget  # noqa: E402

STEP = 5  # ms between two ticks
AFTER = 100  # ms beyond the end, in which the last picture is drawn


class Watched(Services):
    """Services that watch the loop while inspections are under way, and then end the program."""

    def __init__(self, domains: int, panel: str) -> None:
        super().__init__(
            heard=HeardLog(None),
            memory=Memory(None),
            extra_roots=(bytes.fromhex(os.environ["BENCH_AUTHORITY"]),),
        )
        self._left = domains
        self._panel = panel
        self._ticks: list[float] = []
        self._knocked = 0.0
        self._probes = 0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    async def inspect(self, entry: Entry, plan: Plan, emit: Emit) -> Inspection:
        """Inspect by way of the far resolver, validating from the far root."""
        from mxgui.net.dnssec_anchors import read_anchors

        self._anchors = read_anchors(os.environ["BENCH_ANCHOR"])
        if not self._timer.isActive():
            self._tick()
            self._timer.start(STEP)
        known = await super().inspect(entry, replace(plan, resolvers=(RESOLVER,)), self._seen(emit))
        self._probes += sum(probe.delivers for probe in known.probes)
        self._left -= 1
        if not self._left:
            QTimer.singleShot(AFTER, self._tell)
        return known

    def _seen(self, emit: Emit) -> Emit:
        """The same door, where the first knock is noted as it passes."""

        def passed_on(event: Event) -> None:
            if isinstance(event, Asked) and isinstance(event.step, ProbeStep) and not self._knocked:
                self._knocked = perf_counter()
                for panel in _panels(self._panel):
                    panel.raise_()
            emit(event)

        return passed_on

    def _tick(self) -> None:
        self._ticks.append(perf_counter())

    def _tell(self) -> None:
        """Print what was seen, and end as after Ctrl-C."""
        self._timer.stop()
        pairs = zip(self._ticks, self._ticks[1:], strict=False)
        gaps = [(later, (later - earlier) * 1000) for earlier, later in pairs]
        seen = {
            "before": [gap for at, gap in gaps if at < self._knocked],
            "gaps": [gap for at, gap in gaps if at >= self._knocked],
            "probes": self._probes,
            "seen": [panel.objectName() for panel in _panels() if _is_seen(panel)],
            "resident": resident(),
        }
        json.dump(seen, sys.stdout)
        signal.raise_signal(signal.SIGTERM)


def _panels(name: str = "") -> Iterator[QDockWidget]:
    """The panels of the window, or the one of that name."""
    for window in QApplication.topLevelWidgets():
        found = window.findChildren(QDockWidget)
        yield from (each for each in found if name in ("", each.objectName()))


def _is_seen(panel: QDockWidget) -> bool:
    return not panel.visibleRegion().isEmpty()


def main() -> int:
    """Open the window on what is asked for."""
    parser = argparse.ArgumentParser(description="inspect domains in a window, and watch its loop")
    parser.add_argument("domains", nargs="+")
    parser.add_argument("--panel", default="findings")
    chosen = parser.parse_args()
    return run(tuple(chosen.domains), Watched(len(chosen.domains), chosen.panel))


if __name__ == "__main__":
    sys.exit(main())
