"""The line on top of the what-if panel: where it starts, who sees, how parts fail, and a field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QWidget

from mxgui.model.text import Text, text
from mxgui.routing.sending.behaviour import SWITCHES, Behaviour
from mxgui.routing.sending.off_words import HOW
from mxgui.routing.sending.switches import BadSwitch, not_in_route, read_switch
from mxgui.ui.label import plain_label
from mxgui.ui.shown import Shown
from mxgui.ui.small_button import small_button
from mxgui.ui.wishes import SeeAs, StartFrom, SupposeNothing, SwitchOff, UndoSupposing
from mxgui.ui.words import shown as words_shown
from mxgui.ui.words import tip

if TYPE_CHECKING:
    from mxgui.report.report import Report

NARROW = 700  # pixels under which the field has a line of its own, whatever the words
NARROWEST = 480  # pixels under which every choice has one
FIELD = 110  # pixels that the field has at least beside the choices
LEAST = 220  # pixels
_STARTS = (text("As the records say"), text("As probed just now"))
_SPACING = 6  # pixels
_OF_X = 0.75  # of the width of an x, which counts for `minimumContentsLength`, letters have
_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_ANYBODY = text("Seen from outside")


class WhatIfBar(QWidget):
    """Choices and a typed entry, each a wish of its own."""

    wished = Signal(object)
    manner_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Suppose nothing yet."""
        super().__init__(parent)
        self.setObjectName("strip")
        self._result: Report | None = None
        self._owns: tuple[str, ...] = ()
        self.start = _choice(
            text("Start from"), text("What holds for all that is not switched off")
        )
        self.own = _choice(text("Seen by"), text("As which host the route is seen"))
        self.manner = _choice(text("How it fails"), text("How parts fail that are switched off"))
        self._fill()
        self.field = _field()
        self.problem = plain_label("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.undo = small_button(text("Undo"), text("Take the latest step back (Ctrl+Z)"))
        self.reset = small_button(text("Reset"), text("Suppose nothing (Ctrl+Shift+Z)"))
        self._lay_out()
        self.start.activated.connect(self._start)
        self.own.activated.connect(self._see)
        self.manner.activated.connect(self.manner_changed)
        self.field.returnPressed.connect(self._enter)
        self.field.textEdited.connect(self._forget_problem)
        self.undo.clicked.connect(self._undo)
        self.reset.clicked.connect(self._reset)

    def _fill(self) -> None:
        self.start.addItems([words_shown(words) for words in _STARTS])
        for how in SWITCHES.values():
            self.manner.addItem(words_shown(HOW[how]), how)
        self.manner.setCurrentIndex(self.manner.findData(Behaviour.SILENT))

    def _lay_out(self) -> None:
        choices = self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        choices.setSpacing(_SPACING)
        self.own.setSizeAdjustPolicy(_SHORT)
        self.own.setMinimumContentsLength(max(13, round(_OF_X * len(words_shown(_ANYBODY)))))
        for choice in (self.start, self.own, self.manner):
            choices.addWidget(choice)
        entry = QHBoxLayout()
        entry.setSpacing(_SPACING)
        entry.addWidget(self.field, 1)
        entry.addWidget(self.undo)
        entry.addWidget(self.reset)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(_SPACING)
        self._rows.addLayout(choices)
        self._rows.addLayout(entry, 1)
        column = self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        column.setContentsMargins(8, 3, 8, 3)
        column.setSpacing(2)
        column.addLayout(self._rows)
        column.addWidget(self.problem)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the field a line of its own, and each choice too, where there is little room."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        choices = _beside(self.start, self.own, self.manner)
        entry = FIELD + _beside(self.undo, self.reset)
        for rows, room in (
            (self._rows, max(NARROW, choices + entry + 4 * _SPACING)),
            (self._choices, max(NARROWEST, choices + 3 * _SPACING)),
        ):
            narrow = self.width() < room
            rows.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def minimumSizeHint(self) -> QSize:
        """Need no more than one line, and no more width than the widest choice."""
        margins = self.contentsMargins()
        beside = self._column.contentsMargins() + margins
        highest = max(part.sizeHint().height() for part in (self.start, self.field, self.undo))
        return QSize(LEAST, highest + beside.top() + beside.bottom())

    @property
    def how(self) -> Behaviour:
        """How what is switched off next fails."""
        how: Any = self.manner.currentData()
        return Behaviour(how)

    # ------------------------------------------------------------------ drawing

    def draw(self, shown: Shown) -> None:
        """Show what is supposed."""
        self._result = shown.result
        what_if = shown.what_if
        self.start.setCurrentIndex(int(what_if is not None and what_if.as_probed))
        names = _exchanges(shown.result) if shown.result is not None else ()
        if names != self._owns or not self.own.count():
            self._owns = names
            self.own.clear()
            self.own.addItem(words_shown(_ANYBODY), "")
            for name in names:
                self.own.addItem(words_shown(text("Seen by {host}", host=name)), name)
        own = what_if.own if what_if is not None else ""
        self.own.setCurrentIndex(max(0, self.own.findData(own)))
        self.undo.setEnabled(shown.can_undo)
        self.reset.setEnabled(shown.supposes)
        for part in (self.start, self.own, self.manner, self.field):
            part.setEnabled(shown.result is not None)

    # ------------------------------------------------------------------ wishes

    def _start(self, at: int) -> None:
        self.wished.emit(StartFrom(bool(at)))

    def _see(self, at: int) -> None:
        self.wished.emit(SeeAs(self.own.itemData(at)))

    def _enter(self) -> None:
        """Switch off what was typed, or say what to change."""
        if self._result is None or not self.field.text().strip():
            return
        try:
            off = read_switch(self.field.text())
        except BadSwitch as error:
            self._tell(error.text)
            return
        missing = not_in_route(off, self._result.route)
        if missing is not None:
            self._tell(missing)
            return
        self.field.clear()
        self._forget_problem()
        self.wished.emit(SwitchOff(off))

    def _tell(self, words: Text) -> None:
        self.problem.setText(words_shown(words))
        self.problem.show()
        self.field.setAccessibleDescription(words_shown(words))

    def _forget_problem(self) -> None:
        self.problem.hide()
        self.field.setAccessibleDescription("")

    def _undo(self) -> None:
        self.wished.emit(UndoSupposing())

    def _reset(self) -> None:
        self.wished.emit(SupposeNothing())


def _beside(*parts: QWidget) -> int:
    """How wide the parts are beside each other, in pixels."""
    return sum(part.sizeHint().width() + _SPACING for part in parts)


def _choice(name: Text, about: Text) -> QComboBox:
    choice = QComboBox()
    choice.setAccessibleName(words_shown(name))
    choice.setToolTip(tip(about))
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    choice.setMinimumContentsLength(6)
    return choice


def _field() -> QLineEdit:
    field = QLineEdit()
    field.setObjectName("sieve")
    field.setPlaceholderText(words_shown(text("HOST:silent, ipv6, 192.0.2.0/24")))
    field.setAccessibleName(words_shown(text("Switch off by name")))
    about = text("Type what to switch off, as on the command line, and press Enter")
    field.setToolTip(tip(about))
    return field


def _exchanges(result: Report) -> tuple[str, ...]:
    names = (host.name for host in result.route.hosts if host.usable)
    return tuple(dict.fromkeys(names))
