"""The session: it starts and stops work, folds events and wishes into `Shown`, and says `changed`.

What runs for the opened domains is held by `Runs`; when to draw is for `Pacer` to say.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any, assert_never

from PySide6.QtCore import QObject, Signal

from mxgui.app.settings import Settings, plan_parts
from mxgui.model.entry import Entry
from mxgui.model.proxy import BadProxy, ProxySpec
from mxgui.model.resolver import BadResolver
from mxgui.ui.brought import read_files
from mxgui.ui.doings import Doings
from mxgui.ui.dropped import Dropped, read_dropped
from mxgui.ui.gathering import compute, gathered
from mxgui.ui.job_words import full_words, left_out_words
from mxgui.ui.jobs import Job, Jobs
from mxgui.ui.pacer import SLOW_TICK, TICK, Pacer
from mxgui.ui.reading import note_of, read, with_setting
from mxgui.ui.runs import Runs
from mxgui.ui.saved_jobs import open_saved
from mxgui.ui.settings.wishes import ForgetDomains, ReadSettings, Understood, UseSettings, Welcomed
from mxgui.ui.shown import FieldNote, Saved, Shown
from mxgui.ui.trials import Trials
from mxgui.ui.wishes import (
    AskResolvers,
    AskServers,
    Choose,
    Close,
    CloseAll,
    Errand,
    Fold,
    FoldWorse,
    Inspect,
    KeepStill,
    Look,
    LookThrough,
    More,
    NewWindow,
    OpenAll,
    OpenDemo,
    OpenFiles,
    Place,
    PlanRoute,
    ProbeAgain,
    ProbeAs,
    Remove,
    Save,
    SendAs,
    Setting,
    ShowSaved,
    Shuffle,
    Stop,
    StopAll,
    Supposing,
    Switch,
    Taste,
    Trial,
    TryProxy,
    TryResolvers,
    UseHelo,
    UseLine,
    UseScheme,
    Wish,
    Work,
)


class Session(QObject):
    """The life of one window: its truth, and the work that it waits for."""

    changed = Signal(object)  # the Shown that is to be drawn
    broke = Signal(object)  # an exception that nobody foresaw

    def __init__(self, doings: Doings, shown: Shown | None = None) -> None:
        """Begin with nothing under way."""
        super().__init__()
        self.errands: asyncio.Queue[Errand] = asyncio.Queue()
        self.jobs = Jobs()
        self.shown = shown or Shown(plan=doings.keeper.plan())
        self._doings = doings
        self._pacer = Pacer(self._compute, self._draw, doings.clock.seconds)
        self._runs = Runs(self.jobs, doings.inspect, doings.clock.seconds)
        self._trials = Trials(doings, lambda: self.shown, self.change, self._runs.do)
        self._runs.told.connect(self._pacer.soon)
        self._runs.ended.connect(self._ended)
        self._runs.broke.connect(self.broke)
        doings.keeper.changed.connect(self._pacer.soon)
        doings.keeper.settled.connect(self._settle)

    # ------------------------------------------------------------------ wishes

    def fulfil(self, wish: Wish) -> None:
        """Do what is wished for."""
        match wish:
            case Inspect() | OpenAll() | OpenFiles() | Stop() | StopAll() | ProbeAgain() | Save():
                self._do(wish)
            case TryResolvers() | TryProxy() | AskServers() | LookThrough() | PlanRoute():
                self._ask(wish)
            case Switch() | Remove():
                self._place(wish)
            case Choose() | Fold() | FoldWorse() | Shuffle() | ShowSaved() | Supposing():
                self._look(wish)
            case ProbeAs() | AskResolvers() | UseLine() | UseHelo() | SendAs():
                self._set(wish)
            case (UseScheme() | KeepStill() | ForgetDomains()) | (
                UseSettings() | ReadSettings() | Welcomed() | Understood()
            ):
                self._taste(wish)
            case OpenDemo() | NewWindow() | Close() | CloseAll():
                self.errands.put_nowait(wish)
            case _:
                assert_never(wish)

    def change(self, **parts: Any) -> None:
        """Let some fields of what is shown be others from now on."""
        self.shown = replace(self.shown, **parts)
        self._pacer.soon()

    def _do(self, wish: Work) -> None:
        match wish:
            case Inspect(typed):
                self._inspect(typed)
            case OpenAll(written):
                self._open_all(read_dropped(written))
            case OpenFiles(paths):
                self._runs.do(self._open_files(paths))
            case Stop():
                self._runs.stop(filter(None, [self.jobs.current]))
            case StopAll():
                self._runs.stop(self.jobs)
            case ProbeAgain() if self.jobs.current is not None:
                self._again(self.jobs.current)
            case Save() if self.jobs.current is not None:
                self._save(self.jobs.current, wish)

    def _place(self, wish: Place) -> None:
        job = self.jobs.find(wish.number)
        if job is None:
            return
        if isinstance(wish, Remove):
            self._runs.stop([job])
            self.jobs.remove(job)
            self._show(self.jobs.current)
            self._runs.start_waiting()
        else:
            self._show(job)

    def _look(self, wish: Look) -> None:
        if self.jobs.current is not None:
            self.jobs.current.look(wish)
            self._pacer.soon()

    def _set(self, wish: Setting) -> None:
        keeper, before = self._doings.keeper, self.shown.plan
        if isinstance(wish, UseLine):
            self._know(wish.proxy)
        self.shown = with_setting(self.shown, wish)
        keeper.settle(self.shown.plan, before)
        if isinstance(wish, SendAs):
            self.jobs.send_as(wish.sender)
        if isinstance(wish, UseHelo):
            keeper.helo_answered()
        self._pacer.soon()

    def _taste(self, wish: Taste) -> None:
        if isinstance(wish, UseSettings):
            self._know(wish.proxy)
        self._doings.keeper.fulfil(wish)

    def _know(self, proxy: str) -> None:
        """Keep user and password of a proxy in mind, if one was typed."""
        if proxy and self._doings.use_proxy is not None:
            self._doings.use_proxy(ProxySpec.parse(proxy))

    def _settle(self, settings: Settings) -> None:
        """Inspect by settings that were chosen here or in another window."""
        if settings.sender != self.shown.plan.sender:
            self.jobs.send_as(settings.sender)
        self.change(plan=replace(self.shown.plan, **plan_parts(settings)))

    def _again(self, job: Job) -> None:
        """Inspect afresh, in the order that is shown, and by the same planned records."""
        plan = job.inspection.plan if job.inspection is not None else job.plan
        again = replace(self.shown.plan, fresh=True, seed=plan.seed, mx=plan.mx)
        self._runs.start(job, again)

    def _ask(self, wish: Trial | More) -> None:
        job, doings = self.jobs.current, self._doings
        if isinstance(wish, TryResolvers | TryProxy):
            self._trials.begin(wish, job.entry.domain.ascii if job is not None else "")
        elif job is None or job.is_saved:  # what was saved stays as it was
            return
        elif isinstance(wish, AskServers) and doings.ask_servers is not None:
            self._runs.resume(job, doings.ask_servers)
        elif isinstance(wish, PlanRoute) and doings.follow_planned is not None:
            job.planned = wish.records or job.planned
            self._runs.resume(job, partial(doings.follow_planned, wish.records))
        elif isinstance(wish, LookThrough) and doings.look_again is not None:
            self._runs.resume(job, partial(doings.look_again, self.shown.plan.proxy))

    # ------------------------------------------------------------------ domains

    def _inspect(self, typed: str) -> None:
        """Inspect what was typed; a domain that is open already is inspected afresh."""
        entry, note = read(typed)
        if entry is not None and self.jobs.of(entry) is None and self.jobs.is_full:
            entry, note = None, FieldNote(full_words(), is_problem=True)
        if entry is None:
            self.change(note=note, typed=typed)
            return
        job = self._opened(entry, typed, note)
        job.chosen = None
        self._show(job)
        self._runs.start(job, self.shown.plan)

    def _open_all(self, dropped: Dropped, *, has_opened: bool = False) -> None:
        """Open every domain of a list; those beyond some at once wait for the others."""
        shown, left_out = self.jobs.current, 0
        for entry in dropped.entries:
            if self.jobs.of(entry) is not None:
                continue
            left_out += self.jobs.is_full
            if not self.jobs.is_full:
                job = self._opened(entry, entry.domain.unicode, note_of(entry))
                shown = shown or job
                job.is_waiting = True
        if dropped.entries and shown is None:
            shown = self.jobs.of(dropped.entries[0])
        self._show(shown)
        self._runs.start_waiting()
        words = left_out_words(left_out) if left_out else dropped.words
        if words is not None:
            self.change(note=FieldNote(words, is_problem=not dropped.entries and not has_opened))

    async def _open_files(self, paths: tuple[str, ...]) -> None:
        """Show the saved inspections in files, and open the domains of lists."""
        brought = await self._runs.beside(partial(read_files, paths))
        opened, left_out = open_saved(self.jobs, brought.saved, self.shown.plan)
        self._show(opened or self.jobs.current)
        words = left_out_words(left_out) if left_out else brought.words
        if brought.entries or words is not None:
            has_opened = bool(brought.saved) and not left_out
            self._open_all(Dropped(brought.entries, words), has_opened=has_opened)

    def _opened(self, entry: Entry, typed: str, note: FieldNote | None) -> Job:
        job = self.jobs.of(entry) or self.jobs.add(entry, self.shown.plan)
        job.entry, job.typed, job.note, job.saved = entry, typed, note, None
        return job

    def _show(self, job: Job | None) -> None:
        self.jobs.current = job
        if job is None:
            self.change(note=None, typed="")
        else:
            self.change(note=job.note, typed=job.typed)

    def _save(self, job: Job, wish: Save) -> None:
        if job.inspection is not None:
            number = job.saved.number + 1 if job.saved else 1
            job.saved = Saved(number, wish.path, self._doings.save(job.inspection, wish))
            self._pacer.soon()

    # ------------------------------------------------------------------ work

    def _ended(self, job: Job, error: BaseException | None) -> None:
        if isinstance(error, BadResolver | BadProxy):
            job.note = FieldNote(error.text, is_problem=True)
            if job is self.jobs.current:
                self.change(note=job.note)
        elif error is not None:
            self.broke.emit(error)
        elif not self.shown.is_demo:
            self._doings.keeper.inspected(job.entry.domain.unicode)

    async def close(self) -> None:
        """Stop all work and wait for its end; nothing is drawn any more."""
        self._pacer.stop()
        await self._runs.close()

    # ------------------------------------------------------------------ drawing

    def _compute(self) -> Iterator[None]:
        """Compute what is to be drawn, step by step, with all that was learned at the beginning."""
        yield from compute(self.jobs)
        keeper, clock = self._doings.keeper, self._doings.clock
        self.shown = gathered(self.shown, self.jobs, self._runs.is_busy, keeper, clock)
        running = any(each.is_running for each in self.jobs)
        self._pacer.tick(TICK if running else SLOW_TICK if len(self.jobs) else None)

    def _draw(self) -> None:
        self.changed.emit(self.shown)
