"""Lanes and shares are told in the words of the sender, and truly."""

import pytest

from mxgui.model.plan import Plan
from mxgui.model.records import Status
from mxgui.report.report import report_of
from mxgui.routing.lane_words import lane_title
from mxgui.routing.route import route_of
from mxgui.routing.senders import SENDERS
from mxgui.routing.turns import turns_of
from tests.builders import an_inspection

THREE = "10 a.example, 10 b.example, 10 c.example, 20 d.example"
SINGLE = {name: f"192.0.2.{at}" for at, name in enumerate("abcd", start=1)}
SINGLE = {f"{name}.example": address for name, address in SINGLE.items()}
DUAL = {
    "a.example": "192.0.2.1 2001:db8::1",
    "b.example": "192.0.2.2 2001:db8::2",
    "c.example": "192.0.2.3",
    "d.example": "192.0.2.4 2001:db8::4",
}
MANY = {"a.example": " ".join(f"192.0.2.{at}" for at in range(11, 17))}


def drawn(sender: str, mx: str = THREE, hosts: dict[str, str] | None = None):
    told = SINGLE if hosts is None else {**SINGLE, **hosts}
    return report_of(an_inspection(mx=mx, hosts=told, plan=Plan(sender=sender)), str).diagram


def lanes(sender: str, mx: str = THREE, hosts: dict[str, str] | None = None) -> list[str]:
    return [str(lane.words) for lane in drawn(sender, mx, hosts).lanes]


def shares(sender: str, mx: str = THREE, hosts: dict[str, str] | None = None) -> list[str]:
    return [str(card.share_words) for card in drawn(sender, mx, hosts).hosts]


@pytest.mark.parametrize(
    ("sender", "words"),
    [
        ("rfc5321", "3 hosts, shuffled for every message"),
        ("postfix", "3 addresses, shuffled for every message"),
        ("kumomta", "3 addresses, shuffled for every message"),
        ("stalwart", "2 of 3 hosts, drawn for every message"),
        ("maddy", "3 hosts, in the resolver's order"),
        ("qmail", "3 hosts, in an order that the resolver decides"),
        ("opensmtpd", "3 hosts, the one whose address is found first leads"),
        ("haraka", "3 hosts, neighbours swapped by chance"),
    ],
)
def test_the_best_tier_is_told_as_its_sender_takes_it(sender, words):
    assert lanes(sender)[0] == words


def test_exim_says_which_family_comes_first_where_there_are_both():
    assert lanes("exim")[0] == "3 hosts, shuffled for every message"
    assert lanes("exim", hosts=DUAL)[0] == "3 hosts, shuffled for every message, IPv6 first"
    mixed = {**DUAL, "a.example": "192.0.2.1", "b.example": "2001:db8::2"}
    assert lanes("exim", hosts=mixed)[0].endswith("shuffled for every message, IPv6 moved forward")


def test_one_coin_shuffles_two():
    mx = "10 a.example, 10 b.example"
    assert lanes("haraka", mx)[0] == "2 hosts, shuffled for every message"
    assert shares("haraka", mx) == ["50\u2009%", "50\u2009%"]


def test_five_addresses_of_more_are_drawn_and_nothing_behind_them_is_tried():
    mx = "10 a.example, 20 b.example"
    assert lanes("postfix", mx, MANY) == [
        "5 of 6 addresses, drawn for every message",
        "5 addresses are tried before it, then the run ends",
    ]
    assert str(drawn("postfix", mx, MANY).lanes[1].title) == "Never in one run"
    assert shares("postfix", mx, MANY) == ["100\u2009%", "never in one run"]


def test_a_host_whose_addresses_are_all_tried_before_says_so():
    hosts = {"a.example": "192.0.2.1", "b.example": "192.0.2.1"}
    words = lanes("exim", "10 a.example, 20 b.example", hosts)
    assert words[1] == "its addresses are tried as those of better hosts"
    assert lanes("postfix", "10 a.example, 20 b.example", hosts)[1].startswith("if all")


def test_two_hosts_before_it_keep_stalwart_from_a_backup():
    mx = "10 a.example, 10 b.example, 20 d.example"
    assert lanes("stalwart", mx)[1] == "2 hosts are tried before it, then the run ends"
    assert shares("stalwart", mx)[2] == "never in one run"


@pytest.mark.parametrize(
    ("sender", "words"),
    [
        ("rfc5321", "if all of preference 10 fail"),
        ("qmail", "if no host of preference 10 connects"),
        ("exim", "if 5 addresses of preference 10 fail"),
    ],
)
def test_a_worse_tier_says_after_what_it_has_its_turn(sender, words):
    assert lanes(sender, "10 a.example, 20 b.example", MANY)[1] == words


@pytest.mark.parametrize(
    ("sender", "words"),
    [
        ("rfc5321", "2 hosts, shuffled, if all of preference 10 fail"),
        ("kumomta", "4 addresses, shuffled, if all of preference 10 fail"),
        ("postfix", "4 of 5 addresses, if all of preference 10 fail"),
        ("stalwart", "1 of 2 hosts, if all of preference 10 fail"),
        ("maddy", "2 hosts in turn, if all of preference 10 fail"),
    ],
)
def test_a_worse_tier_of_several_hosts_says_both(sender, words):
    mx = "10 c.example, 20 a.example, 20 b.example"
    hosts = {"a.example": "192.0.2.1 192.0.2.11", "b.example": "192.0.2.2 192.0.2.12"}
    if sender == "postfix":
        hosts["b.example"] += " 192.0.2.13"
    assert lanes(sender, mx, hosts)[1] == words


def test_what_the_resolver_decides_is_not_told_in_per_cent():
    assert shares("qmail") == ["depends on the resolver"] * 3 + ["only after failure"]
    note = str(drawn("qmail").hosts[0].share_note)
    assert "one that rotates its answers gives each its turn" in note
    assert shares("qmail", "10 a.example, 20 b.example")[0] == "100\u2009%"


def test_a_host_that_is_never_the_first_comes_after_others():
    hosts = {**DUAL, "b.example": "192.0.2.2"}
    assert shares("exim", "10 a.example, 10 b.example", hosts) == [
        "100\u2009%",
        "only after failure",
    ]


def test_a_host_that_this_sender_leaves_out_is_called_so():
    hosts = {"a.example": "2001:db8::1"}
    assert shares("qmail", hosts=hosts)[0] == "not used by qmail (notqmail)"
    words = lanes("qmail", "10 a.example, 20 b.example", hosts)
    assert words[0] == "no host that qmail (notqmail) uses"


def test_an_address_in_place_of_a_host_is_used_by_who_takes_one():
    mx = "10 192.0.2.9, 20 a.example"
    assert shares("postfix", mx) == ["100\u2009%", "only after failure"]
    assert drawn("postfix", mx).rows[0].address == "192.0.2.9"
    assert shares("exim", mx)[0] == "not used by Exim"
    assert shares("rfc5321", mx)[0] == "not used"


def test_a_host_whose_lookup_failed_is_not_called_useless():
    hosts = {"a.example": Status.SERVFAIL}
    inspection = an_inspection(mx="10 a.example, 20 b.example", hosts=hosts)
    diagram = report_of(inspection, str).diagram
    assert str(diagram.hosts[0].share_words) == "not known"
    assert str(diagram.lanes[0].words) == "no address could be looked up"


def test_a_share_under_ten_per_cent_has_a_decimal():
    names = [f"h{at}.example" for at in range(16)]
    hosts = {name: f"192.0.2.{at + 10}" for at, name in enumerate(names)}
    mx = ", ".join(f"10 {name}" for name in names)
    assert set(shares("rfc5321", mx, hosts)) == {"6.2\u2009%"}


@pytest.mark.parametrize(
    ("at", "count", "title"),
    [
        (0, 1, "Tried first"),
        (1, 2, "Then"),
        (1, 3, "Then"),
        (2, 3, "Last"),
        (None, 3, "Not used"),
    ],
)
def test_a_tier_is_called_by_its_turn(at, count, title):
    assert str(lane_title(at, count)) == title


def test_nothing_is_said_of_a_share_that_is_not_known_yet():
    inspection = an_inspection(
        mx="10 a.example, 10 b.example", hosts=dict.fromkeys(SINGLE, Status.NOT_ASKED), ended=None
    )
    assert turns_of(inspection).is_hopeful(route_of(inspection).hosts[0])
    assert [card.share_words for card in report_of(inspection, str).diagram.hosts] == ["", ""]


def test_hosts_without_address_are_drawn_by_who_looks_them_up_later():
    mx = "10 a.example, 10 b.example, 10 c.example"
    hosts = {"b.example": "", "c.example": ""}
    assert lanes("stalwart", mx, hosts)[0] == "2 of 3 hosts, drawn for every message"
    assert shares("stalwart", mx, hosts)[0] == "67\u2009%"


ODD = (
    "0 ., 10 a.example",
    "5 localhost, 10 192.0.2.77, 10 a.example, 20 a.example",
    "10 a..b, 10 b.example, 20 2001:db8::77",
    "10 c.example, 10 d.example, 20 a.example, 20 b.example, 30 .",
    "10 a.example",
    "",
)


@pytest.mark.parametrize("mx", ODD)
@pytest.mark.parametrize("sender", [sender.id for sender in SENDERS])
def test_whatever_the_records_every_sender_has_words_for_them(sender, mx):
    hosts = {
        "a.example": "127.0.0.1",
        "b.example": "2001:db8::1",
        "c.example": "",
        "example.org": "192.0.2.1",
    }
    diagram = drawn(sender, mx, hosts)
    assert diagram.lanes
    assert sum(card.share for card in diagram.hosts) <= 1
    for lane in diagram.lanes:
        own = [card for card in diagram.hosts if card.lane == lane.key]
        assert lane.usable == any("not used" not in str(card.share_words) for card in own)
    for card in diagram.hosts:
        assert str(card.share_words)
        assert bool(diagram.rows_of(card.key)) == ("not used" not in str(card.share_words))
