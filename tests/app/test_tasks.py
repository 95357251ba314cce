"""A group that is being cancelled cancels who turns to it, and fails nobody."""

from __future__ import annotations

import asyncio

import pytest

from mxgui.app.tasks import Tasks


async def answered(
    answer: asyncio.Event, outer: Tasks, begun: list[str], asked: asyncio.Event
) -> None:
    """Wait far down for an answer, then begin what follows from it in the outermost group."""

    async def follow() -> None:
        begun.append("followed")

    async with asyncio.TaskGroup() as middle:

        async def wait() -> None:
            begun.append("asked")
            asked.set()
            await answer.wait()
            outer.create_task(follow())

        middle.create_task(wait())


async def test_a_task_begun_in_a_group_is_run():
    begun: list[str] = []
    answer, asked = asyncio.Event(), asyncio.Event()
    answer.set()
    async with Tasks() as outer:
        outer.create_task(answered(answer, outer, begun, asked))
    assert begun == ["asked", "followed"]


@pytest.mark.parametrize("depth", range(1, 5))
async def test_an_answer_that_comes_while_a_group_is_cancelled_is_no_error(depth):
    begun: list[str] = []
    answer, asked = asyncio.Event(), asyncio.Event()

    async def nested(outer: Tasks, left: int) -> None:
        async with asyncio.TaskGroup() as inner:
            if left:
                inner.create_task(nested(outer, left - 1))
            else:
                inner.create_task(answered(answer, outer, begun, asked))

    async def whole() -> None:
        async with Tasks() as outer:
            outer.create_task(nested(outer, depth))

    async def hurry(task: asyncio.Task[None]) -> None:
        await asked.wait()
        task.cancel()
        answer.set()

    async with asyncio.TaskGroup() as group:
        cancelled = group.create_task(whole())
        group.create_task(hurry(cancelled))
    assert cancelled.cancelled()
    assert begun == ["asked"]


async def test_an_error_inside_still_comes_out():
    with pytest.raises(ExceptionGroup):
        async with Tasks() as tasks:
            tasks.create_task(failing())


async def failing() -> None:
    """Fail as a programme with a fault does."""
    raise ValueError
