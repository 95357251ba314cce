"""Address rows of the graph: where a probe is seen to move."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from mxgui.model.smtp import Stage
from mxgui.report.marks import Shape, shape_of_state
from mxgui.routing.bars import growing, track
from mxgui.routing.cards import MARK
from mxgui.routing.metrics import CHIP, SMALL, Face, width
from mxgui.routing.shapes import AddressRow, Segment, Tone, Words
from mxgui.routing.words import waiting_words
from mxgui.ui.graph_items import PartItem
from mxgui.ui.pencil import NO_PEN, Pencil, colour, rect_of
from mxgui.ui.theme import Tokens
from mxgui.ui.words import shown

_LARGE_MARK = 20.0
_LARGE_ADDRESS = 20.0
# How much of a row is filled far away: what fails is seen first, also without its colour.
_FILLED = {Tone.FAIL: 1.0, Tone.WARN: 0.6, Tone.RUNNING: 0.3, Tone.OK: 0.15}


class RowItem(PartItem[AddressRow]):
    """One address: its mark, its bar, and what was said; while its probe runs a bar grows."""

    def __init__(self, part: AddressRow, tokens: Tokens) -> None:
        """Paint an address."""
        super().__init__(part, tokens)
        self.now = 0.0

    @property
    def is_running(self) -> bool:
        """Whether a bar grows in it."""
        return self.part.waiting is not None

    def tick(self, now: float, *, still: bool = False) -> None:
        """Move on while a probe waits; `now` is inspection time in seconds.

        When it is to be `still` the bar grows once in a second, together with the number.
        """
        waiting = self.part.waiting
        if waiting is None:
            return
        if still:
            now = waiting.since + max(0, int(now - waiting.since))
        if self._looks(now) != self._looks(self.now):
            self.update()
        self.now = now

    def _looks(self, now: float) -> tuple[int, int]:
        """What can be told apart of two moments: seconds, and half pixels of the bar."""
        waiting = self.part.waiting
        if waiting is None:
            return 0, 0
        spent = max(0.0, min(now - waiting.since, waiting.limit))
        return int(spent), int(spent / (waiting.limit or 1.0) * self.box.width * 2)

    def tip_at(self, place: QPointF) -> Words:
        """Tell what a row has no room for."""
        return self.part.tip

    def paint_fine(self, painter: QPainter) -> None:
        """Paint mark, address, small bar and words."""
        row, tokens, box = self.part, self.tokens, self.box
        self.paint_ground(painter, tokens.surface)
        pencil = Pencil(painter)
        ink, tint = tokens.pair(row.tone)
        self._paint_badge(painter, pencil)
        mark = QRectF(row.left, box.middle - MARK / 2, MARK, MARK)
        pencil.mark(mark, _shape(row), ink, tint)
        left = mark.right() + 8
        inner = QRectF(left, box.y, box.right - 12 - left, box.height)
        written = tokens.muted if row.is_off else tokens.text
        pencil.write(row.address, inner, Face.MONO, SMALL, written)
        taken = width(row.address, Face.MONO, SMALL) + 8
        words = inner.adjusted(min(taken, inner.width()), 0, 0, 0)
        if row.segments:
            words.setLeft(max(words.left(), row.segments[-1].box.right + 8))
        calm = tokens.muted if row.tone in (Tone.OK, Tone.IDLE) else ink
        pencil.write(self.words(words.width()), words, Face.REGULAR, SMALL, calm, right=True)
        self._paint_bar(painter)

    def _paint_badge(self, painter: QPainter, pencil: Pencil) -> None:
        """Paint the place, where it stands on the address."""
        if self.part.badge:
            place, tokens = rect_of(self.part.badge_box), self.tokens
            painter.setPen(NO_PEN)
            painter.setBrush(colour(tokens.accent_tint))
            painter.drawRoundedRect(place, 6, 6)
            pencil.centre(self.part.badge, place, Face.STRONG, CHIP, tokens.accent)

    def paint_large(self, painter: QPainter) -> None:
        """Paint mark and address in large letters."""
        row, tokens, box = self.part, self.tokens, self.box
        self.paint_ground(painter, tokens.surface)
        pencil = Pencil(painter)
        mark = QRectF(box.x + 8, box.middle - _LARGE_MARK / 2, _LARGE_MARK, _LARGE_MARK)
        pencil.mark(mark, _shape(row), *tokens.pair(row.tone))
        left = mark.right() + 8
        inner = QRectF(left, box.y, box.right - 8 - left, box.height)
        pencil.write(row.address, inner, Face.MONO, _LARGE_ADDRESS, tokens.text)
        if self.is_running:
            self._paint_bar(painter)

    def paint_coarse(self, painter: QPainter, *, mute: bool) -> None:
        """Paint the ground in the tint of its state, filled the further the worse it is."""
        ink, tint = self.tokens.pair(self.part.tone)
        place = rect_of(self.box)
        painter.fillRect(place, colour(self.tokens.accent if self.is_chosen else tint))
        place.setWidth(place.width() * _FILLED.get(self.part.tone, 0.05))
        painter.fillRect(place, colour(ink))

    def words(self, room: float) -> str:
        """What is said at the right: with the seconds waited, if they fit."""
        row = self.part
        if row.waiting is None:
            return shown(row.words)
        whole = shown(waiting_words(row.waiting, self.now))
        return whole if width(whole, Face.REGULAR, SMALL) <= room else shown(row.words)

    def _paint_bar(self, painter: QPainter) -> None:
        """Paint the bar that stands, or upon its track the one that grows."""
        painter.setPen(NO_PEN)
        segments: Iterable[Segment] = self.part.segments
        if self.is_running:
            segments = growing(self.part, self.now)
            painter.setBrush(colour(self.tokens.idle_tint))
            painter.drawRoundedRect(rect_of(track(self.part)), 1, 1)
        for segment in segments:
            tone = segment.broke
            ink = stage_ink(self.tokens, segment.stage) if tone is None else self.tokens.ink(tone)
            painter.setBrush(colour(ink))
            painter.drawRoundedRect(rect_of(segment.box), 1, 1)


def _shape(row: AddressRow) -> Shape:
    """The shape of its mark: a dash where it is switched off in a what-if."""
    return Shape.BAR if row.is_off else shape_of_state(row.state, row.tone)


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
