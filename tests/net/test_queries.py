"""Queries as bytes, and what counts as a reply to one."""

from __future__ import annotations

import struct

import dns.edns
import dns.flags
import dns.message
import dns.rcode
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.model.records import Answer, AttemptResult, Question, RecordType
from mxgui.net.answers import read
from mxgui.net.queries import MAX_READ, NoReply, Query, UnaskableName, query_for, rcode_of, reply_in
from tests.servers.dns_acts import rrset_of

QUESTION = Question("example.test", RecordType.MX)


def reply_to(query: Query, *records: str) -> dns.message.Message:
    """A good reply."""
    message = dns.message.make_response(query, recursion_available=True)
    message.answer = [rrset_of("example.test", 300, "MX", records or ["10 a.test"])]
    return message


def what_came(wire: bytes, query: Query) -> Answer | AttemptResult | None:
    """What these bytes come to; None if they are to another question."""
    try:
        reply = reply_in(wire, query)
    except NoReply as failure:
        return failure.result
    return None if reply is None else read(reply, QUESTION).answer


def test_ids_are_random():
    assert len({query_for(QUESTION).id for _ in range(50)}) > 40


def test_a_query_wants_recursion_validation_and_signatures():
    query = query_for(QUESTION)
    assert query.flags == dns.flags.RD | dns.flags.AD
    assert (query.edns, query.payload, query.ednsflags) == (0, 1232, dns.flags.DO)


def test_a_query_can_do_without_edns():
    query = query_for(QUESTION, edns=False)
    assert query.edns == -1
    assert query.opt is None


@pytest.mark.parametrize("name", ["a" * 64 + ".test", "a..test", ".".join(["a" * 60] * 5)])
def test_a_name_that_fits_into_no_message_is_told(name: str):
    with pytest.raises(UnaskableName):
        query_for(Question(name, RecordType.A))


def test_an_escaped_name_is_asked_as_it_was_read():
    query = query_for(Question(r"odd\@name\.\009.test", RecordType.A))
    assert query.question[0].name.labels[0] == b"odd@name.\t"


def test_a_reply_with_another_id_or_question_or_direction_is_none():
    query = query_for(QUESTION)
    other = query_for(Question("other.test", RecordType.MX), message_id=query.id)
    stranger = query_for(QUESTION, message_id=(query.id + 1) % 65_536)
    assert reply_in(reply_to(stranger).to_wire(), query) is None
    assert reply_in(reply_to(other).to_wire(), query) is None
    assert reply_in(query.to_wire(), query) is None
    assert reply_in(b"short", query) is None


def test_a_reply_may_write_the_question_in_other_letters():
    query = query_for(QUESTION)
    capitals = query_for(Question("EXAMPLE.Test", RecordType.MX), message_id=query.id)
    assert reply_in(reply_to(capitals).to_wire(), query) is not None


def test_a_truncated_reply_is_known_though_it_is_cut_in_the_middle():
    query = query_for(QUESTION)
    message = reply_to(query)
    message.flags |= dns.flags.TC
    with pytest.raises(NoReply) as failure:
        reply_in(message.to_wire()[:-5], query)
    assert failure.value.result is AttemptResult.TRUNCATED


def test_an_unreadable_reply_says_why():
    query = query_for(QUESTION)
    with pytest.raises(NoReply) as failure:
        reply_in(reply_to(query).to_wire()[:-5], query)
    assert failure.value.result is AttemptResult.BAD_ANSWER
    assert failure.value.note.startswith("unreadable: ")


def test_trailing_bytes_do_no_harm():
    query = query_for(QUESTION)
    assert reply_in(reply_to(query).to_wire() + b"\0\0", query) is not None


def test_an_extended_error_in_no_known_script_does_not_cost_the_answer():
    query = query_for(QUESTION)
    message = reply_to(query)
    message.use_edns(options=[dns.edns.GenericOption(dns.edns.OptionType.EDE, b"\0\x16caf\xe9\0")])
    reply = reply_in(message.to_wire(), query)
    assert reply is not None
    assert [error.text for error in reply.extended_errors()] == [r"caf\xe9"]


def test_records_that_differ_in_nothing_but_their_place_all_stay():
    query = query_for(QUESTION)
    reply = reply_in(reply_to(query, "20 b.test", "10 a.test").to_wire(want_shuffle=False), query)
    assert reply is not None
    assert [rrset[0].to_text() for rrset in reply.answer] == ["20 b.test.", "10 a.test."]


def test_a_flood_of_records_is_read_in_part():
    query = query_for(QUESTION)
    records = [f"{number} mx{number}.test" for number in range(MAX_READ + 100)]
    reply = reply_in(reply_to(query, *records).to_wire(max_size=65_535), query)
    assert reply is not None
    assert len(reply.answer) == MAX_READ


def test_a_code_has_its_name():
    message = reply_to(query_for(QUESTION))
    message.set_rcode(dns.rcode.SERVFAIL)
    assert rcode_of(message) == "SERVFAIL"


@given(st.binary(max_size=300), st.integers(0, 15), st.booleans())
def test_any_bytes_are_read_or_refused_but_never_raise(body: bytes, rcode: int, counted: bool):
    query = query_for(QUESTION)
    wire = query.to_wire()
    question = wire[12 : wire.index(b"\0\0\x0f\0\x01") + 5]
    counts = (1, 1, 1, 1) if counted else (1, 3, 0, 0)
    head = struct.pack("!HHHHHH", query.id, 0x8180 | rcode, *counts)
    came = what_came(head + question + body, query)
    assert came is AttemptResult.BAD_ANSWER or isinstance(came, Answer)


@given(st.data())
def test_a_reply_with_flipped_bytes_is_read_or_refused_but_never_raises(data: st.DataObject):
    query = query_for(QUESTION)
    message = reply_to(query, "10 a.test", "20 b.test")
    message.authority = [rrset_of("test", 60, "SOA", ["a.test b.test 1 2 3 4 5"])]
    message.use_edns(options=[dns.edns.EDEOption(dns.edns.EDECode.make(22), "why")])
    wire = bytearray(message.to_wire())
    for place in data.draw(st.lists(st.integers(12, len(wire) - 1), min_size=1, max_size=5)):
        wire[place] = data.draw(st.integers(0, 255))
    came = what_came(bytes(wire), query)
    assert came in (None, AttemptResult.BAD_ANSWER) or isinstance(came, Answer)
