"""The canvas of the graph: a diagram that is walked with keys and pointed at with the mouse."""

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from mxgui.routing.lanes import HEADER
from mxgui.routing.shapes import Diagram, Lane
from mxgui.ui.graph_find import found
from mxgui.ui.graph_items import PartItem
from mxgui.ui.graph_lanes import LaneItem
from mxgui.ui.graph_scene import GraphScene
from mxgui.ui.graph_walk import Step, located, reading_order, walked
from mxgui.ui.graph_way import way_of
from mxgui.ui.letters import COMMANDS, Letters
from mxgui.ui.overview import Overview
from mxgui.ui.pencil import rect_of
from mxgui.ui.theme import Theme
from mxgui.ui.words import tip
from mxgui.ui.zoomed_view import MARGIN, ZoomedView

_KEYS = {
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
    Qt.Key.Key_Home: Step.FIRST,
    Qt.Key.Key_End: Step.LAST,
}


class Canvas(ZoomedView):
    """Shows a diagram; says what is chosen, opened and folded, and where the keyboard is."""

    chosen = Signal(str)  # key of the part
    opened = Signal()  # Enter or double click: to the details
    folding = Signal(str, bool)  # key of a lane, and whether its hosts are to be put away
    parts_changed = Signal()  # other parts, other places or other words
    walked = Signal(str)  # key of the part that is chosen now, or that the keyboard came to

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show an empty canvas."""
        self._stage = GraphScene()
        super().__init__(self._stage, parent)
        # A view does not keep its scene alive by itself, and must not outlive it either
        self._stage.setParent(self)
        self._theme = theme
        self._diagram: Diagram | None = None
        self._key: str | None = None
        self._wished: str | None = None  # for keys that come faster than the answers to wishes
        self._hovered: str | None = None
        self._letters = Letters(self)
        self._overview = Overview(theme, self)
        self._overview.wanted.connect(self.centerOn)
        self.clicked.connect(self._click)
        self.asked.connect(self._point)
        self.scaled.connect(self._lay_upon)
        self.horizontalScrollBar().valueChanged.connect(self._lay_upon)
        self.verticalScrollBar().valueChanged.connect(self._lay_upon)
        theme.changed.connect(self._recolour)

    # ------------------------------------------------------------------ what is shown

    def draw(
        self, diagram: Diagram | None, key: str | None, now: float, *, still: bool = False
    ) -> None:
        """Show a diagram with one part chosen; `now` is inspection time in seconds.

        When it is to be `still`, nothing moves but once in a second.
        """
        self._wished = None
        if diagram is not self._diagram:
            self._take(diagram)
        if key != self._key:
            self._key = key
            self._mark()
            self._tell_where()
            self._follow()
        self._stage.tick(now, still=still)

    @property
    def diagram(self) -> Diagram | None:
        """The diagram that is shown."""
        return self._diagram

    def item(self, key: str) -> PartItem[Any] | None:
        """The item of the part with that key."""
        return self._stage.part(key)

    def keys(self) -> tuple[str, ...]:
        """The keys of all parts in reading order."""
        return reading_order(self._diagram) if self._diagram is not None else ()

    @property
    def here(self) -> str | None:
        """The key of the part where the keyboard is: the chosen one, or the lane that hides it.

        Without a choice that is the domain.
        """
        return located(self._diagram, self._key).key if self._diagram is not None else None

    def rect_of(self, key: str) -> QRect | None:
        """Where a part is seen, in pixels of the viewport; None if there is none of that key."""
        item = self.item(key)
        return self.mapFromScene(rect_of(item.box)).boundingRect() if item is not None else None

    def kept(self) -> QRectF | None:
        """What shall stay in view when keys scale: the chosen part, of a lane its header."""
        here = self.here if self._key is not None else None
        item = self.item(here) if here is not None else None
        if item is None:
            return None
        place = rect_of(item.box)
        if isinstance(item, LaneItem):
            place.setHeight(min(place.height(), HEADER))
        return place

    def _take(self, diagram: Diagram | None) -> None:
        before, self._diagram = self._diagram, diagram
        self._stage.take(diagram, self._theme.tokens)
        self._overview.draw(diagram)
        self._mark()
        self.fit_itself()
        if before is None or diagram is None or before.domain.name != diagram.domain.name:
            self.horizontalScrollBar().setValue(0)
            self.verticalScrollBar().setValue(0)
        self._lay_upon()
        self.parts_changed.emit()

    def _recolour(self) -> None:
        """Take the colours of the theme."""
        self._stage.take(self._diagram, self._theme.tokens)

    def _mark(self) -> None:
        here = self.here
        chosen = here if self._key is not None else None
        ways = (way_of(self._diagram, chosen), way_of(self._diagram, self._hovered))
        self._stage.mark(chosen, here if self.hasFocus() else None, ways)

    def _tell_where(self) -> None:
        here = self.here
        if here is not None:
            self.walked.emit(here)

    def _follow(self) -> None:
        """Scroll to what is chosen; while the keyboard is elsewhere the picture stays."""
        kept = self.kept()
        if kept is not None and self.hasFocus():
            self.ensureVisible(kept, MARGIN, MARGIN)
        self._lay_upon()

    def _lay_upon(self) -> None:
        """Put the map and the letters where they cover nothing that matters now."""
        area = self.viewport().geometry()
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        self._overview.place(area, seen, self._covered)
        inner = area.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        corner = inner.bottomLeft()
        if self._overview.isVisible() and self._overview.x() < area.center().x():
            corner = inner.bottomRight() - QPoint(self._letters.width(), 0)
        self._letters.move(corner - QPoint(0, self._letters.height()))

    def _covered(self, place: QRect) -> int:
        """How much it matters to cover that place: the chosen part above all, then any card."""
        kept, there = self.kept(), place.translated(-self.viewport().geometry().topLeft())
        scene = self.mapToScene(there).boundingRect()
        if kept is not None and kept.intersects(scene):
            return 2
        return int(self._stage.has_cards_in(scene))

    # ------------------------------------------------------------------ keys

    def event(self, event: QEvent) -> bool:
        """Keep letters from being taken for shortcuts."""
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and self._letters.in_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from part to part, fold, find by letters; Enter goes to the details."""
        key, letters = Qt.Key(event.key()), self._letters.in_key(event)
        if self._diagram is None:
            super().keyPressEvent(event)
        elif key in _KEYS and not event.modifiers() & COMMANDS:
            self._walk(self._diagram, _KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Space:
            self._fold(located(self._diagram, self._key))
        elif letters:
            self._find(self._diagram, letters)
        else:
            super().keyPressEvent(event)

    def _walk(self, diagram: Diagram, step: Step) -> None:
        here = located(diagram, self._wished or self._key)
        if step is Step.RIGHT and isinstance(here, Lane) and here.folded is not None:
            self._fold(here)
        else:
            self._choose(walked(diagram, here.key, step))

    def _choose(self, key: str) -> None:
        self._wished = key
        self.chosen.emit(key)

    def _fold(self, part: object) -> None:
        if isinstance(part, Lane):
            self.folding.emit(part.key, part.folded is None)

    def _find(self, diagram: Diagram, letters: str) -> None:
        key = found(diagram, self._letters.add(letters), self._wished or self._key)
        self._letters.tell(found=key is not None)
        self._lay_upon()
        if key is not None:
            self._choose(key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._mark()
        self._tell_where()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._letters.forget()
        self._mark()

    # ------------------------------------------------------------------ mouse

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what the mouse rests upon, and forget what it left."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._stage.tip_at(self.mapToScene(event.pos()))
            QToolTip.showText(event.globalPos(), tip(words), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let what is under the mouse stand out, unless the picture is dragged."""
        super().mouseMoveEvent(event)
        if not self.is_held:
            self._hover(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the details; on the sign of a lane it is one more click."""
        place = event.position().toPoint()
        if self._sign_at(place) is not None:
            self._click(place)
        elif self._stage.part_at(self.mapToScene(place)) is not None:
            self.opened.emit()

    def _click(self, place: QPoint) -> None:
        """Choose what is there; the sign of a lane folds it."""
        item, lane = self._stage.part_at(self.mapToScene(place)), self._sign_at(place)
        if lane is not None:
            self._fold(lane.part)
        elif item is not None:
            self._choose(item.part.key)

    def _point(self, place: QPoint) -> None:
        """Choose what is there, so that what is offered is about it."""
        item = self._stage.part_at(self.mapToScene(place))
        if item is not None:
            self._choose(item.part.key)

    def _sign_at(self, place: QPoint) -> LaneItem | None:
        """The lane whose sign is there."""
        there = self.mapToScene(place)
        item = self._stage.part_at(there)
        return item if isinstance(item, LaneItem) and item.sign.contains(there) else None

    def _hover(self, place: QPoint | None) -> None:
        item = self._stage.part_at(self.mapToScene(place)) if place is not None else None
        self._stage.light_sign(self._sign_at(place) if place is not None else None)
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.point_with(hand if item is not None else arrow)
        key = item.part.key if item is not None else None
        if key != self._hovered:
            self._hovered = key
            self._mark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the map in its corner."""
        super().resizeEvent(event)
        self._lay_upon()
