"""A read-only tree for Qt: branches, each with its rows and what unfolds below, all frozen.

Each is known among its neighbours by its key. What is new is inserted, what is gone is removed and
what has new words is repainted, so that folding, selection and the reader's place stay while an
inspection runs. Only where the order of what was there changes is all of it laid out anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt

from mxgui.model.text import Text
from mxgui.ui.cell import Branch, Cell, Leaf
from mxgui.ui.fonts import mono_font
from mxgui.ui.table import NOWHERE, ROLES, Index, Role, cell_data, header_data
from mxgui.ui.theme import Theme

__all__ = ["Branch", "Leaf", "TreeModel"]

Part: TypeAlias = Branch | Leaf
Run: TypeAlias = tuple[int, int]  # the first and the last place


@dataclass(slots=True)
class _Node:
    """A branch or a row with its place; the number is Qt's internal id."""

    part: Part | None
    number: int
    above: "_Node | None" = None
    row: int = 0
    below: "list[_Node]" = field(default_factory=list)

    @property
    def keys(self) -> list[str]:
        """The keys of what stands directly below."""
        return [node.part.key for node in self.below if node.part is not None]


class TreeModel(QAbstractItemModel):
    """The branches as Qt wants them."""

    def __init__(self, titles: Sequence[Text], theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self.branches: tuple[Branch, ...] = ()
        self._fresh = count(1)
        self._root = _Node(None, 0)
        self._nodes = {0: self._root}
        self._titles = tuple(titles)
        self._theme = theme
        self._mono = mono_font()
        theme.changed.connect(self._repaint_all)

    def replace(self, branches: Sequence[Branch]) -> bool:
        """Show these from now on; tells whether there are other branches or rows than before."""
        new = tuple(branches)
        if new == self.branches:
            return False
        is_reshaped = list(_shape(new)) != list(_shape(self.branches))
        if is_reshaped and not _can_be_edited(self.branches, new):
            self.beginResetModel()
            self._root = _Node(None, 0)
            self._nodes = {0: self._root}
            self._root.below = self._made(new, self._root)
            self.branches = new
            self.endResetModel()
            return True
        self.branches = new
        self._edit(self._root, new)
        return is_reshaped

    def index_of(self, key: str | None) -> QModelIndex:
        """The place of the first branch or row with that key; an invalid one if there is none."""
        found = (node for node in _walk(self._root) if node.part and node.part.key == key)
        node = next(found, None)
        return QModelIndex() if node is None else self._index(node)

    def at(self, index: Index) -> Part | None:
        """What stands at a place."""
        return self._node(index).part

    def indexes(self) -> Iterator[QModelIndex]:
        """Every branch and row, from top to bottom."""
        return map(self._index, _walk(self._root))

    # ------------------------------------------------------------------ what Qt asks

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Give the place of a cell."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self._index(self._node(parent).below[row], column)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Give the place of the part above."""
        above = self._node(index).above
        return QModelIndex() if above is None else self._index(above)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many rows there are below."""
        return 0 if parent.column() > 0 else len(self._node(parent).below)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many columns there are."""
        return len(self._titles)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Tell what is in a cell."""
        part = self.at(index) if role in ROLES else None
        if part is None or index.column() >= len(part.cells):
            return None
        return cell_data(part.cells[index.column()], role, self._theme, self._mono)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Tell the title of a column."""
        return header_data(self._titles, section, orientation, role)

    def _node(self, index: Index) -> _Node:
        """What stands at a place; for a place that is none by now, nothing with nothing below."""
        if not index.isValid():
            return self._root
        return self._nodes.get(index.internalId()) or _Node(None, -1)

    def _index(self, node: _Node, column: int = 0) -> QModelIndex:
        return NOWHERE if node is self._root else self.createIndex(node.row, column, node.number)

    # ------------------------------------------------------------------ editing

    def _edit(self, node: _Node, new: Sequence[Part]) -> None:
        """Let what stands below a node be this: remove, insert, and repaint what differs."""
        keys = [part.key for part in new]
        for first, last in reversed(_runs_without(node.keys, keys)):
            self.beginRemoveRows(self._index(node), first, last)
            gone = node.below[first : last + 1]
            node.below = _numbered(node.below[:first] + node.below[last + 1 :])
            for each in gone:
                self._forget(each)
            self.endRemoveRows()
        for first, last in _runs_without(keys, node.keys):
            self.beginInsertRows(self._index(node), first, last)
            made = self._made(new[first : last + 1], node)
            node.below = _numbered(node.below[:first] + made + node.below[first:])
            self.endInsertRows()
        for below, part in zip(node.below, new, strict=True):
            if below.part is not part:
                self._change(below, part)

    def _change(self, node: _Node, part: Part) -> None:
        was, node.part = node.part, part
        self._edit(node, part.leaves)
        if was is not None:
            self._repaint_cells(node, part.cells, was.cells)

    def _made(self, parts: Sequence[Part], above: _Node) -> list[_Node]:
        nodes = []
        for row, part in enumerate(parts):
            node = _Node(part, next(self._fresh), above, row)
            self._nodes[node.number] = node
            node.below = self._made(part.leaves, node)
            nodes.append(node)
        return nodes

    def _forget(self, node: _Node) -> None:
        del self._nodes[node.number]
        for below in node.below:
            self._forget(below)

    # ------------------------------------------------------------------ repainting

    def _repaint_cells(self, node: _Node, new: Sequence[Cell], old: Sequence[Cell]) -> None:
        """Repaint from the first cell that differs to the last."""
        if len(new) != len(old):
            self._repaint(node, 0, len(self._titles) - 1)
            return
        changed = [at for at, (cell, was) in enumerate(zip(new, old, strict=True)) if cell != was]
        if changed:
            self._repaint(node, changed[0], changed[-1])

    def _repaint(self, node: _Node, left: int, right: int) -> None:
        self.dataChanged.emit(self._index(node, left), self._index(node, right))

    def _repaint_all(self) -> None:
        for node in _walk(self._root):
            self._repaint(node, 0, len(self._titles) - 1)


def _walk(node: _Node) -> Iterator[_Node]:
    """Everything below, from top to bottom."""
    for below in node.below:
        yield below
        yield from _walk(below)


def _numbered(nodes: list[_Node]) -> list[_Node]:
    for row, node in enumerate(nodes):
        node.row = row
    return nodes


def _shape(parts: Sequence[Part]) -> Iterator[tuple[str, int]]:
    """Keys from top to bottom, each with how many stand directly below."""
    for part in parts:
        yield part.key, len(part.leaves)
        yield from _shape(part.leaves)


def _can_be_edited(old: Sequence[Part], new: Sequence[Part]) -> bool:
    """Whether something stays, and what stays keeps its order."""
    before = {part.key: part for part in old}
    kept = [part for part in new if part.key in before]
    if old and new and not kept:
        return False
    staying = {part.key for part in kept}
    if [part.key for part in old if part.key in staying] != [part.key for part in kept]:
        return False
    return all(_can_be_edited(before[part.key].leaves, part.leaves) for part in kept)


def _runs_without(keys: Sequence[str], known: Sequence[str]) -> list[Run]:
    """The runs of keys that are not among the known ones."""
    runs: list[Run] = []
    among = set(known)
    for place, key in enumerate(keys):
        if key in among:
            continue
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
