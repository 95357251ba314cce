"""Lanes say when their tier is tried, and have a sign that folds them."""

import pytest
from PySide6.QtCore import QPointF, QRect

from mxgui.report.report import report_of
from mxgui.ui.graph_lanes import LaneItem
from mxgui.ui.theme import LIGHT
from tests.ui.showing import a_result, two_tiers
from tests.ui.test_graph_items import painted

OPEN = a_result().diagram.lanes[0]
FOLDED = report_of(two_tiers(), folded=frozenset({"tier 10"})).picture.lanes[0]


@pytest.mark.parametrize("scale", [1.0, 0.5, 0.3, 0.1])
def test_a_folded_lane_is_painted_at_every_scale(scale):
    item = LaneItem(FOLDED, LIGHT)
    before = painted(item, scale)
    item.mark(chosen=True, focus=True, lit=False)
    assert painted(item, scale) != before


def test_the_sign_points_elsewhere_when_the_lane_is_folded():
    item = LaneItem(OPEN, LIGHT)
    folded = LaneItem(FOLDED, LIGHT)
    area = QRect(15, 13, 24, 24)
    assert painted(item).copy(area) != painted(folded).copy(area)


def test_the_sign_lights_up_below_the_mouse():
    item = LaneItem(OPEN, LIGHT)
    before = painted(item)
    item.light_sign(True)
    assert painted(item) != before
    item.light_sign(False)
    assert painted(item) == before


def test_the_sign_tells_what_it_does_and_the_lane_what_it_is():
    assert "(Space)" in str(LaneItem(OPEN, LIGHT).tip_at(LaneItem(OPEN, LIGHT).sign.center()))
    folded = LaneItem(FOLDED, LIGHT)
    assert str(folded.tip_at(folded.sign.center())).startswith("Show")
    words = str(folded.tip_at(QPointF(folded.box.right - 20, folded.box.y + 20)))
    assert words.startswith("Tried first\npreference 10\n")
    assert "1 host, 2 addresses: 2 answer" in words
