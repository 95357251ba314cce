"""A hand for the whole window: a script that looks at it again and again while its loop runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mxgui.ui.main_window import MainWindow

LOOK = 20  # milliseconds between two looks at the window


class Driver:
    """Looks at the window again and again: a script yields until it sees what it waits for.

    A script that fails closes the window, so that the test can say so.
    """

    def __init__(self, script: Callable[[MainWindow], Iterator[None]]) -> None:
        self.ended = False  # the script came to its end
        self._script = script
        self._steps: Iterator[None] | None = None
        self._timer = QTimer()
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if self._steps is None:
            seen = open_windows()
            if seen:
                self._steps = self._script(seen[0])
        elif not self._goes_on(self._steps):
            self._timer.stop()

    def _goes_on(self, steps: Iterator[None]) -> bool:
        going = False
        try:
            going = next(steps, self) is not self
            self.ended = not going
        finally:
            if not (going or self.ended):
                for window in open_windows():
                    window.close()
        return going


def open_windows() -> list[MainWindow]:
    """Every window that is seen."""
    top = QApplication.topLevelWidgets()
    return [each for each in top if isinstance(each, MainWindow) and each.isVisible()]
