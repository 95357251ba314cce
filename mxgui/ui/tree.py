"""A read-only tree of two levels for Qt: branches, each with its rows, all of them frozen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt

from mxgui.model.text import Text
from mxgui.ui.fonts import mono_font
from mxgui.ui.table import NOWHERE, Cell, Index, Role, cell_data, header_data
from mxgui.ui.theme import Theme

TOP = 0  # the internal id of a branch; that of a row is its branch's number plus one


@dataclass(frozen=True, slots=True)
class Leaf:
    """One row; `key` tells it from all others, for choosing."""

    key: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A heading, and the rows below it."""

    key: str
    cells: tuple[Cell, ...]
    leaves: tuple[Leaf, ...]


class TreeModel(QAbstractItemModel):
    """The branches as Qt wants them; what only changes its words keeps selection and folding."""

    def __init__(self, titles: Sequence[Text], theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self.branches: tuple[Branch, ...] = ()
        self._titles = tuple(titles)
        self._theme = theme
        self._mono = mono_font()
        theme.changed.connect(self._repaint_all)

    def replace(self, branches: Sequence[Branch]) -> bool:
        """Show these from now on; tells whether the shape changed, and all was laid out anew."""
        new, old = tuple(branches), self.branches
        if new == old:
            return False
        if list(_keys(new)) != list(_keys(old)):
            self.beginResetModel()
            self.branches = new
            self.endResetModel()
            return True
        self.branches = new
        for at, (branch, before) in enumerate(zip(new, old, strict=True)):
            self._repaint_changed(at, branch, before)
        return False

    def index_of(self, key: str | None) -> QModelIndex:
        """The place of the branch or row with that key; an invalid one if there is none."""
        for at, branch in enumerate(self.branches):
            if branch.key == key:
                return self.index(at, 0)
            for below, leaf in enumerate(branch.leaves):
                if leaf.key == key:
                    return self.index(below, 0, self.index(at, 0))
        return QModelIndex()

    def at(self, index: Index) -> Branch | Leaf | None:
        """What stands at a place."""
        if not index.isValid():
            return None
        if index.internalId() == TOP:
            return self.branches[index.row()]
        return self.branches[index.internalId() - 1].leaves[index.row()]

    # ------------------------------------------------------------------ what Qt asks

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Give the place of a cell."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else TOP)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Give the place of the branch above."""
        if not index.isValid() or index.internalId() == TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, TOP)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many rows there are below."""
        if not parent.isValid():
            return len(self.branches)
        if parent.internalId() != TOP or parent.column() != 0:
            return 0
        return len(self.branches[parent.row()].leaves)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many columns there are."""
        return len(self._titles)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Tell what is in a cell."""
        part = self.at(index)
        if part is None or index.column() >= len(part.cells):
            return None
        return cell_data(part.cells[index.column()], role, self._theme, self._mono)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Tell the title of a column."""
        return header_data(self._titles, section, orientation, role)

    # ------------------------------------------------------------------ repainting

    def _repaint_changed(self, at: int, branch: Branch, before: Branch) -> None:
        if branch.cells != before.cells:
            self._repaint(self.index(at, 0))
        for below, (leaf, was) in enumerate(zip(branch.leaves, before.leaves, strict=True)):
            if leaf != was:
                self._repaint(self.index(below, 0, self.index(at, 0)))

    def _repaint(self, first: QModelIndex) -> None:
        self.dataChanged.emit(first, first.siblingAtColumn(len(self._titles) - 1))

    def _repaint_all(self) -> None:
        for at, branch in enumerate(self.branches):
            self._repaint(self.index(at, 0))
            for below in range(len(branch.leaves)):
                self._repaint(self.index(below, 0, self.index(at, 0)))


def _keys(branches: Sequence[Branch]) -> Iterator[tuple[str, ...]]:
    return ((branch.key, *(leaf.key for leaf in branch.leaves)) for branch in branches)
