"""The loop of the window keeps asyncio's promises and leaves Qt its turns."""

import asyncio
import os
import signal
import socket
import sys
from contextvars import ContextVar

import pytest
from PySide6.QtCore import QTimer

from mxgui.ui.loop import KEPT_CANCELLED, MxLoop

FAR = 3600.0  # seconds; a timer that no test waits for
NAME: ContextVar[str] = ContextVar("NAME", default="nobody")


async def test_callbacks_run_in_the_order_in_which_they_were_asked_for(qloop):
    loop = asyncio.get_running_loop()
    ran: list[int] = []
    for number in range(100):
        loop.call_soon(ran.append, number)
    await asyncio.sleep(0)
    assert ran == list(range(100))


async def test_a_callback_asked_for_by_a_callback_comes_behind_the_others(qloop):
    loop = asyncio.get_running_loop()
    ran: list[str] = []
    loop.call_soon(lambda: loop.call_soon(ran.append, "later"))
    loop.call_soon(ran.append, "sooner")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert ran == ["sooner", "later"]


async def test_qt_has_its_turn_while_callbacks_never_end(qloop):
    loop, seen = asyncio.get_running_loop(), asyncio.Event()

    def again() -> None:
        if not seen.is_set():
            loop.call_soon(again)

    again()
    QTimer.singleShot(0, seen.set)
    await seen.wait()


async def test_a_cancelled_callback_does_not_run(qloop):
    ran: list[str] = []
    asyncio.get_running_loop().call_soon(ran.append, "cancelled").cancel()
    await asyncio.sleep(0)
    assert ran == []


async def test_timers_come_in_the_order_of_their_times_and_never_early(qloop):
    loop = asyncio.get_running_loop()
    done: asyncio.Future[None] = loop.create_future()
    ran: list[tuple[float, bool]] = []

    def note(when: float) -> None:
        ran.append((when, loop.time() >= when))
        if len(ran) == 3:
            done.set_result(None)

    now = loop.time()
    for delay in (0.03, 0.01, 0.02):
        loop.call_at(now + delay, note, now + delay)
    await done
    assert ran == sorted(ran)
    assert all(in_time for _, in_time in ran)


async def test_a_timer_tells_its_time_and_is_cancelled(qloop):
    loop = asyncio.get_running_loop()
    timer = loop.call_later(FAR, print)
    assert timer.when() > loop.time()
    timer.cancel()
    assert timer.cancelled()


async def test_cancelled_timers_do_not_pile_up(qloop):
    loop = asyncio.get_running_loop()
    assert isinstance(loop, MxLoop)
    for _ in range(50 * KEPT_CANCELLED):
        loop.call_later(FAR, print).cancel()
    assert len(loop._scheduled) <= 2 * KEPT_CANCELLED + 2  # noqa: SLF001 - what is watched here


async def test_a_timer_behind_cancelled_ones_still_comes(qloop):
    loop, rang = asyncio.get_running_loop(), asyncio.Event()
    first = [loop.call_later(0.001, print) for _ in range(3 * KEPT_CANCELLED)]
    loop.call_later(0.002, rang.set)
    for timer in first:
        timer.cancel()
    await rang.wait()


async def test_a_time_limit_ends_a_wait(qloop):
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.001):
            await asyncio.get_running_loop().create_future()


async def test_another_thread_wakes_the_loop_in_its_own_context(qloop):
    loop = asyncio.get_running_loop()
    told: asyncio.Future[str] = loop.create_future()

    def from_thread() -> None:
        loop.call_soon_threadsafe(lambda: told.set_result(NAME.get()))

    NAME.set("thread")
    await asyncio.to_thread(from_thread)
    assert await told == "thread"


async def test_an_error_in_a_callback_reaches_the_handler_and_the_loop_goes_on(qloop):
    loop = asyncio.get_running_loop()
    told: list[Exception] = []
    loop.set_exception_handler(lambda _loop, context: told.append(context["exception"]))
    loop.call_soon(lambda: 1 // 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert [type(error) for error in told] == [ZeroDivisionError]


if sys.platform != "win32":

    async def test_a_signal_reaches_its_handler(qloop):
        loop, came = asyncio.get_running_loop(), asyncio.Event()
        loop.add_signal_handler(signal.SIGUSR1, came.set)
        os.kill(os.getpid(), signal.SIGUSR1)
        await came.wait()
        loop.remove_signal_handler(signal.SIGUSR1)


async def test_streams_and_datagrams_travel(qloop):
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(await reader.readline())
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"EHLO\n")
        assert await reader.read() == b"EHLO\n"
        writer.close()
        await writer.wait_closed()

    loop = asyncio.get_running_loop()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as own:
        own.bind(("127.0.0.1", 0))
        own.setblocking(False)
        await loop.sock_sendto(own, b"question", own.getsockname())
        assert (await loop.sock_recvfrom(own, 100))[0] == b"question"


async def test_a_cancelled_task_ends_at_once(qloop):
    async with asyncio.TaskGroup() as group:
        task = group.create_task(asyncio.sleep(FAR))
        await asyncio.sleep(0)
        task.cancel()
    assert task.cancelled()


def test_what_was_left_over_runs_when_the_loop_runs_again(qapp):
    ran: list[str] = []
    loop = MxLoop(qapp)
    loop.call_soon(ran.append, "left over")
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
    assert ran == ["left over"]


def test_a_closed_loop_takes_nothing_more(qapp):
    loop = MxLoop(qapp)
    loop.close()
    loop.close()  # a second time is harmless
    with pytest.raises(RuntimeError):
        loop.call_soon(print)
    with pytest.raises(RuntimeError):
        loop.call_soon_threadsafe(print)
