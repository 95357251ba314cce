"""What is typed to switch off a part of a route, and what is said about the rest."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.model.records import Alias, Status
from mxgui.routing.route import route_of
from mxgui.routing.sending.behaviour import SWITCHES, Behaviour
from mxgui.routing.sending.outage import Off, What
from mxgui.routing.sending.switches import (
    BadSwitch,
    not_in_route,
    own_not_in_route,
    read_own,
    read_switch,
)
from tests.builders import an_answer, an_inspection

ROUTE = route_of(
    an_inspection(
        mx="10 mx1.example.org, 10 mx2.example.org, 20 backup.example.net, 30 192.0.2.99",
        hosts={
            "mx1.example.org": "192.0.2.1 2001:db8::1",
            "mx2.example.org": "192.0.2.2",
            "backup.example.net": "198.51.100.7",
        },
    )
)


@pytest.mark.parametrize(
    ("typed", "off"),
    [
        ("mx1.example.org", Off(What.HOST, "mx1.example.org")),
        (" MX1.example.ORG.:SILENT ", Off(What.HOST, "mx1.example.org", Behaviour.SILENT)),
        ("bücher.example:554", Off(What.HOST, "xn--bcher-kva.example", Behaviour.REJECTS)),
        ("localhost:421", Off(What.HOST, "localhost", Behaviour.DEFERS)),
        ("192.0.2.1:tls", Off(What.ADDRESS, "192.0.2.1", Behaviour.TLS_BROKEN)),
        ("2001:DB8::1", Off(What.ADDRESS, "2001:db8::1")),
        ("2001:db8::", Off(What.ADDRESS, "2001:db8::")),
        ("2001:db8::421", Off(What.ADDRESS, "2001:db8::421")),
        ("2001:db8::1:25", Off(What.ADDRESS, "2001:db8::1:25")),
        ("2001:db8::1:silent", Off(What.ADDRESS, "2001:db8::1", Behaviour.SILENT)),
        ("2001:db8::1:tls", Off(What.ADDRESS, "2001:db8::1", Behaviour.TLS_BROKEN)),
        ("1:2:3:4:5:6:7:8:421", Off(What.ADDRESS, "1:2:3:4:5:6:7:8", Behaviour.DEFERS)),
        ("1:2:3:4:5:6:7:421", Off(What.ADDRESS, "1:2:3:4:5:6:7:421")),
        ("[2001:db8::1]:silent", Off(What.ADDRESS, "2001:db8::1", Behaviour.SILENT)),
        ("[2001:db8::1]:421", Off(What.ADDRESS, "2001:db8::1", Behaviour.DEFERS)),
        ("[2001:db8::1:421]", Off(What.ADDRESS, "2001:db8::1:421")),
        ("[IPv6:2001:db8::1]", Off(What.ADDRESS, "2001:db8::1")),
        ("[192.0.2.1]:554", Off(What.ADDRESS, "192.0.2.1", Behaviour.REJECTS)),
        ("ipv4", Off(What.FAMILY, "ipv4")),
        ("IPv6:silent", Off(What.FAMILY, "ipv6", Behaviour.SILENT)),
        ("192.0.2.0/24:421", Off(What.PREFIX, "192.0.2.0/24", Behaviour.DEFERS)),
        ("192.0.2.7/24", Off(What.PREFIX, "192.0.2.0/24")),
        ("2001:db8::/32", Off(What.PREFIX, "2001:db8::/32")),
        ("2001:db8::/32:silent", Off(What.PREFIX, "2001:db8::/32", Behaviour.SILENT)),
        ("2001:db8::1:0/112", Off(What.PREFIX, "2001:db8::1:0/112")),
        ("[2001:db8::/32]:421", Off(What.PREFIX, "2001:db8::/32", Behaviour.DEFERS)),
        ("preference=10", Off(What.TIER, "10")),
        ("Preference=010:tls", Off(What.TIER, "10", Behaviour.TLS_BROKEN)),
        ("zone=Example.net:silent", Off(What.ZONE, "example.net", Behaviour.SILENT)),
        ("zone=straße.example", Off(What.ZONE, "xn--strae-oqa.example")),
    ],
)
def test_a_switch_is_read(typed, off):
    assert read_switch(typed) == off


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Name what is down"),
        (":silent", "Type a domain"),
        ("x" * 1001, "Name what is down"),
        ("mx1.example.org silent", "spaces"),
        ("mx1.example.org\x1b[2J", "spaces"),
        ("mx1.example.org:", "“” is no way to be down: those are refused, silent, 421"),
        ("mx1.example.org:25", "“25” is no way to be down"),
        ("192.0.2.300", "ends in a number"),
        ("192.0.2.0/33", "“192.0.2.0/33” is no prefix"),
        ("mx1.example.org/24", "“mx1.example.org/24” is no prefix"),
        ("2001:db8::1:421", "write [2001:db8::1:421], or [2001:db8::1]:421"),
        ("2001:db8::1:554", "two ways"),
        ("[2001:db8::1", "no address in brackets"),
        ("[2001:db8::1]silent", "no address in brackets"),
        ("[mx1.example.org]:silent", "no address in brackets"),
        ("preference=", "“” is no preference"),
        ("preference=70000", "from 0 to 65535"),
        ("preference=٣", "“٣” is no preference"),
        ("tier=10", "“tier=” is not known"),
        ("zone=", "Type a domain"),
        ("fe80::1%eth0", "no way to be down"),
    ],
)
def test_what_is_no_switch_is_refused_with_a_sentence(typed, says):
    with pytest.raises(BadSwitch) as bad:
        read_switch(typed)
    assert says in str(bad.value)


@given(
    st.one_of(
        st.builds(str, st.ip_addresses()),
        st.builds("{}/{}".format, st.ip_addresses(v=4), st.integers(0, 32)),
        st.builds("{}/{}".format, st.ip_addresses(v=6), st.integers(0, 128)),
        st.builds("preference={}".format, st.integers(0, 65535)),
        st.sampled_from(["ipv4", "ipv6", "mx.example", "zone=example.net"]),
    ),
    st.sampled_from(list(SWITCHES)),
)
def test_whatever_is_in_brackets_or_none_is_read_as_it_is_meant(target, word):
    bracketed = f"[{target}]" if ":" in target else target
    off = read_switch(f"{bracketed}:{word}")
    assert off.how is SWITCHES[word]
    assert read_switch(bracketed).target == off.target


@given(st.text(max_size=60))
def test_nothing_that_is_typed_breaks_the_reader(typed):
    with suppress(BadSwitch):
        assert read_switch(typed).target


@pytest.mark.parametrize(
    "typed",
    [
        "mx2.example.org",
        "192.0.2.1",
        "2001:db8::1",
        "192.0.2.99",
        "192.0.2.96/28",
        "2001:db8::/32",
        "preference=20",
        "zone=example.net",
        "zone=backup.example.net",
        "ipv6",
    ],
)
def test_what_is_in_the_route_is_found_there(typed):
    assert not_in_route(read_switch(typed), ROUTE) is None


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (
            "mx3.example.org",
            "Nothing in the route is mx3.example.org; the nearest: mx2.example.org.",
        ),
        (
            "relay.test",
            "Nothing in the route is relay.test. The route has: mx1.example.org, mx2.example.org, "
            "backup.example.net and 192.0.2.99.",
        ),
        ("198.51.100.8", "the nearest: 198.51.100.7."),
        ("203.0.113.0/24", "The route has: 2001:db8::1,"),
        ("preference=15", "Nothing in the route is preference=15: its preferences are 10, 20 and"),
        ("zone=example.com", "Nothing in the route is zone=example.com"),
    ],
)
def test_what_is_not_in_the_route_is_told_with_what_is_there(typed, says):
    assert says in str(not_in_route(read_switch(typed), ROUTE))


def test_a_long_route_is_not_listed_whole():
    mx = ", ".join(f"{at} mx{at}.example.org" for at in range(9))
    route = route_of(an_inspection(mx=mx))
    words = str(not_in_route(read_switch("relay.test"), route))
    assert words.endswith(
        "mx0.example.org, mx1.example.org, mx2.example.org, mx3.example.org and 5 more."
    )


def test_a_family_that_no_address_has_is_no_slip():
    route = route_of(an_inspection(mx="10 mx.example.org", hosts={"mx.example.org": "192.0.2.1"}))
    assert not_in_route(read_switch("ipv6"), route) is None


def test_a_route_that_dns_did_not_tell_decides_nothing():
    route = route_of(an_inspection(mx=Status.SERVFAIL))
    assert not_in_route(read_switch("mx.example"), route) is None
    assert own_not_in_route("mx.example", route) is None


def test_a_domain_that_takes_no_mail_has_nothing_to_switch_off():
    route = route_of(an_inspection(mx="0 ."))
    assert "no host in the route" in str(not_in_route(read_switch("mx.example"), route))
    assert "no host in the route" in str(own_not_in_route("mx.example", route))


@pytest.mark.parametrize(
    ("typed", "own"),
    [
        ("Backup.Example.net.", "backup.example.net"),
        ("2001:DB8::1", "2001:db8::1"),
        ("[2001:db8::1]", "2001:db8::1"),
        ("192.0.2.1", "192.0.2.1"),
    ],
)
def test_the_sender_can_be_a_host_or_an_address(typed, own):
    assert read_own(typed) == own
    assert own_not_in_route(own, ROUTE) is None


@pytest.mark.parametrize("typed", ["", "ipv4", "192.0.2.0/24", "zone=a.test", "mx1.example:silent"])
def test_the_sender_can_be_nothing_else(typed):
    with pytest.raises(BadSwitch):
        read_own(typed)


def test_a_sender_that_is_not_in_the_route_is_told():
    words = str(own_not_in_route("backup.example.org", ROUTE))
    assert words == "Nothing in the route is backup.example.org; the nearest: backup.example.net."
    assert "the nearest: 192.0.2.2" in str(own_not_in_route("192.0.2.12", ROUTE))


def test_a_sender_that_an_exchange_is_an_alias_of_is_in_the_route():
    step = (Alias("mx.example.org", "real.example.org", 300),)
    known = an_inspection(
        mx="10 mx.example.org",
        answers=(an_answer("mx.example.org", "A", "192.0.2.1", aliases=step),),
    )
    assert own_not_in_route("real.example.org", route_of(known)) is None
    assert own_not_in_route("other.example.org", route_of(known)) is not None


def test_who_names_no_sender_is_asked_for_one():
    with pytest.raises(BadSwitch, match="Name the exchange that is itself the sender"):
        read_own(" ")
