"""A tree whose rows unfold, and that stays as it was left while its rows come and go."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from mxgui.model.text import text
from mxgui.routing.shapes import Words
from mxgui.ui.cell import Branch, Leaf
from mxgui.ui.table import NOWHERE, Index
from mxgui.ui.theme import Theme
from mxgui.ui.tree import Part, TreeModel
from mxgui.ui.words import shown
from mxgui.ui.wrapping import WrappingDelegate

_NOTHING = text("")


class UnfoldingTree(QTreeView):
    """Headings that are unfolded at first, unless they are quiet, and rows with paragraphs.

    What is unfolded, chosen and at the top of the view is kept by its key. Space folds and unfolds;
    Enter and a double click activate.
    """

    def __init__(self, model: TreeModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the model, all rows folded."""
        super().__init__(parent)
        self._rows = model
        self._theme = theme
        self._unfolded: set[str] = set()
        self._folded: set[str] = set()
        self._is_placing = False
        self.empty_words: Words = _NOTHING
        self.setModel(model)
        model.setParent(self)  # a view must not outlive its model
        self.setItemDelegate(WrappingDelegate(self, theme))
        self.setIndentation(18)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.expanded.connect(self._note_unfolded)
        self.collapsed.connect(self._note_folded)

    # ------------------------------------------------------------------ what is shown

    def show_branches(self, branches: Sequence[Branch], empty_words: Words = _NOTHING) -> None:
        """Show these; `empty_words` stand where there are none."""
        if self.empty_words != empty_words:
            self.empty_words = empty_words
            self.viewport().update()
        current = self._key(self.currentIndex())
        top = self.indexAt(QPoint(1, 1))
        top_key, offset = self._key(top), self.visualRect(top).top()
        if not self._rows.replace(branches):
            return
        self._place_rows()
        self.setCurrentIndex(self._rows.index_of(current))
        self._scroll_to(top_key, offset)

    def unfold(self, key: str) -> None:
        """Unfold the row with that key, and go to it."""
        place = self._rows.index_of(key)
        self.setCurrentIndex(place)
        self.expand(place)

    def _place_rows(self, above: Index = NOWHERE) -> None:
        """Give the rows below one the folding that they had, and paragraphs all of the width.

        What is folded waits until it unfolds: Qt keeps track of every row that it was told of.
        """
        was_placing, self._is_placing = self._is_placing, True
        for row in range(self._rows.rowCount(above)):
            place = self._rows.index(row, 0, above)
            part = self._rows.at(place)
            if part is None:
                continue
            if len(part.cells) == 1 and not self.isFirstColumnSpanned(row, above):
                self.setFirstColumnSpanned(row, above, True)
            wanted = self._is_wanted_unfolded(part)
            if wanted != self.isExpanded(place):
                self.setExpanded(place, wanted)
            if wanted:
                self._place_rows(place)
        self._is_placing = was_placing

    def _is_wanted_unfolded(self, part: Part) -> bool:
        if _begins_folded(part):
            return bool(part.leaves) and part.key in self._unfolded
        return part.key not in self._folded

    def _scroll_to(self, key: str | None, offset: int) -> None:
        place = self._rows.index_of(key)
        if place.isValid():
            self.scrollTo(place, QAbstractItemView.ScrollHint.PositionAtTop)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - offset)

    def _key(self, place: QModelIndex) -> str | None:
        part = self._rows.at(place)
        return part.key if part is not None else None

    # ------------------------------------------------------------------ folding

    def _note_unfolded(self, place: QModelIndex) -> None:
        self._note(place, unfolded=True)

    def _note_folded(self, place: QModelIndex) -> None:
        self._note(place, unfolded=False)

    def _note(self, place: QModelIndex, *, unfolded: bool) -> None:
        """Remember what the user folded; its height is another now."""
        part = self._rows.at(place)
        if part is None or self._is_placing:
            return
        known = self._unfolded if _begins_folded(part) else self._folded
        if unfolded == _begins_folded(part):
            known.add(part.key)
        else:
            known.discard(part.key)
        if unfolded:
            self._place_rows(place)
        self.scheduleDelayedItemsLayout()
        if unfolded and isinstance(part, Leaf):
            self._reveal(place)

    def _reveal(self, place: QModelIndex) -> None:
        """Let what has unfolded be seen, as far as it goes beside the row itself."""
        self.executeDelayedItemsLayout()
        self.scrollTo(self._rows.index(self._rows.rowCount(place) - 1, 0, place))
        self.scrollTo(place)

    def toggle(self, place: QModelIndex) -> None:
        """Fold or unfold a row; a paragraph stands for the row above it."""
        part = self._rows.at(place)
        if part is not None and not part.leaves:
            place = place.parent()
            if not isinstance(self._rows.at(place), Leaf):
                return
            self.setCurrentIndex(place)
        place = place.siblingAtColumn(0)
        self.setExpanded(place, not self.isExpanded(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold and unfold with the space bar."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ as high as needed

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the paragraphs out anew where the width is another."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say in words that there is nothing."""
        super().paintEvent(event)
        words = shown(self.empty_words)
        if self._rows.branches or not words:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self._theme.tokens.muted)
        place = self.viewport().rect().adjusted(12, 12, -12, -12)
        painter.drawText(place, int(Qt.TextFlag.TextWordWrap), words)
        painter.end()


def _begins_folded(part: Part) -> bool:
    return isinstance(part, Leaf) or part.is_quiet
