"""A read-only table for Qt: a tuple of frozen rows, and columns that say what they show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QIcon

from mxgui.model.text import Text
from mxgui.ui.cell import Cell
from mxgui.ui.fonts import mono_font, strong_font
from mxgui.ui.marks import icon_of
from mxgui.ui.theme import Theme
from mxgui.ui.words import shown, tip

__all__ = [
    "LABEL",
    "NOWHERE",
    "ROLES",
    "Cell",
    "Column",
    "Index",
    "Role",
    "RowsModel",
    "cell_data",
    "header_data",
]

R = TypeVar("R")
Index: TypeAlias = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
LABEL = Role.UserRole + 1  # what the words of a wrapped cell are


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column: its title, and what it shows of a row."""

    title: Text
    cell: Callable[[R], Cell]


def cell_data(cell: Cell, role: int, theme: Theme, font: QFont) -> Any:
    """What Qt wants to know of a cell; None for what it does not care about."""
    told = _TOLD.get(role)
    return told(cell, theme, font) if told is not None else None


def _words(cell: Cell, _theme: Theme, _font: QFont) -> str:
    return shown(cell.words)


def _icon(cell: Cell, theme: Theme, _font: QFont) -> QIcon | None:
    return icon_of(cell.look, theme.tokens) if cell.look is not None else None


def _font_of(cell: Cell, _theme: Theme, font: QFont) -> QFont | None:
    if cell.mono:
        return font
    return strong_font() if cell.strong else None


def _ink(cell: Cell, theme: Theme, _font: QFont) -> QColor | None:
    return QColor(theme.tokens.muted) if cell.muted else None


def _tip(cell: Cell, _theme: Theme, _font: QFont) -> str:
    return tip(cell.tip or cell.words)


def _label(cell: Cell, _theme: Theme, _font: QFont) -> str:
    return shown(cell.label)


def _spoken(cell: Cell, _theme: Theme, _font: QFont) -> str:
    """The cell as it is read out: what it is before the words, unless they begin with that."""
    words = shown(cell.words)
    mark = shown(cell.look.word) if cell.look is not None else shown(cell.label)
    if not words or not mark or words.startswith(mark):
        return words or mark
    return f"{mark}: {words}"


# By the role: Qt asks for a dozen of them whenever it paints a cell, and numbers are found at once
_TOLD: dict[int, Callable[[Cell, Theme, QFont], Any]] = {
    int(Role.DisplayRole): _words,
    int(Role.DecorationRole): _icon,
    int(Role.FontRole): _font_of,
    int(Role.ForegroundRole): _ink,
    int(Role.ToolTipRole): _tip,
    int(Role.AccessibleTextRole): _spoken,
    int(LABEL): _label,
}
ROLES = frozenset(_TOLD)  # of which a cell tells anything


class RowsModel(QAbstractTableModel, Generic[R]):
    """The rows as Qt wants them."""

    def __init__(self, columns: Sequence[Column[R]], theme: Theme) -> None:
        """Show no rows yet."""
        super().__init__()
        self.rows: tuple[R, ...] = ()
        self._columns = tuple(columns)
        self._titles = tuple(column.title for column in columns)
        self._theme = theme
        self._mono = mono_font()
        theme.changed.connect(self._repaint)

    def replace(self, rows: Sequence[R]) -> None:
        """Show these rows from now on; as many as before keep the selection."""
        new = tuple(rows)
        if new == self.rows:
            return
        if len(new) == len(self.rows):
            self.rows = new
            self._repaint()
            return
        self.beginResetModel()
        self.rows = new
        self.endResetModel()

    def _repaint(self) -> None:
        if self.rows:
            last = self.index(len(self.rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Tell what is in a cell."""
        if not index.isValid():
            return None
        cell = self._columns[index.column()].cell(self.rows[index.row()])
        return cell_data(cell, role, self._theme, self._mono)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Tell the title of a column."""
        return header_data(self._titles, section, orientation, role)


def header_data(
    titles: Sequence[Text], section: int, orientation: Qt.Orientation, role: int
) -> Any:
    """The title of a column, at the left side of it; rows have none."""
    if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(titles):
        return None
    if role == Role.DisplayRole:
        return shown(titles[section])
    if role == Role.TextAlignmentRole:
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    return None
