"""The strip that a planned route always has, with what can be done about it.

It stands above the graph for as long as records are planned, so that no picture of them looks
published.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from mxgui.model.text import Text, text
from mxgui.ui.action import Do
from mxgui.ui.label import plain_label
from mxgui.ui.looks import PLANNED_LOOK
from mxgui.ui.marks import SIZE, icon_of
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.wishes import PlanRoute
from mxgui.ui.words import shown as words_shown
from mxgui.ui.words import tip


class PlannedStrip(View):
    """One sentence, and three buttons."""

    title = text("Planned route")
    asked = Signal(object)  # for a dialog, by what its action does

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(theme, parent)
        self.setObjectName("plan")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark = QLabel()
        self.words = plain_label("strong")
        self.words.setText(words_shown(text("Planned route: these MX records are not published.")))
        self.words.setWordWrap(True)
        self.compare = _button(text("&Compare…"), text("See what the plan changes (Ctrl+Shift+V)"))
        self.compare.clicked.connect(self._ask_comparison)
        self.edit = _button(text("Edit route…"), text("Change what is planned (Ctrl+Shift+E)"))
        self.edit.clicked.connect(self._ask_editor)
        self.back = _button(
            text("Back to published"),
            text("Leave the plan, and show the route that DNS has (Ctrl+Shift+B)"),
        )
        self.back.clicked.connect(self._wish_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)
        for button in (self.compare, self.edit, self.back):
            row.addWidget(button)
        theme.changed.connect(self._colour)
        self._colour()
        self.hide()

    def draw(self, shown: Shown) -> None:
        """Stand there if the route is planned."""
        self.setVisible(shown.result is not None and shown.result.route.planned)
        for button in (self.edit, self.back):
            button.setEnabled(not shown.busy and not shown.is_saved)

    def _colour(self) -> None:
        self._mark.setPixmap(icon_of(PLANNED_LOOK, self.theme.tokens).pixmap(SIZE, SIZE))

    def _ask_comparison(self) -> None:
        self.asked.emit(Do.COMPARE)

    def _ask_editor(self) -> None:
        self.asked.emit(Do.EDIT_ROUTE)

    def _wish_back(self) -> None:
        self.wished.emit(PlanRoute(()))


def _button(words: Text, about: Text) -> QPushButton:
    button = QPushButton(words_shown(words))
    button.setToolTip(tip(about))
    return button
