"""The graph of a route, drawn in a window of its own; `python -m tests.benchmarks.drawn_graph`.

It prints one line of JSON: milliseconds, each the median of several runs, for routes of several
sizes. The facts are made up; the way from facts to pixels is the program's own.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import perf_counter

from PySide6.QtWidgets import QApplication

from mxgui.i18n import tr
from mxgui.model.inspection import Inspection
from mxgui.model.smtp import Outcome
from mxgui.routing.diagram import diagram_of
from mxgui.routing.route import route_of
from mxgui.routing.shapes import Diagram
from mxgui.ui.canvas import Canvas
from mxgui.ui.fonts import base_font, load_fonts
from mxgui.ui.opening import SELDOM
from mxgui.ui.style import sheet_of
from mxgui.ui.theme import Theme
from tests.builders import an_inspection

WIDE, HIGH = 1200, 800  # pixels of the viewport
RUNS = 9
SIZES = {"20": (5, 4), "160": (40, 4), "2000": (200, 10)}  # hosts, and addresses of each


def inspected(hosts: int, addresses: int, *, is_other: bool = False) -> Inspection:
    """A route of two tiers; the addresses of every host are half IPv6, half IPv4."""
    names = [f"mx{number}.example.org" for number in range(hosts)]
    return an_inspection(
        mx=", ".join(f"{10 + 10 * (2 * n // hosts)} {name}" for n, name in enumerate(names)),
        hosts={name: " ".join(_addresses(n, addresses)) for n, name in enumerate(names)},
        probes={_addresses(0, addresses)[-1]: Outcome.REFUSED} if is_other else {},
    )


def _addresses(host: int, count: int) -> list[str]:
    four = (f"9.{host // 250}.{host % 250}.{n + 1}" for n in range(count // 2))
    six = (f"2a00:{host:x}::{n + 1:x}" for n in range(count - count // 2))
    return [*six, *four]


def typical(run: Callable[[], object]) -> float:
    """The median of several runs, in milliseconds, after one to warm up."""
    times = []
    for _ in range(RUNS + 1):
        began = perf_counter()
        run()
        times.append((perf_counter() - began) * 1000)
    return median(times[1:])


class Bench:
    """One route and the canvas that shows it."""

    def __init__(self, theme: Theme, hosts: int, addresses: int) -> None:
        self._theme = theme
        self._facts = inspected(hosts, addresses)
        self._canvas = Canvas(theme)
        self._canvas.resize(WIDE, HIGH)
        self._canvas.show()
        self._turn = 0
        changed = inspected(hosts, addresses, is_other=True)
        self._diagrams = (self._computed(self._facts), self._computed(changed))

    def _computed(self, facts: Inspection) -> Diagram:
        fresh = replace(facts)  # of which nothing is computed yet
        return diagram_of(fresh, route_of(fresh), tr)

    def times(self) -> dict[str, float]:
        """Measure everything."""
        canvas = self._canvas
        found = {"computed": typical(self._compute), "built": typical(self._build)}
        self._draw_other()
        QApplication.processEvents()
        found["redrawn"] = typical(self._redraw)
        found["taken"] = typical(self._draw_other)
        for name, scale in (("whole", canvas.zoom_whole), ("fit", canvas.fit)):
            scale()
            QApplication.processEvents()
            found[name] = typical(canvas.viewport().repaint)
        canvas.hide()
        return found

    def _compute(self) -> None:
        self._computed(self._facts)

    def _build(self) -> None:
        canvas = Canvas(self._theme)
        canvas.draw(self._computed(replace(self._facts)), None, 0.0)

    def _draw_other(self) -> None:
        """Show the same route with one probe that ended in another way."""
        self._turn += 1
        self._canvas.draw(self._diagrams[self._turn % 2], None, 0.0)

    def _redraw(self) -> None:
        """What a frame costs at the most: one row is another, and everything is painted anew."""
        self._draw_other()
        self._canvas.viewport().repaint()


def main() -> None:
    """Measure every size and print it."""
    app = QApplication(["graph"])
    app.setStyle("Fusion")
    load_fonts()
    app.setFont(base_font())
    theme = Theme()
    app.setStyleSheet(sheet_of(theme.tokens))
    gc.collect()
    gc.freeze()  # as the program does once its window has been seen
    gc.set_threshold(*SELDOM)
    found = {name: Bench(theme, *size).times() for name, size in SIZES.items()}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
