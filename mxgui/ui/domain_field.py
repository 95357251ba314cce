"""The field where a domain is typed, or a whole bounce is pasted.

A line of Qt takes line breaks for spaces; here the whole paste is kept beside what is shown, until
somebody edits the line.
"""

from PySide6.QtCore import QMimeData, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import (
    QClipboard,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QCompleter, QLineEdit, QToolButton, QWidget

from mxgui.model.text import counted, text
from mxgui.ui.words import shown as words_shown

SHOWN = 200  # letters of a paste of many lines that are shown in the line
OFFERED = 10  # rows of completions that are seen at once


class DomainField(QLineEdit):
    """One line; Enter gives what was typed, or the whole of what was pasted."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._paste: str | None = None
        self._offered: tuple[str, ...] = ()
        self._names: QStringListModel | None = None
        self._was_entered = False  # just now
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

    def offer(self, names: tuple[str, ...]) -> None:
        """Complete what is typed to one of these, wherever in the name the letters stand."""
        if names == self._offered:
            return
        self._offered = names
        if self._names is None:
            self._names = QStringListModel(self)
            completer = QCompleter(self._names, self)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setMaxVisibleItems(OFFERED)
            self.setCompleter(completer)
            completer.activated[str].connect(self._take_offered)  # type: ignore[index]
            popup = completer.popup()
            if popup is not None:
                popup.setAccessibleName(words_shown(text("Earlier domains")))
        self._names.setStringList(list(names))

    def _take_offered(self, name: str) -> None:
        """Enter a domain that was offered."""
        self.put(name)
        self._enter()

    def _enter(self) -> None:
        """Give what was typed; Enter in the list of offers is heard twice, and given once."""
        if not self._was_entered:
            self._was_entered = True
            QTimer.singleShot(0, self._be_ready)
            self.entered.emit(self.typed())

    def _be_ready(self) -> None:
        self._was_entered = False

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
        """Take text that is dragged here; files are for the window."""
        if event.mimeData().hasText() and not event.mimeData().hasUrls():
            event.acceptProposedAction()
        else:
            event.ignore()

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
