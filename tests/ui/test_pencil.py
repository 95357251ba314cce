"""Words stay within their room, and what is prepared once looks the same at every scale."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from mxgui.report.marks import Shape
from mxgui.routing.metrics import Face
from mxgui.routing.shapes import Box
from mxgui.ui.pencil import Pencil, colour, fitting_size, font_of, pen, rect_of

WHITE = 0xFFFFFFFF
PLACE = QRectF(40, 10, 100, 20)


def drawn(draw, scale: float = 1.0) -> QImage:
    image = QImage(int(200 * scale), int(40 * scale), QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    painter.scale(scale, scale)
    draw(Pencil(painter))
    painter.end()
    return image


def inked(image: QImage) -> tuple[int, int]:
    """The first and the last column with ink."""
    columns = [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) != WHITE for y in range(image.height()))
    ]
    return columns[0], columns[-1]


def test_a_box_is_the_same_in_qt():
    assert rect_of(Box(1, 2, 3, 4)) == QRectF(1, 2, 3, 4)


def test_colours_and_pens_are_those_of_their_names():
    assert colour("#123456") == QColor("#123456")
    assert pen("#123456", 2.0).widthF() == 2.0
    assert font_of(Face.MONO, 12).family() != font_of(Face.STRONG, 12).family()


@pytest.mark.parametrize("words", ["short", "words that are much too long for the room they have"])
def test_words_stay_in_their_room(words):
    left = inked(drawn(lambda pencil: pencil.write(words, PLACE, Face.REGULAR, 12, "#000000")))
    right = inked(
        drawn(lambda pencil: pencil.write(words, PLACE, Face.REGULAR, 12, "#000000", right=True))
    )
    middle = inked(drawn(lambda pencil: pencil.centre(words, PLACE, Face.STRONG, 12, "#000000")))
    for first, last in (left, right, middle):
        assert PLACE.left() - 1 <= first
        assert last <= PLACE.right() + 1
    assert left[0] <= middle[0] <= right[0]


def test_nothing_is_written_where_there_are_no_words():
    image = drawn(lambda pencil: pencil.write("", PLACE, Face.REGULAR, 12, "#000000"))
    assert image == drawn(lambda pencil: None)


@pytest.mark.parametrize("scale", [0.1, 0.5, 1.0, 2.0, 8.0])
def test_marks_are_drawn_at_every_scale(scale):
    image = drawn(
        lambda pencil: pencil.mark(QRectF(10, 10, 16, 16), Shape.CROSS, "#ff0000", "#eeeeee"), scale
    )
    first, last = inked(image)
    assert 10 * scale - 1 <= first <= last <= 26 * scale + 1


def test_the_largest_size_that_fits_is_found():
    assert fitting_size("mx", Face.STRONG, 500, (13, 24)) == 24
    assert 13 < fitting_size("a-longer-name", Face.STRONG, 150, (13, 24)) < 24
    assert fitting_size("x" * 200, Face.STRONG, 150, (13, 24)) == 13
