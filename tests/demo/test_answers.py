"""The demo's resolver answers as a recursive one with a cache does."""

import dns.edns
import dns.flags
import dns.message
import dns.opcode
import dns.rcode
import dns.rdatatype
import pytest

from mxgui.demo.answers import reply
from tests.demo.world import LOOKUP, asked


def ask(name: str, kind: str = "MX", elapsed: float = 0.0, limited: bool = True, **options):
    """The reply to a question, read back from the wire; EDNS is used unless it is switched off."""
    return asked(name, kind, elapsed, limited, **options)


def records(response) -> list[str]:
    """The last RRset of the answer, in its order."""
    return [record.to_text() for record in response.answer[-1]]


def test_it_offers_recursion_and_claims_no_authority():
    flags = dns.flags.to_text(ask("one-host.example").flags)
    assert flags == "QR RD RA"


def test_records_keep_their_order_every_time():
    expected = [
        "10 mx-a.three-tiers.example.",
        "10 mx-b.three-tiers.example.",
        "10 mx-c.three-tiers.example.",
        "20 backup.relay.example.",
        "50 last-resort.three-tiers.example.",
    ]
    assert [records(ask("three-tiers.example")) for _ in range(5)] == [expected] * 5


@pytest.mark.parametrize(
    ("elapsed", "ttl"), [(0.0, 3600), (0.9, 3600), (10.0, 3590), (3599.0, 1), (3600.0, 3600)]
)
def test_ttls_count_down_and_begin_anew_as_in_a_cache(elapsed, ttl):
    assert ask("one-host.example", elapsed=elapsed).answer[0].ttl == ttl


def test_addresses_are_given_by_family():
    assert records(ask("mx-a.three-tiers.example", "A")) == ["192.0.2.11"]
    assert records(ask("mx-a.three-tiers.example", "AAAA")) == ["2001:db8:1::11"]


def test_an_alias_is_followed_to_the_address():
    response = ask("mail.alias.example", "A")
    assert [rrset.to_text() for rrset in response.answer] == [
        "mail.alias.example. 3600 IN CNAME frontend.alias.example.",
        "frontend.alias.example. 3600 IN CNAME mx-a.three-tiers.example.",
        "mx-a.three-tiers.example. 300 IN A 192.0.2.11",
    ]


def test_a_domain_that_is_an_alias_has_the_mx_of_its_target():
    response = ask("moved.example")
    assert [rrset.name.to_text() for rrset in response.answer] == [
        "moved.example.",
        "one-host.example.",
    ]


def test_an_alias_loop_is_told_and_left():
    response = ask("alias-loop.example")
    assert {rrset.rdtype for rrset in response.answer} == {dns.rdatatype.CNAME}
    assert len(response.answer) == 2


def test_international_names_are_asked_for_in_a_labels():
    assert records(ask("xn--bcher-kva.example"))[0] == "10 postfach.xn--bcher-kva.example."


@pytest.mark.parametrize(
    ("name", "kind", "rcode", "zone"),
    [
        ("nowhere.example", "MX", "NOERROR", "nowhere.example."),
        ("one-host.example", "TXT", "NOERROR", "one-host.example."),
        ("mx.no-address.example", "A", "NOERROR", "no-address.example."),
        ("north.many.example", "A", "NOERROR", "many.example."),
        ("missing.example", "MX", "NXDOMAIN", "example."),
        ("gone.lost-target.example", "A", "NXDOMAIN", "lost-target.example."),
        ("192.0.2.44", "A", "NXDOMAIN", "."),
    ],
)
def test_a_denial_brings_the_soa_of_the_zone(name, kind, rcode, zone):
    response = ask(name, kind)
    assert dns.rcode.to_text(response.rcode()) == rcode
    assert not response.answer
    assert [rrset.name.to_text() for rrset in response.authority] == [zone]
    assert response.authority[0].rdtype == dns.rdatatype.SOA


def test_servfail_says_why_to_one_who_uses_edns():
    response = ask("servfail.example")
    assert response.rcode() == dns.rcode.SERVFAIL
    assert [error.code for error in response.extended_errors()] == [
        dns.edns.EDECode.NO_REACHABLE_AUTHORITY
    ]
    assert not ask("servfail.example", use_edns=False).extended_errors()


@pytest.mark.parametrize("name", ["example.org", "refused-question.example"])
def test_it_refuses_what_it_is_not_to_answer_and_says_why(name):
    response = ask(name)
    assert response.rcode() == dns.rcode.REFUSED
    assert response.extended_errors()[0].text


@pytest.mark.parametrize("options", [{"use_edns": 0, "payload": 4096}, {"use_edns": False}])
def test_what_does_not_fit_a_datagram_is_cut_and_whole_over_tcp(options):
    cut = ask("many.example", **options)
    assert cut.flags & dns.flags.TC
    assert not cut.answer
    whole = ask("many.example", limited=False, **options)
    assert not whole.flags & dns.flags.TC
    assert len(whole.answer[0]) == 40


def test_the_case_of_the_question_is_kept():
    response = ask("One-Host.EXAMPLE")
    assert response.question[0].name.to_text() == "One-Host.EXAMPLE."
    assert records(response)[0].lower() == "10 mail.one-host.example."


def test_localhost_is_loopback():
    assert records(ask("localhost", "A")) == ["127.0.0.1"]


def test_a_question_that_should_get_no_answer_gets_none():
    assert (
        reply(dns.message.make_query("no-answer.example", "MX").to_wire(), LOOKUP, 0, True) is None
    )


def test_a_malformed_answer_bears_the_questions_id_and_cannot_be_read():
    query = dns.message.make_query("malformed.example", "MX")
    wire = reply(query.to_wire(), LOOKUP, 0, True)
    assert wire is not None
    assert wire[:2] == query.id.to_bytes(2)
    with pytest.raises(dns.exception.DNSException):
        dns.message.from_wire(wire)


@pytest.mark.parametrize("wire", [b"", b"\x00" * 5, b"\xff" * 40])
def test_what_is_no_question_gets_no_answer(wire):
    assert reply(wire, LOOKUP, 0, True) is None


def test_signatures_are_given_to_those_who_want_them():
    assert len(ask("one-host.example").answer) == 1
    signed = ask("one-host.example", want_dnssec=True, elapsed=100.0).answer
    assert [rrset.rdtype for rrset in signed] == [dns.rdatatype.MX, dns.rdatatype.RRSIG]
    assert [rrset.ttl for rrset in signed] == [3500, 3500]
    assert signed[1][0].original_ttl == 3600


@pytest.mark.parametrize(
    ("options", "is_told"),
    [({}, False), ({"want_dnssec": True}, True), ({"flags": dns.flags.AD}, True)],
)
def test_what_is_secure_is_told_to_those_who_ask(options, is_told):
    assert bool(ask("one-host.example", **options).flags & dns.flags.AD) is is_told
    assert not ask("half-dead.example", **options).flags & dns.flags.AD


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("signature-expired.example", dns.edns.EDECode.SIGNATURE_EXPIRED),
        ("signature-too-early.example", dns.edns.EDECode.SIGNATURE_NOT_YET_VALID),
        ("wrong-ds.example", dns.edns.EDECode.DNSKEY_MISSING),
        ("signatures-gone.example", dns.edns.EDECode.DNSKEY_MISSING),
        ("tampered.example", dns.edns.EDECode.DNSSEC_BOGUS),
    ],
)
def test_what_fails_validation_is_given_only_without_checking(name, code):
    response = ask(name)
    assert response.rcode() == dns.rcode.SERVFAIL
    assert [error.code for error in response.extended_errors()] == [code]
    unchecked = ask(name, cd=True, want_dnssec=True)
    assert unchecked.rcode() == dns.rcode.NOERROR
    assert unchecked.answer[0].rdtype == dns.rdatatype.MX
    assert not unchecked.flags & dns.flags.AD


def test_the_parent_answers_for_a_domain_whose_own_servers_do_not():
    for name in ("no-answer.example", "malformed.example", "servfail.example"):
        response = ask(name, "DS")
        assert response.rcode() == dns.rcode.NOERROR
        assert response.authority[0].name.to_text() == "example."


def test_an_answer_gets_no_answer():
    query = dns.message.make_query("one-host.example", "MX")
    query.flags |= dns.flags.QR
    assert reply(query.to_wire(), LOOKUP, 0, True) is None


def test_other_kinds_of_request_are_not_implemented():
    query = dns.message.make_query("one-host.example", "MX")
    query.set_opcode(dns.opcode.STATUS)
    wire = reply(query.to_wire(), LOOKUP, 0, True)
    assert wire is not None
    assert dns.message.from_wire(wire).rcode() == dns.rcode.NOTIMP
