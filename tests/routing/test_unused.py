"""What a sender leaves out although others would use it says why."""

import pytest

from mxgui.model.plan import Plan
from mxgui.routing.route import route_of
from mxgui.routing.turns import turns_of
from mxgui.routing.unused import unused_marks, why_unused
from tests.builders import an_inspection


def marks(sender: str, mx: str, **hosts: str) -> list[tuple[str, str]]:
    """The marks of the last host."""
    told = {f"{name}.example": addresses for name, addresses in hosts.items()}
    inspection = an_inspection(mx=mx, hosts=told, plan=Plan(sender=sender))
    found = unused_marks(turns_of(inspection), route_of(inspection).hosts[-1])
    return [(str(mark.words), str(mark.tip)) for mark in found]


@pytest.mark.parametrize(
    ("sender", "mx", "address", "words", "why"),
    [
        ("postfix", "0 ., 10 a.example", "192.0.2.1", "not reached", "takes the null MX"),
        ("qmail", "10 a.example", "2001:db8::1", "left out", "over IPv4 alone"),
        ("exim", "10 a.example", "127.0.0.1", "left out", "does not connect to such an address"),
        ("qmail", "5 localhost, 10 a.example", "192.0.2.1", "left out", "finds itself among"),
        ("exim", "10 192.0.2.9", "192.0.2.1", "left out", "in place of a host name"),
    ],
)
def test_a_host_that_is_left_out_says_why(sender, mx, address, words, why):
    ((found, tip),) = marks(sender, mx, a=address)
    assert found == words
    assert why in tip


@pytest.mark.parametrize("sender", ["rfc5321", "postfix", "exim"])
def test_what_is_used_and_what_nobody_uses_needs_no_reason(sender):
    assert marks(sender, "10 a.example", a="192.0.2.1") == []
    assert marks(sender, "10 a.example", a="") == []
    assert marks(sender, "10 a..b") == []


def test_an_address_of_a_used_host_that_is_left_out_says_why():
    hosts = {"a.example": "192.0.2.1 2001:db8::1"}
    inspection = an_inspection(mx="10 a.example", hosts=hosts, plan=Plan(sender="qmail"))
    turns, (host,) = turns_of(inspection), route_of(inspection).hosts
    told = {own.address: str(why_unused(turns, host, own.address)) for own in host.addresses}
    assert told["192.0.2.1"] == ""
    assert told["2001:db8::1"] == "qmail (notqmail) connects over IPv4 alone."
