"""When to draw: whatever comes in within one frame is drawn together, computed first, drawn next.

A picture that took long to make is followed by a pause in its measure, so that keys and network are
heard in between.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

FRAME = 0.033  # seconds between redraws
SHARE = 3  # a redraw that takes long waits that many times as long for the next one
TICK = 200  # milliseconds between the ticks of "12 of 40 s"
SLOW_TICK = 1000  # milliseconds between the ticks of what only ages


class Pacer(QObject):
    """Calls `compute` and, a turn of the loop later, `draw`: two short turns, not a long one."""

    def __init__(
        self, compute: Callable[[], None], draw: Callable[[], None], seconds: Callable[[], float]
    ) -> None:
        """Have nothing to draw; `seconds` is a clock that only runs forward."""
        super().__init__()
        self._compute_now = compute
        self._draw_now = draw
        self._seconds = seconds
        self._drawn = seconds() - FRAME
        self._cost = 0.0
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.timeout.connect(self._compute)
        self._hand_down = QTimer(self)
        self._hand_down.setSingleShot(True)
        self._hand_down.setInterval(0)
        self._hand_down.timeout.connect(self._draw)
        self._ticks = QTimer(self)
        self._ticks.timeout.connect(self.soon)

    def soon(self) -> None:
        """Redraw at the end of this frame."""
        if not self._frame.isActive():
            due = self._drawn + max(FRAME, SHARE * self._cost)
            self._frame.start(max(0, round((due - self._seconds()) * 1000)))

    def tick(self, milliseconds: int | None) -> None:
        """Redraw that often by itself from now on, or never."""
        if milliseconds is None:
            self._ticks.stop()
        elif not self._ticks.isActive() or self._ticks.interval() != milliseconds:
            self._ticks.start(milliseconds)

    def stop(self) -> None:
        """Draw nothing any more."""
        for timer in (self._frame, self._hand_down, self._ticks):
            timer.stop()

    def _compute(self) -> None:
        began = self._seconds()
        self._compute_now()
        self._drawn = self._seconds()  # what is learned before the drawing waits for its turn too
        self._cost = self._drawn - began
        self._hand_down.start()

    def _draw(self) -> None:
        began = self._seconds()
        self._draw_now()
        self._drawn = self._seconds()
        self._cost += self._drawn - began
