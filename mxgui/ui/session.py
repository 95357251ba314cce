"""The session: it starts and stops work, folds events and wishes into `Shown`, and says `changed`.

This is the one place in the program that holds a task by hand. Whatever comes in within one frame
leads to one redraw.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from functools import partial
from time import perf_counter
from typing import Any, TypeAlias, assert_never

from PySide6.QtCore import QObject, QTimer, Signal

from mxgui.model.entry import Entry
from mxgui.model.event import Began, Emit, Event
from mxgui.model.inspection import Inspection, begin, learn
from mxgui.model.plan import Plan
from mxgui.model.resolver import BadResolver
from mxgui.model.text import Text
from mxgui.report.report import report_of
from mxgui.ui.reading import key_of_bounce, read, with_setting
from mxgui.ui.shown import FieldNote, Saved, Shown
from mxgui.ui.wishes import (
    AskResolvers,
    Choose,
    Close,
    Errand,
    Inspect,
    OpenDemo,
    ProbeAgain,
    ProbeAs,
    Save,
    Stop,
    UseScheme,
    Wish,
)

InspectJob: TypeAlias = Callable[[Entry, Plan, Emit], Coroutine[Any, Any, Inspection]]
SaveJob: TypeAlias = Callable[[Inspection, Save], Text | None]  # gives what was in the way, if any

FRAME = 0.033  # seconds between redraws; what comes in between is drawn together
SHARE = 3  # a redraw that takes long waits that many times as long for the next one
TICK = 200  # milliseconds between the ticks of "12 of 40 s"
GRACE = 5.0  # seconds; a stopped inspection takes a tenth of one, and closing may not hang


class Session(QObject):
    """The life of one window: its truth, and the work that it waits for."""

    changed = Signal(object)  # the Shown that is to be drawn
    broke = Signal(object)  # an exception that nobody foresaw

    def __init__(
        self,
        inspect: InspectJob,
        save: SaveJob,
        shown: Shown | None = None,
        seconds: Callable[[], float] = perf_counter,
    ) -> None:
        """Begin with nothing under way; `seconds` is a clock that only runs forward."""
        super().__init__()
        self.errands: asyncio.Queue[Errand] = asyncio.Queue()
        self.shown = shown or Shown()
        self._inspect_job = inspect
        self._save_job = save
        self._seconds = seconds
        self._inspection: Inspection | None = None
        self._began = 0.0
        self._drawn = seconds() - FRAME
        self._cost = 0.0
        self._run = 0  # the number of the run whose events count
        self._task: asyncio.Task[Inspection] | None = None
        self._tasks: set[asyncio.Task[Inspection]] = set()
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.timeout.connect(self._compute)
        self._hand_down = QTimer(self)
        self._hand_down.setSingleShot(True)
        self._hand_down.setInterval(0)
        self._hand_down.timeout.connect(self._draw)
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK)
        self._ticks.timeout.connect(self._tick)

    # ------------------------------------------------------------------ wishes

    def fulfil(self, wish: Wish) -> None:
        """Do what is wished for."""
        match wish:
            case Inspect(typed):
                self._inspect(typed)
            case Stop():
                self._stop()
            case ProbeAgain():
                self._again()
            case Save():
                self._save(wish)
            case OpenDemo() | Close():
                self.errands.put_nowait(wish)
            case Choose() | ProbeAs() | AskResolvers() | UseScheme():
                self.show(with_setting(self.shown, wish))
            case _:
                assert_never(wish)

    def show(self, shown: Shown) -> None:
        """Let this be shown from now on."""
        self.shown = shown
        self._soon()

    def change(self, **parts: Any) -> None:
        """Let some fields of what is shown be others from now on."""
        self.show(replace(self.shown, **parts))

    def _inspect(self, typed: str) -> None:
        entry, note = read(typed)
        if entry is None:
            self.change(note=note, typed=typed)
            return
        self.change(note=note, chosen=None, typed=typed, saved=None)
        self._start(entry, self.shown.plan)

    def _again(self) -> None:
        if self._inspection is not None:
            self._start(self._inspection.entry, replace(self.shown.plan, fresh=True))

    def _save(self, wish: Save) -> None:
        if self._inspection is None:
            return
        number = self.shown.saved.number + 1 if self.shown.saved else 1
        problem = self._save_job(self._inspection, wish)
        self.change(saved=Saved(number, wish.path, problem))

    # ------------------------------------------------------------------ work

    def _start(self, entry: Entry, plan: Plan) -> None:
        """Start an inspection; what an earlier one still tells counts no more."""
        self._stop()
        self._run += 1
        take = partial(self._take, self._run)
        self._task = asyncio.create_task(self._inspect_job(entry, plan, take))
        self._tasks.add(self._task)
        self._task.add_done_callback(self._ended)
        self.change(busy=True)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _take(self, run: int, event: Event) -> None:
        """Fold an event of the run that counts."""
        if run != self._run:
            return
        if isinstance(event, Began):
            self._inspection = begin(event)
            self._began = self._seconds()
            self._ticks.start()
        elif self._inspection is not None:
            self._inspection = learn(self._inspection, event)
        self._soon()

    def _ended(self, task: asyncio.Task[Inspection]) -> None:
        self._tasks.discard(task)
        if task is self._task:
            self._task = None
            self._ticks.stop()
            self.change(busy=False)
        error = None if task.cancelled() else task.exception()
        if isinstance(error, BadResolver):
            self.change(note=FieldNote(error.text, is_problem=True))
        elif error is not None:
            self.broke.emit(error)

    async def close(self) -> None:
        """Stop all work and wait for its end."""
        self._ticks.stop()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=GRACE)
        self._frame.stop()
        self._hand_down.stop()

    # ------------------------------------------------------------------ drawing

    def _soon(self) -> None:
        """Redraw at the end of this frame."""
        if not self._frame.isActive():
            due = self._drawn + max(FRAME, SHARE * self._cost)
            self._frame.start(max(0, round((due - self._seconds()) * 1000)))

    def _tick(self) -> None:
        self._soon()

    def _compute(self) -> None:
        """Compute what is to be drawn; the drawing comes a turn later, to keep both short."""
        began = self._seconds()
        self.shown = self._brought_up_to_date(began - self._began)
        self._drawn = self._seconds()  # what is learned before the drawing waits for its turn too
        self._cost = self._drawn - began
        self._hand_down.start()

    def _draw(self) -> None:
        began = self._seconds()
        self.changed.emit(self.shown)
        self._drawn = self._seconds()
        self._cost += self._drawn - began

    def _brought_up_to_date(self, now: float) -> Shown:
        """What is shown, with all that was learned by now."""
        inspection, shown = self._inspection, self.shown
        if inspection is None:
            return shown
        now = now if inspection.running else shown.now
        if shown.result is not None and shown.result.inspection is inspection:
            return replace(shown, now=now)
        result = report_of(inspection)
        chosen = shown.chosen or key_of_bounce(result)
        return replace(shown, result=result, chosen=chosen, now=now)
