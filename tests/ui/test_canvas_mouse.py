"""The mouse chooses, opens, folds and drags on the canvas, and what is under it stands out."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from mxgui.ui.canvas import Canvas
from mxgui.ui.graph_lanes import LaneItem
from tests.ui.pointing import move_mouse
from tests.ui.showing import key_of
from tests.ui.test_canvas import MANY, RESULT


@pytest.fixture
def canvas(theme, qtbot) -> Canvas:
    made = Canvas(theme)
    qtbot.addWidget(made)
    made.resize(1200, 600)
    made.show()
    return made


def place_of(canvas: Canvas, key: str) -> QPoint:
    item = canvas.item(key)
    assert item is not None
    return canvas.mapFromScene(item.boundingRect().center())


def test_a_click_chooses_what_is_under_the_mouse(canvas, qtbot):
    canvas.draw(RESULT.diagram, None, 0.0)
    key = key_of(RESULT, "192.0.2.2")
    with qtbot.waitSignal(canvas.chosen) as heard:
        qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place_of(canvas, key))
    assert heard.args == [key]


def test_a_click_on_a_lane_chooses_it(canvas, qtbot):
    canvas.draw(RESULT.diagram, None, 0.0)
    lane = RESULT.diagram.lanes[0]
    corner = canvas.mapFromScene(lane.box.right - 4, lane.box.y + 4)
    with qtbot.waitSignal(canvas.chosen) as heard:
        qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    assert heard.args == [lane.key]
    canvas.draw(RESULT.diagram, lane.key, 0.0)
    assert canvas.here == lane.key


def test_a_click_on_the_ground_chooses_nothing(canvas, qtbot):
    canvas.draw(RESULT.diagram, None, 0.0)
    with qtbot.assertNotEmitted(canvas.chosen):
        qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_dragging_moves_the_picture_and_chooses_nothing(canvas, qtbot):
    canvas.draw(MANY.diagram, None, 0.0)
    start, end = QPoint(600, 400), QPoint(600, 200)
    with qtbot.assertNotEmitted(canvas.chosen):
        qtbot.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=start)
        move_mouse(canvas.viewport(), end, Qt.MouseButton.LeftButton)
        qtbot.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert canvas.verticalScrollBar().value() == 200


def test_the_sign_of_a_lane_folds_it_and_chooses_nothing(canvas, qtbot):
    canvas.draw(RESULT.diagram, None, 0.0)
    lane = canvas.item("tier 10")
    assert isinstance(lane, LaneItem)
    place = canvas.mapFromScene(lane.sign.center())
    for act in (qtbot.mouseClick, qtbot.mouseDClick):
        with qtbot.assertNotEmitted(canvas.chosen), qtbot.waitSignal(canvas.folding) as heard:
            act(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert heard.args == ["tier 10", True]


def test_what_is_under_the_mouse_stands_out_with_its_way(canvas, qtbot):
    canvas.draw(RESULT.diagram, None, 0.0)
    key = key_of(RESULT, "a.example.org")
    rows = [canvas.item(row.key) for row in RESULT.diagram.rows]
    move_mouse(canvas.viewport(), place_of(canvas, key))
    qtbot.waitUntil(lambda: canvas.item(key).is_lit)
    assert [row.is_lit for row in rows] == [True, True, False]
    assert canvas.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    canvas.viewportEvent(QEvent(QEvent.Type.Leave))
    assert not canvas.item(key).is_lit


@pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)", extend=True)
def test_where_the_mouse_rests_a_tip_is_shown(canvas, qtbot):
    canvas.draw(RESULT.diagram, None, 0.0)
    place = place_of(canvas, key_of(RESULT, "192.0.2.2"))
    canvas.viewportEvent(QHelpEvent(QEvent.Type.ToolTip, place, canvas.mapToGlobal(place)))
    qtbot.waitUntil(QToolTip.isVisible)
    assert "192.0.2.2" in QToolTip.text()
    QToolTip.hideText()


def test_a_double_click_opens(canvas, qtbot):
    canvas.draw(RESULT.diagram, None, 0.0)
    place = place_of(canvas, key_of(RESULT, "192.0.2.2"))
    with qtbot.waitSignal(canvas.opened):
        qtbot.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.assertNotEmitted(canvas.opened):
        qtbot.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
