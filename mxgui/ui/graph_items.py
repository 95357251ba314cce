"""The parts of the graph: one item a card, lane, row or edge, each painting what it was given.

Places come from `routing/diagram.py` and colours from the theme. Small scales show a plain card in
the colour of its state, since letters could not be read.
"""

from typing import Generic, TypeAlias, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from mxgui.routing.metrics import CHIP, NAME, SMALL, TITLE, Face, elided, elided_name, width
from mxgui.routing.shapes import Box, DomainCard, HostCard, Lane, Notice, Tone
from mxgui.ui.fonts import MONO, WORDS, painted_font
from mxgui.ui.theme import Tokens
from mxgui.ui.words import shown, tip

Part: TypeAlias = DomainCard | Lane | HostCard | Notice
P = TypeVar("P")

RADIUS = 8.0
MARGIN = 5.0  # around a box, for shadow and focus ring
COARSE = 0.35  # the scale below which no letters are painted
_STRONG = QFont.Weight.DemiBold


def rect_of(box: Box) -> QRectF:
    """A box as Qt has it."""
    return QRectF(box.x, box.y, box.width, box.height)


class PartItem(QGraphicsItem, Generic[P]):
    """An item that paints one part of the diagram, at the place that the part tells."""

    def __init__(self, part: P, box: Box, tokens: Tokens) -> None:
        """Paint this part in these colours."""
        super().__init__()
        self.part = part
        self.box = box
        self.tokens = tokens
        self.is_chosen = False
        self.has_focus = False

    def take(self, part: P, box: Box, tokens: Tokens) -> None:
        """Paint this from now on, if it differs."""
        if box != self.box:
            self.prepareGeometryChange()
        if part != self.part or box != self.box or tokens is not self.tokens:
            self.part, self.box, self.tokens = part, box, tokens
            self.update()

    def mark(self, *, chosen: bool, focus: bool) -> None:
        """Show whether it is the chosen one, and whether the keyboard is there."""
        if (chosen, focus) != (self.is_chosen, self.has_focus):
            self.is_chosen, self.has_focus = chosen, focus
            self.update()

    def boundingRect(self) -> QRectF:
        """Give the box and a little around it."""
        return rect_of(self.box).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the whole, or a coarse picture of it when it is small."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.levelOfDetailFromTransform(painter.worldTransform()) < COARSE:
            self.paint_coarse(painter)
        else:
            self.paint_fine(painter)

    def paint_fine(self, painter: QPainter) -> None:
        """Paint it to be read."""
        raise NotImplementedError

    def paint_coarse(self, painter: QPainter) -> None:
        """Paint it to be seen from afar."""
        self.paint_ground(painter, self.tokens.surface)

    def paint_ground(self, painter: QPainter, ground: str, *, shadow: bool = False) -> None:
        """Paint a rounded card, with the borders of a chosen one and of the keyboard's place."""
        rect = rect_of(self.box)
        if shadow:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 15))
            painter.drawRoundedRect(rect.translated(0, 1.5), RADIUS, RADIUS)
        line = QPen(QColor(self.tokens.accent if self.is_chosen else self.tokens.border))
        line.setWidthF(2.0 if self.is_chosen else 1.0)
        painter.setPen(line)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if self.has_focus:
            painter.setPen(QPen(QColor(self.tokens.accent), 1.5, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-3.5, -3.5, 3.5, 3.5), RADIUS + 3, RADIUS + 3)


class Pencil:
    """Writes words into boxes: vertically in the middle, never beyond the right side."""

    def __init__(self, painter: QPainter) -> None:
        """Write with this painter."""
        self._painter = painter

    def write(
        self, words: str, place: QRectF, face: Face, size: float, ink: str, *, right: bool = False
    ) -> None:
        """Write from the left, or up to the right, cut to the room there is."""
        fitting = elided(words, face, size, place.width() + 1)
        painter = self._painter
        painter.setFont(font_of(face, size))
        painter.setPen(QColor(ink))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        # Qt's own measure may differ by a hair: clipping a letter would be worse than crossing it
        painter.drawText(
            place.adjusted(-4 if right else 0, 0, 0 if right else 4, 0),
            int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip),
            fitting,
        )


def font_of(face: Face, size: float) -> QFont:
    """The font of a face of the diagram."""
    if face is Face.MONO:
        return painted_font(MONO, size)
    return painted_font(WORDS, size, _STRONG if face is Face.STRONG else QFont.Weight.Normal)


class DomainItem(PartItem[DomainCard]):
    """The domain, where every route begins."""

    def paint_fine(self, painter: QPainter) -> None:
        """Paint the name, its other form and the small print."""
        card, tokens, box = self.part, self.tokens, self.box
        self.paint_ground(painter, tokens.accent_tint)
        pencil = Pencil(painter)
        place = QRectF(box.x + 16, box.y + 12, box.width - 32, 20)
        pencil.write(card.name, place, Face.STRONG, TITLE, tokens.text)
        if card.other:
            place.translate(0, 20)
            pencil.write(card.other, place, Face.MONO, SMALL, tokens.muted)
        for note in card.notes:
            place.translate(0, 20)
            ink = _ink(tokens, note.tone)
            pencil.write(shown(note.words), place, Face.REGULAR, SMALL, ink)

    def paint_coarse(self, painter: QPainter) -> None:
        """Paint it in the tint of the accent."""
        self.paint_ground(painter, self.tokens.accent_tint)


class LaneItem(PartItem[Lane]):
    """One tier, behind its hosts."""

    def paint_fine(self, painter: QPainter) -> None:
        """Paint the ground, when it is tried, its preference and what that means."""
        lane, tokens = self.part, self.tokens
        self.paint_coarse(painter)
        pencil = Pencil(painter)
        row = QRectF(self.box.x + 16, self.box.y + 8, self.box.width - 32, 24)
        title = shown(lane.title)
        pencil.write(title, row, Face.STRONG, TITLE, tokens.text if lane.usable else tokens.muted)
        preference = shown(lane.preference_words)
        left = width(title, Face.STRONG, TITLE) + 10
        pencil.write(preference, row.adjusted(left, 0, 0, 0), Face.REGULAR, SMALL, tokens.accent)
        left += width(preference, Face.REGULAR, SMALL) + 16
        meaning = row.adjusted(left, 0, 0, 0)
        pencil.write(shown(lane.words), meaning, Face.REGULAR, SMALL, tokens.muted, right=True)

    def paint_coarse(self, painter: QPainter) -> None:
        """Paint the ground alone."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.tokens.lane))
        painter.drawRoundedRect(rect_of(self.box), RADIUS + 2, RADIUS + 2)


class NoticeItem(PartItem[Notice]):
    """What is said in place of lanes."""

    def paint_fine(self, painter: QPainter) -> None:
        """Paint the sentence."""
        notice, tokens, box = self.part, self.tokens, self.box
        self.paint_coarse(painter)
        pencil = Pencil(painter)
        place = QRectF(box.x + 16, box.y + 12, box.width - 32, 22)
        ink = _ink(tokens, notice.tone) if notice.tone is not Tone.PLAIN else tokens.text
        pencil.write(shown(notice.title), place, Face.STRONG, TITLE, ink)
        for line in notice.lines:
            place.translate(0, 18)
            pencil.write(line, place, Face.REGULAR, SMALL, tokens.muted)

    def paint_coarse(self, painter: QPainter) -> None:
        """Paint the ground, with the bar of its tone."""
        self.paint_ground(painter, self.tokens.surface, shadow=True)
        paint_bar(painter, self.box, self.tokens.ink(self.part.tone))


class HostItem(PartItem[HostCard]):
    """One exchange."""

    def __init__(self, part: HostCard, box: Box, tokens: Tokens) -> None:
        """Paint a host, and tell in a tooltip what does not fit."""
        super().__init__(part, box, tokens)
        self.setToolTip(_host_tip(part))

    def take(self, part: HostCard, box: Box, tokens: Tokens) -> None:
        """Paint this from now on."""
        super().take(part, box, tokens)
        self.setToolTip(_host_tip(part))

    def paint_fine(self, painter: QPainter) -> None:
        """Paint badge, name, share, and chips or a note."""
        card, tokens = self.part, self.tokens
        self.paint_coarse(painter)
        pencil = Pencil(painter)
        if card.badge:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_tint))
            place = rect_of(card.badge_box)
            painter.drawRoundedRect(place, 6, 6)
            self._centre(painter, card.badge, place, tokens.accent)
        self._write_name(pencil)
        pencil.write(
            shown(card.share_words),
            rect_of(card.share_box),
            Face.REGULAR,
            SMALL,
            tokens.muted,
            right=True,
        )
        self._paint_chips(painter)

    def paint_coarse(self, painter: QPainter) -> None:
        """Paint the ground, with the bar of its state."""
        self.paint_ground(painter, self.tokens.surface, shadow=True)
        paint_bar(painter, self.box, self.tokens.ink(self.part.tone))

    def _write_name(self, pencil: Pencil) -> None:
        card, tokens = self.part, self.tokens
        place = rect_of(card.name_box)
        head, tail = elided_name(card.head, card.tail, NAME, place.width())
        pencil.write(head, place, Face.STRONG, NAME, tokens.text)
        left = width(head, Face.STRONG, NAME)
        pencil.write(tail, place.adjusted(left, 0, 0, 0), Face.REGULAR, NAME, tokens.muted)

    def _paint_chips(self, painter: QPainter) -> None:
        card, tokens = self.part, self.tokens
        for chip in card.chips:
            ink, tint = tokens.pair(chip.tone)
            place = rect_of(chip.box)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tint))
            painter.drawRoundedRect(place, 5, 5)
            self._centre(painter, shown(chip.words), place, ink)
        if not card.chips:
            left = card.badge_box.x
            place = QRectF(left, card.box.y + 36, card.box.right - 12 - left, 18)
            Pencil(painter).write(shown(card.note), place, Face.REGULAR, SMALL, tokens.muted)

    @staticmethod
    def _centre(painter: QPainter, words: str, place: QRectF, ink: str) -> None:
        painter.setFont(font_of(Face.STRONG, CHIP))
        painter.setPen(QColor(ink))
        fitting = elided(words, Face.STRONG, CHIP, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), fitting)


def paint_bar(painter: QPainter, box: Box, ink: str) -> None:
    """Paint the bar at the left side of a card, four pixels wide."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink))
    painter.drawRoundedRect(QRectF(box.x, box.y + 1, 4, box.height - 2), 2, 2)


def _host_tip(card: HostCard) -> str:
    lines = [card.name, shown(card.why)]
    lines += [shown(chip.tip) for chip in card.chips if chip.tip != card.why]
    return tip("\n".join(line for line in lines if line))


def _ink(tokens: Tokens, tone: Tone) -> str:
    return tokens.muted if tone is Tone.PLAIN else tokens.ink(tone)


def path_point(point: tuple[float, float]) -> QPointF:
    """A point as Qt has it."""
    return QPointF(*point)
