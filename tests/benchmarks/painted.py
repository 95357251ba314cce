"""A window as far as its first paint: what the programs have in common that time it."""

from __future__ import annotations

import json
import os
import sys
from time import perf_counter
from typing import NoReturn

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from tests.benchmarks.memory import resident


class FirstPaint(QObject):
    """Waits for the first paint of a window, tells when it was, and ends the program at once."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._at = 0.0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the moment; let the picture be finished first."""
        if event.type() == QEvent.Type.Paint and not self._at:
            self._at = perf_counter()
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> NoReturn:
        tell({"first": self._at, "resident": resident()})


def tell(what: object) -> NoReturn:
    """Print it as JSON and end at once: what comes after is not measured."""
    json.dump(what, sys.stdout)
    sys.stdout.flush()
    os._exit(0)
