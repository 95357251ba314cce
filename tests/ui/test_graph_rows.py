"""Address rows tell how far a probe is, and how its time was spent."""

from dataclasses import replace

from PySide6.QtCore import QPointF

from mxgui.model.smtp import Outcome, Stage
from mxgui.report.report import report_of
from mxgui.ui.graph_rows import RowItem, stage_ink
from mxgui.ui.theme import LIGHT
from tests.ui.showing import a_result, a_running
from tests.ui.test_graph_items import painted

RUNNING = next(row for row in report_of(a_running()).diagram.rows if row.address == "192.0.2.1")
ROOM = 400.0


def test_a_running_probe_tells_the_seconds_waited():
    item = RowItem(RUNNING, LIGHT)
    item.tick(12.3)
    assert item.words(ROOM) == "waiting for the greeting, 12 of 40 s"


def test_without_room_for_the_seconds_it_tells_the_step():
    item = RowItem(RUNNING, LIGHT)
    assert item.words(150.0) == "waiting for the greeting"


def test_the_line_of_a_running_probe_moves_with_the_time():
    item = RowItem(RUNNING, LIGHT)
    early = painted(item)
    item.tick(20.0)
    assert painted(item) != early


def test_an_ended_probe_stands_still():
    row = a_result(probes={"192.0.2.1": Outcome.REFUSED}).diagram.rows[1]
    item = RowItem(row, LIGHT)
    before = painted(item)
    item.tick(20.0)
    assert painted(item) == before
    assert item.words(ROOM) == "refused"


def test_the_groups_of_steps_have_colours_of_their_own():
    inks = [stage_ink(LIGHT, stage) for stage in (None, Stage.CONNECT, Stage.GREETING)]
    inks.append(stage_ink(LIGHT, Stage.HANDSHAKE))
    assert len(set(inks)) == 4
    assert stage_ink(LIGHT, Stage.QUIT)


def test_the_bar_of_a_probe_that_broke_off_ends_in_the_colour_of_its_state():
    row = a_result(probes={"192.0.2.1": Outcome.REJECTED}).diagram.rows[1]
    fine = painted(RowItem(row, LIGHT))
    whole = tuple(replace(segment, broke=None) for segment in row.segments)
    assert painted(RowItem(replace(row, segments=whole), LIGHT)) != fine


def test_without_motion_the_bar_grows_with_the_seconds_only():
    item = RowItem(RUNNING, LIGHT)
    item.tick(12.0, still=True)
    before = painted(item)
    item.tick(12.9, still=True)
    assert painted(item) == before
    item.tick(13.0, still=True)
    assert painted(item) != before


def test_far_away_what_fails_fills_more_of_its_row():
    rows = a_result(probes={"192.0.2.1": Outcome.REJECTED}).diagram.rows
    well, broken = (painted(RowItem(row, LIGHT), 0.2) for row in rows[:2])
    middle = well.width() // 2, well.height() // 2
    assert well.pixelColor(*middle).name() == LIGHT.ok_tint
    assert broken.pixelColor(*middle).name() == LIGHT.fail


def test_a_row_tells_what_it_has_no_room_for():
    assert RowItem(RUNNING, LIGHT).tip_at(QPointF()) == RUNNING.tip
