"""The way that mail for a domain takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.model.records import Alias, RecordType, Status
from mxgui.routing.route import Kind, Special, route_of
from mxgui.routing.special import AddressKind
from tests.builders import an_answer, an_inspection


def route(*args, **kwargs):
    return route_of(an_inspection(*args, **kwargs))


def test_hosts_stand_in_the_tier_of_their_preference_lowest_first():
    found = route(mx="20 c.example.org, 10 b.example.org, 10 a.example.org")
    tiers = [(tier.preference, [host.name for host in tier.hosts]) for tier in found.tiers]
    assert tiers == [(10, ["b.example.org", "a.example.org"]), (20, ["c.example.org"])]


def test_the_place_in_the_answer_is_kept():
    found = route(mx="20 c.example.org, 10 b.example.org")
    assert {host.name: host.place for host in found.hosts} == {
        "b.example.org": 1,
        "c.example.org": 0,
    }


def test_no_mx_records_means_the_domain_itself_at_preference_0():
    found = route(mx="", hosts={"example.org": "192.0.2.1"})
    assert found.kind is Kind.IMPLICIT
    assert [(t.preference, h.name, h.usable) for t in found.tiers for h in t.hosts] == [
        (0, "example.org", True)
    ]


def test_no_mx_and_no_address_is_no_route():
    assert route(mx="", hosts={"example.org": ""}).kind is Kind.NONE


def test_a_domain_that_does_not_exist_has_no_route_and_its_address_is_not_asked_for():
    assert route(mx=Status.NXDOMAIN).kind is Kind.NONE


@pytest.mark.parametrize(
    "status",
    [Status.SERVFAIL, Status.REFUSED, Status.TIMEOUT, Status.BAD_ANSWER, Status.LOOP],
)
def test_a_failed_mx_lookup_is_never_taken_for_no_mx(status):
    assert route(mx=status).kind is Kind.UNKNOWN


def test_a_failed_address_lookup_of_an_implicit_mx_leaves_it_implicit():
    assert route(mx="", hosts={"example.org": Status.SERVFAIL}).kind is Kind.IMPLICIT


def test_the_root_alone_is_a_null_mx():
    assert route(mx="0 .").kind is Kind.NULL


def test_the_root_beside_another_record_is_marked_and_the_other_stays_usable():
    found = route(mx="0 ., 10 a.example.org")
    assert found.kind is Kind.MX
    assert [(host.name, host.special, host.usable) for host in found.hosts] == [
        (".", Special.NULL, False),
        ("a.example.org", None, True),
    ]


@pytest.mark.parametrize(
    ("exchange", "special"),
    [
        ("192.0.2.7", Special.LITERAL),
        ("2001:db8::7", Special.LITERAL),
        ("localhost", Special.LOCALHOST),
        ("mail.localhost", Special.LOCALHOST),
        ("x" * 64 + ".example.org", Special.BAD_NAME),
    ],
)
def test_a_record_that_no_sender_can_use_stays_in_its_tier_marked(exchange, special):
    found = route(mx=f"10 {exchange}, 20 b.example.org")
    assert found.tiers[0].hosts[0].special is special
    assert [host.name for host in found.hosts if host.usable] == ["b.example.org"]


def test_an_exchange_listed_twice_counts_at_its_better_place():
    found = route(mx="20 a.example.org, 10 a.example.org")
    assert [host.special for host in found.hosts] == [None, Special.DUPLICATE]


def test_the_addresses_of_a_host_are_ipv6_then_ipv4_each_in_answer_order():
    found = route(hosts={"mx1.example.org": "192.0.2.9 2001:db8::9 192.0.2.1 2001:db8::1"})
    assert found.addresses == ("2001:db8::9", "2001:db8::1", "192.0.2.9", "192.0.2.1")


def test_an_alias_of_an_exchange_is_kept():
    alias = Alias("mx1.example.org", "real.example.org", 60)
    answer = an_answer("mx1.example.org", "A", "192.0.2.1", aliases=(alias,))
    assert route(answers=(answer,)).hosts[0].aliases == (alias,)


def test_the_kind_of_an_address_is_marked():
    found = route(hosts={"mx1.example.org": "10.0.0.1"})
    assert found.hosts[0].addresses[0].special is AddressKind.PRIVATE


def test_an_address_literal_is_its_own_route():
    found = route("[192.0.2.5]")
    assert (found.kind, found.addresses) == (Kind.IMPLICIT, ("192.0.2.5",))
    assert found.hosts[0].is_literal
    assert not any(host.is_literal for host in route(hosts={"mx1.example.org": "10.0.0.1"}).hosts)


def test_a_host_whose_addresses_are_being_looked_up_is_pending():
    inspection = an_inspection(ended=None)
    step = next(step for step in inspection.facts if getattr(step, "question", None))
    assert not route_of(inspection).pending
    asking = an_inspection(ended=None, waiting={_a_step("mx1.example.org"): 0.1})
    assert step is not None
    assert route_of(asking).pending


def _a_step(name):
    from mxgui.model.event import AskStep
    from mxgui.model.records import Question

    return AskStep(Question(name, RecordType.A))


@given(st.lists(st.tuples(st.integers(0, 65535), st.integers(0, 9)), min_size=1, max_size=12))
def test_no_record_is_ever_dropped(pairs):
    mx = ", ".join(f"{preference} h{number}.example.org" for preference, number in set(pairs))
    found = route(mx=mx)
    assert sorted(host.place for host in found.hosts) == list(range(len(set(pairs))))
