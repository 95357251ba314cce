"""A view that is scaled and moved: by keys, wheel, two fingers, dragging; never beyond 100 %."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QCursor,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsScene, QGraphicsView, QWidget

STEP = 1.15  # of one key press or one notch of the wheel
NOTCH = 120  # what a wheel tells for one notch
SMALLEST = 0.1
LEAST_FIT = 0.66  # below this letters are hard to read, so fitting by itself stops there
MARGIN = 24  # pixels that are seen around a part that was scrolled to
_BORDER = 6  # pixels, left and right or top and bottom, of the focus border in the style sheet
_GRIPS = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is seen of a picture: the scale, None for the one that fits, and the middle of it."""

    factor: float | None
    middle: QPointF


class ZoomedView(QGraphicsView):
    """Shows a scene between 10 and 100 %, and is dragged with the left or the middle button."""

    scaled = Signal()
    asked = Signal(QPoint)  # what can be done with what is there
    clicked = Signal(QPoint)  # where, in pixels of the viewport; dragging is no click

    def __init__(self, stage: QGraphicsScene, parent: QWidget | None = None) -> None:
        """Show the scene at 100 %, or smaller if its width does not fit."""
        super().__init__(stage, parent)
        self._fits_itself = True
        self._grip: QPoint | None = None  # where the mouse holds the picture
        self._is_dragged = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setInteractive(False)  # the mouse is ours; items only paint
        self.viewport().setMouseTracking(True)

    @property
    def factor(self) -> float:
        """The scale; 1.0 is 100 %."""
        return self.transform().m11()

    @property
    def is_held(self) -> bool:
        """Whether the mouse holds the picture, to drag it."""
        return self._grip is not None

    def kept(self) -> QRectF | None:
        """What shall stay in view when keys scale, in places of the scene; by itself nothing."""
        return None

    @property
    def outlook(self) -> Outlook:
        """What is seen now, to come back to it."""
        middle = self.mapToScene(self.viewport().rect().center())
        return Outlook(None if self._fits_itself else self.factor, middle)

    def look(self, outlook: Outlook) -> None:
        """See what was seen then."""
        self._fits_itself = outlook.factor is None
        if outlook.factor is None:
            self.fit_itself()
        else:
            self._set_scale(outlook.factor)
        self.centerOn(outlook.middle)

    # ------------------------------------------------------------------ scale

    def zoom_in(self) -> None:
        """Enlarge one step, up to 100 %."""
        self._zoom(self.factor * STEP)

    def zoom_out(self) -> None:
        """Shrink one step."""
        self._zoom(self.factor / STEP)

    def zoom_whole(self) -> None:
        """Show it at 100 %."""
        self._zoom(1.0)

    def fit(self) -> None:
        """Shrink until all of it is seen, or 10 % are reached; never enlarge beyond 100 %."""
        self._fits_itself = False
        self._set_scale(_fitting(QSizeF(self.maximumViewportSize()), self.sceneRect().size()))
        kept = self.kept()
        if kept is not None:
            self.ensureVisible(kept, MARGIN, MARGIN)

    def scale_by(self, factor: float, anchor: QPoint) -> None:
        """Enlarge up to 100 % or shrink; what is at that place of the viewport stays there."""
        self._fits_itself = False
        held = self.mapToScene(anchor)
        self._set_scale(self.factor * factor)
        moved = self.mapFromScene(held) - anchor
        self._scroll_by(moved)

    def _zoom(self, wanted: float) -> None:
        kept = self.kept()
        place = self.viewport().rect().center()
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        if kept is not None and seen.intersects(kept):
            place = self.mapFromScene(kept.center())
        self.scale_by(wanted / self.factor, place)
        if kept is not None:
            self.ensureVisible(kept, MARGIN, MARGIN)

    def fit_itself(self) -> None:
        """Fit the width, as long as nobody chose a scale and letters can still be read."""
        size = self.sceneRect()
        if not (self._fits_itself and size.width()):
            return
        room, bar = self.maximumViewportSize(), self.verticalScrollBar().sizeHint().width()
        wide = room.width() - _BORDER
        if size.height() * min(wide / size.width(), 1.0) > room.height() - _BORDER:
            wide -= bar
        self._set_scale(min(max(wide / size.width(), LEAST_FIT), 1.0))

    def _set_scale(self, wanted: float) -> None:
        factor = min(max(wanted, SMALLEST), 1.0)
        if factor != self.factor:
            self.setTransform(QTransform.fromScale(factor, factor))
            self.scaled.emit()

    # ------------------------------------------------------------------ wheel and fingers

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scale with Ctrl held, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / NOTCH
            self.scale_by(STEP**notches, event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Scale as two fingers on a touchpad draw apart or together."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.scale_by(1 + event.value(), event.position().toPoint())
                return True
            return False
        return super().viewportEvent(event)

    # ------------------------------------------------------------------ dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() is Qt.MouseButton.RightButton:
            self.asked.emit(event.position().toPoint())
        if event.button() in _GRIPS:
            self._grip, self._is_dragged = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the picture, once it is clear that this is no click."""
        if self._grip is None:
            return
        moved = self._grip - event.position().toPoint()
        if self._is_dragged or moved.manhattanLength() >= QApplication.startDragDistance():
            self._is_dragged = True
            self._grip = event.position().toPoint()
            self.point_with(Qt.CursorShape.ClosedHandCursor)
            self._scroll_by(moved)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; without having moved it was a click."""
        held, self._grip = self._grip, None
        if held is not None and not self._is_dragged and event.button() == _GRIPS[0]:
            self.clicked.emit(event.position().toPoint())
        self.point_with(Qt.CursorShape.ArrowCursor)

    def point_with(self, shape: Qt.CursorShape) -> None:
        """Give the mouse that cursor here."""
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(QCursor(shape))

    def _scroll_by(self, moved: QPoint) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + moved.x())
        down.setValue(down.value() + moved.y())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew, unless somebody chose a scale."""
        super().resizeEvent(event)
        self.fit_itself()


def _fitting(room: QSizeF, size: QSizeF) -> float:
    """The scale at which all is seen."""
    if not (size.width() and size.height()):
        return 1.0
    wide, high = room.width() - _BORDER, room.height() - _BORDER
    return min(wide / size.width(), high / size.height(), 1.0)
