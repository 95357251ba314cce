"""The planned records beside the published ones, in a window of its own that stays open."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from mxgui.model.text import Text, text
from mxgui.report.comparison import Comparison, comparison_in_steps, comparison_of
from mxgui.report.comparison_words import TITLE, Remark, Row, remarks_of, rows_of
from mxgui.report.marks import Shape
from mxgui.report.report import Report
from mxgui.routing.planned import is_planned
from mxgui.routing.record_changes import Change
from mxgui.routing.shapes import Tone
from mxgui.ui.cell import Cell
from mxgui.ui.copying import let_copy
from mxgui.ui.label import plain_label
from mxgui.ui.looks import Look
from mxgui.ui.plain_buttons import plain_buttons
from mxgui.ui.shown import Shown
from mxgui.ui.table import Column, RowsModel
from mxgui.ui.theme import Theme
from mxgui.ui.turns import Turns, for_one_turn
from mxgui.ui.words import shown as words_shown

WIDE, HIGH = 720, 560  # pixels
ROW = 28  # pixels
MOST_ROWS = 8  # that are seen at once; the table scrolls
_LOOKS = {
    Tone.OK: Look(Shape.CHECK, text("Better"), Tone.OK),
    Tone.WARN: Look(Shape.BANG, text("Worse"), Tone.WARN),
    Tone.FAIL: Look(Shape.CROSS, text("Worse"), Tone.FAIL),
}


def _change_cell(row: Row) -> Cell:
    return Cell(row.words, muted=row.change is Change.SAME)


def _preference_cell(row: Row) -> Cell:
    return Cell(row.preference)


def _host_cell(row: Row) -> Cell:
    return Cell(row.host, strong=row.change is not Change.SAME)


def _first_cell(row: Row) -> Cell:
    return Cell(row.first)


def _remark_cell(remark: Remark) -> Cell:
    return Cell(remark.words, look=_LOOKS.get(remark.tone))


RECORDS = (
    Column(text("Record"), _change_cell),
    Column(text("Preference"), _preference_cell),
    Column(text("Host"), _host_cell),
    Column(text("Tried first"), _first_cell),
)
REMARKS = (Column(text("What changes"), _remark_cell),)


class ComparisonDialog(QDialog):
    """Follows what is shown; without a plan there is nothing in it to compare.

    It is compared in short turns of the loop; of the same domain the earlier one stays meanwhile.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setWindowTitle(words_shown(TITLE))
        self._result: Report | None = None
        self._work: Iterator[None] | None = None
        self._turns = Turns([self._compare], self)
        self._records = RowsModel(RECORDS, theme)
        self._remarks = RowsModel(REMARKS, theme)
        self.about = plain_label("strong")
        self.about.setWordWrap(True)
        self.records = _table(self._records, TITLE, stretched=2)
        self.remarks = _table(self._remarks, text("What changes"), stretched=0)
        self.remarks.setWordWrap(True)
        self.remarks.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        buttons = plain_buttons(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.about)
        layout.addWidget(self.records)
        layout.addWidget(self.remarks, 1)
        layout.addWidget(buttons)
        self.resize(WIDE, HIGH)

    def draw(self, shown: Shown) -> None:
        """Compare what is planned now."""
        if shown.result is self._result or self._waits_for(shown.result):
            return
        had, self._result = self._result, shown.result
        self._work = None
        if shown.result is None or not is_planned(shown.result.inspection):
            self._empty(text("Nothing is planned for this domain."))
            return
        if had is None or had.inspection.entry != shown.result.inspection.entry:
            self._empty(text("What is planned is compared with what is published…"))
        self._work = comparison_in_steps(shown.result.inspection)
        self._turns.start()

    @property
    def at_work(self) -> bool:
        """Whether there is still something to compare."""
        return self._work is not None

    def _compare(self) -> bool:
        """Work for one turn; tells whether there was any work."""
        if self._work is None or self._result is None:
            return False
        is_over = not sum(1 for _ in for_one_turn(self._work))
        if is_over:
            self._work = None
            comparison = comparison_of(self._result.inspection)  # kept by now
            if comparison is not None:
                self._show(self._result, comparison)
        return not is_over

    def _empty(self, words: Text) -> None:
        self.about.setText(words_shown(words))
        self._records.replace(())
        self._remarks.replace(())

    def _show(self, result: Report, comparison: Comparison) -> None:
        domain = result.inspection.entry.domain.unicode
        words = text("{domain}: what is planned, beside what is published", domain=domain)
        self.about.setText(words_shown(words))
        rows = rows_of(comparison)
        self._records.replace(rows)
        self._remarks.replace(remarks_of(comparison))
        head = self.records.horizontalHeader().sizeHint().height()
        self.records.setFixedHeight(head + min(len(rows), MOST_ROWS) * ROW + 6)
        self.records.setVisible(bool(rows))

    def _waits_for(self, result: Report | None) -> bool:
        """Whether the same domain is at work: two sets are judged once that has ended."""
        if result is None or self._result is None or not result.inspection.running:
            return False
        return result.inspection.entry == self._result.inspection.entry


def _table(model: RowsModel[Row] | RowsModel[Remark], name: Text, *, stretched: int) -> QTableView:
    table = QTableView()
    table.setModel(model)
    model.setParent(table)  # a view must not outlive its model
    table.setAccessibleName(words_shown(name))
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    header, modes = table.horizontalHeader(), QHeaderView.ResizeMode
    header.setHighlightSections(False)
    for column in range(model.columnCount()):
        mode = modes.Stretch if column == stretched else modes.ResizeToContents
        header.setSectionResizeMode(column, mode)
    let_copy(table)
    return table
