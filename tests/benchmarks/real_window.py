"""The window of mxgui up to its first paint; `python -m tests.benchmarks.real_window [widgets]`.

It prints one line of JSON: the moments of the paint on the clock of perf_counter, which all
processes share, or else what widgets the painted window consists of.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow

from mxgui.app.services import Services
from mxgui.ui.run import run
from tests.benchmarks.painted import FirstPaint, tell


class Watcher(QObject):
    """Waits for the window to be shown, and sees to its first paint."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the window come, and, if its widgets are asked for, be painted."""
        if isinstance(watched, QMainWindow):
            if event.type() == QEvent.Type.Show and "widgets" not in sys.argv:
                self._app.removeEventFilter(self)
                FirstPaint(watched)
            if event.type() == QEvent.Type.Paint and "widgets" in sys.argv:
                tell_widgets(watched)
        return False


def tell_widgets(window: QMainWindow) -> None:
    """Print what the window consists of."""
    from tests.benchmarks.widgets import made_of

    tell(made_of(window))


if __name__ == "__main__":
    app = QApplication(["mxgui"])
    app.installEventFilter(Watcher(app))
    run((), Services())
