"""The strip that a planned route always has: what it is, and what it changes, so far as is known.

It stands above the graph for as long as records are planned, so that no picture of them looks
published.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from mxgui.model.text import Text, text
from mxgui.report.comparison import Comparison, comparison_of
from mxgui.report.comparison_words import TITLE, Remark, Row, remarks_of, rows_of
from mxgui.report.report import Report
from mxgui.routing.record_changes import Change
from mxgui.routing.shapes import Tone
from mxgui.ui.cell import Cell
from mxgui.ui.copying import let_copy
from mxgui.ui.label import plain_label
from mxgui.ui.looks import PLANNED_LOOK
from mxgui.ui.marks import SIZE, icon_of
from mxgui.ui.shown import Shown
from mxgui.ui.table import Column, RowsModel
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.wishes import PlanRoute
from mxgui.ui.words import shown as words_shown
from mxgui.ui.words import tip

MOST_ROWS = 6  # that are seen at once; the table scrolls
MOST_REMARKS = 6  # that are told here; documents have all of them
ROW = 28  # pixels


def _change_cell(row: Row) -> Cell:
    return Cell(row.words, muted=row.change is Change.SAME)


def _preference_cell(row: Row) -> Cell:
    return Cell(row.preference)


def _host_cell(row: Row) -> Cell:
    return Cell(row.host, strong=row.change is not Change.SAME)


def _first_cell(row: Row) -> Cell:
    return Cell(row.first)


COLUMNS = (
    Column(text("Record"), _change_cell),
    Column(text("Preference"), _preference_cell),
    Column(text("Host"), _host_cell),
    Column(text("Tried first"), _first_cell),
)


class PlannedStrip(View):
    """One sentence and what can be done; the comparison unfolds below it."""

    title = text("Planned route")
    help = text(
        "The MX records that you see are planned: they were given by hand, and DNS does not have "
        "them. “Edit route” changes them, “Back to the published records” leaves them, and asks "
        "nothing again. “Compare” shows what the plan changes: records, verdict, findings, and how "
        "often each host is tried first.\n"
        "Nobody has signed, cached or served planned records yet. What depends on that, such as "
        "their TTL, DNSSEC and what each name server says, is not judged."
    )
    edit_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(theme, parent)
        self.setObjectName("plan")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._result: Report | None = None
        self._comparison: Comparison | None = None
        self._mark = QLabel()
        self.words = plain_label("strong")
        self.words.setText(words_shown(text("Planned route: these MX records are not published.")))
        self.words.setWordWrap(True)
        self.compare = _button(text("&Compare"), text("Show or hide what the plan changes"))
        self.compare.setCheckable(True)
        self.compare.toggled.connect(self._unfold)
        self.edit = _button(text("Edit route…"), text("Change what is planned (Ctrl+Shift+E)"))
        self.edit.clicked.connect(self.edit_asked)
        self.back = _button(
            text("Back to the published records"),
            text("Leave the plan; nothing is asked again (Ctrl+Shift+B)"),
        )
        self.back.clicked.connect(self._wish_back)
        self._model = RowsModel(COLUMNS, theme)
        self.table = QTableView()
        self.remarks = plain_label("muted")
        self.details = QWidget()
        self._set_up_table()
        self._lay_out()
        self.setFocusProxy(self.compare)
        theme.changed.connect(self._colour)
        self._colour()
        self.details.hide()
        self.hide()

    def _set_up_table(self) -> None:
        self.table.setModel(self._model)
        self._model.setParent(self.table)
        self.remarks.setWordWrap(True)
        self.table.setAccessibleName(words_shown(TITLE))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        modes = QHeaderView.ResizeMode
        for column in range(len(COLUMNS)):
            header.setSectionResizeMode(
                column, modes.Stretch if column == 2 else modes.ResizeToContents
            )
        let_copy(self.table)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)
        for button in (self.compare, self.edit, self.back):
            row.addWidget(button)
        inner = QVBoxLayout(self.details)
        inner.setContentsMargins(0, 2, 0, 4)
        inner.setSpacing(6)
        inner.addWidget(self.table)
        inner.addWidget(self.remarks)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 6, 20, 6)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.details)

    # ------------------------------------------------------------------ drawing

    def draw(self, shown: Shown) -> None:
        """Stand there if the route is planned."""
        result = shown.result
        self.setVisible(result is not None and result.route.planned)
        for button in (self.edit, self.back):
            button.setEnabled(not shown.busy)
        if result is self._result:
            return
        self._result = result
        self._comparison = None
        self._show_comparison()

    def _unfold(self, unfolded: bool) -> None:
        self.details.setVisible(unfolded)
        self._show_comparison()

    def _show_comparison(self) -> None:
        """Compare once somebody looks; judging both takes a moment."""
        if self._result is None or self._comparison is not None or not self.compare.isChecked():
            return
        comparison = comparison_of(self._result.inspection)
        if comparison is None:
            return
        self._comparison = comparison
        rows = rows_of(comparison)
        self._model.replace(rows)
        self.table.setVisible(bool(rows))
        seen = min(len(rows), MOST_ROWS)
        high = self.table.horizontalHeader().sizeHint().height() + seen * ROW
        self.table.setFixedHeight(high + 2 * self.theme.tokens.ring)
        self.remarks.setText("\n".join(_lines(remarks_of(comparison))))

    def _colour(self) -> None:
        icon = icon_of(PLANNED_LOOK, self.theme.tokens)
        self._mark.setPixmap(icon.pixmap(SIZE, SIZE))

    def _wish_back(self) -> None:
        self.wished.emit(PlanRoute(()))


def _button(words: Text, about: Text) -> QPushButton:
    button = QPushButton(words_shown(words))
    button.setToolTip(tip(about))
    return button


def _lines(remarks: tuple[Remark, ...]) -> list[str]:
    """The verdicts first, then what is worst; how many more there are."""
    told = sorted(remarks[2:], key=lambda one: _LOUDEST.index(one.tone))
    ordered = [*remarks[:2], *told]
    lines = [words_shown(one.words) for one in ordered[:MOST_REMARKS]]
    more = len(ordered) - MOST_REMARKS
    if more > 0:
        lines.append(words_shown(text("and {n} more, in every saved report", n=more)))
    return lines


_LOUDEST = (Tone.FAIL, Tone.WARN, Tone.OK, Tone.RUNNING, Tone.PLAIN, Tone.IDLE)
