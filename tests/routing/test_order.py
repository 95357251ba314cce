"""The order in which the sender of a plan tries the addresses of a domain."""

import pytest

from mxgui.model.inspection import Inspection
from mxgui.model.plan import Plan
from mxgui.routing.order import left_out, probe_order, shuffled_preferences, try_order
from mxgui.routing.shares import simulated
from tests.builders import an_inspection

THREE = "10 a.example.org, 10 b.example.org, 10 c.example.org, 20 d.example.org"
SIX = {
    "a.example.org": "192.0.2.1 192.0.2.2 192.0.2.3",
    "b.example.org": "192.0.2.4 192.0.2.5 192.0.2.6",
    "c.example.org": "192.0.2.7",
}


def asked(sender: str = "rfc5321", seed: int = 0, **facts) -> Inspection:
    return an_inspection(plan=Plan(sender=sender, seed=seed), **facts)


def order(seed: int = 0, sender: str = "rfc5321", **facts):
    return try_order(asked(sender, seed, **facts))


def test_the_same_seed_gives_the_same_order():
    assert order(7, mx=THREE) == order(7, mx=THREE)


def test_the_order_of_a_seed_never_changes_between_versions():
    assert [place.host[0] for place in order(0, mx=THREE)] == ["c", "b", "a", "d"]


def test_a_worse_tier_comes_after_every_address_of_the_better_one():
    for seed in range(50):
        assert [place.preference for place in order(seed, mx=THREE)] == [10, 10, 10, 20]


def test_another_seed_can_be_asked_for():
    found = [try_order(asked(mx=THREE), seed) for seed in range(6)]
    assert found[3] == order(3, mx=THREE)
    assert len(set(found)) > 1


def test_the_addresses_of_a_host_stay_together_in_their_order():
    hosts = {"a.example.org": "192.0.2.1 2001:db8::1 192.0.2.2", "b.example.org": "192.0.2.3"}
    for seed in range(20):
        tried = [
            p.address for p in order(seed, mx="10 a.example.org, 10 b.example.org", hosts=hosts)
        ]
        at = tried.index("2001:db8::1")
        assert tried[at : at + 3] == ["2001:db8::1", "192.0.2.1", "192.0.2.2"]


def test_a_sender_that_shuffles_addresses_pulls_the_hosts_apart():
    mx = "10 a.example.org, 10 b.example.org"
    found = [
        "".join(p.host[0] for p in order(seed, "postfix", mx=mx, hosts=SIX)) for seed in range(3)
    ]
    assert any(tried not in ("aaabb", "bbbaa") for tried in found)


def test_a_sender_that_tries_five_addresses_leaves_the_others_out_of_its_order():
    mx = "10 a.example.org, 10 b.example.org, 20 c.example.org"
    inspection = asked("postfix", mx=mx, hosts=SIX)
    tried, every = try_order(inspection), probe_order(inspection)
    assert [place.position for place in tried] == [1, 2, 3, 4, 5]
    assert {place.preference for place in tried} == {10}
    assert every[:5] == tried
    assert [place.position for place in every] == list(range(1, 8))
    assert len({place.address for place in every}) == 7
    assert every[-1].host == "c.example.org"
    assert left_out(inspection) == every[5:]


def test_a_sender_that_jumps_goes_on_with_the_next_preference_after_five_tries():
    mx = "10 a.example.org, 10 b.example.org, 20 c.example.org"
    found = order(mx=mx, hosts=SIX, sender="exim")
    assert [place.preference for place in found] == [10, 10, 10, 10, 10, 20]


@pytest.mark.parametrize(
    ("sender", "tried"), [("postfix", ["192.0.2.7", "192.0.2.1"]), ("exim", ["192.0.2.1"])]
)
def test_an_exchange_that_is_an_address_is_tried_by_those_who_take_one(sender, tried):
    found = order(mx="10 192.0.2.7, 20 a.example.org", sender=sender)
    assert [place.address for place in found] == tried


def test_nothing_is_tried_where_the_sender_returns_the_mail_at_once():
    inspection = asked("postfix", mx="0 ., 10 a.example.org")
    assert try_order(inspection) == ()
    assert [place.host for place in probe_order(inspection)] == ["a.example.org"]


def test_positions_count_from_one_without_gap():
    hosts = {"a.example.org": "", "b.example.org": "192.0.2.3 192.0.2.4"}
    found = order(mx="10 a.example.org, 20 b.example.org", hosts=hosts)
    assert [place.position for place in found] == [1, 2]


def test_an_address_of_two_hosts_is_tried_once():
    hosts = {"a.example.org": "192.0.2.1", "b.example.org": "192.0.2.1"}
    found = order(mx="10 a.example.org, 20 b.example.org", hosts=hosts)
    assert [(place.host, place.address) for place in found] == [("a.example.org", "192.0.2.1")]


def test_the_order_is_that_of_the_run_that_is_simulated():
    for seed in range(10):
        inspection = asked("exim", seed, mx=THREE)
        first = simulated(inspection).run.attempts[0].entry
        assert try_order(inspection)[0].address == first.address


@pytest.mark.parametrize(
    ("sender", "shuffled"),
    [("rfc5321", (10,)), ("postfix", (10, 20)), ("exim", (10, 20))],
)
def test_it_is_known_where_lots_are_drawn(sender, shuffled):
    mx = "10 a.example.org, 10 b.example.org, 20 c.example.org, 30 d.example.org"
    hosts = {**SIX, "c.example.org": "192.0.2.7 192.0.2.8"}
    assert shuffled_preferences(asked(sender, mx=mx, hosts=hosts)) == shuffled


def test_an_exchange_that_sends_itself_tries_only_what_is_better():
    known = an_inspection(mx=THREE, plan=Plan(own="d.example.org"))
    assert {place.preference for place in try_order(known)} == {10}
    known = an_inspection(mx=THREE, plan=Plan(own="a.example.org"))
    assert not try_order(known)
