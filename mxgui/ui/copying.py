"""What tables and lists give to the clipboard: rows as tab-separated text, cells, or everything.

What is copied is what is seen: the visible columns in their order, without the indentation of a
tree. It can be pasted anywhere, so no letter in it steers a terminal or turns the text around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QMenu,
    QTableView,
    QTreeView,
)

from mxgui.model.text import Text, text
from mxgui.ui.words import shown as words_shown

_ENDS = re.compile(r"[\t\n\r\v\f\x85\u2028\u2029]+")  # of cells and rows
_STEERING = re.compile(  # controls, bidirectional marks and isolates, half letters, objects
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffc]"
)


def cleaned(words: str) -> str:
    """Words of one cell without what would end the cell, or steer what it is pasted into."""
    return _STEERING.sub("", _ENDS.sub(" ", words)).strip()


def cell_text(view: QAbstractItemView) -> str:
    """The current cell."""
    return _words(view.currentIndex())


def rows_text(view: QAbstractItemView) -> str:
    """The selected rows, or else the current one; more than one come with the headings."""
    rows = _selected(view)
    heading = _heading(view) if len(rows) > 1 else None
    return _lines(view, rows, heading)


def table_text(view: QAbstractItemView) -> str:
    """Every row, with the headings."""
    return _lines(view, tuple(_below(view, QModelIndex())), _heading(view))


def _words(index: QModelIndex) -> str:
    return cleaned(str(index.data() or "")) if index.isValid() else ""


def _selected(view: QAbstractItemView) -> Sequence[QModelIndex]:
    """The first cell of each selected row, from top to bottom."""
    chosen = view.selectionModel().selectedIndexes() if view.selectionModel() else []
    cells = chosen or [view.currentIndex()]
    firsts = {_path(cell): cell.siblingAtColumn(0) for cell in cells if cell.isValid()}
    return [firsts[path] for path in sorted(firsts)]


def _path(index: QModelIndex) -> tuple[int, ...]:
    """The numbers of the row and of those above it, which sort as rows stand."""
    path: tuple[int, ...] = ()
    while index.isValid():
        path, index = (index.row(), *path), index.parent()
    return path


def _below(view: QAbstractItemView, parent: QModelIndex) -> Iterator[QModelIndex]:
    """Every row below, also where the tree is folded."""
    for at in range(view.model().rowCount(parent)):
        row = view.model().index(at, 0, parent)
        yield row
        yield from _below(view, row)


def _columns(view: QAbstractItemView) -> list[int]:
    """The columns that are seen, in the order in which they are seen."""
    if isinstance(view, QListView):
        return [view.modelColumn()]
    header = _header(view)
    every = range(view.model().columnCount())
    if header is None:
        return list(every)
    seen = [header.logicalIndex(place) for place in every]
    return [column for column in seen if not header.isSectionHidden(column)]


def _header(view: QAbstractItemView) -> QHeaderView | None:
    if isinstance(view, QTableView):
        return view.horizontalHeader()
    return view.header() if isinstance(view, QTreeView) else None


def _heading(view: QAbstractItemView) -> str | None:
    if _header(view) is None:
        return None
    across = Qt.Orientation.Horizontal
    titles = [view.model().headerData(column, across) for column in _columns(view)]
    return "\t".join(cleaned(str(title or "")) for title in titles)


def _lines(view: QAbstractItemView, rows: Iterable[QModelIndex], heading: str | None) -> str:
    columns = _columns(view)
    lines = [heading] if heading is not None else []
    for row in rows:
        cells = [_words(row.siblingAtColumn(column)) for column in columns]
        lines.append("\t".join(cells).rstrip("\t"))
    return "\n".join(lines)


class Copier(QObject):
    """Gives a table or a list its ways of being copied, as keys and as a menu."""

    def __init__(self, view: QAbstractItemView, *, with_key: bool = True) -> None:
        """Add the actions to those that the view has; `with_key` lets Ctrl+C copy rows."""
        super().__init__(view)
        self._view = view
        key = QKeySequence.StandardKey.Copy if with_key else None
        self.row = self._offer(text("Copy &row"), rows_text, key)
        self.cell = self._offer(text("Copy &cell"), cell_text)
        self.table = self._offer(text("Copy &table"), table_text)
        if view.contextMenuPolicy() is Qt.ContextMenuPolicy.DefaultContextMenu:
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(self._open_menu)

    def _offer(
        self,
        words: Text,
        what: Callable[[QAbstractItemView], str],
        key: QKeySequence.StandardKey | None = None,
    ) -> QAction:
        action = QAction(words_shown(words), self)
        if key is not None:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(_copying(self._view, what))
        self._view.addAction(action)
        return action

    def _open_menu(self, place: QPoint) -> None:
        """Show what can be done: first what is of the view itself, then the ways to copy."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        own = (self.row, self.cell, self.table)
        others = [action for action in self._view.actions() if action not in own]
        menu.addActions(others)
        if others:
            menu.addSeparator()
        menu.addActions(own)
        menu.popup(self._view.viewport().mapToGlobal(place))


def _copying(
    view: QAbstractItemView, what: Callable[[QAbstractItemView], str]
) -> Callable[[], None]:
    def copy() -> None:
        words = what(view)
        if words:  # else there is nothing to copy, and what was copied before is kept
            QGuiApplication.clipboard().setText(words)

    return copy


def let_copy(view: QAbstractItemView, *, with_key: bool = True) -> Copier:
    """Let the rows, the cells and the whole of a view be copied, by its menu and by Ctrl+C.

    A view that does something else with Ctrl+C has it without the key.
    """
    return Copier(view, with_key=with_key)
