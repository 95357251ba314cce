"""The banner of a what-if: nothing below it is measured, and it says so as long as it is set."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from mxgui.model.text import Text, text
from mxgui.report.marks import Shape
from mxgui.report.report import Report
from mxgui.routing.sending.briefly import banner_of
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.shapes import Tone
from mxgui.ui.label import plain_label
from mxgui.ui.looks import Look
from mxgui.ui.marks import SIZE, icon_of
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.what_if_rows import told_by
from mxgui.ui.wishes import ShowMeasured, SupposeNothing, UndoSupposing
from mxgui.ui.words import shown as words_shown
from mxgui.ui.words import tip

LOOK = Look(Shape.QUERY, text("Simulation"), Tone.RUNNING)
_ELSEWHERE = text("What is saved or copied shows what was found, without the what-if.")
NARROW = 760  # pixels under which the buttons stand below the words


class SimulationBanner(View):
    """One sentence in place of the headline, and three ways on."""

    title = text("Simulation")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Be put away: nothing is supposed."""
        super().__init__(theme, parent)
        self.setObjectName("simulation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._told: tuple[Report, WhatIf] | None = None
        self._mark = QLabel()
        self._mark.setFixedSize(SIZE, SIZE)
        self.words = plain_label("strong")
        self.words.setWordWrap(True)
        self.undo = _link(text("Undo"), text("Take the latest step back (Ctrl+Z)"))
        self.reset = _link(text("Reset"), text("Suppose nothing (Ctrl+Shift+Z)"))
        self.measured = _link(text("Show as measured"), text(""))
        self.undo.clicked.connect(self._undo)
        self.reset.clicked.connect(self._reset)
        self.measured.clicked.connect(self._switch)
        self._is_measured = False
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for button in (self.undo, self.reset, self.measured):
            buttons.addWidget(button)
        buttons.addStretch(0)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(20, 10, 14, 10)
        self._rows.setSpacing(8)
        self._rows.addLayout(first, 1)
        self._rows.addLayout(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where there is little room."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        narrow = self.width() < NARROW
        self._rows.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def draw(self, shown: Shown) -> None:
        """Say what is supposed; without a what-if be put away."""
        result = shown.result
        what_if = result.what_if if result is not None else None
        self.setVisible(bool(what_if))
        if result is None or not what_if:
            self._told = None
            return
        self.undo.setEnabled(shown.can_undo)
        self._turn(measured=shown.measured)
        if self._told != (result, what_if):
            self._told = result, what_if
            self.words.setText(words_shown(banner_of(result.simulation, result.route)))
            whole = text("{told}\n{more}", told=told_by(result, what_if), more=_ELSEWHERE)
            self.words.setToolTip(tip(whole))

    def _turn(self, *, measured: bool) -> None:
        """Offer the other picture."""
        self._is_measured = measured
        words, about = _OTHER[measured]
        self.measured.setText(words_shown(words))
        self.measured.setToolTip(words_shown(about))

    def _dress(self) -> None:
        pixmap = icon_of(LOOK, self.theme.tokens).pixmap(
            QSize(SIZE, SIZE), self.devicePixelRatioF()
        )
        self._mark.setPixmap(pixmap)

    def _undo(self) -> None:
        self.wished.emit(UndoSupposing())

    def _reset(self) -> None:
        self.wished.emit(SupposeNothing())

    def _switch(self) -> None:
        self.wished.emit(ShowMeasured(not self._is_measured))


_OTHER = {
    False: (
        text("Show as measured"),
        text("Hold the what-if, and see the graph as it was found (Ctrl+Shift+M)"),
    ),
    True: (
        text("Show the simulation"),
        text("See the graph as it is supposed again (Ctrl+Shift+M)"),
    ),
}


def _link(words: Text, about: Text) -> QPushButton:
    button = QPushButton(words_shown(words))
    button.setObjectName("link")
    button.setToolTip(words_shown(about))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
