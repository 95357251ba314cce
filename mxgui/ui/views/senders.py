"""Senders side by side: what each kind of sender does with this route, and why it differs."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHeaderView, QPushButton, QVBoxLayout, QWidget

from mxgui.model.text import Text, text
from mxgui.report.report import Report
from mxgui.routing.senders import SENDERS, sender_of
from mxgui.routing.sending.matrix import Row, matrix_in_steps
from mxgui.routing.sending.outage import AS_RECORDS_SAY, WhatIf
from mxgui.ui.copying import let_copy
from mxgui.ui.key_table import KeyRow
from mxgui.ui.label import plain_label
from mxgui.ui.matrix_rows import COLUMNS, branches_of, counts_words
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from mxgui.ui.tree import TreeModel
from mxgui.ui.turns import Turns, for_one_turn
from mxgui.ui.unfolding import UnfoldingTree
from mxgui.ui.view import View
from mxgui.ui.wishes import SendAs
from mxgui.ui.words import shown as words_shown
from mxgui.ui.words import tip

ROOMY = 1000  # pixels of width in which every column can be read
NARROW = 640  # pixels under which sender, mail and reason are all there is room for
_FIRST, _TRIES, _REACH, _MAIL, _DELAY, _WHY = 1, 2, 3, 4, 5, 6
_WIDE = (176, 226, 56, 128, 132, 112, 0)
_LESS = (164, 196, 0, 0, 116, 0, 0)
_LEAST = (150, 0, 0, 0, 120, 0, 0)
_BASES = (
    text("As the records say"),
    text("As probed just now"),
    text("As supposed in the what-if"),
)
_RECORDS, _SUPPOSED = 0, 2
_PROBED_NOW = WhatIf(as_probed=True)


class SendersView(View):
    """A row for each kind of sender; what it does otherwise than RFC 5321 is marked, with reasons.

    It is computed in short turns of the loop.
    """

    title = text("Senders")
    help = text(
        "What each kind of sender would do with a message for this domain: which host it tries "
        "first and how often, how many connections it makes, how far it goes if every host "
        "refuses, what becomes of the mail, and how long a run takes. Cells that differ from "
        "RFC 5321 are marked, and a reason is told: it is found by trying which one of the "
        "sender's ways makes the difference.\n"
        "Space unfolds a sender to its reasons, its sources and what of it is not verified. Enter, "
        "or the button, shows the domain as this sender sees it.\n"
        "The choice above tells on what this rests: that every host takes mail, as the records "
        "say; what was probed just now; or what the what-if supposes. It is computed, not measured."
    )

    keys = (
        KeyRow(text("Unfold a sender to its reasons and sources"), ("Space", "Right")),
        KeyRow(text("Send as the sender of the row"), ("Return",)),
        KeyRow(text("Copy rows"), ("Ctrl+C",)),
    )

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Compare nothing yet."""
        super().__init__(theme, parent)
        self._model = TreeModel(COLUMNS, theme)
        self.tree = UnfoldingTree(self._model, theme)
        self.tree.setAccessibleName(words_shown(text("Senders side by side")))
        self.tree.header().setStretchLastSection(False)
        self.send_as = QPushButton()
        self.send_action = QAction(words_shown(text("Send as this sender")), self.tree)
        self.tree.addAction(self.send_action)
        let_copy(self.tree)
        self.basis = QComboBox()
        self.basis.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.basis.setAccessibleName(words_shown(text("What the comparison rests on")))
        self.basis.setToolTip(tip(text("What is taken of the hosts")))
        self.basis.addItems([words_shown(words) for words in _BASES[:_SUPPOSED]])
        self.about = plain_label("muted")
        self.about.setWordWrap(True)
        self._result: Report | None = None
        self._what_if: WhatIf = AS_RECORDS_SAY
        self._rows: list[Row] = []
        self._work: Iterator[Row | None] | None = None
        self._turns = Turns([self._compare], self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.tree)
        self._offer()

    def _connect(self) -> None:
        self.tree.selectionModel().currentChanged.connect(self._offer)
        self.tree.activated.connect(self._wish)
        self.send_as.clicked.connect(self._wish)
        self.send_action.triggered.connect(self._wish)
        self.basis.activated.connect(self._begin)

    def _lay_out(self) -> None:
        strip = QWidget()
        strip.setObjectName("strip")
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight, strip)
        self._top.setContentsMargins(12, 4, 8, 4)
        self._top.setSpacing(8)
        self._top.addWidget(self.basis)
        self._top.addWidget(self.about, 1)
        self._top.addWidget(self.send_as)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(strip)
        layout.addWidget(self.tree, 1)
        self._place_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns that there is room for."""
        super().resizeEvent(event)
        self._place_columns()

    def _place_columns(self) -> None:
        is_narrow = self.width() < NARROW
        widths = _WIDE if self.width() >= ROOMY else _LEAST if is_narrow else _LESS
        directions = QBoxLayout.Direction
        self._top.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        header, modes = self.tree.header(), QHeaderView.ResizeMode
        for column, width in enumerate(widths):
            self.tree.setColumnHidden(column, not width and column != _WHY)
            mode = modes.Stretch if column == _WHY else modes.Interactive
            header.setSectionResizeMode(column, mode)
            if width:
                header.resizeSection(column, width)

    # ------------------------------------------------------------------ drawing

    def draw(self, shown: Shown) -> None:
        """Show the comparison, once the inspection has ended."""
        result = shown.result
        what_if = shown.what_if or AS_RECORDS_SAY
        is_new = result is not self._result
        had, self._what_if = self._what_if, what_if
        self._result = result
        if what_if and not had:
            self.basis.addItem(words_shown(_BASES[_SUPPOSED]))
            self.basis.setCurrentIndex(_SUPPOSED)
        elif had and not what_if:
            if self.basis.currentIndex() == _SUPPOSED:
                self.basis.setCurrentIndex(_RECORDS)
            self.basis.removeItem(_SUPPOSED)
        if is_new or what_if != had:
            self._begin()

    def _begin(self) -> None:
        """Compare anew."""
        self._rows = []
        self._work = None
        result = self._result
        if result is not None and not result.inspection.running:
            self._work = matrix_in_steps(result.inspection, SENDERS, self._supposed())
            self._turns.start()
        self._show()

    def _supposed(self) -> WhatIf:
        bases = (AS_RECORDS_SAY, _PROBED_NOW, self._what_if)
        return bases[max(self.basis.currentIndex(), _RECORDS)]

    @property
    def at_work(self) -> bool:
        """Whether there is still something to compare."""
        return self._work is not None

    def _compare(self) -> bool:
        """Work for one turn, or until there is another row; tells whether there was any work."""
        if self._work is None:
            return False
        is_over = True
        for row in for_one_turn(self._work):
            is_over = False
            if row is not None:
                self._rows.append(row)
                self._show()
                break
        if is_over:
            self._work = None
            self._show()
        return not is_over

    def _show(self) -> None:
        result = self._result
        if result is None:
            self.tree.show_branches(())
            self.about.setText("")
        elif result.inspection.running:
            self.tree.show_branches((), text("Senders are compared once the inspection has ended."))
            self.about.setText("")
        else:
            chosen = result.inspection.plan.sender
            self.tree.show_branches(branches_of(self._rows, result.route, chosen))
            self.about.setText(words_shown(counts_words(self._rows, len(SENDERS))))
        self._offer()

    # ------------------------------------------------------------------ wishes

    def _current(self) -> str | None:
        """The id of the sender whose row, or paragraph, is current."""
        place = self.tree.currentIndex()
        while place.isValid():
            part = self._model.at(place)
            if part is not None and any(part.key == sender.id for sender in SENDERS):
                return part.key
            place = place.parent()
        return None

    def _offer(self, _place: QModelIndex | None = None) -> None:
        name = self._current()
        used = self._result.inspection.plan.sender if self._result is not None else None
        words, about = _offer_words(name, used)
        can = name is not None and name != used
        self.send_as.setText(words_shown(words))
        self.send_as.setToolTip(tip(about))
        self.send_as.setAccessibleDescription(words_shown(about))
        self.send_as.setEnabled(can)
        self.send_action.setText(words_shown(words))
        self.send_action.setEnabled(can)

    def _wish(self) -> None:
        name = self._current()
        if name is not None and self.send_as.isEnabled():
            self.wished.emit(SendAs(name))


def _offer_words(name: str | None, used: str | None) -> tuple[Text, Text]:
    if name is None:
        return text("Send as…"), text("Choose a row to see the domain as that sender does.")
    title = sender_of(name).title
    words = text("Send as {sender}", sender=title)
    if name == used:
        return words, text("The domain is shown as {sender} sees it already.", sender=title)
    return words, text("Show order, shares and simulations as {sender} has them", sender=title)
