"""Marks: the small shapes that tell a state, sharp at every scale, the same as in documents."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from mxgui.report.marks import Shape
from mxgui.ui.looks import Look
from mxgui.ui.theme import Tokens

SIZE = 16  # pixels at 100 %, the side of the square that a mark fills
_SCALES = (1, 2, 3)  # of the pixmaps in an icon
_MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 16 16"><circle r="8" fill="{ground}"/>'
    '<path d="{path}" fill="none" stroke="{line}" stroke-width="1.7" stroke-linecap="round" '
    'stroke-linejoin="round"/></svg>'
)


def paint_mark(painter: QPainter, place: QRectF, shape: Shape, line: str, ground: str) -> None:
    """Paint a mark into a square: its shape upon round ground."""
    _renderer(shape, line, ground).render(painter, place)


def icon_of(look: Look, tokens: Tokens) -> QIcon:
    """The mark of a look as an icon."""
    line, ground = tokens.pair(look.tone)
    return _icon(look.shape, ground, line) if look.solid else _icon(look.shape, line, ground)


@lru_cache(maxsize=128)
def _renderer(shape: Shape, line: str, ground: str) -> QSvgRenderer:
    written = _MARK.format(path=shape.value, line=line, ground=ground)
    return QSvgRenderer(QByteArray(written.encode()))


@lru_cache(maxsize=128)
def _icon(shape: Shape, line: str, ground: str) -> QIcon:
    icon = QIcon()
    for scale in _SCALES:
        pixmap = QPixmap(SIZE * scale, SIZE * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_mark(painter, QRectF(0, 0, SIZE, SIZE), shape, line, ground)
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # Qt would tint a selected one
            icon.addPixmap(pixmap, mode)
    return icon
