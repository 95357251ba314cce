"""How the graph writes and draws: words cut to their room, marks, pens, each prepared only once."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QStaticText, QTransform

from mxgui.report.marks import Shape
from mxgui.routing.metrics import Face, elided, width
from mxgui.routing.shapes import Box
from mxgui.ui.fonts import MONO, WORDS, painted_font
from mxgui.ui.marks import paint_mark

NO_PEN = QPen(Qt.PenStyle.NoPen)
_STRONG = QFont.Weight.DemiBold
_SHARPEST = 4.0  # device pixels for each of a mark; beyond it pixmaps would only cost memory


def rect_of(box: Box) -> QRectF:
    """A box as Qt has it."""
    return QRectF(box.x, box.y, box.width, box.height)


@lru_cache(maxsize=256)
def colour(name: str) -> QColor:
    """A colour, by what the tokens call it. Never change what this gives."""
    return QColor(name)


@lru_cache(maxsize=256)
def pen(name: str, thick: float = 1.0) -> QPen:
    """A solid pen. Never change what this gives."""
    return QPen(QColor(name), thick)


def font_of(face: Face, size: float) -> QFont:
    """The font of a face of the diagram."""
    if face is Face.MONO:
        return painted_font(MONO, size)
    return painted_font(WORDS, size, _STRONG if face is Face.STRONG else QFont.Weight.Normal)


def fitting_size(words: str, face: Face, room: float, sizes: tuple[float, float]) -> float:
    """The largest size between two, in whole pixels, at which words fit; the smaller if none."""
    least, most = sizes
    needed = width(words, face, most)
    return most if needed <= room else max(least, float(int(most * room / needed)))


class Pencil:
    """Writes words into boxes: vertically in the middle, never beyond the right side."""

    def __init__(self, painter: QPainter) -> None:
        """Write with this painter."""
        self._painter = painter

    def write(
        self, words: str, place: QRectF, face: Face, size: float, ink: str, *, right: bool = False
    ) -> None:
        """Write from the left, or up to the right, cut to the room there is."""
        if not words:
            return
        written = _prepared(elided(words, face, size, place.width() + 1), face, size)
        needed = written.size()
        x = place.right() - needed.width() if right else place.x()
        self._put(written, x, place, face, size, ink)

    def centre(self, words: str, place: QRectF, face: Face, size: float, ink: str) -> None:
        """Write in the middle of a place, cut to the room there is."""
        written = _prepared(elided(words, face, size, place.width()), face, size)
        x = place.x() + (place.width() - written.size().width()) / 2
        self._put(written, x, place, face, size, ink)

    def _put(  # the place of words, and all that a letter has
        self, words: QStaticText, x: float, place: QRectF, face: Face, size: float, ink: str
    ) -> None:
        painter = self._painter
        painter.setFont(font_of(face, size))
        painter.setPen(colour(ink))
        y = place.y() + (place.height() - words.size().height()) / 2
        painter.drawStaticText(QPointF(x, y), words)

    def mark(self, place: QRectF, shape: Shape, ink: str, tint: str) -> None:
        """Draw a mark, at the sharpness of the screen."""
        painter = self._painter
        scale = min(painter.worldTransform().m11() * painter.device().devicePixelRatio(), _SHARPEST)
        side = max(1, round(place.width() * scale))
        painter.drawPixmap(place, _mark(shape, ink, tint, side), QRectF(0, 0, side, side))


@lru_cache(maxsize=8192)
def _prepared(words: str, face: Face, size: float) -> QStaticText:
    """Words laid out, so that painting them again costs little."""
    made = QStaticText(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.prepare(QTransform(), font_of(face, size))
    return made


@lru_cache(maxsize=512)
def _mark(shape: Shape, ink: str, tint: str, side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, QRectF(0, 0, side, side), shape, ink, tint)
    painter.end()
    return pixmap
