"""The window of mxgui up to its first paint; `python -m tests.benchmarks.real_window [WHAT]`.

It prints one line of JSON: the moment of the paint on the clock of perf_counter, which all
processes share, and the memory. With `widgets` it tells what the painted window consists of; with
`whole` it waits until all panels are there, and tells what they consist of, the memory, and which
libraries were loaded.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from mxgui.app.services import Services
from mxgui.ui.run import run

if TYPE_CHECKING:
    from mxgui.app.remembered import Memory
    from mxgui.ui.main_window import MainWindow
    from mxgui.ui.theme import Theme

OURS = ("mxgui", "tests", "__main__")
LOOK = 20  # ms between two looks at a window that is being completed


class Watched(Services):
    """Services that see to it that the window is watched from the moment in which it is made.

    Their memory is asked for shortly before. A filter for every event of the program would tell
    the same, and cost more than the window does.
    """

    @property
    def memory(self) -> Memory:
        """What windows remember."""
        from mxgui.ui import opening
        from mxgui.ui.main_window import MainWindow

        def watched(theme: Theme) -> MainWindow:
            window = MainWindow(theme)
            watch(window)
            return window

        setattr(opening, "MainWindow", watched)  # noqa: B010 - mypy takes it for a type only
        return super().memory


def watch(window: MainWindow) -> None:
    """Tell what is asked for, when its time has come."""
    if "widgets" in sys.argv:
        window.painted.connect(lambda: tell_widgets(window))
    elif "whole" in sys.argv:
        wait_for_panels(window)
    else:
        from tests.benchmarks.painted import FirstPaint

        FirstPaint(window)


def tell_widgets(window: MainWindow) -> None:
    """Print what the window consists of."""
    from tests.benchmarks.painted import tell
    from tests.benchmarks.widgets import made_of

    tell({"made": made_of(window)})


def wait_for_panels(window: MainWindow) -> None:
    """Look again and again whether all panels are made."""
    from PySide6.QtCore import QTimer

    def look() -> None:
        if window.panels is not None:
            for dock in window.panels.docks.values():
                _ = dock.view  # made when it is seen, or asked for
            tell_whole(window)

    timer = QTimer(window)
    timer.timeout.connect(look)
    timer.start(LOOK)


def tell_whole(window: MainWindow) -> None:
    """Print what the window with all its panels consists of, and what it has loaded."""
    from tests.benchmarks.memory import resident
    from tests.benchmarks.painted import tell

    held = resident()
    loaded = sorted(name for name in sys.modules if name.partition(".")[0] not in OURS)
    from tests.benchmarks.widgets import made_of

    tell({"resident": held, "libraries": loaded, "made": made_of(window)})


if __name__ == "__main__":
    sys.exit(run((), Watched()))
