"""A reply sorted into sets with their signatures."""

import dns.name
import dns.rdatatype

from mxgui.net.dnssec_sets import MAX_SIGNATURES
from tests.net.signed_sets import rrsets, sets_of

NAME = dns.name.from_text("example.")
MX = int(dns.rdatatype.MX)
SIGNED = "example. RRSIG MX 13 1 300 20300101000000 20200101000000 {tag} example. AAAA"


def test_records_of_one_owner_and_type_are_one_set_each_record_once():
    lines = ("example. MX 10 a.", "example. MX 20 b.", "Example. MX 10 A.")
    found = sets_of(rrsets(*lines)).answer(NAME, MX)
    assert found is not None
    assert len(found.records) == 2
    assert found.type == "MX"


def test_a_signature_lies_with_what_it_covers():
    sets = sets_of(rrsets("example. MX 10 a.", "example. TXT x", SIGNED.format(tag=7)))
    mx, txt = sets.answer(NAME, MX), sets.answer(NAME, int(dns.rdatatype.TXT))
    assert mx is not None
    assert txt is not None
    assert [one.key_tag for one in mx.signatures] == [7]
    assert txt.signatures == ()


def test_of_many_signatures_only_some_are_looked_at():
    many = [SIGNED.format(tag=tag) for tag in range(100)]
    found = sets_of(rrsets("example. MX 10 a.", *many)).answer(NAME, MX)
    assert found is not None
    assert len(found.signatures) == MAX_SIGNATURES


def test_the_sections_are_kept_apart():
    sets = sets_of(rrsets("example. MX 10 a."), rrsets("example. NSEC a.example. MX"))
    assert sets.answer(NAME, int(dns.rdatatype.NSEC)) is None
    assert len(sets.authority(int(dns.rdatatype.NSEC))) == 1
    assert len(sets.answers(MX)) == 1


def test_a_reply_that_was_read_in_part_says_so():
    assert not sets_of(rrsets("example. MX 10 a.")).is_cut
    assert sets_of(rrsets(*(f"example. MX {n} a." for n in range(500)))).is_cut


def test_the_least_time_to_live_counts():
    few = rrsets("example. MX 10 a.", "example. TXT x")
    few[1].ttl = 5
    assert sets_of(few).ttl == 5
    assert sets_of([]).ttl == 0
