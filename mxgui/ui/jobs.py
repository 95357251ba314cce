"""The opened domains of one window: what each of them is about, and which of them is shown.

No Qt and no tasks here: the session works on what stands here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import assert_never

from mxgui.model.entry import Entry
from mxgui.model.event import ProbeStep
from mxgui.model.inspection import Inspection
from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.records import Mx
from mxgui.report.report import Report, report_in_steps
from mxgui.routing.order import try_order
from mxgui.routing.planned import is_planned
from mxgui.routing.route import route_of
from mxgui.routing.verdict import Verdict
from mxgui.rules.finding import Finding, Severity
from mxgui.ui.counting import states_of
from mxgui.ui.reading import key_of_bounce
from mxgui.ui.saved_file import SavedFile, seconds_of
from mxgui.ui.shown import FieldNote, Opened, Saved, Stage
from mxgui.ui.supposed import Supposed
from mxgui.ui.wishes import (
    Choose,
    Fold,
    FoldWorse,
    Look,
    ShowSaved,
    Shuffle,
    Supposing,
)

_MOST_SEEDS = 32  # that are looked through for another order; of two hosts every other one has it
MOST = 200  # domains in one window; a longer list is for the command line


@dataclass(slots=True)
class Job:
    """One opened domain: what is known of it, and how it is looked at.

    `run` is the number of the run whose events count. `began` is on the session's clock, in
    seconds; `now` is how long the latest run has lasted, or lasted in all.
    """

    number: int
    entry: Entry
    plan: Plan
    typed: str = ""
    note: FieldNote | None = None
    inspection: Inspection | None = None
    chosen: str | None = None
    folded: frozenset[str] = frozenset()
    supposed: Supposed = field(default_factory=Supposed)
    saved: Saved | None = None
    planned: tuple[Mx, ...] = ()  # what was planned last, also once it was left
    file: SavedFile | None = None  # out of which it was opened
    is_waiting: bool = False
    run: int = 0
    began: float = 0.0
    now: float = 0.0
    _report: Report | None = None
    _opened: tuple[Inspection | None, Opened] | None = None

    @property
    def is_running(self) -> bool:
        """Whether its inspection is under way."""
        return self.inspection is not None and self.inspection.running

    @property
    def is_saved(self) -> bool:
        """Whether it shows what a file holds."""
        return self.file is not None and self.file.is_shown

    def begin(self, inspection: Inspection) -> None:
        """Let what was just begun be shown; what a file holds stays beside it."""
        if self.file is not None:
            kept = self.inspection if self.is_saved else self.file.other
            self.file = replace(self.file, other=kept, is_shown=False, is_alone=False)
        self.inspection = inspection

    def show_saved(self, *, saved: bool) -> None:
        """Show what a file holds, or what was inspected afresh, once both have ended."""
        file = self.file
        if file is None or file.other is None or self.is_running or file.is_shown == saved:
            return
        self.file = replace(file, other=self.inspection, is_shown=saved)
        self.inspection, self.chosen = file.other, None
        self.now = seconds_of(file.other)

    def report(self) -> Report | None:
        """All that is computed of what is known by now; computed once."""
        for _ in self.compute():
            pass
        return self.latest

    def compute(self) -> Iterator[None]:
        """Compute the report step by step, if what is known, folded or supposed is new."""
        if self.inspection is None or self._is_computed():
            return
        run, report = self.run, self._report
        if report is None or report.inspection is not self.inspection:
            report = yield from report_in_steps(self.inspection)
        report = yield from self.supposed.upon_in_steps(report, self.folded)
        if run == self.run:  # else it is inspected afresh in the meantime
            self._take(report)

    @property
    def latest(self) -> Report | None:
        """The report that was computed last; more may be known by now."""
        return None if self.inspection is None else self._report

    def _is_computed(self) -> bool:
        done = self._report
        if done is None or done.inspection is not self.inspection:
            return False
        return done.folded == self.folded and self.supposed.is_shown_by(done)

    def _take(self, report: Report) -> None:
        self._report = report
        self.chosen = self.chosen or key_of_bounce(report)

    def shuffle(self) -> None:
        """Let the order be another one of those in which a sender might try."""
        if self.inspection is None:
            return
        plan, before = self.inspection.plan, try_order(self.inspection)
        later = range(plan.seed + 1, plan.seed + 1 + _MOST_SEEDS)
        others = (seed for seed in later if try_order(self.inspection, seed) != before)
        plan = replace(plan, seed=next(others, plan.seed + 1))
        self.inspection = replace(self.inspection, plan=plan)

    def look(self, wish: Look) -> None:
        """Let it be looked at in another way."""
        match wish:
            case Choose(key):
                self.chosen = key
            case Fold(key, folded):
                self.fold(frozenset((key,)), folded=folded)
            case FoldWorse(folded):
                self.fold(self.worse_lanes(), folded=folded)
            case Shuffle():
                self.shuffle()
            case ShowSaved(saved):
                self.show_saved(saved=saved)
            case Supposing():
                if self.inspection is not None:
                    self.supposed.look(wish, route_of(self.inspection))
            case _:
                assert_never(wish)

    def send_as(self, sender: str) -> None:
        """See the domain as another kind of sender does; probes that went as one did stay so."""
        if self.inspection is None or self.inspection.plan.mode is ProbeMode.AS_SENDER:
            return
        plan = replace(self.inspection.plan, sender=sender)
        self.inspection = replace(self.inspection, plan=plan)

    def fold(self, keys: frozenset[str], *, folded: bool) -> None:
        """Put the hosts of some lanes away, or show them again."""
        self.folded = self.folded | keys if folded else self.folded - keys

    def worse_lanes(self) -> frozenset[str]:
        """The keys of every lane but the first."""
        report = self.report()
        return frozenset(lane.key for lane in report.diagram.lanes[1:]) if report else frozenset()

    def opened(self, now: datetime, is_busy: bool) -> Opened:
        """Sum it up for the list of domains."""
        known, stage = self.inspection, self._stage(is_busy)
        minutes = None
        if known is not None:
            minutes = max(0, int((now - known.began).total_seconds() // 60))
        if self._opened is not None and self._opened[0] is known:
            self._opened = known, replace(self._opened[1], stage=stage, minutes=minutes)
        else:
            self._opened = known, self._summed_up(stage, minutes)
        return self._opened[1]

    def _summed_up(self, stage: Stage, minutes: int | None) -> Opened:
        plain = Opened(self.number, self.entry.domain.unicode, stage, minutes=minutes)
        plain = replace(plain, is_saved=self.is_saved)
        known = self.inspection
        if known is None:
            return plain
        plain = replace(plain, planned=is_planned(known))
        if known.running:  # a report for every picture would be too much for those not looked at
            settled = sum(not probe.running for probe in known.probes)
            queued = sum(
                isinstance(step, ProbeStep) and step not in known.facts for step in known.waiting
            )
            return replace(plain, settled=settled, total=len(known.probes) + queued)
        report = self.report()
        assert report is not None
        states = states_of(report)
        settled = sum(state.is_settled for state in states)
        return replace(
            plain,
            grade=report.grade,
            worst=worst_of(report),
            settled=settled,
            total=len(states),
        )

    def _stage(self, is_busy: bool) -> Stage:
        if self.is_waiting:
            return Stage.WAITING
        if is_busy:
            return Stage.RUNNING
        if self.inspection is None:
            return Stage.NEVER_BEGUN
        return Stage.STOPPED if self.inspection.cut_short else Stage.ENDED


def worst_of(report: Report) -> Finding | None:
    """The finding that matters most, unless all of them are only good to know.

    Where nothing is known of the route, that is the one that says why.
    """
    telling = [each for each in report.findings if each.severity is not Severity.INFO]
    if report.verdict is Verdict.UNKNOWN:
        telling.sort(key=lambda each: each.severity is Severity.NOTICE)
    return telling[0] if telling else None


class Jobs:
    """All opened domains, in the order in which they were opened; one of them is shown."""

    def __init__(self) -> None:
        """Have none."""
        self._jobs: dict[int, Job] = {}
        self._next = 1
        self.current: Job | None = None

    def __iter__(self) -> Iterator[Job]:
        """Go through them in the order in which they were opened."""
        return iter(tuple(self._jobs.values()))

    def __len__(self) -> int:
        """Tell how many there are."""
        return len(self._jobs)

    @property
    def is_full(self) -> bool:
        """Whether no further domain can be opened."""
        return len(self._jobs) >= MOST

    def find(self, number: int) -> Job | None:
        """Give the one with that number, if it is still open."""
        return self._jobs.get(number)

    def of(self, entry: Entry) -> Job | None:
        """Give the one about the same domain, if it is open; what was saved is another thing."""
        name = entry.domain.ascii
        same = (job for job in self if job.entry.domain.ascii == name and not job.is_saved)
        return next(same, None)

    def add(self, entry: Entry, plan: Plan) -> Job:
        """Open a domain; nothing is asked of it yet."""
        job = Job(self._next, entry, plan)
        self._jobs[job.number] = job
        self._next += 1
        return job

    def send_as(self, sender: str) -> None:
        """See every domain as that kind of sender does."""
        for each in self:
            each.send_as(sender)

    def remove(self, job: Job) -> None:
        """Close one; the next one is shown in its place, or else the one before."""
        places = list(self._jobs.values())
        at = places.index(job)
        del self._jobs[job.number]
        if self.current is job:
            beside = places[at + 1 : at + 2] or places[max(at - 1, 0) : at]
            self.current = beside[0] if beside else None
