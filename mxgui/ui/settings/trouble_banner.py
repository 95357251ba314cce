"""What went wrong with the files of settings and memory, across the top, until it is understood."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from mxgui.model.text import text
from mxgui.ui.label import plain_label
from mxgui.ui.settings.wishes import Understood
from mxgui.ui.shown import Shown
from mxgui.ui.words import shown as words_shown


class TroubleBanner(QWidget):
    """Each trouble is one sentence; they go together."""

    wished = Signal(object)

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self.setObjectName("plan")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = plain_label("strong")
        self.words.setWordWrap(True)
        self.close_it = QPushButton(words_shown(text("&Understood")))
        self.close_it.setToolTip(words_shown(text("Show this no more")))
        self.close_it.clicked.connect(self._understand)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.close_it)
        self.hide()

    def draw(self, shown: Shown) -> None:
        """Tell of the troubles, if there are any."""
        self.words.setText("\n".join(words_shown(each) for each in shown.troubles))
        self.setVisible(bool(shown.troubles))

    def _understand(self) -> None:
        self.wished.emit(Understood())
