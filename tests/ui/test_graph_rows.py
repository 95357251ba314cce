"""Address rows tell how far a probe is; edges tell where mail goes."""

from PySide6.QtCore import Qt

from mxgui.model.smtp import Outcome, Stage
from mxgui.report.report import report_of
from mxgui.routing.shapes import EdgeStyle
from mxgui.ui.graph_rows import EdgeItem, RowItem, stage_ink
from mxgui.ui.theme import LIGHT
from tests.ui.showing import a_result, a_running
from tests.ui.test_graph_items import painted

RUNNING = next(row for row in report_of(a_running()).diagram.rows if row.address == "192.0.2.1")
ROOM = 400.0


def test_a_running_probe_tells_the_seconds_waited():
    item = RowItem(RUNNING, RUNNING.box, LIGHT)
    item.tick(12.3)
    assert item.words(ROOM) == "waiting for the greeting, 12 of 40 s"


def test_without_room_for_the_seconds_it_tells_the_step():
    item = RowItem(RUNNING, RUNNING.box, LIGHT)
    assert item.words(150.0) == "waiting for the greeting"


def test_the_line_of_a_running_probe_moves_with_the_time():
    item = RowItem(RUNNING, RUNNING.box, LIGHT)
    early = painted(item)
    item.tick(20.0)
    assert painted(item) != early


def test_an_ended_probe_stands_still():
    row = a_result(probes={"192.0.2.1": Outcome.REFUSED}).diagram.rows[1]
    item = RowItem(row, row.box, LIGHT)
    before = painted(item)
    item.tick(20.0)
    assert painted(item) == before
    assert item.words(ROOM) == "refused"


def test_the_groups_of_steps_have_colours_of_their_own():
    inks = [stage_ink(LIGHT, stage) for stage in (None, Stage.CONNECT, Stage.GREETING)]
    inks.append(stage_ink(LIGHT, Stage.HANDSHAKE))
    assert len(set(inks)) == 4
    assert stage_ink(LIGHT, Stage.QUIT)


def test_what_comes_only_after_failure_is_dashed():
    edges = {edge.style: edge for edge in a_result().diagram.edges}
    first = EdgeItem(edges[EdgeStyle.FIRST], LIGHT)
    later = EdgeItem(edges[EdgeStyle.LATER], LIGHT)
    assert first.pen().style() is Qt.PenStyle.SolidLine
    assert later.pen().style() is Qt.PenStyle.CustomDashLine
    assert first.pen().widthF() > later.pen().widthF()


def test_an_edge_that_leads_nowhere_is_red_and_dashed():
    edges = a_result(probes={"192.0.2.2": Outcome.REFUSED}).diagram.edges
    failed = next(edge for edge in edges if edge.style is EdgeStyle.FAILED)
    item = EdgeItem(failed, LIGHT)
    assert item.pen().color().name() == LIGHT.fail
    assert item.pen().style() is Qt.PenStyle.CustomDashLine
