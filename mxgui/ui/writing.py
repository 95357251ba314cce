"""Plain text with a few faces, written into a read-only page that can be selected and copied.

Words are inserted as characters and never parsed, so nothing from the network can be markup.
"""

import re

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from mxgui.ui.fonts import BASE, base_font, mono_font, strong_font
from mxgui.ui.prose import Hand
from mxgui.ui.theme import Tokens

__all__ = ["Hand", "Page", "Writer", "format_of"]

# What only the screen needs: pictures within the text, and isolates of our own
_ON_SCREEN_ONLY = re.compile("\ufffc\t?|[\u2066-\u2069]")


def without_marks(words: str) -> str:
    """Words for elsewhere: without what has a meaning on a page of ours alone."""
    return _ON_SCREEN_ONLY.sub("", words)


class Page(QTextEdit):
    """A page to read, select and copy; the keyboard scrolls it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show an empty page; `name` is for screen readers."""
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(12)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is chosen as plain words, without what has a meaning on this page only."""
        data = QMimeData()
        data.setText(without_marks(self.textCursor().selection().toPlainText()))
        return data


class Writer:
    """Writes a page anew, from top to bottom, and leaves it scrolled where it was."""

    def __init__(self, page: Page, tokens: Tokens) -> None:
        """Begin an empty page."""
        self._page = page
        self._tokens = tokens
        self._scroll = page.verticalScrollBar().value()
        page.setUpdatesEnabled(False)
        page.document().clear()
        self.cursor = QTextCursor(page.document())
        self._is_first = True

    def line(
        self, words: str, hand: Hand = Hand.PLAIN, *, above: float = 2, left: float = 0
    ) -> None:
        """Begin a line, so many pixels below the one before, and write into it."""
        block = QTextBlockFormat()
        block.setTopMargin(0 if self._is_first else above)
        block.setLeftMargin(left)
        if self._is_first:
            self.cursor.setBlockFormat(block)
        else:
            self.cursor.insertBlock(block)
        self._is_first = False
        self.write(words, hand)

    def write(self, words: str, hand: Hand = Hand.PLAIN, ink: str | None = None) -> None:
        """Go on in the same line."""
        self.cursor.insertText(words, self.format_of(hand, ink))

    def format_of(self, hand: Hand, ink: str | None = None) -> QTextCharFormat:
        """The letters of a hand."""
        return format_of(hand, self._tokens, ink)

    def done(self) -> None:
        """Show what was written."""
        page = self._page
        page.setTextCursor(QTextCursor(page.document()))  # at the top; else the end is scrolled to
        page.setUpdatesEnabled(True)
        page.verticalScrollBar().setValue(self._scroll)


def format_of(hand: Hand, tokens: Tokens, ink: str | None = None) -> QTextCharFormat:
    """The letters of a hand, in its own colour or another."""
    written = QTextCharFormat()
    match hand:
        case Hand.TITLE:
            written.setFont(strong_font(BASE + 1))
        case Hand.HEADING:
            written.setFont(strong_font())
        case Hand.MONO:
            written.setFont(mono_font())
        case Hand.MONO_HEADING:
            font = mono_font(BASE)
            font.setBold(True)
            written.setFont(font)
        case _:
            written.setFont(base_font())
    colour = ink or (tokens.muted if hand is Hand.MUTED else tokens.text)
    written.setForeground(QColor(colour))
    return written
