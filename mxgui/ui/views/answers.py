"""What DNS said: every question, those of the route first, and all of the chosen one."""

from collections.abc import Iterator

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from mxgui.model.text import text
from mxgui.report.report import Report
from mxgui.ui.answers.rows import AnswerRow, rows_of
from mxgui.ui.answers.whole import sections_of
from mxgui.ui.copying import let_copy
from mxgui.ui.key_table import KeyRow
from mxgui.ui.sheet import Sheet
from mxgui.ui.shown import Shown
from mxgui.ui.sieve_bar import SieveField
from mxgui.ui.subjects import Subjects
from mxgui.ui.table import Cell
from mxgui.ui.theme import Theme
from mxgui.ui.tree import Branch, TreeModel
from mxgui.ui.view import View
from mxgui.ui.wishes import Choose
from mxgui.ui.words import shown as words_shown

COLUMNS = (
    (text("Name"), 232),
    (text("Type"), 54),
    (text("Status"), 136),
    (text("DNSSEC"), 112),
    (text("Records"), 190),
    (text("TTL left"), 132),
    (text("Took"), 68),
    (text("Server"), 140),
    (text("Over"), 58),
    (text("Code"), 88),
    (text("Flags"), 96),
    (text("Extended errors"), 180),
    (text("Aliases"), 180),
)
ROOMY = 760  # pixels of width in which the page has room beside the table
LOW = 260  # pixels of height under which it has to have it
_TTL, _TOOK = 5, 6


class AnswersView(View):
    """A table of questions with a filter, and the whole of the answer to the chosen one."""

    title = text("DNS answers")
    help = text(
        "Every question that was put to DNS: first those of the route, then those of encryption "
        "and of names, which stand paler; each in the order of asking. A row tells how it ended, "
        "what the answer is worth by our own validation of DNSSEC, the records found, which server "
        "answered and how, how long that took, the answer's code and flags, and what errors the "
        "server told of. "
        "The time to live counts down from what the resolver had left; an answer that is expired "
        "would be asked for anew.\n\n"
        "The page beside the table has all of the chosen answer: each try with its server, the "
        "chain of aliases, the validation step by step from the root down, and the answer as text. "
        "The flag ad is the resolver's own word on DNSSEC and counts for nothing here. All of it "
        "can be selected and copied. Choosing the question for a host's addresses chooses the host "
        "on the graph, and choosing on the graph marks the questions of that host. Type into the "
        "filter to see only the questions whose name, type or status have those words."
    )

    keys = (
        KeyRow(text("Go to the filter"), ("Ctrl+F",)),
        KeyRow(text("Copy rows"), ("Ctrl+C",)),
    )

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show no question yet."""
        super().__init__(theme, parent)
        self._result: Report | None = None
        self._subjects = Subjects()
        self._rows: tuple[AnswerRow, ...] = ()
        self._cells: dict[str, tuple[AnswerRow, tuple[Cell, ...]]] = {}
        self._chosen: str | None = None
        self._written: AnswerRow | None = None
        self._times = (0.0, 0.0)  # now and age
        self._is_drawing = False
        self._model = TreeModel(tuple(title for title, _ in COLUMNS), theme)
        self.filter = SieveField()
        self.table = QTreeView()
        self.page = Sheet(words_shown(text("The whole answer")))
        self._set_up()
        self._lay_out()
        theme.changed.connect(self._write_again)

    def _set_up(self) -> None:
        self.filter.setObjectName("sieve")
        self.filter.setPlaceholderText(words_shown(text("Filter by name, type or status")))
        self.filter.setAccessibleName(words_shown(text("Filter by name, type or status")))
        self.filter.setToolTip(words_shown(text("Shows only questions that have all these words")))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._refill)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filter.setFocus)
        self.page.setPlaceholderText(
            words_shown(text("Choose a question to see the whole of its answer."))
        )
        table = self.table
        table.setModel(self._model)
        self._model.setParent(table)  # a view must not outlive its model
        let_copy(table)
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setAccessibleName(words_shown(self.title))
        for at, (_, wide) in enumerate(COLUMNS):
            table.header().resizeSection(at, wide)
        table.selectionModel().currentChanged.connect(self._choose)
        table.selectionModel().selectionChanged.connect(self._choose)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(8, 4, 8, 4)
        top.addWidget(self.filter)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.page)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([860, 320])
        self._splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self.setFocusProxy(self.table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the page beside the table, or below it where there is little room."""
        super().resizeEvent(event)
        is_beside = self.width() >= ROOMY or self.height() < LOW
        wanted = Qt.Orientation.Horizontal if is_beside else Qt.Orientation.Vertical
        if self._splitter.orientation() is not wanted:
            self._splitter.setOrientation(wanted)

    # ------------------------------------------------------------------ drawing

    def draw(self, shown: Shown) -> None:
        """Show the questions, the time that is left of each answer, and which are chosen."""
        self._is_drawing = True
        result, is_new = shown.result, shown.result is not self._result
        if is_new:
            self._take(result)
        times = self._times_of(shown, is_new)
        is_reshaped = False
        if is_new or times != self._times:
            self._times = times
            is_reshaped = self._fill()
        if shown.chosen != self._chosen or (is_reshaped and self._current() is None):
            self._chosen = shown.chosen
            self._show_chosen()
        self._write()
        self._is_drawing = False

    def _take(self, result: Report | None) -> None:
        self._result = result
        self._subjects = Subjects(result.diagram if result is not None else None)
        self._rows = rows_of(result.inspection, self._rows) if result is not None else ()

    def _times_of(self, shown: Shown, is_new: bool) -> tuple[float, float]:
        """Now and the age, as exact as they are seen: tenths only of a question under way."""
        is_asking = any(row.answer is None for row in self._rows)
        moves = is_new or (is_asking and not shown.still)
        now = round(shown.now, 1) if moves else self._times[0]
        return now, float(int(shown.age))

    def _refill(self) -> None:
        self._is_drawing = True
        self._fill()
        self._write()
        self._is_drawing = False

    def _fill(self) -> bool:
        """Show the rows that pass the filter, with the times of now; tells if they are others."""
        typed = self.filter.text()
        rows = [row for row in self._rows if not typed or row.matches(typed)]
        before, self._cells = self._cells, {}
        for row in rows:
            old, cells = before.get(row.key, (None, ()))
            self._cells[row.key] = (row, cells if old is row else tuple(_cells(row)))
        return self._model.replace(tuple(self._branch(row) for row in rows))

    def _branch(self, row: AnswerRow) -> Branch:
        now, age = self._times
        cells = list(self._cells[row.key][1])
        cells[_TTL] = Cell(row.ttl(age))
        cells[_TOOK] = Cell(row.took(now))
        return Branch(row.key, tuple(cells), ())

    # ------------------------------------------------------------------ choosing

    def _current(self) -> AnswerRow | None:
        index = self.table.currentIndex()
        part = self._model.at(index)
        if part is None or not self.table.selectionModel().isSelected(index):
            return None
        return self._cells[part.key][0]

    def _choose(self) -> None:
        """Choose what the current row is about; it is current before it is selected, or after."""
        if self._is_drawing:
            return
        row = self._current()
        self._write()
        keys = self._subjects.hosts(row.question) if row is not None else ()
        if keys and self._chosen not in keys:
            self._chosen = keys[0]
            self.wished.emit(Choose(keys[0]))

    def _show_chosen(self) -> None:
        """Mark the questions of what is chosen, unless the keyboard is in one of them."""
        current = self._current()
        if current is not None and self._is_about(current):
            return
        marked = [
            self._model.index_of(row.key) for row, _ in self._cells.values() if self._is_about(row)
        ]
        selection = self.table.selectionModel()
        if not marked:
            selection.clear()
            return
        self.table.setCurrentIndex(marked[0])
        wanted = QItemSelection()
        for place in marked:
            wanted.select(place, place)
        flags = QItemSelectionModel.SelectionFlag
        selection.select(wanted, flags.ClearAndSelect | flags.Rows)

    def _is_about(self, row: AnswerRow) -> bool:
        question = row.question
        keys = (*self._subjects.hosts(question), *self._subjects.addresses(question))
        return self._chosen in keys

    # ------------------------------------------------------------------ the page

    def _write_again(self) -> None:
        self._written = None
        self.page.clear()
        self._write()

    def _write(self) -> None:
        """Write the whole of the chosen answer, if it is not written already."""
        row = self._current()
        if row is not self._written:
            self._written = row
            self.page.write(sections_of(row) if row is not None else (), self.theme.tokens)


def _cells(row: AnswerRow) -> Iterator[Cell]:
    """What stands in the columns; TTL and time taken are filled in with the time."""
    yield Cell(row.question.name, muted=row.is_beside)
    yield Cell(row.question.type.value, mono=True)
    yield Cell(row.look.word, row.look)
    yield Cell(row.trust.word, row.trust) if row.trust is not None else Cell()
    yield Cell(row.records, mono=True)
    yield Cell()
    yield Cell()
    yield Cell(row.server, mono=True)
    yield Cell(row.transport)
    yield Cell(row.rcode)
    yield Cell(row.flags, mono=True, muted=True)
    yield Cell(row.errors)
    yield Cell(row.aliases)
