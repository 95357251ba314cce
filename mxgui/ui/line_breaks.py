"""Words broken into a few lines, of which the last ends in an ellipsis if there are more."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

LEAST = 40  # pixels; in less room nothing can be read anyway
_KEPT = 2_000  # results; a list of 200 domains in two widths needs 400
_QT = "utf-16-le"  # Qt counts letters in pairs of bytes


@lru_cache(maxsize=_KEPT)
def lines_of(words: str, width: int, most: int, family: str, points: float) -> tuple[str, ...]:
    """At most so many lines, none wider than the width; computed once for the same words."""
    if not words:
        return ()
    font, width = QFont(family), max(width, LEAST)
    font.setPointSizeF(points)
    lines = tuple(_broken(words, width, font))
    if len(lines) > most:
        rest = "".join(lines[most - 1 :])
        fitting = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        lines = (*lines[: most - 1], fitting)
    return tuple(line.rstrip() for line in lines)


def _broken(words: str, width: int, font: QFont) -> Iterator[str]:
    """All lines: broken between words, or within one that has no room at all."""
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    letters = words.encode(_QT, "surrogatepass")
    for begin, end in pairwise((*starts, len(letters) // 2)):
        yield letters[2 * begin : 2 * end].decode(_QT, "surrogatepass")
