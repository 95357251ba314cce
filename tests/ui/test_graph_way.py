"""What stands out with a part of the graph: the way that mail takes to it."""

from mxgui.ui.graph_way import NOWHERE, way_of
from tests.ui.showing import a_result, key_of

RESULT = a_result(
    mx="10 a.example, 20 b.example, 20 c.example",
    hosts={"a.example": "192.0.2.1 192.0.2.2", "b.example": "192.0.2.3", "c.example": "192.0.2.4"},
)
DIAGRAM = RESULT.diagram
A, B = key_of(RESULT, "a.example"), key_of(RESULT, "b.example")
ROWS = [row.key for row in DIAGRAM.rows]


def test_with_a_host_stand_its_addresses_and_all_lines_to_them():
    way = way_of(DIAGRAM, A)
    assert way.parts == {A, *ROWS[:2]}
    assert way.edges == {("domain", A), (A, ROWS[0]), (A, ROWS[1])}


def test_with_an_address_stands_the_way_to_it_alone():
    way = way_of(DIAGRAM, ROWS[0])
    assert way.parts == {ROWS[0]}
    assert way.edges == {("domain", A), (A, ROWS[0])}


def test_to_a_later_tier_of_equals_the_way_leads_by_their_lane():
    assert ("domain", "tier 20") in way_of(DIAGRAM, B).edges
    assert way_of(DIAGRAM, "tier 20").edges == {("domain", "tier 20")}


def test_nothing_stands_out_with_the_domain_or_without_a_part():
    assert way_of(DIAGRAM, "domain") == way_of(DIAGRAM, None) == way_of(None, A) == NOWHERE
