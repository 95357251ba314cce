"""Tables, trees and lists are copied by row, by cell and whole, as text that is safe to paste."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListWidget,
    QMenu,
    QTableView,
    QTreeView,
)

from mxgui.model.text import text
from mxgui.ui.copying import cell_text, cleaned, let_copy, rows_text, table_text
from mxgui.ui.table import Cell, Column, RowsModel
from mxgui.ui.tree import Branch, Leaf, TreeModel

SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@dataclass(frozen=True)
class Host:
    """One row."""

    name: str
    said: str


HOSTS = (Host("a.example", "220 a"), Host("b.example", "421\tbusy\r\nnow"), Host("c.example", ""))
COLUMNS: tuple[Column[Host], ...] = (
    Column(text("Host"), lambda host: Cell(host.name)),
    Column(text("Said"), lambda host: Cell(host.said)),
)
BRANCHES = (
    Branch("t", (Cell("Tried first"),), (Leaf("a", (Cell("1"), Cell("a.example"))),)),
    Branch("n", (Cell("Then"),), (Leaf("b", (Cell("2"), Cell("b.example"))),)),
)


@pytest.fixture
def table(qtbot, theme) -> QTableView:
    view = QTableView()
    qtbot.addWidget(view)
    model = RowsModel(COLUMNS, theme)
    model.replace(HOSTS)
    model.setParent(view)
    view.setModel(model)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    return view


@pytest.fixture
def tree(qtbot, theme) -> QTreeView:
    view = QTreeView()
    qtbot.addWidget(view)
    model = TreeModel((text("Order"), text("Host")), theme)
    model.replace(BRANCHES)
    model.setParent(view)
    view.setModel(model)
    return view


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def select(view: QAbstractItemView, *rows: int) -> None:
    for row in rows:
        view.selectionModel().select(view.model().index(row, 0), SELECT)


def test_one_row_is_copied_without_headings(table):
    table.selectRow(0)
    assert rows_text(table) == "a.example\t220 a"


def test_several_rows_come_with_the_headings_in_the_order_of_the_table(table):
    select(table, 2, 0)
    assert rows_text(table) == "Host\tSaid\na.example\t220 a\nc.example"


def test_a_cell_cannot_break_out_of_its_row(table):
    table.setCurrentIndex(table.model().index(1, 1))
    assert cell_text(table) == "421 busy now"
    assert rows_text(table) == "b.example\t421 busy now"


def test_without_a_row_there_is_nothing_to_copy(table):
    table.setCurrentIndex(table.model().index(-1, -1))
    assert rows_text(table) == ""
    assert cell_text(table) == ""


def test_the_whole_table_has_its_headings(table):
    assert table_text(table).splitlines()[0] == "Host\tSaid"
    assert len(table_text(table).splitlines()) == 1 + len(HOSTS)


def test_only_what_is_seen_is_copied_in_the_order_that_is_seen(table):
    table.horizontalHeader().moveSection(1, 0)
    table.selectRow(0)
    assert rows_text(table) == "220 a\ta.example"
    table.setColumnHidden(1, True)
    assert rows_text(table) == "a.example"


def test_a_tree_is_copied_from_top_to_bottom_also_where_it_is_folded(tree):
    assert table_text(tree) == "Order\tHost\nTried first\n1\ta.example\nThen\n2\tb.example"


def test_a_row_of_a_tree_has_no_indentation(tree):
    below = tree.model().index(0, 0, tree.model().index(1, 0))
    tree.setCurrentIndex(below)
    assert rows_text(tree) == "2\tb.example"


def test_a_list_has_no_headings(qtbot):
    domains = QListWidget()
    qtbot.addWidget(domains)
    domains.addItems(["one.example", "two.example"])
    assert table_text(domains) == "one.example\ntwo.example"
    assert rows_text(domains) == ""


@pytest.mark.parametrize(
    ("words", "copied"),
    [
        ("\u2068\u05d0\u05d1\u2069.example", "\u05d0\u05d1.example"),  # our own isolates
        ("a\x1b[31mb\x07\x9b1mc", "a[31mb1mc"),
        ("one\ttwo\r\n\u2028three", "one two three"),
        ("half \ud800", "half"),
        ("münchen", "münchen"),
    ],
)
def test_nothing_steers_what_it_is_pasted_into(words, copied):
    assert cleaned(words) == copied


def test_ctrl_c_copies_the_row(qtbot, table):
    let_copy(table)
    table.show()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == "a.example\t220 a"


def test_copying_nothing_keeps_what_was_copied_before(table):
    copier = let_copy(table)
    QGuiApplication.clipboard().setText("before")
    copier.row.trigger()
    assert clipboard() == "before"
    copier.table.trigger()
    assert clipboard().startswith("Host\tSaid")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen cannot grab
def test_the_menu_has_the_actions_of_the_view_and_the_ways_to_copy(qtbot, table):
    own = QAction("Probe this host", table)
    table.addAction(own)
    copier = let_copy(table)
    table.show()
    table.selectRow(1)
    place = table.visualRect(table.currentIndex()).center()
    ask_for_menu(table, place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["Probe this host", "Copy &row", "Copy &cell", "Copy &table"]
    copier.cell.trigger()
    assert clipboard() == "b.example"
    menu.close()


def ask_for_menu(view: QAbstractItemView, place: QPoint) -> None:
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(view.viewport(), event)


def test_a_view_with_a_menu_of_its_own_keeps_it(table):
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    let_copy(table)
    assert table.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
