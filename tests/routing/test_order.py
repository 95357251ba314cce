"""The order in which a sender tries the addresses of a route."""

from mxgui.routing.order import try_order
from mxgui.routing.route import route_of
from tests.builders import an_inspection

THREE = "10 a.example.org, 10 b.example.org, 10 c.example.org, 20 d.example.org"


def order(seed=0, **kwargs):
    return try_order(route_of(an_inspection(**kwargs)), seed)


def test_the_same_seed_gives_the_same_order():
    assert order(7, mx=THREE) == order(7, mx=THREE)


def test_the_order_of_a_seed_never_changes_between_versions():
    assert [place.host[0] for place in order(0, mx=THREE)] == ["c", "b", "a", "d"]


def test_a_worse_tier_comes_after_every_address_of_the_better_one():
    for seed in range(50):
        assert [place.preference for place in order(seed, mx=THREE)] == [10, 10, 10, 20]


def test_the_addresses_of_a_host_stay_together_in_their_order():
    hosts = {"a.example.org": "192.0.2.1 2001:db8::1 192.0.2.2", "b.example.org": "192.0.2.3"}
    for seed in range(20):
        tried = [
            p.address for p in order(seed, mx="10 a.example.org, 10 b.example.org", hosts=hosts)
        ]
        at = tried.index("2001:db8::1")
        assert tried[at : at + 3] == ["2001:db8::1", "192.0.2.1", "192.0.2.2"]


def test_positions_count_from_one_without_gap():
    hosts = {"a.example.org": "", "b.example.org": "192.0.2.3 192.0.2.4"}
    found = order(mx="10 a.example.org, 20 b.example.org", hosts=hosts)
    assert [place.position for place in found] == [1, 2]


def test_an_address_of_two_hosts_is_tried_once():
    hosts = {"a.example.org": "192.0.2.1", "b.example.org": "192.0.2.1"}
    found = order(mx="10 a.example.org, 20 b.example.org", hosts=hosts)
    assert [(place.host, place.address) for place in found] == [("a.example.org", "192.0.2.1")]


def test_the_place_of_a_host_does_not_depend_on_whether_another_has_addresses():
    names = [f"h{number}.example.org" for number in range(6)]
    mx = ", ".join(f"10 {name}" for name in names)
    whole = {name: f"192.0.2.{at + 1}" for at, name in enumerate(names)}
    for seed in range(20):
        every = [place.host for place in order(seed, mx=mx, hosts=whole)]
        fewer = [place.host for place in order(seed, mx=mx, hosts={**whole, names[2]: ""})]
        assert fewer == [host for host in every if host != names[2]]
