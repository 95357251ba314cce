"""A small calm button beside what it is about: a sign or a word, and a sentence as its tooltip."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from mxgui.model.text import Text
from mxgui.routing.shapes import Words
from mxgui.ui.words import shown as words_shown


def small_button(words: Words, tip: Text) -> QToolButton:
    """A button that Tab comes to; its sentence is its name for screen readers."""
    button = QToolButton()
    button.setObjectName("small")
    button.setText(words_shown(words))
    button.setToolTip(words_shown(tip))
    button.setAccessibleName(words_shown(tip))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
