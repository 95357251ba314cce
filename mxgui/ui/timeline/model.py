"""The rows of the time line as Qt wants them; what still grows is asked for anew at every tick."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex

from mxgui.model.text import text
from mxgui.ui.table import ROLES, Cell, Index, Role, cell_data
from mxgui.ui.theme import Theme
from mxgui.ui.timeline.row import (
    Row,
    bar_words,
    began_words,
    spoken,
    told_exactly,
    took_words,
)
from mxgui.ui.tree import Branch, Leaf, TreeModel
from mxgui.ui.words import shown


class Place(IntEnum):
    """The columns."""

    NAME = 0
    ASKED = 1
    ENDED = 2
    BEGAN = 3
    TOOK = 4
    BAR = 5


TITLES = (
    text("Step"),
    text("Type or address"),
    text("How it ended"),
    text("Began"),
    text("Took"),
    text("Time"),
)


class StepsModel(TreeModel):
    """Steps, and below each its parts."""

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__(TITLES, theme)
        self.now = 0.0
        self.rows: tuple[Row, ...] = ()
        self._by_key: dict[str, Row] = {}
        self._branches: dict[str, tuple[Row, Branch]] = {}

    def take(self, rows: Sequence[Row]) -> bool:
        """Show these rows from now on; tells whether there are others than before."""
        self.rows = tuple(rows)
        self._by_key = {own.key: own for row in self.rows for own in (row, *row.parts)}
        self._branches = {row.key: (row, self._branch(row)) for row in self.rows}
        return self.replace([branch for _, branch in self._branches.values()])

    def row_at(self, index: Index) -> Row | None:
        """The row at a place."""
        part = self.at(index)
        return self._by_key.get(part.key) if part is not None else None

    def tick(self, index: QModelIndex) -> None:
        """Say that the row at a place has grown, if it still grows."""
        row = self.row_at(index)
        if row is not None and row.is_open:
            first, last = index.siblingAtColumn(Place.TOOK), index.siblingAtColumn(Place.BAR)
            self.dataChanged.emit(first, last)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Tell what is in a cell."""
        row = self.row_at(index) if role in ROLES else None
        if row is None:
            return None
        place = index.column()
        if role == Role.AccessibleTextRole and place == Place.NAME:
            return shown(spoken(row, self.now))
        if place == Place.BAR and role == Role.ToolTipRole:
            lines = "\n".join(map(shown, told_exactly(row, self.now)))
            return cell_data(Cell(lines), role, self._theme, self._mono)
        if place in (Place.TOOK, Place.BAR) and row.is_open:
            words = took_words if place == Place.TOOK else bar_words
            return cell_data(Cell(words(row, self.now)), role, self._theme, self._mono)
        return super().data(index, role)

    def _branch(self, row: Row) -> Branch:
        """The branch of a row; the one made before if the row is the same."""
        old, branch = self._branches.get(row.key, (None, None))
        if branch is not None and old is row:
            return branch
        leaves = tuple(Leaf(part.key, tuple(_cells(part))) for part in row.parts)
        return Branch(row.key, tuple(_cells(row)), leaves)


def _cells(row: Row) -> Iterator[Cell]:
    """What stands in the columns; that of a row that grows is told by the tick."""
    tip = text("{ended}: {note}", ended=row.ended, note=row.note) if row.note else ""
    yield Cell(row.name)
    yield Cell(row.asked, mono=True)
    yield Cell(row.ended, row.look, tip=tip)
    yield Cell(began_words(row), muted=True)
    yield Cell("" if row.is_open else took_words(row, 0.0))
    yield Cell("" if row.is_open else bar_words(row, 0.0))
