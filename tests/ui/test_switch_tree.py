"""The tree of parts: a box for each, pressed with keys, spoken to whoever listens."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from mxgui.ui.switch_rows import Switches, switches_of
from mxgui.ui.switch_tree import SwitchTree
from mxgui.ui.table import Role
from tests.routing.sending.supposed import a_what_if
from tests.ui.showing import a_result


@pytest.fixture
def tree(theme, qtbot) -> SwitchTree:
    made = SwitchTree(theme)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


def show(tree: SwitchTree, written: str = "") -> None:
    tree.show_switches(switches_of(a_result(), a_what_if(written)))


def box(tree: SwitchTree, key: str) -> Qt.CheckState | None:
    state = tree.rows.data(tree.rows.index_of(key), Role.CheckStateRole)
    return None if state is None else Qt.CheckState(state)


def test_boxes_stand_as_the_parts_do(tree):
    show(tree, "192.0.2.1:silent")
    assert box(tree, "host 0 192.0.2.1") is Qt.CheckState.Unchecked
    assert box(tree, "host 0") is box(tree, "tier 10") is Qt.CheckState.PartiallyChecked
    assert box(tree, "host 1") is Qt.CheckState.Checked
    assert box(tree, "family") is None


def test_a_box_that_changes_is_painted_anew(tree, qtbot):
    show(tree)
    with qtbot.waitSignal(tree.rows.dataChanged):
        show(tree, "a.example.org")
    assert box(tree, "host 0") is Qt.CheckState.Unchecked


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_keys_press_the_box_of_the_row(tree, qtbot, key):
    show(tree)
    pressed: list[str] = []
    tree.pressed.connect(pressed.append)
    tree.setCurrentIndex(tree.rows.index_of("host 1"))
    qtbot.keyClick(tree, key)
    assert pressed == ["host 1"]


def test_on_a_heading_without_a_box_they_fold(tree, qtbot):
    show(tree)
    place = tree.rows.index_of("family")
    tree.setCurrentIndex(place)
    assert tree.isExpanded(place)
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert not tree.isExpanded(place)


def test_only_rows_that_switch_something_can_be_checked(tree):
    show(tree)
    can = Qt.ItemFlag.ItemIsUserCheckable
    assert tree.rows.flags(tree.rows.index_of("host 0")) & can
    assert not tree.rows.flags(tree.rows.index_of("family")) & can
    assert not tree.rows.setData(tree.rows.index_of("family"), None, Role.CheckStateRole)
    assert not tree.rows.setData(QModelIndex(), None, Role.CheckStateRole)


def test_without_a_host_it_says_why_it_is_empty(tree):
    tree.show_switches(Switches())
    assert "nothing can be switched off" in str(tree.empty_words)


def test_the_model_keeps_to_the_rules_of_qt(tree):
    show(tree, "preference=10:silent")
    QAbstractItemModelTester(tree.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    show(tree, "ipv6")
