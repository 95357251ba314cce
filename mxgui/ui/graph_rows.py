"""Address rows and edges of the graph: where a probe is seen to move, and mail to flow."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from mxgui.model.smtp import Stage, Waiting
from mxgui.report.marks import shape_of_state
from mxgui.routing.cards import MARK
from mxgui.routing.metrics import SMALL, Face, width
from mxgui.routing.shapes import AddressRow, Box, Edge, EdgeStyle, Tone
from mxgui.routing.words import waiting_words
from mxgui.ui.graph_items import PartItem, Pencil, path_point, rect_of
from mxgui.ui.marks import paint_mark
from mxgui.ui.theme import Tokens
from mxgui.ui.words import shown, tip

_DASHES = {
    EdgeStyle.LATER: [4.0, 4.0],
    EdgeStyle.FAILED: [4.0, 3.0],
    EdgeStyle.UNSURE: [1.0, 3.0],
}


class RowItem(PartItem[AddressRow]):
    """One address: its mark, its time line, and what was said; a line moves while it runs."""

    def __init__(self, part: AddressRow, box: Box, tokens: Tokens) -> None:
        """Paint an address."""
        super().__init__(part, box, tokens)
        self.now = 0.0
        self.setToolTip(tip(part.tip))

    def take(self, part: AddressRow, box: Box, tokens: Tokens) -> None:
        """Paint this from now on."""
        super().take(part, box, tokens)
        self.setToolTip(tip(part.tip))

    def tick(self, now: float) -> None:
        """Move on while a probe waits; `now` is inspection time in seconds."""
        if self.part.waiting is not None and now != self.now:
            self.now = now
            self.update()

    def paint_fine(self, painter: QPainter) -> None:
        """Paint mark, address, small bar and words."""
        row, tokens, box = self.part, self.tokens, self.box
        self.paint_ground(painter, tokens.surface)
        ink, tint = tokens.pair(row.tone)
        mark = QRectF(box.x + 12, box.middle - MARK / 2, MARK, MARK)
        shape = shape_of_state(row.state, row.tone)
        paint_mark(painter, mark, shape, ink, tint)
        inner = QRectF(mark.right() + 8, box.y, box.right - 12 - mark.right() - 8, box.height)
        pencil = Pencil(painter)
        pencil.write(row.address, inner, Face.MONO, SMALL, tokens.text)
        taken = width(row.address, Face.MONO, SMALL) + 8
        words = inner.adjusted(min(taken, inner.width()), 0, 0, 0)
        if row.segments:
            words.setLeft(max(words.left(), row.segments[-1].box.right + 8))
        calm = tokens.muted if row.tone in (Tone.OK, Tone.IDLE) else ink
        pencil.write(self.words(words.width()), words, Face.REGULAR, SMALL, calm, right=True)
        self._paint_segments(painter)
        if row.waiting is not None:
            self._paint_progress(painter, row.waiting)

    def paint_coarse(self, painter: QPainter) -> None:
        """Paint the ground in the tint of its state."""
        ink, tint = self.tokens.pair(self.part.tone)
        self.paint_ground(painter, tint)
        painter.fillRect(QRectF(self.box.x + 4, self.box.middle - 4, 24, 8), QColor(ink))

    def words(self, room: float) -> str:
        """What is said at the right: with the seconds waited, if they fit."""
        row = self.part
        if row.waiting is None:
            return shown(row.words)
        whole = shown(waiting_words(row.waiting, self.now))
        return whole if width(whole, Face.REGULAR, SMALL) <= room else shown(row.words)

    def _paint_segments(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for segment in self.part.segments:
            painter.setBrush(QColor(stage_ink(self.tokens, segment.stage)))
            painter.drawRoundedRect(rect_of(segment.box), 1, 1)

    def _paint_progress(self, painter: QPainter, waiting: Waiting) -> None:
        spent = (self.now - waiting.since) / waiting.limit if waiting.limit else 0.0
        room = self.box.width - 16
        place = QRectF(self.box.x + 8, self.box.bottom - 3, room * min(max(spent, 0.02), 1), 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.tokens.accent))
        painter.drawRoundedRect(place, 1, 1)


def stage_ink(tokens: Tokens, stage: Stage | None) -> str:
    """The colour of a step on a time line: lookup, connect, greeting with EHLO, TLS."""
    match stage:
        case None:
            return tokens.faint
        case Stage.CONNECT:
            return tokens.accent
        case Stage.GREETING | Stage.EHLO:
            return tokens.ok
        case Stage.QUIT:
            return tokens.idle
        case _:
            return tokens.warn


class EdgeItem(QGraphicsPathItem):
    """A line from one part to the next; Qt paints it, so it costs nothing here."""

    def __init__(self, edge: Edge, tokens: Tokens) -> None:
        """Lie behind the cards."""
        super().__init__()
        self.setZValue(-1)
        self._edge: Edge | None = None
        self._tokens = tokens
        self.take(edge, tokens)

    def take(self, edge: Edge, tokens: Tokens) -> None:
        """Follow this edge from now on."""
        if edge == self._edge and tokens is self._tokens:
            return
        if self._edge is None or edge.points != self._edge.points:
            start, first, second, end = map(path_point, edge.points)
            path = QPainterPath(start)
            path.cubicTo(first, second, end)
            self.setPath(path)
        self._edge, self._tokens = edge, tokens
        pen = QPen(QColor(_edge_ink(tokens, edge.style)))
        pen.setWidthF(edge.width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if edge.style in _DASHES:
            pen.setDashPattern(_DASHES[edge.style])
        self.setPen(pen)


def _edge_ink(tokens: Tokens, style: EdgeStyle) -> str:
    match style:
        case EdgeStyle.FIRST:
            return tokens.accent
        case EdgeStyle.FAILED:
            return tokens.fail
        case _:
            return tokens.faint
