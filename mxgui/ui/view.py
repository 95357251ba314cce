"""What every part of the window is: a widget that draws what is shown, and utters wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from mxgui.model.text import Text, text
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme

if TYPE_CHECKING:
    from mxgui.ui.key_table import KeyRow


class View(QWidget):
    """A part of the window. It keeps no truth: drawing twice is drawing once.

    `help` says what it shows and how it is used, for whoever asks with F1; `keys` are its own,
    beside those that every table and field has.
    """

    keys: ClassVar[tuple[KeyRow, ...]] = ()
    title: ClassVar[Text]
    help: ClassVar[Text] = text("")
    wished = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Keep the theme, which tells when the colours change."""
        super().__init__(parent)
        self.theme = theme
        self._first: QWidget | None = None

    def setFocusProxy(self, part: QWidget) -> None:
        """Let this part have the keyboard when the view is gone to.

        With a proxy of Qt's own, Tab would pass by what stands before that part.
        """
        self._first = part

    def focusProxy(self) -> QWidget | None:
        """Give the part that has the keyboard when the view is gone to."""
        return self._first

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on."""
        super().focusInEvent(event)
        if self._first is not None:
            self._first.setFocus(event.reason())

    @property
    def at_work(self) -> bool:
        """Whether more of it is to come by itself, one turn of the loop after the other."""
        return False

    def draw(self, shown: Shown) -> None:
        """Show this."""
        raise NotImplementedError


Explained: TypeAlias = View | type[View]  # both have title, help and keys
