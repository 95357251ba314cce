"""Cards of the graph paint what they are given, and tell the rest in plain tooltips."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

from mxgui.routing.shapes import Box, Tone
from mxgui.ui.graph_items import DomainItem, HostItem, LaneItem, NoticeItem, PartItem, rect_of
from mxgui.ui.theme import DARK, LIGHT
from tests.ui.showing import a_result

RESULT = a_result()
DIAGRAM = RESULT.diagram
CARD = DIAGRAM.hosts[0]
NOTICE = a_result(mx="0 .").diagram.notice
assert NOTICE is not None


def painted(item: PartItem, scale: float = 1.0) -> QImage:
    """The item as it is seen at a scale."""
    scene = QGraphicsScene()
    scene.addItem(item)
    area = item.boundingRect()
    image = QImage(
        int(area.width() * scale) + 1, int(area.height() * scale) + 1, QImage.Format.Format_RGB32
    )
    image.fill(0)
    painter = QPainter(image)
    scene.render(painter, QRectF(image.rect()), area)
    painter.end()
    scene.removeItem(item)
    return image


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        (DomainItem, DIAGRAM.domain),
        (LaneItem, DIAGRAM.lanes[0]),
        (HostItem, CARD),
        (NoticeItem, NOTICE),
    ],
)
def test_every_card_is_seen_fine_and_coarse_light_and_dark(kind, part):
    light, dark = kind(part, part.box, LIGHT), kind(part, part.box, DARK)
    assert painted(light) != painted(dark)
    assert painted(light, 0.2) != painted(dark, 0.2)


def test_a_box_is_the_same_in_qt():
    assert rect_of(Box(1, 2, 3, 4)) == QRectF(1, 2, 3, 4)


def test_other_words_are_painted_at_the_same_place():
    item = HostItem(CARD, CARD.box, LIGHT)
    before = painted(item)
    item.take(replace(CARD, tone=Tone.FAIL), CARD.box, LIGHT)
    assert painted(item) != before


def test_a_name_that_is_too_long_is_cut_and_told_in_the_tooltip():
    name = "x" * 60 + ".example.org"
    item = HostItem(replace(CARD, name=name, head="x" * 60), CARD.box, LIGHT)
    painted(item)
    assert name in item.toolTip()


def test_a_name_with_markup_is_no_markup_in_the_tooltip():
    item = HostItem(replace(CARD, name="<b>x</b>"), CARD.box, LIGHT)
    assert "<b>" not in item.toolTip()


def test_the_shadow_and_the_ring_of_focus_lie_within_the_bounds():
    item = HostItem(CARD, CARD.box, LIGHT)
    item.mark(chosen=True, focus=True)
    assert item.boundingRect().contains(rect_of(CARD.box).adjusted(-4, -4, 4, 4))
