"""A window of given widgets and nothing behind it, up to its first paint.

Run as `python -m tests.benchmarks.bare_window [loop]`, the widgets as JSON on standard input, with
the libraries to be loaded if any; it prints what `real_window` prints.
"""

from __future__ import annotations

import importlib
import json
import sys
from contextlib import suppress

from PySide6.QtWidgets import QApplication

from tests.benchmarks.painted import FirstPaint
from tests.benchmarks.widgets import bare_window


def main() -> None:
    """Show the window; with the word `loop` on asyncio's loop, as a program that uses a network."""
    app = QApplication(["bare"])
    app.setStyle("Fusion")
    given = json.load(sys.stdin)
    for name in given.get("libraries", ()):
        with suppress(ImportError):  # some can be loaded from within their own package only
            importlib.import_module(name)
    window = bare_window(given["made"])
    FirstPaint(window)
    window.show()
    if "loop" not in sys.argv:
        app.exec()
        return
    from qasync import QEventLoop

    with QEventLoop(app) as loop:
        loop.run_forever()


if __name__ == "__main__":
    main()
