"""The card of an exchange on the graph: badge, name, share, chips; far away name and mark."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from mxgui.report.marks import Shape, shape_of_tone
from mxgui.routing.metrics import CHIP, NAME, SMALL, Face, elided_name, width
from mxgui.routing.shapes import HostCard, Words
from mxgui.ui.graph_items import LARGE, PartItem, paint_bar
from mxgui.ui.graph_tips import chip_tip, host_tip
from mxgui.ui.pencil import NO_PEN, Pencil, colour, fitting_size, rect_of
from mxgui.ui.words import shown

_LEAST = 18.0  # size to which large names shrink before they are cut
_HUGE = 36.0  # size of names far away
_HUGEST = 80.0  # and from where the whole of a long route is seen
_BEYOND = 16.0  # pixels that such letters stand out above and below; cards are as far apart
_MARK = 24.0  # the mark of the state where there are no words for it


class HostItem(PartItem[HostCard]):
    """One exchange."""

    def tip_at(self, place: QPointF) -> Words:
        """Tell the name whole, the exact share and the reasons; of a chip what it means."""
        for chip in self.part.chips:
            if rect_of(chip.box).contains(place):
                return chip_tip(chip)
        return host_tip(self.part)

    def paint_fine(self, painter: QPainter) -> None:
        """Paint badge, name, share, and chips or a note."""
        card, tokens = self.part, self.tokens
        self._paint_card(painter)
        pencil = Pencil(painter)
        if card.badge:
            painter.setPen(NO_PEN)
            painter.setBrush(colour(tokens.accent_tint))
            place = rect_of(card.badge_box)
            painter.drawRoundedRect(place, 6, 6)
            pencil.centre(card.badge, place, Face.STRONG, CHIP, tokens.accent)
        self._write_name(pencil, rect_of(card.name_box), NAME)
        share = rect_of(card.share_box)
        face, ink = (Face.STRONG, tokens.accent) if card.is_moved else (Face.REGULAR, tokens.muted)
        pencil.write(shown(card.share_words), share, face, SMALL, ink, right=True)
        self._paint_chips(painter, pencil)

    def paint_large(self, painter: QPainter) -> None:
        """Paint the name in large letters, and the mark of its state."""
        self._paint_card(painter)
        pencil = Pencil(painter)
        place = self._beside_mark(pencil)
        size = fitting_size(self.part.head, Face.STRONG, place.width(), (_LEAST, LARGE))
        self._write_name(pencil, place, size)

    def paint_coarse(self, painter: QPainter, *, mute: bool) -> None:
        """Paint the first label as large as it fits, or the colour of the state alone."""
        if mute:
            self._paint_mute(painter)
            return
        self._paint_card(painter)
        pencil = Pencil(painter)
        place = self._beside_mark(pencil)
        size = fitting_size(self.part.head, Face.STRONG, place.width(), (LARGE, _HUGE))
        pencil.write(shown(self.part.head), place, Face.STRONG, size, self.tokens.text)

    def _paint_mute(self, painter: QPainter) -> None:
        """Paint the colour of the state, and as much of the first label as there is room for."""
        box, tokens = self.box, self.tokens
        ink, tint = tokens.pair(self.part.tone)
        if self.is_chosen:
            painter.fillRect(rect_of(box).adjusted(-16, -16, 16, 16), colour(tokens.accent))
        painter.fillRect(rect_of(box), colour(tint))
        painter.fillRect(QRectF(box.x, box.y, 24, box.height), colour(ink))
        place = QRectF(box.x + 40, box.y, box.width - 48, box.height)
        Pencil(painter).write(shown(self.part.head), place, Face.STRONG, _HUGEST, tokens.text)

    def boundingRect(self) -> QRectF:
        """Give the card, and the letters that are higher than it when seen from very far."""
        return super().boundingRect().adjusted(-_BEYOND, -_BEYOND, _BEYOND, _BEYOND)

    def _border(self) -> QPen:
        """Give a dashed border to a host that is off in a what-if."""
        border = QPen(super()._border())
        if self.part.is_off and not self.is_chosen:
            border.setColor(colour(self.tokens.faint))
            border.setStyle(Qt.PenStyle.DashLine)
        return border

    def _paint_card(self, painter: QPainter) -> None:
        """Paint the ground, with the bar of its state."""
        self.paint_ground(painter, self.tokens.surface, shadow=not self.part.is_off)
        paint_bar(painter, self.box, self.tokens.ink(self.part.tone))

    def _beside_mark(self, pencil: Pencil) -> QRectF:
        """Draw the mark of the state at the right end, and give what is left for the name."""
        box, tone = self.box, self.part.tone
        mark = QRectF(box.right - 16 - _MARK, box.middle - _MARK / 2, _MARK, _MARK)
        shape = Shape.BAR if self.part.is_off else shape_of_tone(tone)
        pencil.mark(mark, shape, *self.tokens.pair(tone))
        return QRectF(box.x + 16, box.y, mark.x() - 8 - box.x - 16, box.height)

    def _write_name(self, pencil: Pencil, place: QRectF, size: float) -> None:
        card, tokens = self.part, self.tokens
        head, tail = elided_name(card.head, card.tail, size, place.width())
        ink = tokens.muted if card.is_off else tokens.text
        pencil.write(shown(head), place, Face.STRONG, size, ink)
        left = width(head, Face.STRONG, size)
        pencil.write(shown(tail), place.adjusted(left, 0, 0, 0), Face.REGULAR, size, tokens.muted)

    def _paint_chips(self, painter: QPainter, pencil: Pencil) -> None:
        card, tokens = self.part, self.tokens
        for chip in card.chips:
            ink, tint = tokens.pair(chip.tone)
            place = rect_of(chip.box)
            painter.setPen(NO_PEN)
            painter.setBrush(colour(tint))
            painter.drawRoundedRect(place, 5, 5)
            if chip.lock:
                side = place.height() - 2
                square = QRectF(chip.lock_middle - side / 2, place.y() + 1, side, side)
                pencil.mark(square, Shape.LOCK, ink, tint)
            pencil.centre(shown(chip.words), rect_of(chip.words_box), Face.STRONG, CHIP, ink)
        if not card.chips:
            left = card.badge_box.x
            place = QRectF(left, card.box.y + 36, card.box.right - 12 - left, 18)
            pencil.write(shown(card.note), place, Face.REGULAR, SMALL, tokens.muted)
