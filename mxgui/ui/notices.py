"""A notice that something was copied, wherever in the program it was: the clipboard tells."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from mxgui.model.text import Text, counted, text

LASTS = 4_000  # milliseconds; long enough to be read, too short to be taken for news of another act
_LONGEST = 100_000  # letters that are looked through for the number of lines


class CopyNotice(QObject):
    """Says `said` with a sentence when we have copied something, and with none a while later."""

    said = Signal(object)  # Text

    def __init__(
        self, parent: QObject | None = None, is_ours: Callable[[], bool] | None = None
    ) -> None:
        """Watch the clipboard; `is_ours` tells whether what is in it came from us."""
        super().__init__(parent)
        clipboard = QGuiApplication.clipboard()
        self._is_ours = is_ours or clipboard.ownsClipboard
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.setInterval(LASTS)
        self._over.timeout.connect(self._unsay)
        clipboard.dataChanged.connect(self._tell)

    def _tell(self) -> None:
        if not self._is_ours():
            return
        data = QGuiApplication.clipboard().mimeData()
        if data is None or not data.formats():
            return
        words = data.text()[:_LONGEST] if data.hasText() else ""
        self.said.emit(copied_words(words, is_picture=data.hasImage()))
        self._over.start()

    def _unsay(self) -> None:
        self.said.emit(text(""))


def copied_words(words: str, *, is_picture: bool = False) -> Text:
    """What to say of something that was copied."""
    if is_picture:
        return text("The picture is copied")
    lines = len(words.splitlines())
    if lines < 2:
        return text("Copied")
    return counted("Copied {n} line", "Copied {n} lines", lines)
