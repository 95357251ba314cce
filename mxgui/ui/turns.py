"""Who has something to draw draws it in a turn of the loop of its own, one after the other.

In between, keys are taken, what was drawn is painted, and the network is heard.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from time import perf_counter
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from mxgui.ui.pacer import TURN

T = TypeVar("T")


class Turns(QObject):
    """Calls those who may have something to draw; each tells whether it had.

    Who was called last comes after all others, so that nobody waits for ever for one who always
    has something.
    """

    def __init__(
        self, drawers: Iterable[Callable[[], bool]], parent: QObject | None = None
    ) -> None:
        """Wait until there is something to draw."""
        super().__init__(parent)
        self._round = deque(drawers)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._call_next)

    def start(self) -> None:
        """Go round from the next turn on, until nobody has anything."""
        self._timer.start()

    def stop(self) -> None:
        """Call nobody any more."""
        self._timer.stop()

    def _call_next(self) -> None:
        for _ in range(len(self._round)):
            draw = self._round[0]
            self._round.rotate(-1)
            if draw():
                return
        self._timer.stop()


def for_one_turn(steps: Iterator[T], seconds: Callable[[], float] = perf_counter) -> Iterator[T]:
    """Take short steps until the time of a turn is up; none are left if that gives none."""
    began = seconds()
    for step in steps:
        yield step
        if seconds() - began >= TURN:
            return
