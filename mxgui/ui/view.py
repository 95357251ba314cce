"""What every part of the window is: a widget that draws what is shown, and utters wishes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mxgui.model.text import Text, text
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme


class View(QWidget):
    """A part of the window. It keeps no truth: drawing twice is drawing once.

    `help` says what it shows and how it is used, for whoever asks with F1.
    """

    title: Text
    help: Text = text("")
    wished = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Keep the theme, which tells when the colours change."""
        super().__init__(parent)
        self.theme = theme

    def draw(self, shown: Shown) -> None:
        """Show this."""
        raise NotImplementedError
