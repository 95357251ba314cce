"""The demo's name servers answer from their own zones, refer below them, and refuse all else."""

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import pytest

from mxgui.demo.authoritative import NameServer
from mxgui.demo.name_servers import NAME_SERVERS
from tests.demo.world import LOOKUP, a_query

HOSTS = {host.name: host for host in NAME_SERVERS}


def told(server: str, name: str, kind: str = "MX", **options) -> dns.message.Message:
    wire = NameServer(HOSTS[server], LOOKUP).reply(a_query(name, kind, **options).to_wire(), False)
    assert wire is not None
    return dns.message.from_wire(wire)


def serial(response: dns.message.Message) -> int:
    return response.answer[0][0].serial


def test_it_has_authority_and_offers_no_recursion():
    response = told("ns1.demo.example", "dane.example")
    assert dns.flags.to_text(response.flags) == "QR AA RD"
    assert response.answer[0].ttl == 3600


def test_what_its_zone_lacks_is_denied_with_authority():
    response = told("ns1.demo.example", "nothing.dane.example", want_dnssec=True)
    assert response.rcode() == dns.rcode.NXDOMAIN
    assert response.flags & dns.flags.AA
    assert response.authority[0].rdtype == dns.rdatatype.SOA
    assert any(rrset.rdtype == dns.rdatatype.NSEC for rrset in response.authority)


@pytest.mark.parametrize(
    ("server", "name", "zone"),
    [
        ("a.root.demo.example", "dane.example", "example."),
        ("a.nic.example", "mx.dane.example", "dane.example."),
        ("b.nic.example", "unsigned.example", "unsigned.example."),
        ("a.root.demo.example", "11.2.0.192.in-addr.arpa", "2.0.192.in-addr.arpa."),
    ],
)
def test_it_refers_to_the_servers_of_a_zone_below(server, name, zone):
    response = told(server, name, "A")
    assert not response.flags & dns.flags.AA
    assert not response.answer
    assert [(rrset.name.to_text(), rrset.rdtype) for rrset in response.authority] == [
        (zone, dns.rdatatype.NS)
    ]
    assert response.additional


def test_a_referral_says_whether_the_zone_below_is_signed():
    signed = told("a.nic.example", "dane.example", want_dnssec=True).authority
    assert [rrset.rdtype for rrset in signed[:2]] == [dns.rdatatype.NS, dns.rdatatype.DS]
    unsigned = told("a.nic.example", "unsigned.example", want_dnssec=True).authority
    assert [rrset.rdtype for rrset in unsigned[:2]] == [dns.rdatatype.NS, dns.rdatatype.NSEC]


def test_the_parent_has_the_ds_record():
    response = told("a.nic.example", "dane.example", "DS")
    assert response.answer[0].rdtype == dns.rdatatype.DS
    assert told("ns1.demo.example", "dane.example", "DS").answer == []


def test_what_is_not_its_own_is_refused():
    assert told("ns1.demo.example", "moved.example").rcode() == dns.rcode.REFUSED
    assert told("ns2.lame-server.example", "lame-server.example").rcode() == dns.rcode.REFUSED


def test_aliases_are_followed_within_the_zone():
    response = told("ns1.demo.example", "mail.dane-alias.example", "A")
    assert [rrset.rdtype for rrset in response.answer] == [
        dns.rdatatype.CNAME,
        dns.rdatatype.A,
    ]
    outside = told("a.nic.example", "moved.example")
    assert [rrset.rdtype for rrset in outside.answer] == [dns.rdatatype.CNAME]


def test_a_server_that_missed_the_last_change_disagrees():
    name = "two-answers.example"
    now, old = (told(server, name) for server in ("ns1.demo.example", f"ns2.{name}"))
    assert len(now.answer[0]) == 2
    assert len(old.answer[0]) == 1
    serials = [serial(told(server, name, "SOA")) for server in ("ns1.demo.example", f"ns2.{name}")]
    assert serials == sorted(serials, reverse=True)


def test_a_mute_server_never_answers():
    server = NameServer(HOSTS["ns2.mute-server.example"], LOOKUP)
    assert server.reply(a_query("mute-server.example").to_wire(), True) is None


def test_a_parent_may_have_an_address_that_is_gone():
    referral = told("a.nic.example", "wrong-glue.example")
    glue = {rrset.name.to_text(): rrset[0].to_text() for rrset in referral.additional}
    own = told("ns1.demo.example", "ns2.wrong-glue.example", "A").answer[0][0].to_text()
    assert glue["ns2.wrong-glue.example."] != own


def test_what_is_no_plain_question_is_not_implemented():
    query = a_query("dane.example")
    query.question.append(query.question[0])
    wire = NameServer(HOSTS["ns1.demo.example"], LOOKUP).reply(query.to_wire(), False)
    assert wire is not None
    assert dns.message.from_wire(wire).rcode() == dns.rcode.NOTIMP
