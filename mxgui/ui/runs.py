"""The runs of a session: one task for each opened domain that is inspected, all held here by hand.

A run that was replaced may take a moment to end; what it still tells counts no more.
"""

import asyncio
import gc
from collections.abc import Callable, Coroutine, Iterable
from functools import partial
from typing import Any, ClassVar, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Signal

from mxgui.model.entry import Entry
from mxgui.model.event import Began, Emit, Event
from mxgui.model.inspection import Inspection, begin, learn
from mxgui.model.plan import Plan
from mxgui.ui.jobs import Job, Jobs

InspectJob: TypeAlias = Callable[[Entry, Plan, Emit], Coroutine[Any, Any, Inspection]]
ResumeJob: TypeAlias = Callable[[Inspection, Emit], Coroutine[Any, Any, Inspection]]

T = TypeVar("T")

AT_ONCE = 5  # inspections under way in one window; the domain that is looked at waits for none
GRACE = 5.0  # seconds; a stopped inspection takes a tenth of one, and closing may not hang


class Runs(QObject):
    """Starts and stops inspections, and folds what they tell into their jobs."""

    told = Signal()  # something was learned, began or ended
    ended = Signal(object, object)  # a job, and the error that ended it, if any
    broke = Signal(object)  # an error of a task that is no job's
    _beside: ClassVar[int] = 0  # works in threads, of every window
    _had_search: ClassVar[bool] = False  # for garbage, before the first of them

    def __init__(self, jobs: Jobs, inspect: InspectJob, seconds: Callable[[], float]) -> None:
        """Have nothing under way; `seconds` is a clock that only runs forward."""
        super().__init__()
        self._jobs = jobs
        self._inspect = inspect
        self._seconds = seconds
        self._tasks: dict[asyncio.Task[Any], Job | None] = {}
        self._is_closed = False

    def start(self, job: Job, plan: Plan) -> None:
        """Start an inspection; an earlier run of it is stopped, and belongs to nobody from now."""
        self.stop([job])
        if self._is_closed:
            return
        self._tasks = {task: None if its is job else its for task, its in self._tasks.items()}
        job.run += 1
        job.plan, job.is_waiting = plan, False
        take = partial(self._take, job, job.run)
        self._hold(asyncio.create_task(self._inspect(job.entry, plan, take)), job)
        self.told.emit()

    def resume(self, job: Job, more: ResumeJob) -> None:
        """Do more on an inspection that has ended; nothing happens while one is under way."""
        known = job.inspection
        if self._is_closed or known is None or known.lasted is None or self.is_busy(job):
            return
        job.run += 1
        job.began = self._seconds() - known.lasted.total_seconds()
        self._hold(asyncio.create_task(more(known, partial(self._take, job, job.run))), job)
        self.told.emit()

    def start_waiting(self) -> None:
        """Start what waits, as long as not too much is under way."""
        for job in self._jobs if not self._is_closed else ():
            if job.is_waiting and sum(map(self.is_busy, self._jobs)) < AT_ONCE:
                self.start(job, job.plan)

    def stop(self, jobs: Iterable[Job]) -> None:
        """Cancel what runs for these, and let none of them wait."""
        wanted = tuple(jobs)
        for job in wanted:
            job.is_waiting = False
        for task, job_of_task in self._tasks.items():
            if any(job_of_task is job for job in wanted):
                task.cancel()
        self.told.emit()

    def is_busy(self, job: Job) -> bool:
        """Whether the latest run of a domain has not ended yet."""
        return any(each is job for each in self._tasks.values())

    async def beside(self, work: Callable[[], T]) -> T:
        """Do what takes long, such as reading a file, in a thread beside the loop; give its result.

        No garbage is looked for meanwhile: Qt's objects must end in the thread that made them.
        """
        if not Runs._beside:
            Runs._had_search = gc.isenabled()
        Runs._beside += 1
        gc.disable()
        try:
            return await asyncio.to_thread(work)
        finally:
            Runs._beside -= 1
            if Runs._had_search and not Runs._beside:
                gc.enable()

    def do(self, errand: Coroutine[Any, Any, None]) -> None:
        """Do something else beside the inspections."""
        self._hold(asyncio.create_task(errand), None)

    async def close(self) -> None:
        """Stop all work and wait for its end; nothing is started any more, what waits neither."""
        self._is_closed = True
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(tuple(self._tasks), timeout=GRACE)

    def _hold(self, task: asyncio.Task[Any], job: Job | None) -> None:
        self._tasks[task] = job
        task.add_done_callback(self._ended)

    def _take(self, job: Job, run: int, event: Event) -> None:
        """Fold an event of the run that counts."""
        if run != job.run:
            return
        if isinstance(event, Began):
            job.begin(begin(event))
            job.began = self._seconds()
        elif job.inspection is not None:
            job.inspection = learn(job.inspection, event)
            job.now = self._seconds() - job.began
        self.told.emit()

    def _ended(self, task: asyncio.Task[Any]) -> None:
        job = self._tasks.pop(task)
        error = None if task.cancelled() else task.exception()
        if job is not None:
            self.ended.emit(job, error)
        elif error is not None:
            self.broke.emit(error)
        self.start_waiting()
        self.told.emit()
