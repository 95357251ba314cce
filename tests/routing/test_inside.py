"""A resolver that tells something else than the name servers."""

from mxgui.model.records import Status
from mxgui.routing.inside import own_view, resolver_strays
from tests.authorities import NS1, NS2, REFUSED, SILENT, a_server, asked
from tests.builders import a_question, a_server_answer, an_inspection

HOST = "mx1.example.org"
MX, A = a_question(), a_question(HOST, "A")


def known(theirs, ours, mx="10 mx1.example.org", **facts):
    own = a_server_answer(f"{HOST} A", NS1, *theirs)
    base = an_inspection(hosts={HOST: ours} if ours else None, **facts)
    return asked(a_server(NS1, mx=mx, more=(own,)), known=base)


def test_what_both_say_alike_is_no_difference():
    assert resolver_strays(known(("20.0.0.1",), "20.0.0.1")) == ()


def test_other_addresses_are_seen_and_some_of_the_servers_are_not():
    assert resolver_strays(known(("20.0.0.1",), "20.0.0.9")) == (A,)
    assert resolver_strays(known(("20.0.0.1", "20.0.0.2"), "20.0.0.2")) == ()


def test_addresses_of_an_inner_network_are_a_view_of_its_own():
    seen = known(("20.0.0.1",), "10.0.0.1")
    assert resolver_strays(seen) == ()
    assert own_view(seen) == (A,)


def test_other_mx_records_are_a_view_of_its_own():
    assert own_view(known(("20.0.0.1",), "20.0.0.1", mx="20 other.example")) == (MX,)


def test_a_host_that_only_the_servers_have_is_seen():
    seen = known(("20.0.0.1",), Status.NXDOMAIN)
    assert resolver_strays(seen) == (A,)


def test_an_alias_is_no_reason():
    assert resolver_strays(known(("CNAME elsewhere.example",), "20.0.0.9")) == ()


def test_what_failed_is_no_difference():
    assert resolver_strays(known(("20.0.0.1",), Status.SERVFAIL)) == ()
    assert own_view(asked(a_server(NS1, **REFUSED))) == ()
    assert own_view(asked(a_server(NS1, **SILENT))) == ()


def test_what_has_not_settled_does_not_count():
    own = a_server_answer(f"{HOST} A", NS1, "20.0.0.1")
    base = an_inspection(hosts={HOST: "20.0.0.9"})
    running = asked(
        a_server(NS1, more=(own,)), known=base, waiting=a_server(NS2, "ns2.example.org")
    )
    assert resolver_strays(running) == ()
