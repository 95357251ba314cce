"""The keys that zoom an axis of time, and move along it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from mxgui.ui.timeline.keys import zoom_by_key
from mxgui.ui.timeline.scale import Scale

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def scale(qapp) -> Scale:
    made = Scale()
    made.take(100.0, growing=False)
    return made


def press(scale: Scale, key: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> bool:
    return zoom_by_key(scale, QKeyEvent(QEvent.Type.KeyPress, key, held))


def test_plus_and_minus_zoom_and_0_shows_all(scale):
    assert press(scale, Qt.Key.Key_Plus)
    assert scale.is_zoomed
    assert press(scale, Qt.Key.Key_Minus)
    assert not scale.is_zoomed
    assert press(scale, Qt.Key.Key_Equal)
    assert press(scale, Qt.Key.Key_0)
    assert not scale.is_zoomed


def test_shift_and_an_arrow_move_along_it(scale):
    press(scale, Qt.Key.Key_Plus)
    begin = scale.axis.begin
    assert press(scale, Qt.Key.Key_Right, _SHIFT)
    assert scale.axis.begin > begin
    assert press(scale, Qt.Key.Key_Left, _SHIFT)
    assert scale.axis.begin == pytest.approx(begin)


def test_other_keys_are_left_to_others(scale):
    assert not press(scale, Qt.Key.Key_Right)
    assert not press(scale, Qt.Key.Key_A)
