"""The records of one section: by owner and type, in order, with the time that they hold."""

from __future__ import annotations

import dns.name
import dns.rdatatype
import dns.rrset

from mxgui.net.sections import Section, Term
from tests.servers.dns_acts import rrset_of

OWNER = dns.name.from_text("Example.test")
SIGNED = "MX 13 2 3600 20300101000000 20200101000000 1 test. AAAA"


def section(*rrsets: dns.rrset.RRset, is_own: bool = False) -> Section:
    """A section of these records."""
    return Section(rrsets, is_own=is_own)


def test_records_of_an_owner_are_found_in_any_letters_and_in_their_order():
    found = section(
        rrset_of("example.test", 300, "MX", ["20 b.test"]),
        rrset_of("other.test", 300, "MX", ["5 c.test"]),
        rrset_of("EXAMPLE.test", 300, "MX", ["10 a.test"]),
    ).records(OWNER, dns.rdatatype.MX)
    assert [record.to_text() for record in found] == ["20 b.test.", "10 a.test."]


def test_the_least_time_of_a_set_counts():
    both = section(
        rrset_of("example.test", 300, "MX", ["20 b.test"]),
        rrset_of("example.test", 200, "MX", ["10 a.test"]),
    )
    assert both.term(OWNER, dns.rdatatype.MX) == Term(200, None)
    assert both.term(OWNER, dns.rdatatype.A) is None


def test_the_original_time_is_known_from_a_signature_or_from_the_owner():
    records = rrset_of("example.test", 300, "MX", ["10 a.test"])
    signature = rrset_of("example.test", 300, "RRSIG", [SIGNED])
    assert section(records, signature).term(OWNER, dns.rdatatype.MX) == Term(300, 3600)
    assert section(records, is_own=True).term(OWNER, dns.rdatatype.MX) == Term(300, 300)


def test_a_signature_over_other_records_says_nothing_of_these():
    addresses = rrset_of("example.test", 300, "A", ["192.0.2.1"])
    signature = rrset_of("example.test", 300, "RRSIG", [SIGNED])
    assert section(addresses, signature).term(OWNER, dns.rdatatype.A) == Term(300, None)


def test_other_classes_than_the_internet_are_passed_over():
    chaos = rrset_of("example.test", 300, "TXT", ["x"])
    chaos.rdclass = dns.rdataclass.CH
    assert not section(chaos).records(OWNER, dns.rdatatype.TXT)


def test_owners_of_a_type_are_listed_once():
    twice = section(
        rrset_of("example.test", 300, "NS", ["ns1.test"]),
        rrset_of("example.test", 300, "NS", ["ns2.test"]),
    )
    assert twice.owners(dns.rdatatype.NS) == [OWNER]
