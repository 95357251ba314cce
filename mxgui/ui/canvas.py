"""The canvas of the graph: one item a part of the diagram, kept alive while their words change."""

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from mxgui.routing.shapes import Diagram
from mxgui.ui.graph_items import DomainItem, HostItem, LaneItem, NoticeItem, PartItem, rect_of
from mxgui.ui.graph_rows import EdgeItem, RowItem
from mxgui.ui.graph_walk import Step, find, reading_order, walked
from mxgui.ui.theme import Theme

STEP = 1.15  # of one key press or one notch of the wheel
SMALLEST = 0.1
LEAST_FIT = 0.7  # below this letters are hard to read, so fitting by itself stops there
_BORDER = 4  # pixels, left and right or top and bottom, of the focus border in the style sheet
_KEYS = {
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
    Qt.Key.Key_Home: Step.FIRST,
    Qt.Key.Key_End: Step.LAST,
}


class Canvas(QGraphicsView):
    """Shows a diagram; keys walk it, the wheel with Ctrl scales it, clicks choose."""

    chosen = Signal(str)  # key of the part
    opened = Signal()  # Enter or double click: to the details
    scaled = Signal()
    parts_changed = Signal()  # other parts, other places or other words
    walked = Signal(str)  # key of the part that is chosen now, or that the keyboard came to

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show an empty canvas."""
        # The view does not keep its scene alive by itself
        self._stage = QGraphicsScene()
        super().__init__(self._stage, parent)
        self._theme = theme
        self._diagram: Diagram | None = None
        self._items: dict[str, PartItem[Any]] = {}
        self._edges: dict[str, EdgeItem] = {}
        self._key: str | None = None
        self._fits_itself = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        theme.changed.connect(self._repaint)

    # ------------------------------------------------------------------ what is shown

    def draw(self, diagram: Diagram | None, key: str | None, now: float) -> None:
        """Show a diagram with one part chosen; `now` is inspection time in seconds."""
        if diagram is not self._diagram:
            self._take(diagram)
        if key != self._key:
            self._key = key
            self._mark()
            self._tell_where()
            if key in self._items and self.hasFocus():
                self.ensureVisible(self._items[key], 24, 24)
        for item in self._items.values():
            if isinstance(item, RowItem):
                item.tick(now)

    @property
    def diagram(self) -> Diagram | None:
        """The diagram that is shown."""
        return self._diagram

    def item(self, key: str) -> PartItem[Any] | None:
        """The item of the part with that key."""
        return self._items.get(key)

    def keys(self) -> tuple[str, ...]:
        """The keys of all parts in reading order."""
        return reading_order(self._diagram) if self._diagram is not None else ()

    @property
    def here(self) -> str | None:
        """The key of the part where the keyboard is: the chosen one, else the domain."""
        return find(self._diagram, self._key)[1].key if self._diagram is not None else None

    def rect_of(self, key: str) -> QRect | None:
        """Where a part is seen, in pixels of the viewport; None if there is none of that key."""
        item = self._items.get(key)
        if item is None:
            return None
        return self.mapFromScene(rect_of(item.box)).boundingRect()

    def _tell_where(self) -> None:
        here = self.here
        if here is not None:
            self.walked.emit(here)

    def _take(self, diagram: Diagram | None) -> None:
        before, self._diagram = self._diagram, diagram
        parts = dict(_parts(diagram)) if diagram else {}
        edges = {f"{edge.source} {edge.target}": edge for edge in diagram.edges} if diagram else {}
        self._drop(self._items, parts)
        self._drop(self._edges, edges)
        tokens = self._theme.tokens
        for key, (kind, part) in parts.items():
            item = self._items.get(key)
            if item is not None and type(item) is kind:
                item.take(part, part.box, tokens)
            else:
                self._items[key] = self._added(kind(part, part.box, tokens))
        for key, edge in edges.items():
            if key in self._edges:
                self._edges[key].take(edge, tokens)
            else:
                self._edges[key] = EdgeItem(edge, tokens)
                self._stage.addItem(self._edges[key])
        self._mark()
        size = (diagram.width, diagram.height) if diagram else (0.0, 0.0)
        if before is None or (before.width, before.height) != size:
            self._stage.setSceneRect(QRectF(0, 0, *size))
            self._fit_itself()
        self.parts_changed.emit()

    def _added(self, item: PartItem[Any]) -> PartItem[Any]:
        if isinstance(item, LaneItem):
            item.setZValue(-2)
        self._stage.addItem(item)
        return item

    def _drop(self, items: dict[str, Any], wanted: Iterable[str]) -> None:
        for key in set(items) - set(wanted):
            self._stage.removeItem(items.pop(key))

    def _repaint(self) -> None:
        """Take the colours of the theme."""
        diagram, self._diagram = self._diagram, None
        fits = self._fits_itself
        self._fits_itself = False
        self._take(diagram)
        self._fits_itself = fits

    def _mark(self) -> None:
        focus = self.hasFocus()
        for key, item in self._items.items():
            is_chosen = key == self._key
            item.mark(chosen=is_chosen, focus=is_chosen and focus)

    # ------------------------------------------------------------------ scale

    def scale_by(self, factor: float) -> None:
        """Enlarge up to 100 % or shrink."""
        now = self.transform().m11()
        wanted = min(max(now * factor, SMALLEST), 1.0)
        self._fits_itself = False
        self.scale(wanted / now, wanted / now)
        self.scaled.emit()

    def zoom_in(self) -> None:
        """Enlarge one step."""
        self.scale_by(STEP)

    def zoom_out(self) -> None:
        """Shrink one step."""
        self.scale_by(1 / STEP)

    def zoom_whole(self) -> None:
        """Show it at 100 %."""
        self.resetTransform()
        self._fits_itself = False
        self.scaled.emit()

    def fit(self) -> None:
        """Shrink until all of it is seen; never enlarge beyond 100 %."""
        self._fits_itself = False
        area, size = self.viewport().size(), self._stage.sceneRect().size()
        if size.width() and size.height():
            factor = min(area.width() / size.width(), area.height() / size.height(), 1.0)
            self._set_scale(max(factor, SMALLEST))

    def _fit_itself(self) -> None:
        """Fit the width, as long as nobody chose a scale and letters can still be read."""
        size = self._stage.sceneRect()
        if not (self._fits_itself and size.width()):
            return
        room, bar = self.maximumViewportSize(), self.verticalScrollBar().sizeHint().width()
        wide = room.width() - _BORDER
        if size.height() * min(wide / size.width(), 1.0) > room.height() - _BORDER:
            wide -= bar
        self._set_scale(min(max(wide / size.width(), LEAST_FIT), 1.0))
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)

    def _set_scale(self, factor: float) -> None:
        self.resetTransform()
        self.scale(factor, factor)
        self.scaled.emit()

    # ------------------------------------------------------------------ keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from part to part; Enter goes to the details."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step is not None and self._diagram is not None:
            self._choose(walked(self._diagram, self._key, step))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End dragging; the hand of dragging is not left behind."""
        super().mouseReleaseEvent(event)
        event.accept()
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse; elsewhere the picture is dragged."""
        item = self.itemAt(event.position().toPoint())
        if isinstance(item, PartItem) and not isinstance(item, LaneItem):
            self._choose(item.part.key)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the details."""
        self.opened.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scale with Ctrl held, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.scale_by(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._mark()
        self._tell_where()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._mark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew, unless somebody chose a scale."""
        super().resizeEvent(event)
        self._fit_itself()

    def _choose(self, key: str | None) -> None:
        if key is not None:
            self.chosen.emit(key)


def _parts(diagram: Diagram) -> Iterator[tuple[str, tuple[Any, Any]]]:
    """Every part with its key and its kind of item."""
    yield diagram.domain.key, (DomainItem, diagram.domain)
    if diagram.notice is not None:
        yield diagram.notice.key, (NoticeItem, diagram.notice)
    for lane in diagram.lanes:
        yield lane.key, (LaneItem, lane)
    for card in diagram.hosts:
        yield card.key, (HostItem, card)
    for row in diagram.rows:
        yield row.key, (RowItem, row)
