"""The welcome once more, out of the menu Help."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLayout, QVBoxLayout, QWidget

from mxgui.model.text import text
from mxgui.ui.plain_buttons import plain_buttons
from mxgui.ui.shown import Shown
from mxgui.ui.welcome import Welcome
from mxgui.ui.wishes import Wish
from mxgui.ui.words import shown as words_shown


class WelcomeDialog(QDialog):
    """Gives way as soon as something is begun."""

    wished = Signal(object)
    field_asked = Signal()

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        """Tell where to begin."""
        super().__init__(parent)
        self.setWindowTitle(words_shown(text("Welcome")))
        self.welcome = Welcome()
        self.welcome.draw(shown)
        self.welcome.wished.connect(self._begin)
        self.welcome.field_asked.connect(self._type)
        buttons = plain_buttons(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        # As high as its words need, which is not known before the style sheet has given them a size
        layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        layout.addWidget(self.welcome)
        layout.addWidget(buttons)

    def _begin(self, wish: Wish) -> None:
        self.accept()
        self.wished.emit(wish)

    def _type(self) -> None:
        self.accept()
        self.field_asked.emit()
