"""What a reply says of a name: records, aliases, times, absence, and its bounds."""

from __future__ import annotations

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest

from mxgui.model.records import (
    Alias,
    Answer,
    Caa,
    Mx,
    NameServer,
    Pointer,
    Question,
    RecordType,
    Status,
    Tlsa,
    Txt,
)
from mxgui.net.answers import RAW_BYTES, Reading, is_endless, joined, read
from mxgui.net.queries import NoReply, query_for, reply_in
from tests.servers.dns_acts import rrset_of, wire_of

NAME = "example.test"
QUESTION = Question(NAME, RecordType.MX)
SOA = "ns.test. host.test. 1 2 3 4 60"


def reading(
    *answer: dns.rrset.RRset,
    authority: tuple[dns.rrset.RRset, ...] = (),
    rcode: str = "NOERROR",
    flags: int = dns.flags.RA,
    question: Question = QUESTION,
) -> Reading:
    """What a reply with these records says, once it has been through the wire."""
    query = query_for(question)
    message = dns.message.make_response(query)
    message.answer, message.authority = list(answer), list(authority)
    message.flags |= flags
    message.set_rcode(dns.rcode.from_text(rcode))
    reply = reply_in(wire_of(message), query)
    assert reply is not None
    return read(reply, question)


def mx(owner: str = NAME, ttl: int = 300, *records: str) -> dns.rrset.RRset:
    return rrset_of(owner, ttl, "MX", records or ["10 a.test"])


def alias(owner: str, target: str, ttl: int = 300) -> dns.rrset.RRset:
    return rrset_of(owner, ttl, "CNAME", [target])


def signature(owner: str, covered: str, original: int) -> dns.rrset.RRset:
    written = f"{covered} 13 2 {original} 20300101000000 20200101000000 1 test. AAAA"
    return rrset_of(owner, 300, "RRSIG", [written])


def soa(ttl: int = 300, owner: str = "test") -> dns.rrset.RRset:
    return rrset_of(owner, ttl, "SOA", [SOA])


def test_the_answer_holds_as_long_as_its_shortest_part():
    answer = reading(alias(NAME, "b.test", 90), alias("b.test", "c.test", 80), mx("c.test")).answer
    assert answer.ttl == 80
    assert answer.ttl_original is None


def test_the_original_time_needs_every_part_of_the_chain():
    parts = (alias(NAME, "b.test", 90), signature(NAME, "CNAME", 600), mx("b.test"))
    assert reading(*parts).answer.ttl_original is None
    assert reading(*parts, signature("b.test", "MX", 3600)).answer.ttl_original == 600


def test_a_server_of_the_zone_itself_knows_the_original_time():
    assert reading(mx(), flags=dns.flags.AA).answer.ttl_original == 300


def test_records_of_other_names_are_not_taken():
    assert reading(mx("other.test"), authority=(soa(),)).answer.status is Status.NODATA


def test_the_same_record_twice_counts_once():
    assert reading(mx(), mx(NAME, 300, "10 A.test")).answer.records == (Mx(10, "a.test"),)


def test_the_same_host_with_two_preferences_stays_twice():
    twice = reading(mx(NAME, 300, "20 a.test", "10 a.test"))
    assert twice.answer.records == (Mx(20, "a.test"), Mx(10, "a.test"))


def test_an_absence_holds_the_lesser_of_time_and_minimum():
    assert reading(authority=(soa(30),)).answer.ttl == 30
    assert reading(authority=(soa(300),)).answer.ttl == 60
    assert reading(authority=(soa(300),), rcode="NXDOMAIN").answer.ttl == 60


def test_an_absence_without_soa_record_holds_for_an_unknown_time():
    absent = reading()
    assert (absent.answer.status, absent.answer.ttl) == (Status.NODATA, None)


def test_an_absence_behind_an_alias_is_absence_if_its_own_zone_says_so():
    elsewhere = (alias(NAME, "b.other", 90),)
    assert reading(*elsewhere, authority=(soa(owner="other"),)).answer.status is Status.NODATA
    assert reading(*elsewhere, authority=(soa(owner="other"),)).answer.ttl == 60
    assert not reading(*elsewhere, authority=(soa(owner="other"),)).leads_on


def test_an_alias_leads_on_when_nothing_is_said_of_its_end():
    assert reading(alias(NAME, "b.other", 90)).leads_on
    assert reading(alias(NAME, "b.other", 90), authority=(soa(owner="test"),)).leads_on


def test_an_alias_does_not_lead_on_when_its_end_does_not_exist():
    gone = reading(alias(NAME, "b.test"), authority=(soa(),), rcode="NXDOMAIN")
    assert (gone.answer.status, gone.leads_on) == (Status.NXDOMAIN, False)
    assert gone.answer.aliases == (Alias(NAME, "b.test", 300),)


def test_an_alias_made_of_a_dname_record_is_an_alias():
    parts = (
        rrset_of("example.test", 300, "DNAME", ["other.test"]),
        alias("mail.example.test", "mail.other.test", 0),
        mx("mail.other.test"),
    )
    answer = reading(*parts, question=Question("mail.example.test", RecordType.MX)).answer
    assert answer.canonical == "mail.other.test"
    assert (answer.status, answer.ttl) == (Status.NOERROR, 0)


def test_a_circle_is_told_once_around():
    circle = reading(alias(NAME, "b.test"), alias("b.test", NAME))
    assert circle.answer.status is Status.LOOP
    assert [step.target for step in circle.answer.aliases] == ["b.test", NAME]


def test_a_referral_is_no_absence():
    others = (rrset_of("test", 300, "NS", ["ns.test"]),)
    assert reading(authority=others, flags=0).answer.status is Status.BAD_ANSWER
    assert reading(authority=others, flags=dns.flags.RA).answer.status is Status.NODATA
    assert reading(authority=(*others, soa()), flags=0).answer.status is Status.NODATA


def test_flags_and_code_are_told_as_they_came():
    answer = reading(mx(), flags=dns.flags.RA | dns.flags.AD | dns.flags.CD).answer
    assert (answer.flags, answer.rcode, answer.ad) == ("qr rd ra ad cd", "NOERROR", True)


def test_names_keep_the_escapes_of_bytes_that_are_no_letters():
    answer = reading(mx(NAME, 300, r"10 A\@b\007\.c.test")).answer
    assert answer.records == (Mx(10, r"a\@b\007\.c.test"),)


def test_more_records_than_anybody_has_are_cut_and_the_note_says_so():
    many = reading(mx(NAME, 300, *(f"{number} mx{number}.test" for number in range(250))))
    assert many.answer.records[-1] == Mx(63, "mx63.test")
    assert many.note == "only the first 64 records are kept"
    addresses = rrset_of(NAME, 300, "A", [f"192.0.2.{number}" for number in range(70)])
    kept = reading(addresses, question=Question(NAME, RecordType.A)).answer.records
    assert len(kept) == 64


def test_the_text_of_a_reply_is_bounded_and_on_plain_lines():
    records = [f"{number} {'x' * 60}{number}.test" for number in range(300)]
    raw = reading(mx(NAME, 300, *records)).answer.raw
    assert RAW_BYTES - 4 <= len(raw.encode()) <= RAW_BYTES
    assert all(line.isprintable() for line in raw.split("\n"))


def test_two_answers_along_one_chain_become_one():
    before = reading(alias(NAME, "b.test", 90), flags=dns.flags.RA | dns.flags.AD).answer
    asked_on = Question("b.test", RecordType.MX)
    after = reading(mx("b.test", 80), question=asked_on).answer
    whole = joined(before, after)
    assert whole.question == QUESTION
    assert (whole.ttl, whole.ad, whole.records) == (80, False, (Mx(10, "a.test"),))
    assert whole.raw.count(";QUESTION") == 2


def test_a_failure_at_the_end_of_a_chain_keeps_the_chain_and_has_no_time():
    before = reading(alias(NAME, "b.test", 90)).answer
    failed = joined(before, Answer(Question("b.test", RecordType.MX), Status.TIMEOUT))
    assert (failed.status, failed.ttl, failed.ad) == (Status.TIMEOUT, None, None)
    assert failed.canonical == "b.test"


def test_a_chain_is_endless_in_a_circle_or_beyond_ten_steps():
    steps = [Alias(f"n{number}", f"n{number + 1}", 1) for number in range(11)]
    assert not is_endless("n0", steps[:10])
    assert is_endless("n0", steps)
    assert is_endless("N1.", [Alias("n1", "n2", 1), Alias("n2", "n1", 1)])


@pytest.mark.parametrize(
    ("kind", "written", "records"),
    [
        (RecordType.TLSA, "3 1 0 abcd", (Tlsa(3, 1, 0, b"\xab\xcd"),)),
        (RecordType.TXT, '"v=STSv1; " "id=1;"', (Txt("v=STSv1; id=1;"),)),
        (RecordType.TXT, '"a\\000\\027[31m"', (Txt("a\\x00\\x1b[31m"),)),
        (RecordType.CAA, '0 ISSUE "ca.test"', (Caa(0, "issue", "ca.test"),)),
        (RecordType.PTR, "MX1.test", (Pointer("mx1.test"),)),
        (RecordType.NS, "ns1.test", (NameServer("ns1.test"),)),
    ],
)
def test_every_kind_of_record_is_told_in_our_own_words(kind, written, records):
    found = rrset_of(NAME, 300, kind.value, [written])
    assert reading(found, question=Question(NAME, kind)).answer.records == records


def tlsa(*written: str) -> Answer:
    """The answer with these TLSA records, each as its octets in hexadecimal."""
    lines = [rf"\# {len(octets) // 2} {octets}" for octets in written]
    found = rrset_of(NAME, 300, "TLSA", lines)
    return reading(found, question=Question(NAME, RecordType.TLSA)).answer


@pytest.mark.parametrize(
    ("octets", "record"),
    [
        ("030101" + "ab" * 32, Tlsa(3, 1, 1, b"\xab" * 32)),
        ("030101", Tlsa(3, 1, 1, b"")),
        ("030101ab", Tlsa(3, 1, 1, b"\xab")),
        ("030102" + "ab" * 32, Tlsa(3, 1, 2, b"\xab" * 32)),
        ("ffffff00", Tlsa(255, 255, 255, b"\0")),
        ("030100", Tlsa(3, 1, 0, b"")),
    ],
)
def test_a_tlsa_record_that_nobody_can_use_is_a_fact_as_well(octets, record):
    good = "030101" + "cd" * 32
    assert tlsa(octets, good).tlsa == (record, Tlsa(3, 1, 1, b"\xcd" * 32))


def test_of_many_tlsa_records_the_first_200_are_kept():
    answer = tlsa(*(f"030101{number:064x}" for number in range(250)))
    assert (len(answer.tlsa), answer.left_out) == (200, 50)
    assert answer.tlsa[7].data == (7).to_bytes(32)


def test_a_tlsa_record_may_fill_a_whole_message():
    data = bytes(range(256)) * 254
    answer = tlsa("030000" + data.hex())
    assert answer.tlsa == (Tlsa(3, 0, 0, data),)
    assert len(answer.raw) <= RAW_BYTES


def test_a_tlsa_record_without_its_three_numbers_is_unreadable():
    query = query_for(Question(NAME, RecordType.TLSA))
    message = dns.message.make_response(query)
    message.answer = [rrset_of(NAME, 300, "TLSA", [r"\# 3 030101"])]
    wire = wire_of(message).replace(b"\0\x03\x03\x01\x01", b"\0\x02\x03\x01")
    with pytest.raises(NoReply):
        reply_in(wire, query)
