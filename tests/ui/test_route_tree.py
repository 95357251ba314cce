"""The records of a draft in a tree: typed, dragged, and never lost."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeWidgetItemIterator

from mxgui.ui.route_draft import Draft
from mxgui.ui.route_tree import HOST, NOTE, PREFERENCE, RouteTree
from mxgui.ui.theme import Theme
from tests.planned import mx_records
from tests.ui.pointing import move_mouse

PUBLISHED = mx_records("10 a.example.org, 10 b.example.org, 20 c.example.org")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tree(qtbot) -> RouteTree:
    made = RouteTree(Theme())
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.show_draft(Draft.of(PUBLISHED), PUBLISHED)
    made.show()
    return made


def seen(tree: RouteTree) -> list[str]:
    """Headings, and below each its hosts."""
    told: list[str] = []
    places = QTreeWidgetItemIterator(tree)
    while (item := places.value()) is not None:
        told.append(item.text(HOST) if item.parent() is None else f"- {item.text(HOST)}")
        places += 1
    return told


def middle(tree: RouteTree, tier: int, row: int | None = None) -> QPoint:
    place = tree.model().index(tier, 0)
    if row is not None:
        place = tree.model().index(row, 0, place)
    return tree.visualRect(place).center()


def typed(tree: RouteTree, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    editor = tree.viewport().findChildren(QLineEdit)[-1]
    editor.selectAll()
    QTest.keyClicks(editor, words)
    QTest.keyClick(editor, key)
    QApplication.processEvents()  # Qt takes what was typed in the next turn


def drag(tree: RouteTree, start: QPoint, end: QPoint) -> None:
    view = tree.viewport()
    QTest.mousePress(view, LEFT, pos=start)
    move_mouse(view, start + QPoint(20, 4), LEFT)
    move_mouse(view, end, LEFT)
    QTest.mouseRelease(view, LEFT, pos=end)


def test_hosts_stand_below_their_tiers(tree):
    assert seen(tree) == [
        "Preference 10, tried first",
        "- a.example.org",
        "- b.example.org",
        "Preference 20",
        "- c.example.org",
    ]


def test_a_host_is_dragged_to_another_tier(tree):
    changes = []
    tree.edited.connect(lambda: changes.append(1))
    drag(tree, middle(tree, 0, 0), middle(tree, 1, 0))
    assert seen(tree)[-2:] == ["- a.example.org", "- c.example.org"]
    assert tree.draft.rows[0].preference == "20"
    assert tree.place() == 0
    assert changes == [1]


def test_below_all_tiers_a_dragged_host_gets_one_of_its_own(tree):
    drag(tree, middle(tree, 0, 1), QPoint(100, tree.viewport().height() - 5))
    assert seen(tree)[-2:] == ["Preference 30", "- b.example.org"]


def test_put_down_outside_or_with_escape_it_stays_where_it_was(tree):
    drag(tree, middle(tree, 0, 0), QPoint(100, -300))
    view = tree.viewport()
    QTest.mousePress(view, LEFT, pos=middle(tree, 0, 0))
    move_mouse(view, middle(tree, 1), LEFT)
    QTest.keyClick(tree, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, LEFT, pos=middle(tree, 1))
    assert tree.draft == Draft.of(PUBLISHED)


def test_a_click_alone_moves_nothing(tree):
    QTest.mouseClick(tree.viewport(), LEFT, pos=middle(tree, 1, 0))
    assert tree.place() == 2
    assert tree.draft == Draft.of(PUBLISHED)


def test_what_is_typed_is_taken_and_goes_to_its_tier(tree):
    tree.begin_typing(0, PREFERENCE)
    typed(tree, "30")
    assert seen(tree)[-2:] == ["Preference 30", "- a.example.org"]
    assert tree.place() == 0


def test_tab_goes_on_in_the_cell_beside_it_and_enter_begins_to_type(tree):
    QTest.keyClick(tree, Qt.Key.Key_Return)
    typed(tree, "new.example.net", Qt.Key.Key_Tab)
    typed(tree, "5")
    assert tree.draft.rows[0].host == "new.example.net"
    assert seen(tree)[:2] == ["Preference 5, tried first", "- new.example.net"]


@pytest.mark.parametrize(("column", "words"), [(HOST, "192.0.2.1"), (PREFERENCE, "ten")])
def test_what_is_wrong_stays_where_it_was_typed_and_says_why(tree, column, words):
    tree.begin_typing(0, column)
    typed(tree, words)
    item = tree.currentItem()
    assert item.text(column) == words
    assert words in item.text(NOTE)
    assert not item.icon(NOTE).isNull()
    assert words in str(item.data(HOST, Qt.ItemDataRole.AccessibleTextRole))


def test_what_is_no_preference_stands_below_a_heading_of_its_own(tree):
    tree.begin_typing(0, PREFERENCE)
    typed(tree, "ten")
    assert seen(tree)[-2:] == ["No preference", "- a.example.org"]
    drag(tree, middle(tree, 2, 0), middle(tree, 0))
    assert tree.draft.rows[0].preference == "10"
    drag(tree, middle(tree, 0, 0), middle(tree, 0))
    assert tree.draft.problem is None


def test_every_row_is_read_out_as_a_whole(tree):
    item = tree.topLevelItem(0).child(0)
    assert item.data(HOST, Qt.ItemDataRole.AccessibleTextRole) == (
        "a.example.org, preference 10: as published"
    )
    assert tree.accessibleName() == "MX records, tier by tier"
