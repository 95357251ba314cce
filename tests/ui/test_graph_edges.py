"""Lines of the graph tell where mail goes, and stand out with the part that they lead to."""

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt

from mxgui.model.smtp import Outcome
from mxgui.routing.shapes import EdgeStyle
from mxgui.ui.graph_edges import EdgeItem, Light
from mxgui.ui.theme import DARK, LIGHT
from tests.ui.showing import a_result

EDGES = {edge.style: edge for edge in a_result().diagram.edges}
PLAIN = EDGES[EdgeStyle.PLAIN]


def test_what_comes_only_after_failure_is_dashed():
    first = EdgeItem(EDGES[EdgeStyle.FIRST], LIGHT)
    later = EdgeItem(EDGES[EdgeStyle.LATER], LIGHT)
    assert first.pen().style() is Qt.PenStyle.SolidLine
    assert later.pen().style() is Qt.PenStyle.CustomDashLine
    assert first.pen().widthF() > later.pen().widthF()


def test_an_edge_that_leads_nowhere_is_red_and_dashed():
    edges = a_result(probes={"192.0.2.2": Outcome.REFUSED}).diagram.edges
    failed = next(edge for edge in edges if edge.style is EdgeStyle.FAILED)
    item = EdgeItem(failed, LIGHT)
    assert item.pen().color().name() == LIGHT.fail
    assert item.pen().style() is Qt.PenStyle.CustomDashLine


def test_a_line_to_the_chosen_part_is_wider_and_in_the_accent():
    item = EdgeItem(PLAIN, LIGHT)
    calm = item.pen()
    item.light(Light.MOUSE)
    assert item.pen().widthF() > calm.widthF()
    assert item.pen().color() == calm.color()
    item.light(Light.CHOICE)
    assert item.pen().color().name() == LIGHT.accent
    item.light(Light.NONE)
    assert item.pen() == calm


def test_a_line_follows_its_parts_and_the_colours():
    item = EdgeItem(PLAIN, LIGHT)
    item.take(replace(PLAIN, points=((0, 0), (5, 0), (5, 9), (10, 9))), DARK)
    assert item.path().currentPosition() == QPointF(10, 9)
    assert item.pen().color().name() == DARK.faint


def test_only_a_line_itself_is_touched_and_not_the_area_below_it():
    item = EdgeItem(replace(PLAIN, points=((0, 0), (50, 0), (50, 90), (100, 90))), LIGHT)
    assert item.shape().contains(QPointF(50, 45))
    assert not item.shape().contains(QPointF(20, 45))


def test_a_line_of_first_attempts_tells_its_share():
    assert str(EdgeItem(EDGES[EdgeStyle.FIRST], LIGHT).tip_at(QPointF())) == "all first attempts"
