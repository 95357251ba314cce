"""A small map of the whole graph in a corner of it, with a frame around what is seen."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from mxgui.model.text import text
from mxgui.routing.shapes import Box, Diagram, Tone
from mxgui.ui.pencil import colour, pen, rect_of
from mxgui.ui.theme import Theme
from mxgui.ui.words import shown, tip

MUCH_LARGER = 1.5  # times the room: from then on a map is of use
FAR_LARGER = 3.0  # times the room: from then on it may cover something
_LARGEST = QSizeF(160, 208)  # pixels
_SMALLEST = QSizeF(48, 40)
_MARGIN = 12  # pixels to the sides of the graph
_INSET = 4  # pixels around the map itself
_LOUD = (Tone.FAIL, Tone.WARN)  # what a map is looked at for
_CALM = 0.45  # how dense all else is
_ROOM = 2.5  # times its own size that the graph has at least, so that the map hides little of it


Covers: TypeAlias = Callable[[QRect], int]  # how much it would matter to cover a place


class Overview(QWidget):
    """A map that is painted anew only when the diagram is another; a click moves the view."""

    wanted = Signal(QPointF)  # the place of the scene that is to be in the middle

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Lie upon the graph, unseen until there is need."""
        super().__init__(parent)
        self._theme = theme
        self._diagram: Diagram | None = None
        self._map: QPixmap | None = None
        self._seen = QRectF()  # in places of the scene
        self._is_dragged = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(shown(text("Overview of the whole route")))
        self.setToolTip(tip(text("The whole route. Click or drag to see another part.")))
        theme.changed.connect(self._repaint)
        self.hide()

    def draw(self, diagram: Diagram | None) -> None:
        """Show this diagram."""
        self._diagram = diagram
        self._repaint()

    def _repaint(self) -> None:
        self._map = None
        self.update()

    def place(self, area: QRect, seen: QRectF, covers: Covers) -> None:
        """Take the corner of the area where the least is covered, the lower right one first.

        `seen` is what is seen of the scene. Where most of it is seen, or there is no room, hide.
        """
        size = self._wanted_size(area.size(), seen.size())
        here = self.geometry()  # where nothing speaks against it, it stays
        corners = _corners(area, size) if size is not None else ()
        best = min(corners, key=lambda corner: (covers(corner), corner != here), default=None)
        if best is not None and covers(best) and self._beyond(seen.size()) < FAR_LARGER:
            best = None
        self.setVisible(best is not None)
        if best is None:
            return
        if seen != self._seen or best.size() != self.size():
            self._seen = seen
            self.update()
        if not self._is_dragged:
            self._move_to(best)

    def _move_to(self, place: QRect) -> None:
        if place.size() != self.size():
            self._map = None
        self.setGeometry(place)

    def _wanted_size(self, room: QSize, seen: QSizeF) -> QSize | None:
        """How large the map is; None if it is of no use."""
        if self._diagram is None or not (seen.width() and seen.height()):
            return None
        whole = QSizeF(self._diagram.width, self._diagram.height)
        largest = _LARGEST.boundedTo(QSizeF(room) / _ROOM)
        scaled = whole.scaled(largest, Qt.AspectRatioMode.KeepAspectRatio)
        size = scaled.expandedTo(_SMALLEST).toSize()
        fits = room.width() >= _ROOM * size.width() and room.height() >= _ROOM * size.height()
        return size if self._beyond(seen) >= MUCH_LARGER and fits else None

    def _beyond(self, seen: QSizeF) -> float:
        """How many times larger the whole is than what is seen."""
        if self._diagram is None:
            return 0.0
        return max(self._diagram.width / seen.width(), self._diagram.height / seen.height())

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the map, which is kept, and the frame."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        if self._map is None:
            self._map = self._painted()
        painter.drawPixmap(0, 0, self._map)
        frame = self._scaled(self._seen).intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        ground = colour(tokens.accent).toRgb()
        ground.setAlpha(36)
        painter.fillRect(frame, ground)
        painter.setPen(pen(tokens.accent, 1.5))
        painter.drawRect(frame)

    def _painted(self) -> QPixmap:
        """Paint the parts as plain boxes, those of one colour together."""
        tokens = self._theme.tokens
        sharpness = self.devicePixelRatioF()
        made = QPixmap(self.size() * sharpness)
        made.setDevicePixelRatio(sharpness)
        made.fill(colour(tokens.surface))
        painter = QPainter(made)
        painter.setPen(pen(tokens.border))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(Qt.PenStyle.NoPen)
        for (ink, tone), boxes in self._boxes().items():
            painter.setOpacity(1.0 if tone in _LOUD else _CALM)
            painter.setBrush(colour(ink))
            painter.drawRects([self._scaled(rect_of(box)) for box in boxes])
        painter.end()
        return made

    def _boxes(self) -> dict[tuple[str, Tone], list[Box]]:
        """The boxes of every colour, those behind first."""
        found: dict[tuple[str, Tone], list[Box]] = defaultdict(list)
        diagram, tokens = self._diagram, self._theme.tokens
        if diagram is None:
            return found
        found[tokens.lane, Tone.FAIL] = [lane.box for lane in diagram.lanes]
        found[tokens.border, Tone.FAIL] = [diagram.domain.box]
        for lane in diagram.lanes:
            if lane.folded is not None:
                found[tokens.ink(lane.folded.tone), lane.folded.tone].append(lane.box)
        for card in diagram.hosts:
            found[tokens.ink(card.tone), card.tone].append(card.box)
        for row in diagram.rows:
            found[tokens.ink(row.tone), row.tone].append(row.box)
        return found

    def _scaled(self, place: QRectF) -> QRectF:
        """A place of the scene as it is on the map."""
        across, down = self._factors()
        return QRectF(
            _INSET + place.x() * across,
            _INSET + place.y() * down,
            max(place.width() * across, 1.0),
            max(place.height() * down, 0.5),
        )

    def _factors(self) -> tuple[float, float]:
        """Pixels of the map for each of the scene; a long route is drawn broader than it is."""
        if self._diagram is None:
            return 1.0, 1.0
        return (
            (self.width() - 2 * _INSET) / self._diagram.width,
            (self.height() - 2 * _INSET) / self._diagram.height,
        )

    # ------------------------------------------------------------------ the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show what was clicked at."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_dragged = True
            self._ask_for(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if self._is_dragged:
            self._ask_for(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay there."""
        self._is_dragged = False

    def _ask_for(self, place: QPointF) -> None:
        across, down = self._factors()
        self.wanted.emit(QPointF((place.x() - _INSET) / across, (place.y() - _INSET) / down))


def _corners(area: QRect, size: QSize) -> Iterator[QRect]:
    """The four corners, the best first."""
    inner = area.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    right, low = inner.right() - size.width(), inner.bottom() - size.height()
    left, high = inner.left(), inner.top()
    for x, y in ((right, low), (left, low), (right, high), (left, high)):
        yield QRect(x, y, size.width(), size.height())
