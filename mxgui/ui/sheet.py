"""Plain text of any length, laid out only where it is seen; to be selected and copied.

Words are inserted as characters and never parsed, so nothing from the network can be markup.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from mxgui.ui.dossier.section import Line, Section
from mxgui.ui.theme import Tokens
from mxgui.ui.words import shown
from mxgui.ui.writing import Hand, format_of


class Sheet(QPlainTextEdit):
    """A page of sections; Qt lays out no more of it than is seen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show an empty page; `name` is for screen readers."""
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.document().setDocumentMargin(8)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def write(self, sections: Sequence[Section], tokens: Tokens) -> None:
        """Show these sections, from the top."""
        self.setUpdatesEnabled(False)
        self.clear()
        cursor = QTextCursor(self.document())
        hands = {hand: format_of(hand, tokens) for hand in Hand}
        cursor.beginEditBlock()
        for section in sections:
            if not cursor.atStart():
                cursor.insertText("\n\n", hands[Hand.PLAIN])
            title = Hand.MONO_HEADING if section.mono else Hand.HEADING
            cursor.insertText(shown(section.title), hands[title])
            for run in _runs(section.lines):
                _insert(cursor, run, hands)
        cursor.endEditBlock()
        self.setTextCursor(QTextCursor(self.document()))  # at the top; else the end is scrolled to
        self.setUpdatesEnabled(True)


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that are written in one hand and without label together, as they are inserted at once.

    An answer as text has hundreds of them.
    """
    runs: list[list[Line]] = []
    for line in lines:
        if runs and not line.label and not runs[-1][-1].label and line.mono is runs[-1][-1].mono:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _insert(cursor: QTextCursor, run: list[Line], hands: dict[Hand, QTextCharFormat]) -> None:
    cursor.insertText("\n", hands[Hand.PLAIN])
    label = shown(run[0].label)
    if label:
        cursor.insertText(f"{label}  ", hands[Hand.MUTED])
    words = "\n".join(shown(line.value) for line in run)
    cursor.insertText(words, hands[Hand.MONO if run[0].mono else Hand.PLAIN])
