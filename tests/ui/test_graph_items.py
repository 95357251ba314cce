"""Parts of the graph paint what they are given, as much as can be read at their scale."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

from mxgui.routing.shapes import Box, Tone
from mxgui.ui.graph_hosts import HostItem
from mxgui.ui.graph_items import Detail, DomainItem, NoticeItem, PartItem, detail_at
from mxgui.ui.graph_lanes import LaneItem
from mxgui.ui.graph_rows import RowItem
from mxgui.ui.pencil import rect_of
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
        (RowItem, DIAGRAM.rows[0]),
        (NoticeItem, NOTICE),
    ],
)
def test_every_card_is_seen_fine_and_coarse_light_and_dark(kind, part):
    light, dark = kind(part, LIGHT), kind(part, DARK)
    for scale in (1.0, 0.5, 0.3, 0.1):
        assert painted(light, scale) != painted(dark, scale)


@pytest.mark.parametrize(
    ("scale", "detail"),
    [(1.0, Detail.FINE), (0.6, Detail.FINE), (0.5, Detail.LARGE), (0.2, Detail.COARSE)],
)
def test_the_smaller_the_scale_the_less_is_painted(scale, detail):
    assert detail_at(scale) is detail


def test_other_words_are_painted_at_the_same_place():
    item = HostItem(CARD, LIGHT)
    before = painted(item)
    item.take(replace(CARD, tone=Tone.FAIL), LIGHT)
    assert painted(item) != before


def test_a_part_may_move():
    item = DomainItem(DIAGRAM.domain, LIGHT)
    moved = replace(DIAGRAM.domain, box=Box(50, 60, 200, 80))
    item.take(moved, LIGHT)
    assert item.boundingRect().contains(rect_of(moved.box))


@pytest.mark.parametrize("mark", ["chosen", "focus", "lit"])
def test_what_is_chosen_or_near_the_mouse_or_the_keyboard_is_seen(mark):
    item = DomainItem(DIAGRAM.domain, LIGHT)
    before = painted(item)
    item.mark(**{"chosen": False, "focus": False, "lit": False, mark: True})
    assert painted(item) != before


def test_cards_tell_their_names_whole():
    domain = DomainItem(replace(DIAGRAM.domain, other="xn--example"), LIGHT)
    assert str(domain.tip_at(QPointF())) == "example.org\nxn--example"
    assert NOTICE is not None
    notice = NoticeItem(NOTICE, LIGHT)
    assert str(notice.tip_at(QPointF())).startswith("Takes no mail\nIts null MX")


def test_the_shadow_and_the_ring_of_focus_lie_within_the_bounds():
    item = HostItem(CARD, LIGHT)
    item.mark(chosen=True, focus=True, lit=True)
    assert item.boundingRect().contains(rect_of(CARD.box).adjusted(-4, -4, 4, 4))
