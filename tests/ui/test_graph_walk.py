"""Where the arrow keys lead."""

from mxgui.ui.graph_walk import Step, reading_order, walked
from tests.ui.showing import a_result, key_of

RESULT = a_result()
DIAGRAM = RESULT.diagram
DOMAIN = DIAGRAM.domain.key
FIRST, SECOND = key_of(RESULT, "a.example.org"), key_of(RESULT, "b.example.org")
ROWS = [row.key for row in DIAGRAM.rows]


def walk(start: str | None, *steps: Step) -> str:
    here = start
    for step in steps:
        here = walked(DIAGRAM, here, step)
    assert here is not None
    return here


def test_right_leads_from_the_domain_to_hosts_and_addresses():
    assert walk(DOMAIN, Step.RIGHT) == FIRST
    assert walk(DOMAIN, Step.RIGHT, Step.RIGHT) == ROWS[0]
    assert walk(ROWS[0], Step.RIGHT) == ROWS[0]


def test_left_leads_back():
    assert walk(ROWS[1], Step.LEFT) == FIRST
    assert walk(ROWS[1], Step.LEFT, Step.LEFT) == DOMAIN
    assert walk(DOMAIN, Step.LEFT) == DOMAIN


def test_up_and_down_stay_in_their_column():
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
    assert walk("gone", Step.RIGHT) == FIRST


def test_a_host_without_addresses_is_the_end_of_the_way():
    result = a_result(hosts={"a.example.org": "", "b.example.org": "192.0.2.2"})
    host = key_of(result, "a.example.org")
    assert walked(result.diagram, host, Step.RIGHT) == host


def test_a_notice_stands_where_hosts_would():
    diagram = a_result(mx="0 .").diagram
    assert diagram.notice is not None
    assert walked(diagram, DOMAIN, Step.RIGHT) == diagram.notice.key
    assert walked(diagram, diagram.notice.key, Step.LEFT) == DOMAIN


def test_parts_are_read_from_the_domain_on_lane_by_lane():
    order = reading_order(DIAGRAM)
    assert order == (DOMAIN, "tier 10", FIRST, *ROWS[:2], "tier 20", SECOND, ROWS[2])
    assert reading_order(a_result(mx="0 .").diagram) == (DOMAIN, "notice")
