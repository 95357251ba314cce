"""The tree of courses zooms by key and wheel, and leaves room for the axis."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from mxgui.routing.senders import sender_of
from mxgui.routing.sending.course import course_of
from mxgui.routing.sending.lots import ALL_FAIL
from mxgui.routing.sending.waiting import Waiting
from mxgui.ui.cell import Branch, Cell
from mxgui.ui.waits.bars import BAR
from mxgui.ui.waits.tree import CoursesTree

_ROWS = (Branch("exim", (Cell("Exim"), Cell("1 h"), Cell("told")), (), is_quiet=True),)


@pytest.fixture
def tree(theme, qtbot) -> CoursesTree:
    made = CoursesTree(theme)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    course = course_of(Waiting(sender_of("exim"), 3600.0, ALL_FAIL), after=-600.0)
    made.show_courses(_ROWS, {"exim": (course,)})
    return made


def turn(tree: CoursesTree, turned: QPoint, held: Qt.KeyboardModifier) -> None:
    place = QPointF(600, 50)
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


def test_all_is_seen_from_the_message_before_the_outage_to_its_end(tree):
    assert tree.scale.whole.begin == 0
    assert tree.scale.whole.end == pytest.approx((600 + 3600) * 1.02)


def test_keys_and_wheel_zoom_and_move(tree, qtbot):
    qtbot.keyClick(tree, Qt.Key.Key_Plus)
    assert tree.scale.is_zoomed
    begin = tree.scale.axis.begin
    turn(tree, QPoint(0, -120), Qt.KeyboardModifier.ShiftModifier)
    assert tree.scale.axis.begin > begin
    qtbot.keyClick(tree, Qt.Key.Key_0)
    turn(tree, QPoint(0, 120), Qt.KeyboardModifier.ControlModifier)
    assert tree.scale.is_zoomed
    axis = tree.scale.axis
    turn(tree, QPoint(0, 120), Qt.KeyboardModifier.NoModifier)
    assert tree.scale.axis == axis


def test_other_keys_go_from_row_to_row(tree, qtbot):
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert tree.currentIndex().row() == 0


@pytest.mark.parametrize("wide", [320, 600, 1200])
def test_the_axis_has_its_room_at_any_width(tree, wide):
    tree.resize(wide, 300)
    assert tree.header().sectionSize(BAR) >= wide / 4


def test_it_has_a_name_and_the_words_of_a_course_are_read_out(tree):
    assert tree.accessibleName() == "Course of one message at each sender"
    assert tree.rows.index(0, BAR).data() == "told"
