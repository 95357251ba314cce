"""Labels for words that may come from anywhere: plain text, never taken for markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def plain_label(kind: str) -> QLabel:
    """A label that can be copied; `kind` is its name in the style sheet, such as "muted"."""
    label = QLabel()
    label.setObjectName(kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
