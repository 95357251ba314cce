"""The try-order: every address in the order in which a sender tries them, tier by tier, live.

The same facts as on the graph, as words: this is what a screen reader reads out.
"""

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from mxgui.model.text import text
from mxgui.report.report import Report
from mxgui.ui.cell import Leaf
from mxgui.ui.copying import let_copy
from mxgui.ui.key_table import KeyRow
from mxgui.ui.label import plain_label
from mxgui.ui.order_words import order_words, why_not_shuffled
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from mxgui.ui.tree import TreeModel
from mxgui.ui.try_rows import COLUMNS, branches_of
from mxgui.ui.unfolding import UnfoldingTree
from mxgui.ui.view import View
from mxgui.ui.wishes import Choose, Shuffle
from mxgui.ui.words import shown as words_shown
from mxgui.ui.words import tip

ROOMY = 900  # pixels of width in which every column can be read
NARROW = 560  # pixels under which order, address and state are all there is room for
_HOST, _ADDRESS, _SAID, _SHARE = 1, 2, 4, 5
_WIDE = (112, 240, 210, 124, 0, 140)
_LESS = (104, 190, 180, 112, 0, 0)
_LEAST = (96, 0, 0, 112, 0, 0)


class TryOrderView(View):
    """Tiers, and below each its addresses in try-order; then the hosts that are not used."""

    title = text("Try order")
    help = text(
        "Every address in the order in which a sender tries them, with its state and what it said. "
        "The order is that of the sender chosen above: where it shuffles, another shuffle shows "
        "another of its orders; what it leaves out of this run comes last, with the reason. The "
        "arrow keys go from row to row and choose the address on the graph; Space "
        "folds a tier."
    )

    keys = (
        KeyRow(text("Copy rows"), ("Ctrl+C",)),
        KeyRow(text("Fold and unfold a tier"), ("Left", "Right")),
    )

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show an empty tree."""
        super().__init__(theme, parent)
        self._model = TreeModel(COLUMNS, theme)
        self.tree = UnfoldingTree(self._model, theme)
        let_copy(self.tree)
        self.tree.setAccessibleName(words_shown(self.title))
        self.tree.header().setStretchLastSection(False)
        self.tree.selectionModel().currentChanged.connect(self._choose)
        self.about = plain_label("muted")
        self.about.setWordWrap(True)
        self.shuffle = QPushButton(words_shown(text("Another shuffle")))
        self.shuffle.clicked.connect(self._wish_shuffle)
        self._lay_out()
        self.setFocusProxy(self.tree)
        self._result: Report | None = None
        self._chosen: str | None = None
        self._is_drawing = False

    def _lay_out(self) -> None:
        strip = QWidget()
        strip.setObjectName("strip")
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight, strip)
        self._top.setContentsMargins(12, 4, 8, 4)
        self._top.setSpacing(8)
        self._top.addWidget(self.about, 1)
        self._top.addWidget(self.shuffle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(strip)
        layout.addWidget(self.tree, 1)
        self._place_columns(_WIDE)

    # ------------------------------------------------------------------ drawing

    def draw(self, shown: Shown) -> None:
        """Show the order, and the chosen row."""
        result = shown.result
        self._is_drawing = True
        if result is not self._result:
            self._result = result
            self._tell_order()
            self._show_rows(shown)
        elif result is not None and result.inspection.running:
            self._show_rows(shown)  # the seconds of what is waited for
        if shown.chosen != self._chosen:
            self._chosen = shown.chosen
            place = self._model.index_of(shown.chosen)
            if place.isValid():
                self.tree.setCurrentIndex(place)
            else:
                self.tree.selectionModel().clear()
        self._is_drawing = False

    def _show_rows(self, shown: Shown) -> None:
        rows = tuple(branches_of(shown.result, shown.now)) if shown.result else ()
        self.tree.show_branches(rows)
        if not self.tree.currentIndex().isValid():
            self._chosen = None  # it may be among the rows by now

    def _tell_order(self) -> None:
        words = order_words(self._result) if self._result else text("")
        self.about.setText(words_shown(words))
        problem = why_not_shuffled(self._result)
        about = problem or text("See another order in which a sender might try the addresses")
        self.shuffle.setEnabled(problem is None)
        self.shuffle.setToolTip(tip(about))
        self.shuffle.setAccessibleDescription(words_shown(about))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns that there is room for."""
        super().resizeEvent(event)
        if self.width() >= ROOMY:
            self._place_columns(_WIDE)
        else:
            self._place_columns(_LEAST if self.width() < NARROW else _LESS)

    def _place_columns(self, widths: tuple[int, ...]) -> None:
        narrow = widths is _LEAST
        directions = QBoxLayout.Direction
        self._top.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self.tree.setColumnHidden(_HOST, narrow)
        self.tree.setColumnHidden(_SAID, narrow)
        self.tree.setColumnHidden(_SHARE, widths is not _WIDE)
        header = self.tree.header()
        stretched = _ADDRESS if narrow else _SAID
        for column, width in enumerate(widths):
            modes = QHeaderView.ResizeMode
            mode = modes.Stretch if column == stretched else modes.Interactive
            header.setSectionResizeMode(column, mode)
            if width and not header.isSectionHidden(column):
                header.resizeSection(column, width)

    # ------------------------------------------------------------------ wishes

    def _choose(self, current: QModelIndex) -> None:
        part = self._model.at(current)
        if isinstance(part, Leaf) and not self._is_drawing:
            self._chosen = part.key
            self.wished.emit(Choose(part.key))

    def _wish_shuffle(self) -> None:
        self.wished.emit(Shuffle())
