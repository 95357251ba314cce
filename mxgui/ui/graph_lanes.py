"""The lane of a tier on the graph, behind its hosts, with the sign at its head that folds it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from mxgui.report.marks import shape_of_tone
from mxgui.routing.lanes import HEADER
from mxgui.routing.metrics import SMALL, TITLE, Face, width
from mxgui.routing.shapes import Folded, Lane, Words
from mxgui.ui.graph_items import LARGE, RADIUS, PartItem
from mxgui.ui.graph_tips import FOLD, UNFOLD, lane_tip
from mxgui.ui.pencil import NO_PEN, Pencil, colour, pen, rect_of
from mxgui.ui.theme import Tokens
from mxgui.ui.words import shown

_SIDE = 24.0  # of the sign that folds, which is as large as a finger of the mouse wants it
_HUGE = 30.0  # size of a title far away
_LINE = 24.0  # height of what is said of folded hosts
_MARK = 16.0


class LaneItem(PartItem[Lane]):
    """One tier, behind its hosts."""

    def __init__(self, part: Lane, tokens: Tokens) -> None:
        """Lie behind all else."""
        super().__init__(part, tokens)
        self.setZValue(-2)
        self._sign_is_lit = False

    @property
    def sign(self) -> QRectF:
        """The place of the sign that folds the lane."""
        return QRectF(self.box.x + 10, self.box.y + 8, _SIDE, _SIDE)

    def light_sign(self, lit: bool) -> None:
        """Show that the mouse is upon the sign."""
        if lit != self._sign_is_lit:
            self._sign_is_lit = lit
            self.update(self.sign)

    def tip_at(self, place: QPointF) -> Words:
        """Tell when the tier is tried; of the sign what it does."""
        if self.sign.contains(place):
            return FOLD if self.part.folded is None else UNFOLD
        # Between the cards it would only be in the way of reading them
        return lane_tip(self.part) if place.y() < self.box.y + HEADER else ""

    def paint_fine(self, painter: QPainter) -> None:
        """Paint the ground, when it is tried, its preference and what that means."""
        lane, tokens = self.part, self.tokens
        self._paint_ground(painter)
        self._paint_sign(painter)
        pencil = Pencil(painter)
        row = QRectF(self.box.x + 40, self.box.y + 8, self.box.width - 56, 24)
        left = self._write_title(pencil, row, TITLE, SMALL) + 16
        meaning = row.adjusted(left, 0, 0, 0)
        pencil.write(shown(lane.words), meaning, Face.REGULAR, SMALL, tokens.muted, right=True)
        if lane.folded is not None:
            self._write_folded(pencil, lane.folded, SMALL)

    def paint_large(self, painter: QPainter) -> None:
        """Paint the title in large letters, and what is folded."""
        self._paint_ground(painter)
        self._paint_sign(painter)
        pencil = Pencil(painter)
        row = QRectF(self.box.x + 40, self.box.y + 4, self.box.width - 56, 32)
        self._write_title(pencil, row, LARGE, LARGE - 4)
        if self.part.folded is not None:
            self._write_folded(pencil, self.part.folded, LARGE - 4)

    def paint_coarse(self, painter: QPainter, *, mute: bool) -> None:
        """Paint the ground and the title, or the ground alone."""
        self._paint_ground(painter)
        if not mute:
            row = QRectF(self.box.x + 16, self.box.y + 2, self.box.width - 32, HEADER - 4)
            self._write_title(Pencil(painter), row, _HUGE, LARGE)
        if self.part.folded is not None:
            ink = self.tokens.ink(self.part.folded.tone)
            painter.fillRect(QRectF(self.box.x + 16, self.box.y + 48, 160, 12), colour(ink))

    def _paint_ground(self, painter: QPainter) -> None:
        tokens, rect = self.tokens, rect_of(self.box)
        seen = pen(tokens.border) if self.is_lit else NO_PEN
        painter.setPen(self._border() if self.is_chosen else seen)
        painter.setBrush(colour(tokens.lane))
        painter.drawRoundedRect(rect, RADIUS + 2, RADIUS + 2)
        if self.has_focus:
            painter.setPen(QPen(colour(tokens.accent), 1.5, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-3.5, -3.5, 3.5, 3.5), RADIUS + 5, RADIUS + 5)

    def _paint_sign(self, painter: QPainter) -> None:
        """A small angle: it points down to what is seen, or to the right when that is folded."""
        if self._sign_is_lit:
            painter.setPen(NO_PEN)
            painter.setBrush(colour(self.tokens.accent_tint))
            painter.drawRoundedRect(self.sign, 6, 6)
        middle = self.sign.center()
        angle = QPainterPath(QPointF(-4, -2))
        angle.lineTo(0, 2)
        angle.lineTo(4, -2)
        painter.save()
        painter.translate(middle)
        if self.part.folded is not None:
            painter.rotate(-90)
        ink = self.tokens.accent if self._sign_is_lit else self.tokens.muted
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(colour(ink), 1.8, Qt.PenStyle.SolidLine, cap, join))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(angle)
        painter.restore()

    def _write_title(self, pencil: Pencil, row: QRectF, size: float, smaller: float) -> float:
        """Write title and preference from the left, and give the width that they take."""
        lane, tokens = self.part, self.tokens
        title, preference = shown(lane.title), shown(lane.preference_words)
        ink = tokens.text if lane.usable else tokens.muted
        pencil.write(title, row, Face.STRONG, size, ink)
        left = width(title, Face.STRONG, size) + 10
        place = row.adjusted(left, 0, 0, 0)
        pencil.write(preference, place, Face.REGULAR, smaller, tokens.accent)
        return left + width(preference, Face.REGULAR, smaller)

    def _write_folded(self, pencil: Pencil, folded: Folded, size: float) -> None:
        box, tokens = self.box, self.tokens
        place = QRectF(box.x + 16, box.y + HEADER, box.width - 32, _LINE)
        middle = place.center().y()
        mark = QRectF(place.x(), middle - _MARK / 2, _MARK, _MARK)
        pencil.mark(mark, shape_of_tone(folded.tone), *tokens.pair(folded.tone))
        pencil.write(
            shown(folded.words),
            place.adjusted(_MARK + 8, 0, 0, 0),
            Face.REGULAR,
            size,
            tokens.text,
        )
