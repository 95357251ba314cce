"""Delegations, glue, and the zones of exchanges."""

from dataclasses import replace

from mxgui.model.authority import Skipped
from mxgui.rules.finding import Severity
from tests.authorities import LAME, NS1, NS2, REFUSED, SILENT, TWO, a_server, above, asked
from tests.builders import a_server_answer, an_inspection
from tests.rules.judging import findings, ids, the

SECOND = "ns2.example.org"
GOOD = (a_server(NS1), a_server(NS2, SECOND))
NET = "example.net"


def test_zones_that_agree_are_well():
    assert not findings(asked(*GOOD, above()), "NS-DELEGATION")


def test_a_server_that_only_the_zone_above_names_is_a_warning():
    finding = the(asked(*GOOD, above(*TWO, "ns3.example.org")), "NS-DELEGATION")
    assert finding.severity is Severity.WARNING
    assert "only the zone above names ns3.example.org" in str(finding.text)


def test_a_server_that_only_the_zone_itself_names_is_a_warning():
    finding = the(asked(*GOOD, above("ns1.example.org")), "NS-DELEGATION")
    assert "only the zone itself names ns2.example.org" in str(finding.text)


def test_one_server_alone_or_one_address_for_all_is_a_warning():
    alone = asked(a_server(NS1, servers=("ns1.example.org",)), above("ns1.example.org"))
    assert "one name server only" in str(the(alone, "NS-DELEGATION").text)
    shared = asked(a_server(NS1), a_server(NS1, SECOND), above())
    assert "the same address" in str(the(shared, "NS-DELEGATION").text)


def test_a_server_out_of_public_reach_is_told():
    private = a_server("10.0.0.1", SECOND, skipped=Skipped.PRIVATE_ADDRESS, **SILENT)
    finding = the(asked(a_server(NS1), private, above()), "NS-DELEGATION")
    assert "out of public reach: ns2.example.org (10.0.0.1)" in str(finding.text)


def test_if_no_server_has_authority_it_is_an_error_that_stands_for_the_rest():
    known = asked(a_server(NS1, **LAME), a_server(NS2, SECOND, **REFUSED), above())
    assert the(known, "NS-DELEGATION").severity is Severity.ERROR
    assert not {"NS-MX-NONAUTH", "NS-MX-RCODE"} & set(ids(known))


def own(address):
    return a_server_answer("ns1.example.org A", NS1, address)


def test_glue_that_is_not_the_zones_own_address_is_a_warning():
    stale = above(glue=("ns1.example.org 20.0.7.7", f"{SECOND} {NS2}"))
    finding = the(asked(a_server(NS1, more=(own(NS1),)), GOOD[1], stale), "NS-GLUE")
    assert finding.severity is Severity.WARNING
    assert f"ns1.example.org at 20.0.7.7, the zone itself at {NS1}" in str(finding.text)


def test_glue_that_is_right_or_cannot_be_compared_is_well():
    right = above(glue=(f"ns1.example.org {NS1}",))
    assert not findings(asked(a_server(NS1, more=(own(NS1),)), GOOD[1], right), "NS-GLUE")
    assert not findings(asked(*GOOD, above(glue=("ns1.example.org 20.0.7.7",))), "NS-GLUE")


def test_trouble_in_the_zone_of_an_exchange_is_one_warning_about_the_exchange():
    base = an_inspection(mx=f"10 mx.{NET}", hosts={f"mx.{NET}": "20.0.0.1"})
    address = a_server_answer(f"mx.{NET} A", NS1, "20.0.0.1")
    names = ("ns1.example.net", "ns2.example.net")
    one = a_server("20.0.4.4", names[0], NET, servers=names, more=(address,))
    two = a_server("20.0.5.5", names[1], NET, servers=names, **REFUSED)
    two = (*two, replace(two[0], question=address.question))
    known = asked(*(a_server(NS1, mx=f"10 mx.{NET}"), GOOD[1]), one, two, known=base)
    (finding,) = findings(known, "NS-MXZONE")
    assert (finding.severity, finding.subject) == (Severity.WARNING, f"mx.{NET}")
    assert finding.includes == ("NS-MX-RCODE",)
    assert "NS-MX-RCODE" not in ids(known)
