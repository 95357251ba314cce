"""A mouse moved upon a widget without the cursor of the screen, which other windows share."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


def move_mouse(
    widget: QWidget, place: QPoint, held: Qt.MouseButton = Qt.MouseButton.NoButton
) -> None:
    """Move to that place of the widget, with a button held or none."""
    none, bare = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    there, anywhere = QPointF(place), QPointF(widget.mapToGlobal(place))
    event = QMouseEvent(QEvent.Type.MouseMove, there, anywhere, none, held, bare)
    QApplication.sendEvent(widget, event)
