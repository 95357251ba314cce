"""The list of domains as Qt shows it: rows of different heights, keys, clicks, and a menu."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

_KEYS, _MODIFIERS = Qt.Key, Qt.KeyboardModifier
_TURNS = {
    _KEYS.Key_Right: 1,
    _KEYS.Key_Left: -1,
    _KEYS.Key_Return: 0,
    _KEYS.Key_Enter: 0,
    _KEYS.Key_Space: 0,
}
_WITH = _MODIFIERS.ControlModifier | _MODIFIERS.AltModifier | _MODIFIERS.MetaModifier


class DomainList(QListView):
    """A list of rows of different heights; Delete wishes a row away."""

    removed = Signal()
    turned = Signal(QModelIndex, int)  # a row that may unfold: 1, -1, or 0 for either
    typed = Signal(str)
    asked = Signal(QModelIndex, QPoint)  # for what can be done with a row, at that place

    def __init__(self) -> None:
        """Be calm: no frame, no sideways scrolling."""
        super().__init__()
        self._is_second = False  # the click under way
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let rows be as high as their sentences need in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask what can be done with the row under the mouse, or with the current one."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        current = self.currentIndex()
        index = self.indexAt(event.pos()) if by_mouse else current
        place = event.globalPos()
        if not by_mouse:
            place = self.viewport().mapToGlobal(self.visualRect(current).center())
        self.asked.emit(index, place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take no second click: the first may have put another row under the mouse."""
        self._is_second = True
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click, unless it was the second of two."""
        is_second, self._is_second = self._is_second, False
        if not is_second:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Delete, what unfolds a row, and letters; everything else is Qt's."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif Qt.Key(event.key()) in _TURNS:
            self.turned.emit(self.currentIndex(), _TURNS[Qt.Key(event.key())])
            super().keyPressEvent(event)
        elif event.text().isalnum() and not event.modifiers() & _WITH:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
