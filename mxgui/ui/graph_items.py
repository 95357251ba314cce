"""The parts of the graph: one item a card, each painting what it was given.

Places come from `routing/diagram.py` and colours from the theme. How much is painted follows the
scale: all of it; then names in larger letters; at last plain cards in the colour of their state.
"""

from enum import Enum
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from mxgui.routing.metrics import SMALL, TITLE, Face
from mxgui.routing.shapes import Box, DomainCard, Notice, Tone, Words
from mxgui.ui.graph_tips import domain_tip, notice_tip
from mxgui.ui.pencil import NO_PEN, Pencil, colour, fitting_size, pen, rect_of
from mxgui.ui.theme import Tokens
from mxgui.ui.words import shown

RADIUS = 8.0
MARGIN = 5.0  # around a box, for shadow and focus ring
COARSE = 0.4  # the scale below which a card is little more than a colour
FINE = 0.6  # the scale from which on all of a card can be read
MUTE = 0.18  # the scale below which there are no letters at all
LARGE = 24.0  # size of names between coarse and fine, so that they are about ten pixels high


class Part(Protocol):
    """What every part of the diagram has."""

    @property
    def key(self) -> str:
        """By which it is chosen."""

    @property
    def box(self) -> Box:
        """Its place."""


P = TypeVar("P", bound=Part)


class Detail(Enum):
    """How much of a part is painted."""

    COARSE = "coarse"
    LARGE = "large"
    FINE = "fine"


def detail_at(scale: float) -> Detail:
    """How much is painted at a scale."""
    if scale < COARSE:
        return Detail.COARSE
    return Detail.LARGE if scale < FINE else Detail.FINE


class PartItem(QGraphicsItem, Generic[P]):
    """An item that paints one part of the diagram, at the place that the part tells."""

    def __init__(self, part: P, tokens: Tokens) -> None:
        """Paint this part in these colours."""
        super().__init__()
        self.part = part
        self.tokens = tokens
        self.is_chosen = False
        self.has_focus = False
        self.is_lit = False

    @property
    def box(self) -> Box:
        """The place of the part."""
        return self.part.box

    def take(self, part: P, tokens: Tokens) -> None:
        """Paint this from now on."""
        if part.box != self.part.box:
            self.prepareGeometryChange()
        self.part, self.tokens = part, tokens
        self.update()

    def mark(self, *, chosen: bool, focus: bool, lit: bool) -> None:
        """Show whether it is the chosen one, the keyboard's place, near the mouse."""
        if (chosen, focus, lit) != (self.is_chosen, self.has_focus, self.is_lit):
            self.is_chosen, self.has_focus, self.is_lit = chosen, focus, lit
            self.update()

    def tip_at(self, place: QPointF) -> Words:
        """What is told of the part, or of what is at a place of it."""
        return ""

    def boundingRect(self) -> QRectF:
        """Give the box and a little around it."""
        return rect_of(self.part.box).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint as much as can be read at this scale."""
        scale = painter.worldTransform().m11()
        match detail_at(scale):
            case Detail.FINE:
                self.paint_fine(painter)
            case Detail.LARGE:
                self.paint_large(painter)
            case Detail.COARSE:
                self.paint_coarse(painter, mute=scale < MUTE)

    def paint_fine(self, painter: QPainter) -> None:
        """Paint it to be read."""
        raise NotImplementedError

    def paint_large(self, painter: QPainter) -> None:
        """Paint what matters most, in letters that can still be read."""
        raise NotImplementedError

    def paint_coarse(self, painter: QPainter, *, mute: bool) -> None:
        """Paint it to be seen from afar; when `mute` without any letters."""
        raise NotImplementedError

    def paint_ground(self, painter: QPainter, ground: str, *, shadow: bool = False) -> None:
        """Paint a rounded card, with the borders of a chosen one and of the keyboard's place."""
        rect, tokens = rect_of(self.part.box), self.tokens
        if shadow:
            painter.setPen(NO_PEN)
            painter.setBrush(_SHADOW)
            painter.drawRoundedRect(rect.translated(0, 1.5), RADIUS, RADIUS)
        painter.setPen(self._border())
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if self.has_focus:
            wide = tokens.ring * 0.75
            painter.setPen(QPen(colour(tokens.accent), wide, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-3.5, -3.5, 3.5, 3.5), RADIUS + 3, RADIUS + 3)

    def _border(self) -> QPen:
        if self.is_chosen:
            return pen(self.tokens.accent, 2.0)
        return pen(self.tokens.faint if self.is_lit else self.tokens.border)


_SHADOW = QColor(0, 0, 0, 15)


class DomainItem(PartItem[DomainCard]):
    """The domain, where every route begins."""

    def tip_at(self, place: QPointF) -> Words:
        """Tell the whole name, which may not fit."""
        return domain_tip(self.part)

    def paint_fine(self, painter: QPainter) -> None:
        """Paint the name, its other form and the small print."""
        card, tokens, box = self.part, self.tokens, self.box
        self.paint_ground(painter, tokens.accent_tint)
        pencil = Pencil(painter)
        place = QRectF(box.x + 16, box.y + 12, box.width - 32, 20)
        pencil.write(shown(card.name), place, Face.STRONG, TITLE, tokens.text)
        if card.other:
            place.translate(0, 20)
            pencil.write(card.other, place, Face.MONO, SMALL, tokens.muted)
        for note in card.notes:
            place.translate(0, 20)
            ink = ink_of(tokens, note.tone)
            pencil.write(shown(note.words), place, Face.REGULAR, SMALL, ink)

    def paint_large(self, painter: QPainter) -> None:
        """Paint the name, as large as it fits."""
        self.paint_ground(painter, self.tokens.accent_tint)
        self._paint_name(painter, LARGE)

    def paint_coarse(self, painter: QPainter, *, mute: bool) -> None:
        """Paint it in the tint of the accent."""
        self.paint_ground(painter, self.tokens.accent_tint)
        if not mute:
            self._paint_name(painter, 2 * LARGE)

    def _paint_name(self, painter: QPainter, most: float) -> None:
        place = rect_of(self.box).adjusted(12, 4, -12, -4)
        name = shown(self.part.name)
        size = fitting_size(name, Face.STRONG, place.width(), (TITLE, most))
        Pencil(painter).write(name, place, Face.STRONG, size, self.tokens.text)


class NoticeItem(PartItem[Notice]):
    """What is said in place of lanes."""

    def tip_at(self, place: QPointF) -> Words:
        """Tell it whole, which small scales do not."""
        return notice_tip(self.part)

    def paint_fine(self, painter: QPainter) -> None:
        """Paint the sentence."""
        notice, tokens, box = self.part, self.tokens, self.box
        self.paint_coarse(painter, mute=True)
        pencil = Pencil(painter)
        place = QRectF(box.x + 16, box.y + 12, box.width - 32, 22)
        pencil.write(shown(notice.title), place, Face.STRONG, TITLE, self._ink())
        for line in notice.lines:
            place.translate(0, 18)
            pencil.write(line, place, Face.REGULAR, SMALL, tokens.muted)

    def paint_large(self, painter: QPainter) -> None:
        """Paint its title."""
        self.paint_coarse(painter, mute=False)

    def paint_coarse(self, painter: QPainter, *, mute: bool) -> None:
        """Paint the ground with the bar of its tone, and the title."""
        self.paint_ground(painter, self.tokens.surface, shadow=True)
        paint_bar(painter, self.box, self.tokens.ink(self.part.tone))
        if not mute:
            place = rect_of(self.box).adjusted(16, 4, -12, -4)
            Pencil(painter).write(shown(self.part.title), place, Face.STRONG, LARGE, self._ink())

    def _ink(self) -> str:
        tone = self.part.tone
        return self.tokens.text if tone is Tone.PLAIN else self.tokens.ink(tone)


def paint_bar(painter: QPainter, box: Box, ink: str) -> None:
    """Paint the bar at the left side of a card, four pixels wide."""
    painter.setPen(NO_PEN)
    painter.setBrush(colour(ink))
    painter.drawRoundedRect(QRectF(box.x, box.y + 1, 4, box.height - 2), 2, 2)


def ink_of(tokens: Tokens, tone: Tone) -> str:
    """The colour of small print of that tone."""
    return tokens.muted if tone is Tone.PLAIN else tokens.ink(tone)
