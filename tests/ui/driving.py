"""A hand for the whole window: a script that looks at it again and again while its loop runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mxgui.ui.main_window import MainWindow

LOOK = 20  # milliseconds between two looks at the window


class Driver:
    """Looks at the window again and again: a script yields until it sees what it waits for.

    A script that fails has every window closed, so that the test can say so.
    """

    def __init__(self, script: Callable[[MainWindow], Iterator[None]]) -> None:
        self.ended = False  # the script came to its end
        self._script = script
        self._steps: Iterator[None] | None = None
        self._has_failed = False
        self._calm = 0  # looks at nothing
        self._timer = QTimer()
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        seen = open_windows()
        if self._has_failed:
            self._close(seen)
        elif self._steps is not None:
            self._go_on(self._steps)
        elif seen:
            self._steps = self._script(seen[0])

    def _close(self, seen: list[MainWindow]) -> None:
        """Close what is seen, and for a second more what comes to be seen."""
        self._calm = 0 if seen else self._calm + 1
        for window in seen:
            window.close()
        if self._calm * LOOK > 1000:  # else the windows of the next test would be closed as well
            self._timer.stop()

    def _go_on(self, steps: Iterator[None]) -> None:
        self._has_failed = True
        going = next(steps, self) is not self
        self._has_failed = False
        self.ended = not going
        if self.ended:
            self._timer.stop()


def open_windows() -> list[MainWindow]:
    """Every window that is seen."""
    top = QApplication.topLevelWidgets()
    return [each for each in top if isinstance(each, MainWindow) and each.isVisible()]
