"""When to draw: whatever comes in within one frame is drawn together, computed first, drawn next.

A picture is made in short turns of the loop, so that keys and network are heard in between, and one
that took long to make is followed by a pause in its measure.
"""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, QTimer

FRAME = 0.033  # seconds between redraws
SHARE = 3  # a redraw that takes long waits that many times as long for the next one
TURN = 0.004  # seconds of steps in one turn of the loop; then keys and network are heard
LONGEST = 2.0  # seconds of such a pause; a computer that slept meanwhile is no slow one
TICK = 200  # milliseconds between the ticks of "12 of 40 s"
SLOW_TICK = 1000  # milliseconds between the ticks of what only ages


class Pacer(QObject):
    """Goes through what `compute` gives, some steps in a turn of the loop, and then calls `draw`.

    A turn ends with the step in which its time is up; drawing has one of its own. What is asked for
    meanwhile is the next picture.
    """

    def __init__(
        self,
        compute: Callable[[], Iterable[None]],
        draw: Callable[[], None],
        seconds: Callable[[], float],
    ) -> None:
        """Have nothing to draw; `seconds` is a clock that only runs forward."""
        super().__init__()
        self._compute = compute
        self._draw = draw
        self._seconds = seconds
        self._drawn = seconds() - FRAME
        self._cost = 0.0
        self._is_wanted = False
        self._is_stopped = False
        self._picture: Iterator[bool] | None = None  # which tells where a turn has to end
        self._frame = self._timer(self._begin)
        self._turn = self._timer(self._go_on)
        self._ticks = QTimer(self)
        self._ticks.timeout.connect(self.soon)

    def _timer(self, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(call)
        return timer

    def soon(self) -> None:
        """Redraw at the end of this frame."""
        if self._is_stopped:
            return
        self._is_wanted = True
        if self._picture is None and not self._frame.isActive():
            due = self._drawn + max(FRAME, min(SHARE * self._cost, LONGEST))
            self._frame.start(max(0, round((due - self._seconds()) * 1000)))

    def tick(self, milliseconds: int | None) -> None:
        """Redraw that often by itself from now on, or never."""
        if milliseconds is None or self._is_stopped:
            self._ticks.stop()
        elif not self._ticks.isActive() or self._ticks.interval() != milliseconds:
            self._ticks.start(milliseconds)

    def stop(self) -> None:
        """Draw nothing any more, whatever is asked for."""
        self._is_stopped = True
        for timer in (self._frame, self._turn, self._ticks):
            timer.stop()

    def _begin(self) -> None:
        self._is_wanted = False
        self._cost = 0.0
        self._picture = self._made()
        self._go_on()

    def _made(self) -> Iterator[bool]:
        for _ in self._compute():
            yield False
        yield True
        self._draw()

    def _go_on(self) -> None:
        """Have a turn; after the last one, or one that failed, there may be another picture."""
        began, is_unfinished = self._seconds(), False
        try:
            is_unfinished = self._picture is not None and self._has_more(self._picture, began)
        finally:
            self._drawn = self._seconds()
            self._cost += self._drawn - began
            if not is_unfinished:
                self._picture = None
            elif not self._is_stopped:
                self._turn.start(0)
            if self._picture is None and self._is_wanted:
                self.soon()

    def _has_more(self, picture: Iterator[bool], began: float) -> bool:
        """Take steps until the turn is over; whether any are left."""
        return any(ends or self._seconds() - began >= TURN for ends in picture)
