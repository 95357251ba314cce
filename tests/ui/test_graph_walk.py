"""Where the arrow keys lead."""

from mxgui.report.report import report_of
from mxgui.ui.graph_walk import Step, located, reading_order, walked
from tests.ui.showing import a_result, key_of, two_tiers

RESULT = a_result()
DIAGRAM = RESULT.diagram
DOMAIN = DIAGRAM.domain.key
LANE, LATER = (lane.key for lane in DIAGRAM.lanes)
FIRST, SECOND = key_of(RESULT, "a.example.org"), key_of(RESULT, "b.example.org")
ROWS = [row.key for row in DIAGRAM.rows]
FOLDED = report_of(two_tiers(), folded=frozenset({LATER})).picture


def walk(start: str | None, *steps: Step) -> str:
    here = start
    for step in steps:
        here = walked(DIAGRAM, here, step)
    assert here is not None
    return here


def test_right_leads_from_the_domain_to_lanes_hosts_and_addresses():
    assert walk(DOMAIN, Step.RIGHT) == LANE
    assert walk(DOMAIN, Step.RIGHT, Step.RIGHT) == FIRST
    assert walk(DOMAIN, Step.RIGHT, Step.RIGHT, Step.RIGHT) == ROWS[0]
    assert walk(ROWS[0], Step.RIGHT) == ROWS[0]


def test_left_leads_back():
    assert walk(ROWS[1], Step.LEFT) == FIRST
    assert walk(ROWS[1], Step.LEFT, Step.LEFT) == LANE
    assert walk(ROWS[1], Step.LEFT, Step.LEFT, Step.LEFT) == DOMAIN
    assert walk(DOMAIN, Step.LEFT) == DOMAIN


def test_up_and_down_stay_in_their_column():
    assert walk(LANE, Step.DOWN) == LATER
    assert walk(LATER, Step.UP) == LANE
    assert walk(FIRST, Step.DOWN) == SECOND
    assert walk(SECOND, Step.DOWN) == SECOND
    assert walk(SECOND, Step.UP, Step.UP) == FIRST
    assert walk(ROWS[0], Step.DOWN, Step.DOWN) == ROWS[2]
    assert walk(DOMAIN, Step.DOWN) == DOMAIN


def test_home_and_end_lead_to_the_ends_of_a_column():
    assert walk(FIRST, Step.LAST) == SECOND
    assert walk(ROWS[2], Step.FIRST) == ROWS[0]


def test_without_a_place_the_walk_begins_at_the_domain():
    assert walk(None, Step.DOWN) == DOMAIN
    assert walk("gone", Step.RIGHT) == LANE


def test_a_host_without_addresses_is_the_end_of_the_way():
    result = a_result(hosts={"a.example.org": "", "b.example.org": "192.0.2.2"})
    host = key_of(result, "a.example.org")
    assert walked(result.diagram, host, Step.RIGHT) == host


def test_a_notice_stands_where_lanes_would():
    diagram = a_result(mx="0 .").diagram
    assert diagram.notice is not None
    assert walked(diagram, DOMAIN, Step.RIGHT) == diagram.notice.key
    assert walked(diagram, diagram.notice.key, Step.LEFT) == DOMAIN
    assert walked(diagram, diagram.notice.key, Step.DOWN) == diagram.notice.key


def test_what_a_folded_lane_hides_is_where_the_lane_is():
    assert located(FOLDED, SECOND).key == LATER
    assert located(FOLDED, ROWS[2]).key == LATER
    assert walked(FOLDED, ROWS[2], Step.LEFT) == DOMAIN
    assert walked(FOLDED, LATER, Step.RIGHT) == LATER


def test_a_folded_lane_stands_in_the_columns_of_what_it_hides():
    assert walked(FOLDED, FIRST, Step.DOWN) == LATER
    assert walked(FOLDED, ROWS[1], Step.DOWN) == LATER
    assert walked(FOLDED, LATER, Step.UP) == LANE


def test_parts_are_read_from_the_domain_on_lane_by_lane():
    order = reading_order(DIAGRAM)
    assert order == (DOMAIN, LANE, FIRST, *ROWS[:2], LATER, SECOND, ROWS[2])
    assert reading_order(FOLDED) == (DOMAIN, LANE, FIRST, *ROWS[:2], LATER)
    assert reading_order(a_result(mx="0 .").diagram) == (DOMAIN, "notice")
