"""Every panel, all seen at once, while one probe after another ends.

Run as `python -m tests.benchmarks.drawn_panels`. It prints one line of JSON: milliseconds by panel,
one number for each probe that ends. The facts are made up; the way from facts to pixels is the
program's own, and what is painted is only what has changed. To compute the report is not in it:
that has turns of its own, and its own number.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter

from PySide6.QtWidgets import QApplication

from mxgui.model.event import probe_step
from mxgui.model.inspection import Inspection
from mxgui.model.smtp import Outcome, Probe, Stage, Waiting
from mxgui.report.report import Report, report_of
from mxgui.ui.fonts import base_font, load_fonts
from mxgui.ui.jobs import Job
from mxgui.ui.opening import SELDOM
from mxgui.ui.shown import Shown
from mxgui.ui.style import sheet_of
from mxgui.ui.theme import Theme, palette_of
from mxgui.ui.view import View
from mxgui.ui.views import PANELS, DetailsView, DomainsView, GraphView, HeadlineView
from tests.benchmarks.domains import FORTY, FORTY_MORE, FORTY_TOO
from tests.builders import PLAN, a_probe, an_entry, an_inspection

SIZES: dict[type[View], tuple[int, int]] = {  # pixels, as in a window of 1440 x 900
    GraphView: (880, 500),
    HeadlineView: (880, 70),
    DomainsView: (216, 790),
    DetailsView: (336, 790),
}
LOWER = (880, 230)
PATIENCE = 40.0  # seconds
OTHERS = (FORTY_TOO, FORTY_MORE)


def states() -> Iterator[Inspection]:
    """An inspection of 40 addresses: all probes wait for a greeting, then one after another ends.

    Every fifth host is out of reach, so that there is something to find.
    """
    tried = [(host.name, address) for host in FORTY.exchanges for address in host.addresses]
    known = an_inspection(
        FORTY.name,
        mx=", ".join(f"{host.preference} {host.name}" for host in FORTY.exchanges),
        hosts={host.name: " ".join(host.addresses) for host in FORTY.exchanges},
        probes={address: _waiting(host, address) for host, address in tried},
        ended=None,
    )
    yield known
    for number, (host, address) in enumerate(tried):
        outcome = Outcome.TIMED_OUT if number // 2 % 5 == 4 else Outcome.GREETED
        probe = a_probe(host, address, outcome)
        step = probe_step(probe.target)
        begun = known.facts[step].at  # its place among the others stays
        known = replace(known, facts={**known.facts, step: replace(probe, at=begun)})
        yield known


def _waiting(host: str, address: str) -> Probe:
    probe = a_probe(host, address, Outcome.NOT_TRIED, reason=None)
    stage = Stage.GREETING
    return replace(probe, stage=stage, waiting=Waiting(stage, 0.0, PATIENCE))


def shown_with(report: Report, now: float) -> Shown:
    """The window upon a report, beside two other domains; a host in the middle is chosen."""
    jobs = [Job(1, report.inspection.entry, PLAN, inspection=report.inspection)]
    jobs += [Job(at, an_entry(other.name), PLAN) for at, other in enumerate(OTHERS, start=2)]
    moment = report.inspection.began
    return Shown(
        result=report,
        chosen=report.diagram.hosts[len(report.diagram.hosts) // 2].key,
        busy=True,
        now=now,
        age=now,
        opened=tuple(job.opened(moment, is_busy=True) for job in jobs),
        current=1,
    )


def placed(theme: Theme) -> list[View]:
    """Every view in a window of its own, as large as in the window of the program."""
    kinds: tuple[type[View], ...] = (GraphView, HeadlineView, *PANELS)
    views = [kind(theme) for kind in kinds]
    for view in views:
        view.resize(*SIZES.get(type(view), LOWER))
        view.show()
    return views


def drawn(view: View, shown: Shown) -> float:
    """Milliseconds for taking over what is new, and painting it."""
    began = perf_counter()
    view.draw(shown)
    QApplication.processEvents()
    return (perf_counter() - began) * 1000


def measure(theme: Theme) -> dict[str, list[float]]:
    """Let probe after probe end."""
    views = placed(theme)
    times: dict[str, list[float]] = {type(view).__name__: [] for view in views}
    times["report"] = []
    for number, known in enumerate(states()):
        began = perf_counter()
        report = report_of(known)
        times["report"].append((perf_counter() - began) * 1000)
        shown = shown_with(report, number / 20)
        for view in views:
            times[type(view).__name__].append(drawn(view, shown))
        if not number:  # the first picture has all there is
            QApplication.processEvents()
            for seen in times.values():
                seen.clear()
    return times


def main() -> None:
    """Measure, and print it for the one who started us."""
    app = QApplication(["panels"])
    app.setStyle("Fusion")
    load_fonts()
    app.setFont(base_font())
    theme = Theme()
    app.setPalette(palette_of(theme.tokens))
    app.setStyleSheet(sheet_of(theme.tokens))
    gc.collect()
    gc.freeze()  # as the program does once its window has been seen
    gc.set_threshold(*SELDOM)
    json.dump(measure(theme), sys.stdout)


if __name__ == "__main__":
    main()
