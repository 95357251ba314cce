"""The lines of the graph: where mail flows, how much of it, and where it gets no further."""

from enum import Enum

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from mxgui.routing.shapes import Edge, EdgeStyle, Words
from mxgui.ui.graph_tips import edge_tip
from mxgui.ui.theme import Tokens

_DASHES = {
    EdgeStyle.LATER: [4.0, 4.0],
    EdgeStyle.FAILED: [4.0, 3.0],
    EdgeStyle.UNSURE: [1.0, 3.0],
}
_REACH = 8.0  # pixels across, within which the mouse is upon a line
_WIDER = 1.0  # pixels that a line beside the mouse or the chosen part is wider


class Light(Enum):
    """Why a line stands out from the others."""

    NONE = "none"
    MOUSE = "mouse"  # the mouse is upon a part that it leads to
    CHOICE = "choice"  # it leads to the chosen part


class EdgeItem(QGraphicsPathItem):
    """A line from one part to the next; Qt paints it, so it costs nothing here."""

    def __init__(self, edge: Edge, tokens: Tokens) -> None:
        """Lie behind the cards."""
        super().__init__()
        self.setZValue(-1)
        self.edge = edge
        self._tokens = tokens
        self._light = Light.NONE
        self._lay_out()
        self._draw()

    def take(self, edge: Edge, tokens: Tokens) -> None:
        """Follow this edge from now on."""
        moved = edge.points != self.edge.points
        self.edge, self._tokens = edge, tokens
        if moved:
            self._lay_out()
        self._draw()

    def light(self, light: Light) -> None:
        """Stand out from the other lines, or no more."""
        if light is not self._light:
            self._light = light
            self.setZValue(-1 if light is Light.NONE else -0.5)
            self._draw()

    def tip_at(self, place: QPointF) -> Words:
        """Tell the exact share, or what the dashes mean."""
        return edge_tip(self.edge)

    def shape(self) -> QPainterPath:
        """Give the line with a little beside it; Qt would take the area below the curve too."""
        stroker = QPainterPathStroker()
        stroker.setWidth(_REACH)
        return stroker.createStroke(self.path())

    def _lay_out(self) -> None:
        start, first, second, end = (QPointF(*point) for point in self.edge.points)
        path = QPainterPath(start)
        path.cubicTo(first, second, end)
        self.setPath(path)

    def _draw(self) -> None:
        edge = self.edge
        pen = QPen(QColor(_ink(self._tokens, edge.style, self._light)))
        pen.setWidthF(edge.width + (0 if self._light is Light.NONE else _WIDER))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if edge.style in _DASHES:
            pen.setDashPattern(_DASHES[edge.style])
        self.setPen(pen)


def _ink(tokens: Tokens, style: EdgeStyle, light: Light) -> str:
    match style:
        case EdgeStyle.FIRST:
            return tokens.accent
        case EdgeStyle.FAILED:
            return tokens.fail
        case _:
            return tokens.accent if light is Light.CHOICE else tokens.faint
