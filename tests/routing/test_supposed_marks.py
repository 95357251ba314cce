"""On the graph of a what-if: what is off, how shares move, what mail comes to; nothing jumps."""

from dataclasses import replace

import pytest

from mxgui.model.plan import Plan
from mxgui.routing.diagram import diagram_of
from mxgui.routing.route import route_of
from mxgui.routing.shapes import Diagram, EdgeStyle, HostCard, Tone
from mxgui.routing.supposed_marks import supposed
from tests.builders import PLAN, an_inspection
from tests.routing.sending.supposed import a_what_if, nordlys

A, B, C = (f"mx-{letter}.nordlys.example" for letter in "abc")
BACKUP = "backup.relay.example"
KNOWN = nordlys()


def drawn(written: str = "", known=KNOWN, folded=(), **facts) -> Diagram:
    route = route_of(known)
    found = diagram_of(known, route, str, folded)
    return supposed(found, known, route, a_what_if(written, **facts), str)


def card(diagram: Diagram, name: str) -> HostCard:
    return next(each for each in diagram.hosts if each.name == name)


def share(diagram: Diagram, name: str) -> str:
    return str(card(diagram, name).share_words)


def chips(diagram: Diagram, name: str) -> list[str]:
    return [str(chip.words) for chip in card(diagram, name).chips]


def test_without_a_what_if_the_picture_is_as_it_was():
    assert drawn() == diagram_of(KNOWN, route_of(KNOWN), str)


def test_shares_move_from_what_is_off_to_the_others():
    diagram = drawn(f"{A}:silent")
    assert share(diagram, A) == "off"
    assert share(diagram, B) == share(diagram, C) == "1/3 → 1/2"
    assert "only after" in share(diagram, BACKUP)
    assert card(diagram, A).is_off
    assert card(diagram, B).is_moved
    assert not card(diagram, BACKUP).is_moved
    assert chips(diagram, A) == ["switched off: silent"]
    assert card(diagram, A).tone is Tone.IDLE


def test_the_addresses_of_what_is_off_say_so():
    known = an_inspection(mx="10 a.example.org", hosts={"a.example.org": "192.0.2.1 192.0.2.2"})
    diagram = drawn("192.0.2.1:421", known)
    one, other = diagram.rows
    assert (str(one.words), one.is_off) == ("off: 421", True)
    assert not other.is_off
    assert chips(diagram, "a.example.org")[0] == "1 address off"
    styles = {edge.target: edge.style for edge in diagram.edges}
    assert styles[one.key] is EdgeStyle.LATER
    assert styles[other.key] is not EdgeStyle.LATER


def test_lines_are_as_wide_as_the_mail_that_takes_them():
    found, diagram = drawn(), drawn("preference=10:silent")
    before = {edge.target: edge for edge in found.edges}
    after = {edge.target: edge for edge in diagram.edges}
    key = card(diagram, BACKUP).key
    assert (before[key].style, after[key].style) == (EdgeStyle.LATER, EdgeStyle.FIRST)
    assert after[key].share == 1
    assert after[key].is_supposed
    for name in (A, B, C):
        assert after[card(diagram, name).key].style is EdgeStyle.LATER
        assert after[card(diagram, name).key].share == 0


def test_hosts_of_a_tier_that_one_line_led_to_get_lines_of_their_own():
    known = nordlys(f"10 {A}, 20 {B}, 20 {C}")
    joined = {edge.target for edge in drawn("", known).edges}
    assert "tier 20" in joined
    apart = {edge.target: edge.style for edge in drawn(A, known).edges}
    assert "tier 20" not in apart
    styles = [apart[card(drawn(A, known), name).key] for name in (B, C)]
    assert styles == [EdgeStyle.FIRST] * 2


@pytest.mark.parametrize(
    ("written", "notes"),
    [
        ("ipv4:silent", ["mail queues"]),
        (f"{A}:silent", []),
        ("preference=10", []),
    ],
)
def test_what_becomes_of_mail_that_nobody_takes_stands_with_the_domain(written, notes):
    known = [str(note.words) for note in drawn(written).domain.notes]
    assert known == [str(note.words) for note in drawn().domain.notes] + notes


def test_mail_that_is_partly_lost_is_told_in_parts():
    hosts = {"a.example.org": " ".join(f"192.0.2.{n}" for n in range(1, 7))}
    known = an_inspection(mx="10 a.example.org", hosts=hosts, plan=_plan("postfix"))
    diagram = drawn(" ".join(f"192.0.2.{n}" for n in range(1, 6)), known)
    assert str(diagram.domain.notes[-1].words) == "1/6 of mail queues"
    hosts = {"a.example.org": "192.0.2.1"}
    exim = an_inspection(mx="10 a.example.org", hosts=hosts, plan=_plan("exim"))
    notes = [str(note.words) for note in drawn("ipv4:554", exim).domain.notes]
    at = notes.index("mail bounces")
    assert " ".join(notes[at + 1 :]).startswith("5.3.2 a.example.org took no mail")


def _plan(sender: str) -> Plan:
    return replace(PLAN, sender=sender)


def test_what_the_loop_rule_cuts_is_shown_as_cut():
    diagram = drawn(own=BACKUP)
    assert chips(diagram, BACKUP) == ["the sender itself"]
    assert share(diagram, BACKUP) == "not used"
    assert card(diagram, BACKUP).is_off
    assert str(diagram.lanes[-1].words) == "cut by the loop rule"
    assert share(diagram, A) == "1/3"
    best = drawn(own=A)
    assert chips(best, B) == ["cut by the loop rule"]
    assert "mail bounces" in [str(note.words) for note in best.domain.notes]


def test_a_host_that_the_sender_cannot_use_anyway_is_not_cut_by_the_loop_rule():
    known = an_inspection(
        mx="10 a.example.org, 20 own.example.org, 30 six.example.org, 30 four.example.org",
        hosts={
            "a.example.org": "192.0.2.1",
            "own.example.org": "192.0.2.2",
            "six.example.org": "2001:db8::3",
            "four.example.org": "192.0.2.4",
        },
        plan=replace(PLAN, sender="qmail"),
    )
    diagram = drawn(known=known, own="own.example.org")
    assert chips(diagram, "four.example.org") == ["cut by the loop rule"]
    assert "cut by the loop rule" not in chips(diagram, "six.example.org")
    assert str(diagram.lanes[-1].words) == "cut by the loop rule"


def test_a_folded_tier_tells_how_many_of_its_hosts_are_off():
    diagram = drawn(f"{A} {B}", folded=("tier 10",))
    assert diagram.lanes[0].folded is not None
    assert str(diagram.lanes[0].folded.words).endswith("· 2 switched off")
    edge = next(edge for edge in diagram.edges if edge.target == "tier 10")
    assert edge.style is EdgeStyle.FIRST
    assert edge.share == 1


@pytest.mark.parametrize("written", [A, "ipv4:silent", "preference=10:554", f"{A}:tls"])
def test_nothing_moves_when_something_is_switched_off(written):
    found, diagram = drawn(), drawn(written)
    for before, after in (
        (found.lanes, diagram.lanes),
        (found.hosts, diagram.hosts),
        (found.rows, diagram.rows),
    ):
        assert [each.box for each in before] == [each.box for each in after]
    assert found.domain.box.x == diagram.domain.box.x
    assert diagram.height >= diagram.domain.box.bottom


def test_words_stay_within_their_card():
    for written in (A, "preference=10:tls", "198.51.100.11:421", "ipv4"):
        for each in drawn(written).hosts:
            for box in (each.share_box, each.name_box, *(chip.box for chip in each.chips)):
                assert each.box.contains(box), each.name


def test_a_route_without_lanes_has_nothing_to_move():
    known = an_inspection(mx="0 .")
    assert drawn("ipv4", known) == diagram_of(known, route_of(known), str)
