"""What is wrong with the domain, why it matters, how to mend it, and where that is written."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from mxgui.model.text import text
from mxgui.report.report import Report
from mxgui.rules.engine import explain
from mxgui.rules.finding import Finding
from mxgui.ui.looks import SEVERITY_LOOKS
from mxgui.ui.shown import Shown
from mxgui.ui.table import Cell, Column, RowsModel
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.wishes import Choose
from mxgui.ui.words import shown as words_shown
from mxgui.ui.writing import Hand, Page, Writer

ROW = 28  # pixels
ROOMY = 1150  # pixels of width in which every column can be read


def _severity(finding: Finding) -> Cell:
    look = SEVERITY_LOOKS[finding.severity]
    return Cell(look.word, look)


def _words(finding: Finding) -> Cell:
    if finding.provisional:
        return Cell(text("{finding} (provisional)", finding=finding.text))
    return Cell(finding.text)


def _subject(finding: Finding) -> Cell:
    return Cell(finding.subject, muted=True)


def _reference(finding: Finding) -> Cell:
    references = explain(finding.id).references
    return Cell(references[0] if references else "", muted=True)


COLUMNS = (
    Column(text("Severity"), _severity),
    Column(text("Finding"), _words, stretch=True),
    Column(text("Where"), _subject),
    Column(text("Reference"), _reference),
)
_WIDTHS = (124, 0, 164, 160)


class FindingsView(View):
    """The findings, worst first, and beside them all that is to be said of the chosen one."""

    title = text("Findings")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show an empty table."""
        super().__init__(theme, parent)
        self._result: Report | None = None
        self._written: tuple[Finding | None, bool] | None = None
        self._model = RowsModel(COLUMNS, theme)
        self.table = QTableView()
        self._set_up(self.table)
        self.page = Page(words_shown(text("Why, and how to mend it")))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.table)
        splitter.addWidget(self.page)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([760, 320])
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._explain)
        self.table.activated.connect(self._point)
        theme.changed.connect(self._explain_again)

    def _set_up(self, table: QTableView) -> None:
        table.setModel(self._model)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setAccessibleName(words_shown(self.title))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        for at, column in enumerate(COLUMNS):
            if column.stretch:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
            else:
                header.resizeSection(at, _WIDTHS[at])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the references to the page beside the table where there is little room."""
        super().resizeEvent(event)
        self.table.setColumnHidden(len(COLUMNS) - 1, self.width() < ROOMY)

    def draw(self, shown: Shown) -> None:
        """Show the findings, keeping the chosen row if it is still there."""
        if shown.result is self._result:
            return
        self._result = shown.result
        chosen = self._chosen()
        self._model.replace(shown.result.findings if shown.result else ())
        self._choose(chosen)

    def _chosen(self) -> Finding | None:
        row = self.table.currentIndex().row()
        return self._model.rows[row] if 0 <= row < len(self._model.rows) else None

    def _choose(self, finding: Finding | None) -> None:
        """Choose the same finding as before, else the worst."""
        rows = self._model.rows
        names = [(row.id, row.subject) for row in rows]
        wanted = (finding.id, finding.subject) if finding else None
        row = names.index(wanted) if wanted in names else 0
        if rows and self.table.currentIndex().row() != row:
            self.table.selectRow(row)
        self._explain()

    def _point(self, index: QModelIndex) -> None:
        """Show on the graph what the finding is about."""
        if self._result is None:
            return
        subject = self._model.rows[index.row()].subject
        for card in self._result.diagram.hosts:
            if card.name == subject:
                self.wished.emit(Choose(card.key))
                return
        for row in self._result.diagram.rows:
            if row.address == subject:
                self.wished.emit(Choose(row.key))
                return

    def _explain_again(self) -> None:
        self._written = None
        self._explain()

    def _explain(self) -> None:
        """Write why the chosen finding matters, and how to mend it."""
        finding = self._chosen()
        running = self._result is not None and self._result.inspection.running
        if self._written == (finding, running):
            return
        self._written = (finding, running)
        writer = Writer(self.page, self.theme.tokens)
        if finding is not None:
            self._write(writer, finding)
        elif self._result is not None:
            words = text("Nothing so far.") if running else text("No rule found anything.")
            writer.line(words_shown(words), Hand.MUTED)
        writer.done()

    @staticmethod
    def _write(writer: Writer, finding: Finding) -> None:
        rule = explain(finding.id)
        writer.line(words_shown(finding.text), Hand.HEADING)
        writer.line(finding.id, Hand.MUTED)
        for title, words in (
            (text("Why it matters"), rule.why),
            (text("How to mend it"), rule.fix),
            (text("Where it is written"), "\n".join(map(words_shown, rule.references))),
        ):
            writer.line(words_shown(title), Hand.MUTED, above=10)
            for line in words_shown(words).splitlines():
                writer.line(line)
