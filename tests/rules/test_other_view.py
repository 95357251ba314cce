"""A resolver with a view of its own."""

from mxgui.routing.route import route_of
from mxgui.rules.case import Case
from mxgui.rules.other_view import other_view
from tests.authorities import NS1, a_server, asked
from tests.builders import a_server_answer, an_inspection

HOST = "mx1.example.org"


def told(theirs, ours, mx="10 mx1.example.org"):
    own = a_server_answer(f"{HOST} A", NS1, theirs)
    known = asked(a_server(NS1, mx=mx, more=(own,)), known=an_inspection(hosts={HOST: ours}))
    words = other_view(Case(known, route_of(known)))
    return str(words) if words is not None else None


def test_the_same_view_is_nothing_to_tell():
    assert told("20.0.0.1", "20.0.0.1") is None


def test_other_mx_records_are_told():
    assert "other MX records" in str(told("20.0.0.1", "20.0.0.1", mx="20 other.example"))


def test_addresses_of_an_inner_network_are_told_with_their_host():
    assert HOST in str(told("20.0.0.1", "10.0.0.1"))
