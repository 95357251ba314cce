"""Lanes stand in the order tried, and say when their turn comes."""

import pytest

from mxgui.model.inspection import Inspection
from mxgui.model.records import Status
from mxgui.routing.diagram import diagram_of
from mxgui.routing.route import route_of
from mxgui.routing.shapes import Diagram
from tests.builders import an_inspection


def drawn(inspection: Inspection) -> Diagram:
    return diagram_of(inspection, route_of(inspection))


def lanes(mx: str, **facts) -> list[tuple[str, int | None, str]]:
    diagram = drawn(an_inspection(mx=mx, **facts))
    return [(str(lane.title), lane.preference, str(lane.words)) for lane in diagram.lanes]


def test_three_tiers_are_first_then_and_last():
    assert lanes("10 a.example, 10 b.example, 20 c.example, 50 d.example") == [
        ("Tried first", 10, "2 hosts, shuffled for every message"),
        ("Then", 20, "if all of preference 10 fail"),
        ("Last", 50, "if all of preference 20 fail"),
    ]


def test_two_tiers_are_first_and_then():
    assert [title for title, _, _ in lanes("10 a.example, 20 b.example")] == ["Tried first", "Then"]


def test_a_single_host_is_called_the_only_one():
    assert lanes("10 a.example") == [("Tried first", 10, "the only host")]


def test_a_later_tier_of_equals_says_both():
    words = lanes("10 a.example, 20 b.example, 20 c.example")[1][2]
    assert words == "2 hosts, shuffled, if all of preference 10 fail"


def test_a_tier_that_no_sender_can_use_is_left_out_of_the_order():
    found = lanes("5 localhost, 10 a.example, 20 b.example", hosts={"a.example": "192.0.2.1"})
    assert found == [
        ("Not used", 5, "no host that a sender can use"),
        ("Tried first", 10, "1 host"),
        ("Not used", 20, "no host that a sender can use"),
    ]


def test_equals_share_one_badge_and_the_places_count_on():
    diagram = drawn(an_inspection(mx="10 a.example, 10 b.example, 10 c.example, 20 d.example"))
    assert [host.badge for host in diagram.hosts] == ["1–3", "1–3", "1–3", "4"]


def test_a_host_that_is_not_used_has_no_badge_and_no_rows():
    diagram = drawn(an_inspection(mx="10 a.example, 20 a.example"))
    used, unused = diagram.hosts
    assert (used.badge, unused.badge) == ("1", "")
    assert str(unused.share_words) == "not used"
    assert not diagram.rows_of(unused.key)


@pytest.mark.parametrize(
    ("domain", "title", "words"),
    [
        ("example.org", "The domain itself", "no MX record, so its own address is used"),
        ("[192.0.2.1]", "The address itself", "no MX lookup for an address literal"),
    ],
)
def test_a_route_without_mx_says_whose_addresses_are_used(domain: str, title: str, words: str):
    assert lanes("", domain=domain, hosts={"example.org": "192.0.2.1"}) == [(title, None, words)]


def test_hosts_whose_lookups_run_keep_their_turn():
    inspection = an_inspection(
        mx="10 a.example, 20 b.example",
        hosts={"a.example": Status.NOT_ASKED, "b.example": Status.NOT_ASKED},
        ended=None,
    )
    diagram = drawn(inspection)
    assert [host.badge for host in diagram.hosts] == ["1", "2"]
    assert [str(chip.words) for chip in diagram.hosts[0].chips] == ["looking up"]
