"""The keys that zoom an axis of time, and move along it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from mxgui.ui.timeline.scale import Scale


def zoom_by_key(scale: Scale, event: QKeyEvent) -> bool:
    """Zoom with + - 0, move along the axis with Shift and an arrow; tells whether it was one."""
    shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    match event.key():
        case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
            scale.zoom_in()
        case Qt.Key.Key_Minus:
            scale.zoom_out()
        case Qt.Key.Key_0:
            scale.fit()
        case Qt.Key.Key_Left if shift:
            scale.earlier()
        case Qt.Key.Key_Right if shift:
            scale.later()
        case _:
            return False
    return True
