"""Places stand on the hosts, or on the addresses of a sender that shuffles these."""

import pytest

from mxgui.model.plan import Plan
from mxgui.routing.route import route_of
from mxgui.routing.turns import turns_of
from tests.builders import an_inspection

FOUR = "10 a.example, 10 b.example, 10 c.example, 20 d.example"
DUAL = {
    "a.example": "192.0.2.1 2001:db8::1",
    "b.example": "192.0.2.2 2001:db8::2",
    "c.example": "192.0.2.3",
    "d.example": "192.0.2.4 2001:db8::4",
}


def places(sender: str, mx: str = FOUR, hosts: dict[str, str] | None = None) -> list[str]:
    """The place of each host, and of each of its addresses if it stands there."""
    inspection = an_inspection(mx=mx, hosts=hosts or DUAL, plan=Plan(sender=sender))
    turns = turns_of(inspection)
    return [
        turns.badge(host)
        or " ".join(filter(None, (turns.badge(host, own.address) for own in host.addresses)))
        for host in route_of(inspection).hosts
    ]


@pytest.mark.parametrize(
    ("sender", "found"),
    [
        ("rfc5321", ["1–3", "1–3", "1–3", "4"]),
        ("sendmail", ["1–3", "1–3", "1–3", "4"]),
        ("maddy", ["1", "2", "3", "4"]),
        ("qmail", ["1", "2", "3", "4"]),
        ("opensmtpd", ["1", "3", "2", "4"]),
        ("haraka", ["1–3", "1–3", "2–3", "4"]),
        ("stalwart", ["1–2", "1–2", "1–2", ""]),
        ("exim", ["1–3", "1–3", "2–3", "4"]),
        ("kumomta", ["1–5 1–5", "1–5 1–5", "1–5", "6–7 6–7"]),
        ("postfix", ["1–5 1–5", "1–5 1–5", "1–5", "5"]),
    ],
)
def test_equals_share_their_places_and_fixed_orders_have_one_each(sender, found):
    assert places(sender) == found


def test_postfix_keeps_the_last_places_for_the_other_family():
    hosts = {"a.example": " ".join(f"2001:db8::{n}" for n in range(1, 7)) + " 192.0.2.1"}
    hosts["b.example"] = "192.0.2.2"
    found = places("postfix", "10 a.example, 20 b.example", hosts)
    assert found == [" ".join(["1–4"] * 7), "5"]


def test_a_host_that_always_leads_has_the_first_place_alone():
    assert places("exim", "10 a.example, 10 c.example") == ["1", "2"]


def test_a_sender_that_takes_one_family_gives_the_others_no_place():
    hosts = {"a.example": "2001:db8::1", "b.example": "192.0.2.2"}
    assert places("qmail", "10 a.example, 20 b.example", hosts) == ["", "1"]


def test_an_address_beyond_those_of_a_host_that_are_tried_is_known():
    hosts = {"a.example": "192.0.2.1 192.0.2.2 2001:db8::1"}
    inspection = an_inspection(mx="10 a.example", hosts=hosts, plan=Plan(sender="stalwart"))
    turns, (host,) = turns_of(inspection), route_of(inspection).hosts
    cut = [own.address for own in host.addresses if turns.is_cut(host, own.address)]
    assert cut == ["2001:db8::1"]


def test_what_no_run_comes_to_is_known_of_each_family():
    hosts = {"a.example": " ".join(f"192.0.2.{n}" for n in range(1, 7))}
    hosts |= {"b.example": "192.0.2.9", "c.example": "2001:db8::9"}
    mx = "10 a.example, 20 b.example, 20 c.example"
    inspection = an_inspection(mx=mx, hosts=hosts, plan=Plan(sender="postfix"))
    turns = turns_of(inspection)
    assert [turns.is_never(host) for host in route_of(inspection).hosts] == [False, True, False]
