"""The view of the graph is scaled with keys, wheel and fingers, and keeps in sight what matters."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QGraphicsScene

from mxgui.ui.zoomed_view import LEAST_FIT, SMALLEST, ZoomedView
from tests.ui.pointing import move_mouse

WIDE, HIGH = 1000.0, 5000.0
KEPT = QRectF(400, 2600, 80, 40)
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Keeping(ZoomedView):
    """A view in which one place matters."""

    def kept(self) -> QRectF | None:
        return KEPT


@pytest.fixture
def stage() -> QGraphicsScene:
    return QGraphicsScene(QRectF(0, 0, WIDE, HIGH))


@pytest.fixture
def view(stage, qtbot) -> ZoomedView:
    return seen(ZoomedView(stage), qtbot)


def seen(view: ZoomedView, qtbot) -> ZoomedView:
    qtbot.addWidget(view)
    view.resize(1100, 600)
    view.show()
    return view


def test_the_scale_never_goes_beyond_one_hundred_per_cent(view):
    view.zoom_in()
    assert view.factor == 1.0
    view.zoom_out()
    assert view.factor < 1.0
    view.zoom_whole()
    assert view.factor == 1.0


def test_it_never_goes_below_ten_per_cent(view):
    for _ in range(40):
        view.zoom_out()
    assert view.factor == SMALLEST


def test_fitting_shrinks_until_all_is_seen(view, qtbot):
    view.fit()
    assert view.mapToScene(view.viewport().rect()).boundingRect().height() >= HIGH
    qtbot.waitUntil(lambda: not view.verticalScrollBar().isVisible())


def test_fitting_does_not_enlarge(view, stage):
    stage.setSceneRect(QRectF(0, 0, 100, 100))
    view.fit()
    assert view.factor == 1.0
    stage.setSceneRect(QRectF())
    view.fit()
    assert view.factor == 1.0


def test_by_itself_it_fits_the_width_only_as_long_as_letters_can_be_read(view, qtbot):
    view.resize(900, 600)
    assert LEAST_FIT < view.factor < 1.0
    qtbot.waitUntil(lambda: not view.horizontalScrollBar().isVisible())
    view.resize(300, 300)
    assert view.factor == LEAST_FIT


def test_a_scale_that_was_chosen_stays(view):
    view.zoom_out()
    chosen = view.factor
    view.resize(700, 500)
    view.fit_itself()
    assert view.factor == chosen


def test_keys_that_scale_keep_in_view_what_matters(stage, qtbot):
    view = seen(Keeping(stage), qtbot)
    view.centerOn(KEPT.center())
    before = view.mapFromScene(KEPT.center())
    view.zoom_out()
    after = view.mapFromScene(KEPT.center())
    assert abs(after.y() - before.y()) <= 1  # across it is narrower than the view, and centred
    view.verticalScrollBar().setValue(0)
    view.zoom_whole()
    assert view.viewport().rect().contains(view.mapFromScene(KEPT).boundingRect())
    view.fit()
    assert view.viewport().rect().contains(view.mapFromScene(KEPT).boundingRect())


def wheel(view: ZoomedView, turned: int, modifiers: Qt.KeyboardModifier, place: QPointF) -> None:
    phase, button = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    there = QPointF(view.mapToGlobal(place.toPoint()))
    event = QWheelEvent(place, there, QPoint(), QPoint(0, turned), button, modifiers, phase, False)
    view.wheelEvent(event)


def test_the_wheel_scales_with_ctrl_around_the_mouse_and_else_scrolls(view):
    place = QPointF(300, 200)
    view.verticalScrollBar().setValue(1000)
    held = view.mapToScene(place.toPoint())
    wheel(view, -240, CTRL, place)
    assert view.factor < 0.8
    assert abs(view.mapFromScene(held).y() - place.y()) <= 1
    scale, before = view.factor, view.verticalScrollBar().value()
    wheel(view, -120, NONE, place)
    assert view.factor == scale
    assert view.verticalScrollBar().value() > before


def pinch(view: ZoomedView, kind: Qt.NativeGestureType, value: float) -> bool:
    place, device = QPointF(300, 200), QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(kind, device, 2, place, place, place, value, QPointF())
    return view.viewportEvent(event)


def test_two_fingers_scale(view):
    assert pinch(view, Qt.NativeGestureType.ZoomNativeGesture, -0.2)
    assert view.factor == pytest.approx(0.8)
    assert not pinch(view, Qt.NativeGestureType.RotateNativeGesture, 1.0)
    assert view.factor == pytest.approx(0.8)


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton])
def test_left_and_middle_button_drag(view, qtbot, button):
    port, start, end = view.viewport(), QPoint(300, 300), QPoint(300, 100)
    with qtbot.assertNotEmitted(view.clicked):
        qtbot.mousePress(port, button, pos=start)
        move_mouse(port, end, button)
        assert port.cursor().shape() is Qt.CursorShape.ClosedHandCursor
        qtbot.mouseRelease(port, button, pos=end)
    assert view.verticalScrollBar().value() == 200
    assert port.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_only_the_left_button_clicks(view, qtbot):
    place = QPoint(30, 40)
    with qtbot.waitSignal(view.clicked) as heard:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == [place]
    for button in (Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
        with qtbot.assertNotEmitted(view.clicked):
            qtbot.mouseClick(view.viewport(), button, pos=place)


def test_other_events_are_left_to_qt(view):
    assert not view.viewportEvent(QEvent(QEvent.Type.Leave))


def test_the_right_button_asks_what_can_be_done_there(view, qtbot):
    place = QPoint(30, 40)
    with qtbot.waitSignal(view.asked) as heard:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert heard.args == [place]
