"""What the graph tells where the mouse rests."""

from fractions import Fraction

from mxgui.model.smtp import Outcome
from mxgui.routing.shapes import EdgeStyle
from mxgui.ui.graph_tips import chip_tip, edge_tip, host_tip, lane_tip, share_tip
from tests.ui.showing import a_result

THREE = a_result(
    mx="10 a.example, 10 b.example, 10 c.example, 20 d.example",
    hosts={f"{name}.example": f"192.0.2.{n}" for n, name in enumerate("abcd", start=1)},
    probes={"192.0.2.1": Outcome.REFUSED},
).diagram


def test_a_share_is_told_as_an_exact_fraction():
    assert str(share_tip(Fraction(1, 3))) == "1/3 of first attempts"
    assert str(share_tip(Fraction(1))) == "all first attempts"
    assert share_tip(Fraction(0)) == ""


def test_a_host_tells_name_share_and_reasons_one_a_line():
    lines = str(host_tip(THREE.hosts[0])).splitlines()
    assert lines[:2] == ["a.example", "1/3 of first attempts"]
    assert len(lines) == len(set(lines)) > 2


def test_a_host_that_waits_for_failures_says_so_in_place_of_a_share():
    assert str(host_tip(THREE.hosts[3])).splitlines()[1] == "only after failure"


def test_a_chip_repeats_itself_and_explains():
    chip = THREE.hosts[1].chips[0]
    assert str(chip_tip(chip)).startswith(str(chip.words))


def test_lines_tell_their_share_or_their_dashes():
    told = {edge.style: str(edge_tip(edge)) for edge in THREE.edges}
    assert told[EdgeStyle.FIRST] == "1/3 of first attempts"
    assert told[EdgeStyle.LATER] == "only after failure"
    assert "nowhere" in told[EdgeStyle.FAILED]
    assert told[EdgeStyle.PLAIN] == ""


def test_a_lane_without_a_preference_leaves_it_out():
    lane = a_result(mx="", hosts={"example.org": "192.0.2.1"}).diagram.lanes[0]
    assert str(lane_tip(lane)).splitlines()[0] == "The domain itself"
    assert len(str(lane_tip(lane)).splitlines()) == 2
