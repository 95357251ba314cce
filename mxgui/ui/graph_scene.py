"""All items of the graph: kept while their words change, marked where keyboard and mouse are."""

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QGraphicsScene

from mxgui.routing.shapes import AddressRow, Diagram, DomainCard, HostCard, Lane, Notice, Words
from mxgui.ui.graph_edges import EdgeItem, Light
from mxgui.ui.graph_hosts import HostItem
from mxgui.ui.graph_items import DomainItem, NoticeItem, PartItem
from mxgui.ui.graph_lanes import LaneItem
from mxgui.ui.graph_rows import RowItem
from mxgui.ui.graph_way import NOWHERE, EdgeKey, Way
from mxgui.ui.pencil import rect_of
from mxgui.ui.theme import Tokens

_KINDS: dict[type, type[PartItem[Any]]] = {
    DomainCard: DomainItem,
    Notice: NoticeItem,
    Lane: LaneItem,
    HostCard: HostItem,
    AddressRow: RowItem,
}


class GraphScene(QGraphicsScene):
    """One item a part of the diagram, and one a line."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._tokens: Tokens | None = None
        self._parts: dict[str, PartItem[Any]] = {}
        self._edges: dict[EdgeKey, EdgeItem] = {}
        self._running: list[RowItem] = []
        self._chosen: str | None = None
        self._focused: str | None = None
        self._ways = (NOWHERE, NOWHERE)  # of the chosen part, and of the one under the mouse
        self._sign: LaneItem | None = None  # whose sign the mouse is upon

    def part(self, key: str) -> PartItem[Any] | None:
        """The item of the part with that key."""
        return self._parts.get(key)

    # ------------------------------------------------------------------ what is shown

    def take(self, diagram: Diagram | None, tokens: Tokens) -> None:
        """Show a diagram; only what differs from what was shown is touched."""
        repaint, self._tokens = tokens is not self._tokens, tokens
        parts = list(_parts(diagram)) if diagram is not None else []
        edges = diagram.edges if diagram is not None else ()
        self._drop(self._parts, (part.key for part in parts))
        self._drop(self._edges, ((edge.source, edge.target) for edge in edges))
        for part in parts:
            item = self._parts.get(part.key)
            if item is None:
                self._parts[part.key] = self._added(_KINDS[type(part)](part, tokens))
            elif repaint or part != item.part:
                item.take(part, tokens)
        for edge in edges:
            key = (edge.source, edge.target)
            line = self._edges.get(key)
            if line is None:
                self._edges[key] = self._added(EdgeItem(edge, tokens))
            elif repaint or edge != line.edge:
                line.take(edge, tokens)
        rows = (item for item in self._parts.values() if isinstance(item, RowItem))
        self._running = [item for item in rows if item.is_running]
        size = (diagram.width, diagram.height) if diagram is not None else (0.0, 0.0)
        self.setSceneRect(QRectF(0, 0, *size))

    def _added(self, item: Any) -> Any:
        self.addItem(item)
        return item

    def _drop(self, items: dict[Any, Any], wanted: Iterable[Any]) -> None:
        for key in items.keys() - set(wanted):
            item = items.pop(key)
            self.removeItem(item)
            if item is self._sign:
                self._sign = None

    def tick(self, now: float, *, still: bool) -> None:
        """Let the bars of running probes grow."""
        for item in self._running:
            item.tick(now, still=still)

    # ------------------------------------------------------------------ marks

    def mark(self, chosen: str | None, focused: str | None, ways: tuple[Way, Way]) -> None:
        """Show what is chosen, where the keyboard is, and the ways that stand out."""
        before = self._marked()
        self._chosen, self._focused, self._ways = chosen, focused, ways
        for key in before | self._marked():
            self._mark(key)
        for ends, line in self._edges.items():
            line.light(self._light(ends))

    def _marked(self) -> set[str]:
        keys = {key for key in (self._chosen, self._focused) if key is not None}
        return keys | self._ways[1].parts

    def _mark(self, key: str) -> None:
        item = self._parts.get(key)
        if item is not None:
            lit = key in self._ways[1].parts
            item.mark(chosen=key == self._chosen, focus=key == self._focused, lit=lit)

    def _light(self, ends: EdgeKey) -> Light:
        of_choice, of_mouse = self._ways
        if ends in of_choice.edges:
            return Light.CHOICE
        return Light.MOUSE if ends in of_mouse.edges else Light.NONE

    # ------------------------------------------------------------------ the mouse

    def light_sign(self, lane: LaneItem | None) -> None:
        """Let the sign of a lane stand out, and that of no other."""
        if lane is not self._sign:
            if self._sign is not None:
                self._sign.light_sign(False)
            self._sign = lane
        if lane is not None:
            lane.light_sign(True)

    def part_at(self, place: QPointF) -> PartItem[Any] | None:
        """The part whose box is there, a card before the lane behind it."""
        for item in self._near(place):
            if isinstance(item, PartItem) and rect_of(item.box).contains(place):
                return item
        return None

    def has_cards_in(self, place: QRectF) -> bool:
        """Whether a card or a row is there; lanes and lines do not count."""
        found = self.items(place, Qt.ItemSelectionMode.IntersectsItemBoundingRect)
        parts = (item for item in found if isinstance(item, PartItem))
        cards = (item for item in parts if not isinstance(item, LaneItem))
        return any(rect_of(item.box).intersects(place) for item in cards)

    def tip_at(self, place: QPointF) -> Words:
        """What is told at a place: of a line where it stands between cards, else of the part."""
        for item in self._near(place):
            if isinstance(item, PartItem) and rect_of(item.box).contains(place):
                return item.tip_at(place)
            if isinstance(item, EdgeItem) and item.shape().contains(place):
                told = item.tip_at(place)
                if told:
                    return told
        return ""

    def _near(self, place: QPointF) -> Iterator[object]:
        """What may be there, uppermost first; boxes are compared, since curves take long."""
        mode, order = Qt.ItemSelectionMode.IntersectsItemBoundingRect, Qt.SortOrder.DescendingOrder
        yield from self.items(place, mode, order)


def _parts(
    diagram: Diagram,
) -> Iterator[DomainCard | Notice | Lane | HostCard | AddressRow]:
    """Every part."""
    yield diagram.domain
    if diagram.notice is not None:
        yield diagram.notice
    yield from diagram.lanes
    yield from diagram.hosts
    yield from diagram.rows
