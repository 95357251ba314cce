"""The near end with a window: inspects a domain in it, and tells how its loop kept turning.

A timer of 5 ms runs on the same loop; whatever keeps it waiting keeps keys and paint waiting too.
Run as `python -m tests.benchmarks.near_window DOMAIN`; it prints one line of JSON.
"""

from __future__ import annotations

import json
import signal
import sys
from dataclasses import replace
from time import perf_counter

from PySide6.QtCore import Qt, QTimer

from mxgui.app.heard import HeardLog
from mxgui.app.remembered import Memory
from mxgui.app.services import Services
from mxgui.model.entry import Entry
from mxgui.model.event import Asked, Emit, Event, ProbeStep
from mxgui.model.inspection import Inspection
from mxgui.model.plan import Plan
from mxgui.ui.run import run
from tests.benchmarks.domains import RESOLVER
from tests.benchmarks.memory import resident

STEP = 5  # ms between two ticks
AFTER = 100  # ms beyond the end, in which the last picture is drawn


class Watched(Services):
    """Services that watch the loop while an inspection is under way, and then end the program."""

    def __init__(self) -> None:
        super().__init__(heard=HeardLog(None), memory=Memory(None))
        self._ticks: list[float] = []
        self._knocked = 0.0
        self._probes = 0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    async def inspect(self, entry: Entry, plan: Plan, emit: Emit) -> Inspection:
        """Inspect by way of the far resolver."""
        self._tick()
        self._timer.start(STEP)
        known = await super().inspect(entry, replace(plan, resolvers=(RESOLVER,)), self._seen(emit))
        self._probes = sum(probe.delivers for probe in known.probes)
        QTimer.singleShot(AFTER, self._tell)
        return known

    def _seen(self, emit: Emit) -> Emit:
        """The same door, where the first knock is noted as it passes."""

        def passed_on(event: Event) -> None:
            if isinstance(event, Asked) and isinstance(event.step, ProbeStep):
                self._knocked = self._knocked or perf_counter()
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
            "resident": resident(),
        }
        json.dump(seen, sys.stdout)
        signal.raise_signal(signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(run((sys.argv[1],), Watched()))
