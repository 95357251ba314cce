"""A read-only tree for Qt: branches, each with its rows and what unfolds below, all frozen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt

from mxgui.model.text import Text
from mxgui.ui.cell import Branch, Leaf
from mxgui.ui.fonts import mono_font
from mxgui.ui.table import NOWHERE, Index, Role, cell_data, header_data
from mxgui.ui.theme import Theme

__all__ = ["Branch", "Leaf", "TreeModel"]


@dataclass(slots=True)
class _Node:
    """A branch or a row with its place: who stands above, and the numbers of those below."""

    part: Branch | Leaf
    row: int
    above: int | None
    below: list[int]


class TreeModel(QAbstractItemModel):
    """The branches as Qt wants them; what only changes its words keeps selection and folding.

    Parts are numbered from top to bottom, as if all were unfolded; the number is Qt's internal id.
    """

    def __init__(self, titles: Sequence[Text], theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self.branches: tuple[Branch, ...] = ()
        self._nodes: list[_Node] = []
        self._tops: list[int] = []
        self._titles = tuple(titles)
        self._theme = theme
        self._mono = mono_font()
        theme.changed.connect(self._repaint_all)

    def replace(self, branches: Sequence[Branch]) -> bool:
        """Show these from now on; tells whether the shape changed, and all was laid out anew."""
        new, old = tuple(branches), self.branches
        if new == old:
            return False
        if list(_shape(new)) != list(_shape(old)):
            self.beginResetModel()
            self._keep(new)
            self.endResetModel()
            return True
        before = [node.part for node in self._nodes]
        self._keep(new)
        for number, (node, was) in enumerate(zip(self._nodes, before, strict=True)):
            if node.part.cells != was.cells:
                self._repaint(number)
        return False

    def index_of(self, key: str | None) -> QModelIndex:
        """The place of the branch or row with that key; an invalid one if there is none."""
        for number, node in enumerate(self._nodes):
            if node.part.key == key:
                return self.createIndex(node.row, 0, number)
        return QModelIndex()

    def at(self, index: Index) -> Branch | Leaf | None:
        """What stands at a place."""
        return self._nodes[index.internalId()].part if index.isValid() else None

    def indexes(self) -> Iterator[QModelIndex]:
        """Every branch and row, from top to bottom."""
        for number, node in enumerate(self._nodes):
            yield self.createIndex(node.row, 0, number)

    # ------------------------------------------------------------------ what Qt asks

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Give the place of a cell."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._below(parent)[row])

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Give the place of the part above."""
        above = self._nodes[index.internalId()].above if index.isValid() else None
        if above is None:
            return QModelIndex()
        return self.createIndex(self._nodes[above].row, 0, above)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many rows there are below."""
        return 0 if parent.column() > 0 else len(self._below(parent))

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

    # ------------------------------------------------------------------ inside

    def _below(self, parent: Index) -> list[int]:
        return self._nodes[parent.internalId()].below if parent.isValid() else self._tops

    def _keep(self, branches: tuple[Branch, ...]) -> None:
        self.branches = branches
        self._nodes = []
        self._tops = self._add(branches, None)

    def _add(self, parts: Sequence[Branch | Leaf], above: int | None) -> list[int]:
        numbers = []
        for row, part in enumerate(parts):
            number = len(self._nodes)
            self._nodes.append(_Node(part, row, above, []))
            self._nodes[number].below = self._add(part.leaves, number)
            numbers.append(number)
        return numbers

    def _repaint(self, number: int) -> None:
        first = self.createIndex(self._nodes[number].row, 0, number)
        self.dataChanged.emit(first, first.siblingAtColumn(len(self._titles) - 1))

    def _repaint_all(self) -> None:
        for number in range(len(self._nodes)):
            self._repaint(number)


def _shape(parts: Sequence[Branch | Leaf]) -> Iterator[tuple[str, int]]:
    """Keys from top to bottom, each with how many stand directly below."""
    for part in parts:
        yield part.key, len(part.leaves)
        yield from _shape(part.leaves)
