"""Sentences in a dialog: lines of words that wrap, and room for what they come to say."""

from PySide6.QtWidgets import QDialog, QLabel

from mxgui.ui.label import plain_label

WIDE = 420  # pixels


def sentence(kind: str) -> QLabel:
    """A line of words that wraps."""
    label = plain_label(kind)
    label.setWordWrap(True)
    label.setMinimumWidth(WIDE)
    return label


def make_room(dialog: QDialog) -> None:
    """Make room for what is said; a layout alone forgets that words are broken into lines."""
    layout = dialog.layout()
    if layout is not None:
        needed = layout.totalHeightForWidth(dialog.width())
        dialog.resize(dialog.width(), max(needed, dialog.height()))
