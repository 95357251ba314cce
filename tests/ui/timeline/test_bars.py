"""Bars are painted where their times are, and told apart without colour."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QHeaderView

from mxgui.model.smtp import Stage
from mxgui.report.report import report_of
from mxgui.ui.timeline.bars import PAD, axis_room, paint_span
from mxgui.ui.timeline.model import Place, StepsModel
from mxgui.ui.timeline.row import Span, Style
from mxgui.ui.timeline.rows import rows_of
from mxgui.ui.timeline.tree import StepsTree
from tests.ui.showing import two_tiers


@pytest.fixture
def tree(theme, qtbot) -> StepsTree:
    model = StepsModel(theme)
    model.take(rows_of(report_of(two_tiers())))
    made = StepsTree(model, theme)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.scale.take(0.5, growing=False)
    made.show()
    return made


def painted(theme, span: Span, height: int = 12) -> QImage:
    image = QImage(40, height, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_span(painter, QRectF(0, 0, 40, height), span, theme.tokens)
    painter.end()
    return image


def inks(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_every_kind_of_stretch_has_a_shape_of_its_own(theme):
    well = painted(theme, Span("", 0, 1, Stage.CONNECT))
    broke = painted(theme, Span("", 0, 1, Stage.CONNECT, Style.BROKE))
    queued = painted(theme, Span("", 0, 1, style=Style.WAITED))
    farewell = painted(theme, Span("", 0, 1, Stage.QUIT))
    assert inks(well) >= {theme.tokens.accent}
    assert inks(broke) >= {theme.tokens.fail, theme.tokens.fail_tint}
    assert queued.pixelColor(20, 1) == farewell.pixelColor(20, 6) == QColor("white")
    assert well.pixelColor(20, 1) == well.pixelColor(20, 6) == QColor(theme.tokens.accent)


def test_a_lane_too_thin_to_be_hatched_is_full(theme):
    thin = painted(theme, Span("", 0, 1, style=Style.BROKE), height=4)
    assert thin.pixelColor(20, 1) == QColor(theme.tokens.fail)


def test_a_bar_stands_where_its_time_is(tree, theme):
    image = tree.viewport().grab().toImage()
    place = next(at for at, row in enumerate(tree.model().rows) if str(row.asked) == "192.0.2.2")
    rect = tree.visualRect(tree.model().index(place, Place.BAR))
    (span, *_) = tree.model().rows[place].spans
    room = axis_room(rect)
    middle = rect.center().y()
    inside = room.left() + tree.scale.axis.place(span.begin + 0.005) * room.width()
    behind = room.left() + tree.scale.axis.place(span.begin + 0.09) * room.width()
    assert image.pixelColor(round(inside), middle) == QColor(theme.tokens.accent)
    assert image.pixelColor(round(behind), middle) != QColor(theme.tokens.accent)
    assert room.left() - rect.left() == PAD


def test_what_is_zoomed_out_of_sight_is_not_painted(tree, theme):
    tree.scale.zoom(10.0, 0.49)
    image = tree.viewport().grab().toImage()
    rect = tree.visualRect(tree.model().index(0, Place.BAR))
    seen = {image.pixelColor(x, rect.center().y()).name() for x in range(rect.left(), rect.right())}
    assert theme.tokens.faint not in seen


def test_the_header_has_the_ticks_and_keeps_its_title_for_screen_readers(tree, theme):
    header = tree.header()
    assert isinstance(header, QHeaderView)
    image = header.viewport().grab().toImage()
    left = header.sectionViewportPosition(Place.BAR)
    row = [image.pixelColor(x, 8).name() for x in range(left, image.width())]
    assert row.count(theme.tokens.border) >= 3
    title = tree.model().headerData(Place.BAR, Qt.Orientation.Horizontal)
    assert title == "Time"
