"""The rows of the table of DNS answers."""

from dataclasses import replace

import pytest

from mxgui.model.event import Asked, AskStep, SecureStep
from mxgui.model.inspection import learn
from mxgui.model.records import (
    Alias,
    Attempt,
    AttemptResult,
    ExtendedError,
    RecordType,
    Status,
    Transport,
)
from mxgui.model.security import Dnssec
from mxgui.ui.answers.looks import ABSENT
from mxgui.ui.answers.rows import AnswerRow, by_whom, rows_of
from mxgui.ui.answers.trust import VALIDATING
from mxgui.ui.looks import TRUST_LOOKS
from tests.builders import a_failed_answer, a_question, an_answer, an_inspection
from tests.securities import a_security, secured
from tests.ui.showing import two_tiers

LOST = Attempt("192.0.2.53:53", Transport.UDP, AttemptResult.TIMEOUT, 0.0, 1.0)
HEARD = Attempt("tls://dns.example", Transport.TLS, AttemptResult.ANSWERED, 1.0, 0.1, "NOERROR")


def row_of(answer, **facts) -> AnswerRow:
    return rows_of(an_inspection(answers=(answer,), **facts))[0]


def test_questions_stand_in_the_order_of_asking():
    assert [str(row.question) for row in rows_of(two_tiers())] == [
        "example.org MX",
        "a.example.org A",
        "a.example.org AAAA",
        "b.example.org A",
        "b.example.org AAAA",
    ]


def test_a_row_tells_records_server_transport_code_and_flags():
    answer = an_answer(
        records="10 a.example.org, 20 b.example.org",
        attempts=(LOST, HEARD),
        flags="qr rd ra ad",
    )
    row = row_of(answer)
    assert str(row.records) == "10 a.example.org, 20 b.example.org"
    assert (row.server, row.transport) == ("tls://dns.example", "TLS")
    assert (row.rcode, row.flags) == ("NOERROR", "qr rd ra ad")
    assert str(row.look.word) == "Found"
    assert str(row.took(99.0)) == "10 ms"


def test_many_records_are_counted_with_those_that_were_left_out():
    answer = an_answer(
        records=", ".join(f"10 mx{at}.example.org" for at in range(15)), left_out=100
    )
    assert str(row_of(answer).records).endswith("mx11.example.org and 103 more")
    few = an_answer(records="10 a.example.org", left_out=2)
    assert str(row_of(few).records) == "10 a.example.org and 2 more"


def test_errors_and_aliases_are_told():
    errors = (ExtendedError(22), ExtendedError(23, "timeout"))
    row = row_of(a_failed_answer(ede=errors))
    assert "22, none of the zone's servers could be reached" in str(row.errors)
    assert "23, " in str(row.errors)
    alias = an_answer(aliases=(Alias("example.org", "example.net", 60),))
    assert row_of(alias).aliases == "example.net"


def test_who_answered_is_who_is_named_and_else_the_last_who_was_asked():
    assert by_whom(an_answer(attempts=(HEARD, LOST))) is HEARD
    assert by_whom(a_failed_answer(attempts=(LOST,))) is LOST
    assert by_whom(an_answer()) is None


def test_a_question_under_way_counts_its_seconds():
    known = learn(two_tiers(ended=None), Asked(AskStep(a_question("c.example.org", "A")), 1.0))
    row = rows_of(known)[-1]
    assert (str(row.look.word), str(row.took(3.1))) == ("Asking", "2.1 s")
    assert row.ttl(3.1) == ""
    assert rows_of(known, (row,))[-1] is row


def test_a_row_of_which_nothing_new_is_known_is_kept():
    known = two_tiers()
    rows = rows_of(known)
    assert all(a is b for a, b in zip(rows_of(replace(known), rows), rows, strict=True))
    other = two_tiers(answers=(a_failed_answer(at=0.01),))
    assert rows_of(other, rows)[0] is not rows[0]


@pytest.mark.parametrize(
    ("typed", "fits"),
    [("", True), ("mx", True), ("EXAMPLE mx", True), ("servfail", True), ("aaaa", False)],
)
def test_the_filter_takes_words_of_name_type_and_status(typed, fits):
    row = row_of(a_failed_answer(status=Status.SERVFAIL, rcode="SERVFAIL"), mx="")
    assert row.matches(typed) is fits


def test_what_was_asked_for_names_alone_comes_last():
    pointer = an_answer("1.2.0.192.in-addr.arpa", "PTR", "x.example", at=0.0)
    known = two_tiers(answers=(pointer, an_answer("x.example", "A", "192.0.2.1")))
    asked = [str(row.question) for row in rows_of(known)]
    assert asked[0] == "example.org MX"
    assert asked[-2:] == ["1.2.0.192.in-addr.arpa PTR", "x.example A"]


def test_a_row_tells_what_its_answer_is_worth_once_that_is_known():
    known = an_inspection(answers=(an_answer(records="10 mx1.example.org"),))
    question = a_question("example.org", "MX")
    assert rows_of(known)[0].trust is None
    waiting = learn(known, Asked(SecureStep(question), 0.5))
    asked = rows_of(waiting, rows_of(known))
    assert asked[0].trust is VALIDATING
    found = rows_of(secured(known, a_security()), asked)
    assert found[0].trust == TRUST_LOOKS[Dnssec.SECURE]
    assert found[0].security is not None


def test_what_is_asked_beside_the_route_stands_behind_it_and_is_no_failure():
    kinds = (RecordType.TXT, RecordType.CAA, RecordType.TLSA)
    asked = [
        replace(a_failed_answer("x.example.org", kind.value, Status.NXDOMAIN), at=0.0)
        for kind in kinds
    ]
    known = an_inspection(answers=(*asked, replace(an_answer(), at=1.0)))
    rows = [row for row in rows_of(known) if row.question.type in (*kinds, RecordType.MX)]
    assert [row.question.type.value for row in rows] == ["MX", "TLSA", "TXT", "CAA"]
    assert [row.is_beside for row in rows] == [False, True, True, True]
    assert {row.look for row in rows[1:]} == {ABSENT}
