"""Who is tried first, how often, by the sender of the plan."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.model.plan import Plan
from mxgui.routing.route import route_of
from mxgui.routing.shares import shares_of
from tests.builders import an_inspection

EQUALS = "10 a.example, 10 b.example, 20 c.example"
THREE_AND_ONE = {
    "a.example": "192.0.2.1 192.0.2.2 192.0.2.3",
    "b.example": "192.0.2.4",
    "c.example": "192.0.2.5",
}


def shares(mx: str = EQUALS, sender: str = "rfc5321", **facts) -> list[Fraction]:
    inspection = an_inspection(mx=mx, plan=Plan(sender=sender), **facts)
    found = shares_of(inspection)
    return [found.of_host(host) for host in route_of(inspection).hosts]


def test_hosts_of_the_best_tier_share_alike_whatever_their_number_of_addresses():
    assert shares(hosts=THREE_AND_ONE) == [Fraction(1, 2), Fraction(1, 2), Fraction(0)]


def test_a_sender_that_shuffles_addresses_gives_each_address_the_same():
    found = shares(sender="postfix", hosts=THREE_AND_ONE)
    assert found == [Fraction(3, 4), Fraction(1, 4), Fraction(0)]


def test_the_first_address_carries_the_share_of_its_host():
    inspection = an_inspection(hosts={"mx1.example.org": "192.0.2.1 2001:db8::1"})
    (host,) = route_of(inspection).hosts
    found = shares_of(inspection)
    assert [found.of(host, own.address) for own in host.addresses] == [Fraction(1), Fraction(0)]


@pytest.mark.parametrize(
    ("mx", "expected"),
    [
        ("10 a.example, 10 b.example, 10 c.example", [Fraction(0), Fraction(1, 2), Fraction(1, 2)]),
        ("10 a.example, 20 b.example", [Fraction(0), Fraction(1)]),
        ("10 192.0.2.7, 20 b.example", [Fraction(0), Fraction(1)]),
    ],
)
def test_a_host_without_address_has_no_share_and_leaves_it_to_the_others(mx, expected):
    hosts = {"a.example": "", "b.example": "192.0.2.2", "c.example": "192.0.2.3"}
    assert shares(mx, hosts=hosts) == expected


def test_an_address_literal_is_always_tried_first():
    assert shares("", domain="[192.0.2.5]") == [Fraction(1)]


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3)), min_size=1, max_size=4))
def test_all_shares_add_up_to_one_or_there_is_no_address(records):
    names = [f"h{at}.example" for at in range(len(records))]
    mx = ", ".join(
        f"{preference} {name}" for name, (preference, _) in zip(names, records, strict=True)
    )
    hosts = {
        name: " ".join(f"192.0.2.{10 * at + each}" for each in range(count))
        for at, (name, (_, count)) in enumerate(zip(names, records, strict=True))
    }
    has_address = any(count for _, count in records)
    assert sum(shares(mx, hosts=hosts)) == (1 if has_address else 0)
