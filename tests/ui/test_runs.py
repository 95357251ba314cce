"""Tasks of the opened domains, held by hand: what is stopped ends, and nothing is left."""

import asyncio
import gc
import threading

from mxgui.model.text import text
from mxgui.ui.jobs import Job, Jobs
from mxgui.ui.runs import AT_ONCE, Runs
from tests.builders import PLAN, an_entry
from tests.ui.watched import Work


class Set:
    """Runs with a fake job, and what they told."""

    def __init__(self) -> None:
        self.jobs, self.work = Jobs(), Work()
        self.runs = Runs(self.jobs, self.work, lambda: 0.0)
        self.ended: list[object] = []
        self.broken: list[BaseException] = []
        self.is_over = asyncio.Event()
        self.runs.ended.connect(self._end)
        self.runs.broke.connect(self.broken.append)

    def _end(self, job: Job, error: BaseException | None) -> None:
        self.ended.append((job.number, error))
        self.is_over.set()


async def test_an_inspection_is_folded_into_its_job_and_its_end_is_told(qloop):
    some = Set()
    job = some.jobs.add(an_entry(), PLAN)
    some.work.go_on.set()
    some.runs.start(job, PLAN)
    assert some.runs.is_busy(job)
    await some.is_over.wait()
    assert not some.runs.is_busy(job)
    assert some.ended == [(job.number, None)]
    assert job.inspection is not None
    assert not job.inspection.running


async def test_a_stopped_one_keeps_what_is_known(qloop):
    some = Set()
    job = some.jobs.add(an_entry(), PLAN)
    some.runs.start(job, PLAN)
    await some.work.begun.wait()
    some.runs.stop([job])
    await some.is_over.wait()
    assert not some.runs.is_busy(job)
    assert job.inspection is not None
    assert job.inspection.cut_short


async def test_closing_waits_for_every_task_and_an_errand_that_fails_is_told(qloop):
    some = Set()
    for name in ("a.example", "b.example"):
        some.runs.start(some.jobs.add(an_entry(name), PLAN), PLAN)

    async def failing() -> None:
        raise ValueError(str(text("a bug")))

    some.runs.do(failing())
    await some.work.begun.wait()
    await some.runs.close()
    assert some.work.cancelled == 2
    assert len(asyncio.all_tasks()) == 1  # this test
    assert [str(error) for error in some.broken] == ["a bug"]


async def test_once_closed_nothing_is_started_any_more_what_waits_neither(qloop):
    some = Set()
    for n in range(AT_ONCE + 3):
        some.jobs.add(an_entry(f"{n}.example"), PLAN).is_waiting = True
    some.runs.start_waiting()
    await some.work.begun.wait()
    await some.runs.close()
    assert len(some.work.plans) == AT_ONCE
    some.runs.start(next(iter(some.jobs)), PLAN)
    assert len(asyncio.all_tasks()) == 1  # this test


async def test_work_in_a_thread_keeps_the_loop_alive_and_garbage_where_it_is(qloop):
    some, is_read, was_enabled = Set(), threading.Event(), gc.isenabled()
    searched: list[bool] = []

    def read() -> str:
        is_read.wait()
        searched.append(gc.isenabled())
        return "read"

    async with asyncio.TaskGroup() as group:
        works = [group.create_task(some.runs.beside(read)) for _ in range(2)]
        await asyncio.sleep(0)  # the loop goes on meanwhile
        is_read.set()
    assert [work.result() for work in works] == ["read", "read"]
    assert searched == [False, False]
    assert gc.isenabled() is was_enabled
