"""Courses are painted where their times are, and everything has a shape of its own."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from mxgui.routing.senders import sender_of
from mxgui.routing.sending.course import Happens, course_of
from mxgui.routing.sending.lots import ALL_FAIL
from mxgui.routing.sending.waiting import Waiting
from mxgui.ui.cell import Branch, Cell
from mxgui.ui.timeline.bars import PAD
from mxgui.ui.waits.bars import BAR, paint_mark, paint_outage
from mxgui.ui.waits.tree import CoursesTree

_SIDE = 21


def painted(theme, what: Happens | None) -> QImage:
    image = QImage(_SIDE, _SIDE, QImage.Format.Format_ARGB32)
    image.fill(QColor(theme.tokens.surface))
    painter = QPainter(image)
    paint_mark(painter, QPointF(_SIDE / 2, _SIDE / 2), what, theme.tokens)
    painter.end()
    return image


def shape(theme, image: QImage) -> frozenset[tuple[int, int]]:
    ground = QColor(theme.tokens.surface)
    return frozenset(
        (x, y) for x in range(_SIDE) for y in range(_SIDE) if image.pixelColor(x, y) != ground
    )


def test_everything_that_happens_has_a_shape_of_its_own(theme):
    every = [None, *Happens]
    assert len({shape(theme, painted(theme, what)) for what in every}) == len(every)


def test_the_outage_is_hatched(theme):
    image = QImage(60, 12, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    paint_outage(painter, QRectF(0, 0, 60, 12), theme.tokens)
    painter.end()
    inks = {image.pixelColor(x, 6).name() for x in range(60)}
    assert {theme.tokens.fail, theme.tokens.fail_tint} <= inks


@pytest.fixture
def tree(theme, qtbot) -> CoursesTree:
    made = CoursesTree(theme)
    qtbot.addWidget(made)
    made.resize(1000, 200)
    made.show()
    return made


def inks_at(tree: CoursesTree, at: float, row: int = 0) -> set[str]:
    """The colours at a moment of the axis, in seconds."""
    rect = tree.visualRect(tree.rows.index(row, BAR))
    room = rect.width() - 2 * PAD
    x = rect.left() + PAD + round(tree.scale.axis.place(at) * room)
    image = tree.viewport().grab().toImage()
    return {
        image.pixelColor(x + by, y).name()
        for by in (-2, -1, 0, 1, 2)
        for y in range(rect.top(), rect.bottom())
    }


def test_a_course_is_painted_where_its_times_are(tree, theme):
    course = course_of(Waiting(sender_of("postfix"), 3600.0, ALL_FAIL))
    rows = (Branch("postfix", (Cell("Postfix"), Cell(), Cell("told")), (), is_quiet=True),)
    tree.show_courses(rows, {"postfix": (course,)})
    assert theme.tokens.fail in inks_at(tree, 1800.0)
    assert theme.tokens.text in inks_at(tree, 2400.0)  # the stroke of a try
    assert theme.tokens.ok in inks_at(tree, 4800.0)
    assert theme.tokens.fail not in inks_at(tree, 4200.0)


def test_two_courses_stand_one_below_the_other(tree, theme):
    course = course_of(Waiting(sender_of("postfix"), 3600.0, ALL_FAIL))
    none = course_of(Waiting(sender_of("postfix"), 3600.0, ALL_FAIL), after=3600.0)
    rows = (Branch("postfix", (Cell("Postfix"), Cell(), Cell("told")), (), is_quiet=True),)
    tree.show_courses(rows, {"postfix": (course, none)})
    assert theme.tokens.ok in inks_at(tree, 3600.0)
    assert theme.tokens.ok in inks_at(tree, 4800.0)
