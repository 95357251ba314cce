"""Marks are seen, and differ."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from mxgui.model.text import text
from mxgui.report.marks import Shape
from mxgui.routing.shapes import Tone
from mxgui.ui.looks import Look
from mxgui.ui.marks import SIZE, icon_of
from mxgui.ui.theme import DARK, LIGHT


def picture(shape: Shape, tokens=LIGHT, **more):
    look = Look(shape, text("mark"), Tone.FAIL, **more)
    return icon_of(look, tokens).pixmap(QSize(SIZE, SIZE)).toImage()


def test_every_shape_looks_different():
    pictures = [picture(shape) for shape in Shape]
    for at, one in enumerate(pictures):
        assert all(one != other for other in pictures[at + 1 :])


def test_a_mark_follows_the_scheme():
    assert picture(Shape.CHECK) != picture(Shape.CHECK, DARK)


def test_the_worst_is_light_upon_full_ground():
    assert picture(Shape.CROSS) != picture(Shape.CROSS, solid=True)


def test_a_mark_in_a_selected_row_keeps_its_colours():
    icon = icon_of(Look(Shape.CROSS, text("mark"), Tone.FAIL), LIGHT)
    size = QSize(SIZE, SIZE)
    assert icon.pixmap(size, QIcon.Mode.Selected).toImage() == icon.pixmap(size).toImage()
