"""The graph as an outline."""

from mxgui.ui.graph_outline import outline_of
from mxgui.ui.graph_walk import reading_order
from tests.ui.showing import a_result, key_of

RESULT = a_result()
OUTLINE = outline_of(RESULT.diagram)


def test_hosts_lie_below_their_tier_and_addresses_below_their_host():
    host, address = key_of(RESULT, "a.example.org"), key_of(RESULT, "2001:db8::1")
    first, second = RESULT.diagram.lanes
    assert OUTLINE.below[OUTLINE.root] == (first.key, second.key)
    assert OUTLINE.below[first.key] == (host,)
    assert OUTLINE.above[address] == host
    assert len(OUTLINE.below[host]) == 2


def test_it_is_in_the_order_of_reading():
    def read(key: str) -> list[str]:
        below = OUTLINE.below.get(key, ())
        return [key, *(part for each in below for part in read(each))]

    assert tuple(read(OUTLINE.root)) == reading_order(RESULT.diagram)
    assert set(OUTLINE.parts) == set(reading_order(RESULT.diagram))


def test_what_stands_in_place_of_a_route_lies_below_the_domain():
    diagram = a_result(mx="0 .").diagram
    assert diagram.notice is not None
    assert outline_of(diagram).below == {diagram.domain.key: (diagram.notice.key,)}
