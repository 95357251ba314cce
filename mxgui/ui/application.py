"""Qt's application, which may be asked for files: macOS names none on the command line.

There a file that is opened with mxgui, or dropped upon its icon, comes as an event, also to a
program that runs already, and often before there is a window.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Tells which files it is asked for; those of before anybody listened are kept until then."""

    asked = Signal(tuple)  # paths

    def __init__(self, arguments: list[str]) -> None:
        """Have been asked for none."""
        super().__init__(arguments)
        self._early: list[str] = []
        self._is_heard = False

    def event(self, event: QEvent) -> bool:
        """Take a file; all else is Qt's."""
        if isinstance(event, QFileOpenEvent):
            path = event.url().toLocalFile() or event.file()
            if path and self._is_heard:
                self.asked.emit((path,))
            elif path:
                self._early.append(path)
            return True
        return super().event(event)

    def listened(self) -> tuple[str, ...]:
        """Give the files of before; those to come are told by `asked` alone."""
        self._is_heard = True
        early, self._early = tuple(self._early), []
        return early
