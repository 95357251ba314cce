"""What is wrong with the domain, by severity; why it matters and how to mend it unfold below."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from mxgui.model.text import Text, text
from mxgui.report.report import Report
from mxgui.rules.finding import Finding
from mxgui.ui.copying import let_copy
from mxgui.ui.finding_rows import COLUMNS, branches_of, keys_of, plain_of
from mxgui.ui.key_table import KeyRow
from mxgui.ui.shown import Shown
from mxgui.ui.sieve import key_of_subject, subjects_of
from mxgui.ui.sieve_bar import SieveBar
from mxgui.ui.theme import Theme
from mxgui.ui.tree import TreeModel
from mxgui.ui.unfolding import UnfoldingTree
from mxgui.ui.view import View
from mxgui.ui.wishes import Choose
from mxgui.ui.words import shown as words_shown

_WIDTHS = (168, 0, 190, 168)  # severity, finding, where, reference
_MARK = 68  # width of a severity without its word, which the heading above it has
_SENTENCE, _WHERE, _REFERENCE = 1, 2, 3
ROOMY = 900  # pixels of width in which every column can be read, and severities have their word
NARROW = 560  # pixels under which a host stands only in what is unfolded
LOW = 230  # pixels of height under which the titles of the columns would cost a finding


class FindingsView(View):
    """The findings, worst first; each unfolds to all that is to be said of it."""

    title = text("Findings")
    help = text(
        "Everything that a rule found, the worst first. The right arrow or Space unfolds a "
        "finding: why it matters, how to mend it and where that is written. Enter or a double "
        "click shows on the graph what it is about. Ctrl+F goes to the filter, Ctrl+C copies a "
        "finding whole. What is provisional may still change while probes run."
    )

    keys = (
        KeyRow(text("Go to the filter"), ("Ctrl+F",)),
        KeyRow(text("Unfold a finding, or fold it"), ("Space", "Right", "Left")),
        KeyRow(text("Show on the graph what it is about"), ("Return",)),
        KeyRow(text("Copy a finding whole"), ("Ctrl+C",)),
    )

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show an empty tree."""
        super().__init__(theme, parent)
        self._result: Report | None = None
        self._seen: dict[str, Finding] = {}
        self._chosen: frozenset[str] = frozenset()
        self._model = TreeModel(COLUMNS, theme)
        self.bar = SieveBar(theme)
        self.tree = UnfoldingTree(self._model, theme)
        self.tree.setAccessibleName(words_shown(self.title))
        self._set_up_columns(self.tree.header())
        self._add_actions()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.tree, 1)
        self.setFocusProxy(self.tree)
        self.bar.changed.connect(self._show_rows)
        self.tree.activated.connect(self._activate)

    def _set_up_columns(self, header: QHeaderView) -> None:
        header.setStretchLastSection(False)
        for at, width in enumerate(_WIDTHS):
            if at == _SENTENCE:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
            else:
                header.resizeSection(at, width)

    def _add_actions(self) -> None:
        """What the context menu offers, with the keys."""
        self.point = self._action(text("Show on the &graph"), self._point)
        self.fold = self._action(text("&Unfold or fold"), self._fold)
        self.copy = self._action(text("&Copy the finding"), self._copy, "Ctrl+C")
        self.copy_all = self._action(text("Copy &all shown"), self._copy_all)
        self.tree.addActions([self.point, self.fold, self.copy, self.copy_all])
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        let_copy(self.tree, with_key=False)

    # ------------------------------------------------------------------ drawing

    def draw(self, shown: Shown) -> None:
        """Show the findings; what is chosen, unfolded and filtered stays so."""
        result = shown.result
        chosen = subjects_of(result, shown.chosen) if result else frozenset()
        if result is self._result and chosen == self._chosen:
            return
        self._result, self._chosen = result, chosen
        self._show_rows()

    def _show_rows(self) -> None:
        findings = self._result.findings if self._result else ()
        sieve = self.bar.sieve
        seen = tuple(finding for finding in findings if sieve.passes(finding, self._chosen))
        self._seen = dict(zip(keys_of(seen), seen, strict=True))
        self.bar.draw(findings, len(seen), is_chosen=bool(self._chosen))
        words = self._empty_words(bool(findings))
        self.tree.setAccessibleDescription("" if seen else words_shown(words))
        rows = branches_of(findings, seen, self._chosen, brief=self.width() < ROOMY)
        self.tree.show_branches(rows, words)

    def _empty_words(self, is_filtered: bool) -> Text:
        if self._result is None:
            return text("")
        if is_filtered:
            return text("No finding passes the filter.")
        running = self._result.inspection.running
        return text("Nothing so far.") if running else text("No rule found anything.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what also stands below an unfolded finding away where there is little room."""
        super().resizeEvent(event)
        brief, narrow = self.width() < ROOMY, self.width() < NARROW
        self.tree.setHeaderHidden(brief or self.height() < LOW)
        self.tree.setColumnHidden(_WHERE, narrow)
        if brief != self.tree.isColumnHidden(_REFERENCE):
            self.tree.setColumnHidden(_REFERENCE, brief)
            self.tree.header().resizeSection(0, _MARK if brief else _WIDTHS[0])
            self._show_rows()

    # ------------------------------------------------------------------ keys and wishes

    def event(self, event: QEvent) -> bool:
        """Let Ctrl+F mean the filter while the keyboard is here."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_find(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the filter with Ctrl+F, and back with the arrow down."""
        if _is_find(event):
            self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.bar.field.selectAll()
        elif event.key() == Qt.Key.Key_Down and self.bar.field.hasFocus():
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _current(self) -> Finding | None:
        """The finding that is chosen, or whose paragraph is."""
        place = self.tree.currentIndex()
        while place.isValid():
            part = self._model.at(place)
            if part is not None and part.key in self._seen:
                return self._seen[part.key]
            place = place.parent()
        return None

    def _activate(self, place: QModelIndex) -> None:
        if self._current() is None:
            self.tree.toggle(place)  # a heading
        else:
            self._point()

    def _point(self) -> None:
        """Show on the graph what the finding is about."""
        finding = self._current()
        if finding is None or self._result is None:
            return
        key = key_of_subject(self._result, finding.subject)
        if key is not None:
            self.wished.emit(Choose(key))

    def _fold(self) -> None:
        if self.tree.currentIndex().isValid():
            self.tree.toggle(self.tree.currentIndex())

    def _copy(self) -> None:
        finding = self._current()
        if finding is not None:
            QGuiApplication.clipboard().setText(plain_of(finding))

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText("\n\n".join(map(plain_of, self._seen.values())))

    def _action(self, words: Text, slot: Callable[[], None], key: str = "") -> QAction:
        action = QAction(words_shown(words), self.tree)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        return action


def _is_find(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Find)
