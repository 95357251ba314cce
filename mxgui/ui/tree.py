"""A read-only tree of two levels for Qt: branches, each with its rows, all of them frozen.

Each is known by its key. What is new is inserted, what is gone is removed and what has new words is
repainted, so that folding, selection and the reader's place stay while an inspection runs. Only
where the order of what was there changes is all of it laid out anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt

from mxgui.model.text import Text
from mxgui.ui.fonts import mono_font
from mxgui.ui.table import NOWHERE, Cell, Index, Role, cell_data, header_data
from mxgui.ui.theme import Theme

TOP = 0  # the internal id of a branch; that of a row is the number of its branch


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


Run: TypeAlias = tuple[int, int]  # the first and the last place


class TreeModel(QAbstractItemModel):
    """The branches as Qt wants them."""

    def __init__(self, titles: Sequence[Text], theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self.branches: tuple[Branch, ...] = ()
        self._titles = tuple(titles)
        self._theme = theme
        self._mono = mono_font()
        # Qt keeps places of rows across an insertion: the number of a branch must outlive it
        self._fresh = count(TOP + 1)
        self._numbers: list[int] = []  # of each branch
        self._places: dict[int, int] = {}  # of each number
        theme.changed.connect(self._repaint_all)

    def replace(self, branches: Sequence[Branch]) -> bool:
        """Show these from now on; tells whether there are other branches or rows than before."""
        new = tuple(branches)
        if new == self.branches:
            return False
        is_reshaped = list(_keys(new)) != list(_keys(self.branches))
        if is_reshaped and not _can_be_edited(self.branches, new):
            self.beginResetModel()
            self._hold(new, [next(self._fresh) for _ in new])
            self.endResetModel()
            return True
        if is_reshaped:
            self._edit(new)
        old, self.branches = self.branches, new
        for at, (branch, before) in enumerate(zip(new, old, strict=True)):
            if branch is not before:
                self._repaint_changed(at, branch, before)
        return is_reshaped

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
        return self.branches[self._places[index.internalId()]].leaves[index.row()]

    # ------------------------------------------------------------------ what Qt asks

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Give the place of a cell."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        number = self._numbers[parent.row()] if parent.isValid() else TOP
        return self.createIndex(row, column, number)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Give the place of the branch above."""
        if not index.isValid() or index.internalId() == TOP:
            return QModelIndex()
        place = self._places.get(index.internalId())
        return QModelIndex() if place is None else self.createIndex(place, 0, TOP)

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

    # ------------------------------------------------------------------ editing

    def _hold(self, branches: Sequence[Branch], numbers: list[int]) -> None:
        self.branches, self._numbers = tuple(branches), numbers
        self._places = {number: place for place, number in enumerate(numbers)}

    def _edit(self, new: Sequence[Branch]) -> None:
        """Remove what is gone and insert what is new, and leave the words of the rest."""
        keys = [branch.key for branch in new]
        for first, last in reversed(_runs_without([own.key for own in self.branches], keys)):
            self.beginRemoveRows(NOWHERE, first, last)
            kept, numbers = list(self.branches), list(self._numbers)
            del kept[first : last + 1], numbers[first : last + 1]
            self._hold(kept, numbers)
            self.endRemoveRows()
        for first, last in _runs_without(keys, [own.key for own in self.branches]):
            self.beginInsertRows(NOWHERE, first, last)
            kept, numbers = list(self.branches), list(self._numbers)
            kept[first:first] = new[first : last + 1]
            numbers[first:first] = [next(self._fresh) for _ in range(first, last + 1)]
            self._hold(kept, numbers)
            self.endInsertRows()
        for at, branch in enumerate(new):
            if branch is not self.branches[at]:
                self._edit_leaves(at, branch.leaves)

    def _edit_leaves(self, at: int, new: tuple[Leaf, ...]) -> None:
        keys = [leaf.key for leaf in new]
        parent = self.index(at, 0)
        had = [leaf.key for leaf in self.branches[at].leaves]
        for first, last in reversed(_runs_without(had, keys)):
            self.beginRemoveRows(parent, first, last)
            kept = self.branches[at].leaves
            self._hold_leaves(at, kept[:first] + kept[last + 1 :])
            self.endRemoveRows()
        for first, last in _runs_without(keys, had):
            self.beginInsertRows(parent, first, last)
            kept = self.branches[at].leaves
            self._hold_leaves(at, kept[:first] + new[first : last + 1] + kept[first:])
            self.endInsertRows()

    def _hold_leaves(self, at: int, leaves: tuple[Leaf, ...]) -> None:
        branches = list(self.branches)
        branches[at] = replace(branches[at], leaves=leaves)
        self.branches = tuple(branches)

    # ------------------------------------------------------------------ repainting

    def _repaint_changed(self, at: int, branch: Branch, before: Branch) -> None:
        self._repaint_cells(self.index(at, 0), branch.cells, before.cells)
        for below, (leaf, was) in enumerate(zip(branch.leaves, before.leaves, strict=True)):
            if leaf is not was:
                place = self.index(below, 0, self.index(at, 0))
                self._repaint_cells(place, leaf.cells, was.cells)

    def _repaint_cells(self, first: QModelIndex, new: Sequence[Cell], old: Sequence[Cell]) -> None:
        """Repaint from the first cell that differs to the last."""
        if len(new) != len(old):
            self._repaint(first)
            return
        changed = [at for at, (cell, was) in enumerate(zip(new, old, strict=True)) if cell != was]
        if changed:
            left, right = changed[0], changed[-1]
            self.dataChanged.emit(first.siblingAtColumn(left), first.siblingAtColumn(right))

    def _repaint(self, first: QModelIndex) -> None:
        self.dataChanged.emit(first, first.siblingAtColumn(len(self._titles) - 1))

    def _repaint_all(self) -> None:
        for at, branch in enumerate(self.branches):
            self._repaint(self.index(at, 0))
            for below in range(len(branch.leaves)):
                self._repaint(self.index(below, 0, self.index(at, 0)))


def _keys(branches: Sequence[Branch]) -> Iterator[tuple[str, ...]]:
    return ((branch.key, *(leaf.key for leaf in branch.leaves)) for branch in branches)


def _can_be_edited(old: Sequence[Branch], new: Sequence[Branch]) -> bool:
    """Whether something stays, and what stays keeps its order."""
    before = {branch.key: branch for branch in old}
    kept = [branch for branch in new if branch.key in before]
    if not (kept and _keeps_order([own.key for own in old], [own.key for own in new])):
        return False
    return all(_keeps_order(_leaf_keys(before[own.key]), _leaf_keys(own)) for own in kept)


def _keeps_order(old: Sequence[str], new: Sequence[str]) -> bool:
    staying = set(old) & set(new)
    return [key for key in old if key in staying] == [key for key in new if key in staying]


def _leaf_keys(branch: Branch) -> tuple[str, ...]:
    return tuple(leaf.key for leaf in branch.leaves)


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
