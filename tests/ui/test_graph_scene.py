"""The scene keeps its items while their words change, and finds what is at a place."""

import pytest
from PySide6.QtCore import QPointF, QRectF

from mxgui.report.report import report_of
from mxgui.ui.graph_lanes import LaneItem
from mxgui.ui.graph_scene import GraphScene
from mxgui.ui.graph_way import NOWHERE, way_of
from mxgui.ui.pencil import rect_of
from mxgui.ui.theme import DARK, LIGHT
from tests.ui.showing import a_result, a_running, key_of, two_tiers

RESULT = a_result()
DIAGRAM = RESULT.diagram
HOST = key_of(RESULT, "a.example.org")


@pytest.fixture
def scene(qapp) -> GraphScene:
    made = GraphScene()
    made.take(DIAGRAM, LIGHT)
    return made


def test_only_what_changed_is_touched(scene):
    before = scene.part(HOST).part
    scene.take(report_of(two_tiers()).diagram, LIGHT)
    assert scene.part(HOST).part is before
    scene.take(report_of(two_tiers()).diagram, DARK)
    assert scene.part(HOST).tokens is DARK


def test_what_comes_and_goes_has_an_item_as_long(scene):
    folded = report_of(two_tiers(), folded=frozenset({"tier 20"})).picture
    scene.take(folded, LIGHT)
    assert scene.part("host 1") is None
    assert scene.part("tier 20") is not None
    scene.take(DIAGRAM, LIGHT)
    assert scene.part("host 1") is not None
    scene.take(None, LIGHT)
    assert not scene.items()


def test_a_card_is_found_before_the_lane_behind_it(scene):
    card, lane = DIAGRAM.hosts[0], DIAGRAM.lanes[0]
    assert scene.part_at(rect_of(card.box).center()).part.key == card.key
    assert scene.part_at(QPointF(lane.box.x + 2, lane.box.y + 2)).part.key == lane.key
    assert scene.part_at(QPointF(1, 1)) is None


def test_a_tip_is_that_of_what_is_uppermost(scene):
    card, lane = DIAGRAM.hosts[0], DIAGRAM.lanes[0]
    assert str(scene.tip_at(rect_of(card.box).center())).startswith("a.example.org")
    between = QPointF((DIAGRAM.domain.box.right + lane.box.x) / 2, DIAGRAM.domain.box.middle)
    assert str(scene.tip_at(between)) == "all first attempts"
    assert scene.tip_at(QPointF(1, 1)) == ""


def test_cards_count_as_covered_and_lanes_do_not(scene):
    card, lane = DIAGRAM.hosts[0], DIAGRAM.lanes[0]
    assert scene.has_cards_in(rect_of(card.box))
    assert not scene.has_cards_in(QRectF(lane.box.x + 20, lane.box.y + 2, 20, 20))


def test_marks_go_from_one_part_to_the_next(scene):
    scene.mark(HOST, HOST, (way_of(DIAGRAM, HOST), NOWHERE))
    assert scene.part(HOST).is_chosen
    assert scene.part(HOST).has_focus
    scene.mark("domain", None, (NOWHERE, way_of(DIAGRAM, HOST)))
    assert not scene.part(HOST).is_chosen
    assert scene.part(HOST).is_lit
    assert scene.part("domain").is_chosen


def test_one_sign_is_lit_at_a_time_and_none_when_its_lane_is_gone(scene):
    first, second = scene.part("tier 10"), scene.part("tier 20")
    assert isinstance(first, LaneItem)
    assert isinstance(second, LaneItem)
    scene.light_sign(first)
    scene.light_sign(second)
    scene.take(a_result(mx="10 a.example.org").diagram, LIGHT)
    scene.light_sign(None)


def test_time_moves_the_rows_that_run_and_no_others(scene):
    running = report_of(a_running())
    scene.take(running.diagram, LIGHT)
    row = scene.part(key_of(running, "192.0.2.1"))
    scene.tick(7.0, still=False)
    assert row.now == 7.0
    assert scene.part(key_of(running, "192.0.2.2")).now == 0.0
