"""The tree of the time line unfolds, zooms with wheel and keys, and is moved by a drag."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from mxgui.report.report import report_of
from mxgui.ui.timeline.model import Place, StepsModel
from mxgui.ui.timeline.rows import rows_of
from mxgui.ui.timeline.tree import StepsTree
from tests.ui.showing import a_result, a_running


@pytest.fixture
def tree(theme, qtbot) -> StepsTree:
    model = StepsModel(theme)
    model.take(rows_of(a_result()))
    made = StepsTree(model, theme)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.scale.take(10.0, growing=False)
    made.show()
    return made


def turn(tree: StepsTree, x: float, turned: QPoint, held: Qt.KeyboardModifier) -> None:
    place = QPointF(x, 50)
    QApplication.sendEvent(
        tree.viewport(),
        QWheelEvent(
            place,
            tree.viewport().mapToGlobal(place),
            QPoint(),
            turned,
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def bar_x(tree: StepsTree, place: float) -> int:
    left = tree.header().sectionViewportPosition(Place.BAR) + 8
    return round(left + place * (tree.header().sectionSize(Place.BAR) - 16))


def test_keys_zoom_and_show_all_again(tree, qtbot):
    whole = tree.scale.axis
    qtbot.keyClick(tree, Qt.Key.Key_Plus)
    assert tree.scale.axis.length < whole.length
    qtbot.keyClick(tree, Qt.Key.Key_Minus)
    assert tree.scale.axis == whole
    qtbot.keyClick(tree, Qt.Key.Key_Plus)
    begin = tree.scale.axis.begin
    qtbot.keyClick(tree, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert tree.scale.axis.begin > begin
    qtbot.keyClick(tree, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert tree.scale.axis.begin == pytest.approx(begin)
    qtbot.keyClick(tree, Qt.Key.Key_0)
    assert tree.scale.axis == whole


def test_the_wheel_zooms_about_the_mouse_with_ctrl_and_moves_with_shift(tree):
    moment = tree.scale.axis.moment(0.25)
    x = bar_x(tree, 0.25)
    turn(tree, x, QPoint(0, 240), Qt.KeyboardModifier.ControlModifier)
    assert tree.scale.is_zoomed
    assert tree.scale.axis.place(moment) == pytest.approx(0.25, abs=0.01)
    begin = tree.scale.axis.begin
    turn(tree, x, QPoint(0, -120), Qt.KeyboardModifier.ShiftModifier)
    assert tree.scale.axis.begin > begin
    turn(tree, x, QPoint(240, 0), Qt.KeyboardModifier.NoModifier)
    assert tree.scale.axis.begin < begin


def test_a_turn_without_key_scrolls_the_rows(tree):
    tree.expandAll()
    turn(tree, bar_x(tree, 0.5), QPoint(0, -120), Qt.KeyboardModifier.NoModifier)
    assert tree.verticalScrollBar().value() > 0
    assert not tree.scale.is_zoomed


def test_dragging_the_bars_moves_the_axis_once_it_is_zoomed(tree, qtbot):
    tree.scale.zoom(4.0)
    begin = tree.scale.axis.begin
    start = QPoint(bar_x(tree, 0.5), 50)
    qtbot.mousePress(tree.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        qtbot.mouseMove(tree.viewport(), start + QPoint(-20 * step, 0))
    qtbot.mouseRelease(tree.viewport(), Qt.MouseButton.LeftButton, pos=start)
    assert tree.scale.axis.begin > begin


def test_arrows_unfold_and_walk_and_home_and_end_reach_the_ends(tree, qtbot):
    tree.setCurrentIndex(tree.model().index(5, 0))
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    assert tree.isExpanded(tree.model().index(5, 0))
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert str(tree.current_row().name) == "Connect"
    qtbot.keyClick(tree, Qt.Key.Key_Home)
    assert tree.currentIndex().row() == 0
    qtbot.keyClick(tree, Qt.Key.Key_End)
    assert tree.current_row().key == tree.model().rows[-1].key


def test_what_was_unfolded_is_unfolded_when_all_is_laid_out_anew(tree):
    model = tree.model()
    rows = model.rows
    tree.expand(model.index(5, 0))
    model.take(rows[::-1])
    assert [tree.isExpanded(model.index(at, 0)) for at in range(len(rows))] == [
        row.key == rows[5].key for row in model.rows
    ]
    tree.collapse(model.index_of(rows[5].key))
    model.take(rows)
    assert not tree.isExpanded(model.index(5, 0))


def test_only_rows_that_are_seen_and_grow_are_repainted(tree):
    model = tree.model()
    model.take(rows_of(report_of(a_running())))
    changed: list[str] = []
    model.dataChanged.connect(lambda first, _last: changed.append(str(model.row_at(first).asked)))
    tree.grow(3.0)
    assert changed == ["192.0.2.1"]
    tree.grow(3.0)
    assert len(changed) == 1
    tree.resize(1000, 80)
    tree.grow(4.0)
    assert len(changed) == 1  # it is below what is seen


def test_little_room_is_left_to_the_bars(tree):
    tree.resize(500, 300)
    assert tree.isColumnHidden(Place.BEGAN)
    assert tree.isColumnHidden(Place.TOOK)
    assert tree.header().sectionSize(Place.BAR) >= 160
    tree.resize(900, 300)
    assert tree.header().sectionSize(Place.BAR) >= 270
    tree.resize(1100, 300)
    assert not tree.isColumnHidden(Place.BEGAN)


def test_the_keyboard_arriving_selects_nothing(tree, qtbot):
    tree.setFocus()
    qtbot.waitUntil(tree.hasFocus)
    assert tree.current_row() is None


def test_rows_are_found_by_their_keys(tree):
    key = tree.model().rows[3].key
    assert tree.select_keys({key})
    assert tree.current_row().key == key
    assert not tree.select_keys(set())
    assert tree.current_row() is None
