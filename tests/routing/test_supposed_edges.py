"""Lines lead to whoever gets mail in a what-if, from where the domain stands."""

from fractions import Fraction

from mxgui.routing.diagram import diagram_of
from mxgui.routing.route import route_of
from mxgui.routing.shapes import EdgeStyle
from mxgui.routing.supposed_edges import supposed_edges
from tests.builders import an_inspection

KNOWN = an_inspection(
    mx="10 a.example.org, 10 b.example.org, 20 c.example.org, 30 .",
    hosts={
        "a.example.org": "192.0.2.1",
        "b.example.org": "192.0.2.2",
        "c.example.org": "192.0.2.3",
    },
)
DIAGRAM = diagram_of(KNOWN, route_of(KNOWN), str)
HALF = Fraction(1, 2)


def test_first_attempts_that_carry_no_mail_are_dashed():
    edges = {
        edge.target: edge for edge in supposed_edges(DIAGRAM, {"host 1": HALF, "host 2": HALF})
    }
    assert edges["host 1"].style is edges["host 2"].style is EdgeStyle.FIRST
    assert edges["host 0"].style is EdgeStyle.LATER
    assert edges["host 1"].width > edges["host 0"].width


def test_every_line_of_the_picture_stays():
    before = {(edge.source, edge.target) for edge in DIAGRAM.edges}
    after = {(edge.source, edge.target) for edge in supposed_edges(DIAGRAM, {})}
    assert before == after


def test_lines_begin_where_the_domain_stands():
    domain = DIAGRAM.domain
    for edge in supposed_edges(DIAGRAM, {"host 0": Fraction(1)}):
        if edge.source == domain.key:
            assert edge.points[0] == (domain.box.right, domain.box.middle)
