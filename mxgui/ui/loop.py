"""The loop of the window: Qt's, with asyncio's own queue and timer heap instead of a timer a call.

Callbacks run in the order in which they were asked for, for at most a few milliseconds a turn, so
that Qt paints and takes keys in between. Timers are kept in one heap behind one precise timer of
Qt: they are never early, and a cancelled one costs nothing.
"""

import asyncio
import heapq
import math
from collections import deque
from collections.abc import Callable
from contextvars import Context
from time import monotonic
from typing import Any

import qasync
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

TURN = 0.002  # seconds of callbacks before Qt has its turn; a frame at 60 Hz is 16.7 ms
KEPT_CANCELLED = 100  # cancelled timers that may lie in the heap before it is swept


class _Doorbell(QObject):
    """Wakes the loop from another thread: Qt carries the signal over."""

    rung = Signal()


class MxLoop(qasync.QEventLoop):  # type: ignore[misc]  # qasync has no types
    """An asyncio loop that runs inside Qt's, with a time limit for each of its turns.

    It leans on fields of asyncio's base loop (`_ready`, `_scheduled`, `_timer_cancelled_count`)
    whose meaning has not changed since Python 3.7; tests/ui/test_loop.py watches all of it.
    """

    _ready: deque[asyncio.Handle]
    _scheduled: list[asyncio.TimerHandle]  # a heap
    _timer_cancelled_count: int

    def __init__(self, app: QCoreApplication | None = None) -> None:
        """Stand on the one application that there is."""
        self._pump = QTimer()
        self._pump.setInterval(0)  # fires when Qt has nothing better to do
        self._pump.timeout.connect(self._run_ready)
        self._alarm = QTimer()
        self._alarm.setSingleShot(True)
        self._alarm.setTimerType(Qt.TimerType.PreciseTimer)
        self._alarm.timeout.connect(self._ring)
        self._doorbell = _Doorbell()
        self._doorbell.rung.connect(self._wake, Qt.ConnectionType.QueuedConnection)
        super().__init__(app)

    # ------------------------------------------------------------------ what is ready

    def call_soon(
        self, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        """Run the callback in one of the next turns, behind all that were asked for before."""
        handle = asyncio.BaseEventLoop.call_soon(self, callback, *args, context=context)
        self._wake()
        return handle

    def call_soon_threadsafe(
        self, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        """Do as call_soon does, from any thread."""
        self._check_closed()
        handle = asyncio.Handle(callback, args, self, context)
        self._ready.append(handle)  # a deque takes this from any thread
        self._doorbell.rung.emit()
        return handle

    def _add_callback(self, handle: asyncio.Handle, delay: float = 0) -> asyncio.Handle:
        """Take a handle that asyncio made itself, as it does for Unix signals."""
        self._ready.append(handle)
        self._wake()
        return handle

    def _add_callback_signalsafe(self, handle: asyncio.Handle) -> None:
        self._add_callback(handle)

    def _wake(self) -> None:
        if self._ready and not self._pump.isActive():
            self._pump.start()

    def _run_ready(self) -> None:
        """Run what is ready, until the turn is over; the pump comes back for the rest."""
        end = monotonic() + TURN
        while self._ready and self.is_running():
            handle = self._ready.popleft()
            if not handle.cancelled():
                handle._run()  # noqa: SLF001 - as asyncio's own loop does
            if monotonic() >= end:
                break
        if not (self._ready and self.is_running()):
            self._pump.stop()

    def run_forever(self) -> int:
        """Run until stopped; what was left over from an earlier run comes first."""
        self._wake()
        return int(super().run_forever())

    # ------------------------------------------------------------------ what waits for its time

    def call_later(
        self,
        delay: float,
        callback: Callable[..., object],
        *args: Any,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        """Run the callback after a delay in seconds, never before."""
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(
        self,
        when: float,
        callback: Callable[..., object],
        *args: Any,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        """Run the callback at a time of the loop's clock, never before."""
        handle = asyncio.BaseEventLoop.call_at(self, when, callback, *args, context=context)
        if self._scheduled[0] is handle:
            self._set_alarm()
        return handle

    def _ring(self) -> None:
        """Make ready the timers whose time has come."""
        now = self.time()
        while self._scheduled and self._scheduled[0].when() <= now:
            handle = self._take_first()
            if not handle.cancelled():
                self._ready.append(handle)
        self._set_alarm()
        self._wake()

    def _set_alarm(self) -> None:
        """Set Qt's timer to the first time that still counts."""
        while self._scheduled and self._scheduled[0].cancelled():
            self._take_first()
        if not self._scheduled:
            self._alarm.stop()
            return
        left = self._scheduled[0].when() - self.time()
        self._alarm.start(max(0, math.ceil(left * 1000)))

    def _take_first(self) -> asyncio.TimerHandle:
        handle = heapq.heappop(self._scheduled)
        _out_of_heap(handle)
        if handle.cancelled():
            self._timer_cancelled_count -= 1
        return handle

    def _timer_handle_cancelled(self, handle: asyncio.TimerHandle) -> None:
        """Count a cancelled timer, and sweep the heap when most of it is such."""
        super()._timer_handle_cancelled(handle)
        cancelled = self._timer_cancelled_count
        if cancelled <= KEPT_CANCELLED or cancelled * 2 <= len(self._scheduled):
            return
        swept, self._scheduled = self._scheduled, []
        for timer in swept:
            if timer.cancelled():
                _out_of_heap(timer)
            else:
                self._scheduled.append(timer)
        heapq.heapify(self._scheduled)
        self._timer_cancelled_count = 0
        self._set_alarm()

    def close(self) -> None:
        """Give up everything; the loop cannot be used again."""
        if not self.is_closed():
            self._pump.stop()
            self._alarm.stop()
            self._doorbell.rung.disconnect(self._wake)
        super().close()


def _out_of_heap(timer: asyncio.TimerHandle) -> None:
    """Tell a timer that it lies in no heap any more, else cancelling it would be counted."""
    timer._scheduled = False  # type: ignore[attr-defined]  # noqa: SLF001
