"""The field where a domain is typed, or a whole bounce is pasted.

A line of Qt takes line breaks for spaces; here the whole paste is kept beside what is shown, until
somebody edits the line.
"""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from mxgui.model.text import counted, text
from mxgui.ui.words import shown as words_shown

SHOWN = 200  # letters of a paste of many lines that are shown in the line


class DomainField(QLineEdit):
    """One line; Enter gives what was typed, or the whole of what was pasted."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._paste: str | None = None
        self.setPlaceholderText(
            words_shown(text("Domain, address, URL, or a pasted bounce: example.org"))
        )
        self.setAccessibleName(words_shown(text("Domain to inspect")))
        self.setToolTip(words_shown(text("What to inspect (Ctrl+L)")))
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(words_shown(text("Empty the field")))
        self.setMinimumWidth(220)
        self.setAcceptDrops(True)
        self.textEdited.connect(self._forget_paste)
        self.returnPressed.connect(self._enter)

    def typed(self) -> str:
        """What was typed, or the whole paste with its line breaks."""
        return self.text() if self._paste is None else self._paste

    def put(self, written: str) -> None:
        """Put something into the field; only the beginning of many lines is shown."""
        lines = written.strip().splitlines()
        if len(lines) < 2 and len(written) <= SHOWN:
            self._paste = None
            self.setText(written.strip())
            return
        self._paste = written
        first = " ".join(written[: 2 * SHOWN].split())[:SHOWN]
        rest = counted("{n} line pasted", "{n} lines pasted", len(lines))
        self.setText(words_shown(text("{first} … ({rest})", first=first, rest=rest)))
        self.setCursorPosition(0)

    def _enter(self) -> None:
        self.entered.emit(self.typed())

    def _forget_paste(self) -> None:
        self._paste = None

    # ------------------------------------------------------------------ ways to paste

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a paste of many lines whole; everything else is Qt's."""
        if event.matches(QKeySequence.StandardKey.Paste) and self._take_from_clipboard(
            QClipboard.Mode.Clipboard
        ):
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the selection of X11 whole as well."""
        if event.button() == Qt.MouseButton.MiddleButton and self._take_from_clipboard(
            QClipboard.Mode.Selection
        ):
            return
        super().mouseReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take text that is dragged here."""
        if event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped in place of what was there."""
        self.put(event.mimeData().text())
        event.acceptProposedAction()

    def _take_from_clipboard(self, mode: QClipboard.Mode) -> bool:
        clipboard = QGuiApplication.clipboard()
        if mode is QClipboard.Mode.Selection and not clipboard.supportsSelection():
            return False
        return self.take(clipboard.mimeData(mode))

    def take(self, pasted: QMimeData) -> bool:
        """Take a paste if it has many lines; tells whether it did."""
        written = pasted.text() if pasted.hasText() else ""
        if "\n" not in written.strip() and len(written) <= SHOWN:
            return False
        self.put(written)
        return True
