"""The picture of any route has a place for everything, and nothing lies upon another."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mxgui.model.inspection import Inspection, begin
from mxgui.model.records import Status
from mxgui.model.smtp import Outcome, Probe, Stage, Target, Waiting
from mxgui.routing.diagram import DOMAIN, diagram_of
from mxgui.routing.reach import State
from mxgui.routing.route import route_of
from mxgui.routing.shapes import Box, Diagram, EdgeStyle, Tone
from tests.builders import an_inspection, began

NAMES = st.from_regex(r"[a-z][a-z0-9-]{0,40}(\.[a-z]{1,20}){1,6}", fullmatch=True)
ADDRESSES = st.lists(st.ip_addresses().map(str), max_size=4, unique=True).map(" ".join)
HOSTS = st.dictionaries(NAMES, ADDRESSES | st.sampled_from(Status), min_size=1, max_size=40)
OUTCOMES = st.sampled_from(Outcome)


def drawn(inspection: Inspection, *folded: str) -> Diagram:
    return diagram_of(inspection, route_of(inspection), folded=folded)


def boxes_side_by_side(diagram: Diagram) -> list[Box]:
    """Every box that must not touch another: lanes and what stands in them are told apart."""
    cards = [host.box for host in diagram.hosts] + [row.box for row in diagram.rows]
    notice = [diagram.notice.box] if diagram.notice else []
    return [diagram.domain.box, *notice, *cards]


def test_a_folded_lane_has_no_hosts_and_moves_nothing_sideways():
    inspection = an_inspection(mx="10 a.example, 10 b.example, 20 c.example")
    whole, folded = drawn(inspection), drawn(inspection, "tier 10")
    assert [card.name for card in folded.hosts] == ["c.example"]
    assert len(folded.rows) == 1
    assert folded.width == whole.width
    assert folded.lanes[1].box.y < whole.lanes[1].box.y
    assert folded.lanes[0].hides("host 1")
    assert folded.lanes[0].hides(whole.rows[0].key)
    assert not folded.lanes[0].hides("host 2")
    assert not folded.lanes[1].hides("host 2")


def test_all_lanes_can_be_folded():
    diagram = drawn(an_inspection(mx="10 a.example, 20 b.example"), "tier 10", "tier 20")
    assert not diagram.hosts
    assert [edge.target for edge in diagram.edges] == ["tier 10", "tier 20"]
    everything_has_its_place(diagram)


def a_waiting_probe(host: str, address: str) -> Probe:
    return Probe(Target(host, address), waiting=Waiting(Stage.GREETING, 0.0, 40.0))


@st.composite
def inspections(draw: st.DrawFn) -> Inspection:
    hosts = draw(HOSTS)
    preferences = st.sampled_from((0, 5, 10, 20, 65535))
    mx = ",".join(f"{draw(preferences)} {name}" for name in hosts)
    texts = [told for told in hosts.values() if isinstance(told, str)]
    probes = {address: draw(OUTCOMES) for told in texts for address in told.split()}
    return an_inspection(mx=mx, hosts=hosts, probes=probes)


@settings(max_examples=40)
@given(inspections())
def test_nothing_lies_upon_another_and_all_lies_within(inspection: Inspection):
    everything_has_its_place(drawn(inspection))
    first = drawn(inspection).lanes[:1]
    everything_has_its_place(drawn(inspection, *(lane.key for lane in first)))


def everything_has_its_place(diagram: Diagram) -> None:
    whole = Box(0, 0, diagram.width, diagram.height)
    for one, other in combinations(boxes_side_by_side(diagram), 2):
        assert not one.overlaps(other)
    for one, other in combinations([lane.box for lane in diagram.lanes], 2):
        assert not one.overlaps(other)
    assert all(whole.contains(box) for box in boxes_side_by_side(diagram))
    assert all(whole.contains(lane.box) for lane in diagram.lanes)


@settings(max_examples=40)
@given(inspections())
def test_everything_stands_in_its_lane_and_every_part_of_a_card_within_it(inspection: Inspection):
    diagram = drawn(inspection)
    lanes = {lane.key: lane.box for lane in diagram.lanes}
    hosts = {host.key: host for host in diagram.hosts}
    for host in diagram.hosts:
        assert lanes[host.lane].contains(host.box)
        for inner in (host.name_box, host.share_box, *(chip.box for chip in host.chips)):
            assert host.box.contains(inner)
        for one, other in combinations([chip.box for chip in host.chips], 2):
            assert not one.overlaps(other)
        assert not host.name_box.overlaps(host.share_box)
    for row in diagram.rows:
        assert lanes[hosts[row.host].lane].contains(row.box)
        assert all(row.box.contains(part.box) for part in row.segments)


@settings(max_examples=40)
@given(inspections())
def test_every_record_has_a_card_and_every_address_that_is_tried_a_row(inspection: Inspection):
    route = route_of(inspection)
    diagram = diagram_of(inspection, route)
    if diagram.notice is None:
        assert sorted(host.name for host in diagram.hosts) == sorted(
            record.exchange for record in route.answer.mx
        )
    tried = [own.address for host in route.hosts if host.usable for own in host.addresses]
    assert [row.address for row in diagram.rows] == tried


@settings(max_examples=20)
@given(inspections())
def test_nothing_moves_while_probes_run(inspection: Inspection):
    waiting = {
        step: a_waiting_probe(fact.target.host, fact.target.address)
        if isinstance(fact, Probe)
        else fact
        for step, fact in inspection.facts.items()
    }
    before = drawn(replace(inspection, facts=waiting))
    after = drawn(inspection)
    assert boxes_side_by_side(before) == boxes_side_by_side(after)
    assert (before.width, before.height) == (after.width, after.height)


def test_every_edge_joins_two_parts_that_are_there():
    diagram = drawn(an_inspection(mx="10 a.example, 10 b.example, 20 c.example, 20 d.example"))
    parts = {DOMAIN, *(lane.key for lane in diagram.lanes), *(host.key for host in diagram.hosts)}
    parts |= {row.key for row in diagram.rows}
    assert {edge.source for edge in diagram.edges} | {
        edge.target for edge in diagram.edges
    } <= parts


def test_the_domain_stands_left_of_its_hosts_and_these_left_of_their_addresses():
    diagram = drawn(an_inspection(mx="10 a.example, 20 b.example"))
    assert diagram.domain.box.right < diagram.lanes[0].box.x < diagram.hosts[0].box.x
    assert diagram.hosts[0].box.right < diagram.rows[0].box.x
    assert diagram.lanes[0].box.bottom < diagram.lanes[1].box.y


def test_the_domain_stays_in_sight_beside_forty_hosts():
    mx = ",".join(f"10 mx{number}.example" for number in range(40))
    diagram = drawn(an_inspection(mx=mx))
    assert diagram.height > 2000
    assert diagram.domain.box.bottom < 400


@pytest.mark.parametrize(
    ("mx", "hosts", "title", "tone"),
    [
        ("0 .", {}, "Takes no mail", Tone.PLAIN),
        (Status.NXDOMAIN, {}, "No such domain", Tone.FAIL),
        ("", {"example.org": ""}, "Nowhere to send to", Tone.FAIL),
        (Status.SERVFAIL, {}, "Route not known", Tone.WARN),
        (Status.TIMEOUT, {}, "Route not known", Tone.WARN),
        (Status.REFUSED, {}, "Route not known", Tone.WARN),
    ],
)
def test_without_a_route_a_card_says_why(mx, hosts, title: str, tone: Tone):
    diagram = drawn(an_inspection(mx=mx, hosts=hosts))
    assert diagram.notice is not None
    assert (str(diagram.notice.title), diagram.notice.tone) == (title, tone)
    assert " ".join(diagram.notice.lines) == str(diagram.notice.about)
    assert not diagram.lanes


def test_before_anything_is_known_it_says_that_it_is_looking():
    diagram = drawn(begin(began()))
    assert diagram.notice is not None
    assert str(diagram.notice.title) == "Looking up the route"
    assert diagram.notice.tone is Tone.RUNNING


def test_an_international_domain_is_shown_in_both_forms():
    card = drawn(an_inspection("bücher.example")).domain
    assert (card.name, card.other) == ("bücher.example", "xn--bcher-kva.example")


def test_words_are_measured_in_the_language_they_are_shown_in():
    inspection = an_inspection(mx="10 a.example")
    wide = diagram_of(inspection, route_of(inspection), lambda words: str(words) * 9)
    assert wide.lanes[0].box.width > drawn(inspection).lanes[0].box.width


def test_failures_are_told_by_the_row_and_its_edge():
    inspection = an_inspection(
        mx="10 a.example, 10 b.example",
        probes={"192.0.2.1": Outcome.REFUSED},
    )
    diagram = drawn(inspection)
    bad, good = diagram.rows
    assert (bad.state, bad.tone, str(bad.words)) == (State.FAILED, Tone.FAIL, "refused")
    assert (good.state, good.tone) == (State.OK, Tone.OK)
    styles = {edge.target: edge.style for edge in diagram.edges}
    assert styles[bad.key] is EdgeStyle.FAILED
    assert styles[good.key] is EdgeStyle.PLAIN
