"""The lines of the picture say who is tried, how often, and what came of it."""

from fractions import Fraction

from mxgui.model.inspection import Inspection
from mxgui.model.plan import Plan
from mxgui.model.smtp import Outcome
from mxgui.routing.diagram import DOMAIN, diagram_of
from mxgui.routing.route import route_of
from mxgui.routing.shapes import Edge, EdgeStyle
from tests.builders import an_inspection


def edges_from_the_domain(inspection: Inspection, *folded: str) -> list[Edge]:
    diagram = diagram_of(inspection, route_of(inspection), folded=folded)
    return [edge for edge in diagram.edges if edge.source == DOMAIN]


def test_a_line_is_as_wide_as_its_share():
    alone = edges_from_the_domain(an_inspection(mx="10 a.example"))[0]
    shared = edges_from_the_domain(an_inspection(mx="10 a.example, 10 b.example"))[0]
    assert (alone.share, shared.share) == (Fraction(1), Fraction(1, 2))
    assert alone.width > shared.width > 1.5
    assert alone.style is shared.style is EdgeStyle.FIRST


def test_a_later_host_has_a_dashed_line():
    _, later = edges_from_the_domain(an_inspection(mx="10 a.example, 20 b.example"))
    assert (later.style, later.target) == (EdgeStyle.LATER, "host 1")


def test_one_line_leads_to_a_later_tier_of_several_hosts():
    mx = "10 a.example, 20 b.example, 20 c.example"
    lines = {edge.target: edge.style for edge in edges_from_the_domain(an_inspection(mx=mx))}
    assert lines == {"tier 20": EdgeStyle.LATER, "host 0": EdgeStyle.FIRST}


def test_one_line_leads_to_a_folded_tier_in_the_style_of_its_hosts():
    mx = "5 localhost, 10 a.example, 10 b.example, 20 c.example"
    hosts = {"a.example": "192.0.2.1", "b.example": "192.0.2.2", "c.example": "192.0.2.3"}
    tiers = ("tier 5", "tier 10", "tier 20")
    lines = edges_from_the_domain(an_inspection(mx=mx, hosts=hosts), *tiers)
    assert [(edge.target, edge.style) for edge in lines] == [
        ("tier 5", EdgeStyle.FAILED),
        ("tier 10", EdgeStyle.FIRST),
        ("tier 20", EdgeStyle.LATER),
    ]
    assert lines[1].share == 1


def test_a_host_that_no_sender_can_use_has_a_line_of_failure():
    inspection = an_inspection(mx="10 a.example, 10 localhost", hosts={"a.example": "192.0.2.1"})
    lines = {edge.target: edge.style for edge in edges_from_the_domain(inspection)}
    assert lines["host 1"] is EdgeStyle.FAILED


def test_a_host_listed_twice_has_a_line_that_says_nothing():
    inspection = an_inspection(mx="10 a.example, 20 a.example")
    lines = {edge.target: edge.style for edge in edges_from_the_domain(inspection)}
    assert lines["host 1"] is EdgeStyle.UNSURE


def test_silence_that_proves_nothing_is_no_failure():
    inspection = an_inspection(mx="10 a.example", probes={"192.0.2.1": Outcome.TIMED_OUT})
    diagram = diagram_of(inspection, route_of(inspection))
    assert diagram.edges[-1].style is EdgeStyle.UNSURE


def test_a_line_starts_and_ends_at_the_middle_of_a_side():
    diagram = diagram_of(an_inspection(), route_of(an_inspection()))
    edge = diagram.edges[0]
    domain, host = diagram.domain.box, diagram.hosts[0].box
    assert edge.points[0] == (domain.right, domain.middle)
    assert edge.points[-1] == (host.x, host.middle)


def test_an_address_that_the_sender_leaves_out_has_a_dotted_line():
    hosts = {"mx1.example.org": "192.0.2.1 2001:db8::1"}
    inspection = an_inspection(hosts=hosts, plan=Plan(sender="qmail"))
    diagram = diagram_of(inspection, route_of(inspection))
    lines = {edge.target.split()[-1]: edge.style for edge in diagram.edges}
    assert lines["192.0.2.1"] is EdgeStyle.PLAIN
    assert lines["2001:db8::1"] is EdgeStyle.UNSURE
