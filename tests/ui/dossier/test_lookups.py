"""What is told of the questions to DNS."""

from dataclasses import replace

from mxgui.model.event import SecureStep
from mxgui.model.records import (
    Alias,
    Attempt,
    AttemptResult,
    ExtendedError,
    RecordType,
    Status,
    Transport,
)
from mxgui.model.security import Dnssec, Security
from mxgui.model.text import text
from mxgui.ui.dossier.lookups import lookups_section
from tests.builders import a_failed_answer, an_answer, an_inspection

TITLE = text("DNS")


def said(*answers) -> list[str]:
    return [f"{line.label} {line.value}".strip() for line in lookups_section(TITLE, answers).lines]


def test_an_answer_is_told_with_its_time_to_live():
    answer = an_answer(records="10 a.example.org, 20 b.example.org", ttl=300, took=0.02)
    assert said(answer) == ["MX 2 records in 20 ms, TTL 5 min"]


def test_no_answer_and_no_record_are_told_apart():
    nodata = an_answer("a.example.org", "AAAA", took=0.02)
    servfail = a_failed_answer("a.example.org", "A", Status.SERVFAIL, took=0.02)
    assert said(nodata, servfail) == [
        "AAAA no such record, after 20 ms",
        "A SERVFAIL, after 20 ms",
    ]


def test_what_was_not_asked_is_left_out():
    assert said(a_failed_answer(status=Status.NOT_ASKED)) == []


def test_aliases_and_the_servers_own_words_are_told():
    answer = an_answer(
        "a.example.org",
        "A",
        "192.0.2.1",
        aliases=(Alias("a.example.org", "b.example.net", 300),),
        ede=(ExtendedError(22, "at delegation"), ExtendedError(3)),
    )
    lines = said(answer)
    assert "a.example.org is an alias of b.example.net" in lines
    errors = [line for line in lines if line.startswith("DNS error ")]
    assert errors[0].startswith("DNS error 22, ")
    assert errors[0].endswith(": at delegation")
    assert errors[1].startswith("DNS error 3, ")


def test_of_a_failure_every_try_is_told():
    tries = (
        Attempt("192.0.2.53:53", Transport.UDP, AttemptResult.TIMEOUT, 0.0, 2.0),
        Attempt("192.0.2.54:53", Transport.TCP, AttemptResult.ANSWERED, 2.0, 0.1, "SERVFAIL"),
    )
    lines = said(a_failed_answer(attempts=tries))
    assert "tried 192.0.2.53:53 over UDP: no answer after 2 s" in lines
    assert "tried 192.0.2.54:53 over TCP: SERVFAIL after 100 ms" in lines


def test_every_way_to_fail_has_its_words():
    for result in AttemptResult:
        attempt = Attempt("192.0.2.53:53", Transport.UDP, result, 0.0, 1.0)
        assert len(said(a_failed_answer(attempts=(attempt,)))) == 2


def test_of_many_tries_the_first_are_told():
    one = Attempt("192.0.2.53:53", Transport.UDP, AttemptResult.TIMEOUT, 0.0, 1.0)
    lines = said(a_failed_answer(attempts=(one,) * 40))
    assert lines[-1] == "and 28 more tries"


def with_states(*states: Dnssec) -> list[str]:
    """The address lookups of a host, AAAA first, each with what validation says of it."""
    known = an_inspection(mx="10 a.example.org", hosts={"a.example.org": "192.0.2.1 2001:db8::1"})
    kinds = (RecordType.AAAA, RecordType.A)
    answers = [known.answer("a.example.org", kind) for kind in kinds]
    facts = dict(known.facts)
    for answer, state in zip(answers, states, strict=True):
        facts[SecureStep(answer.question)] = Security(answer.question, state)
    known = replace(known, facts=facts)
    lines = lookups_section(TITLE, answers, known).lines
    return [f"{line.label} {line.value}".strip() for line in lines]


def test_what_answers_are_worth_is_said_once_where_it_is_the_same():
    assert [line for line in with_states(Dnssec.SECURE, Dnssec.SECURE) if "DNSSEC" in line] == [
        "DNSSEC Secure"
    ]
    told = with_states(Dnssec.SECURE, Dnssec.BOGUS)
    assert told[1] == "DNSSEC Secure"
    assert told[3].startswith("DNSSEC Bogus: ")


def test_of_what_was_not_validated_nothing_is_said():
    assert not any("DNSSEC" in line for line in with_states(Dnssec.UNKNOWN, Dnssec.UNKNOWN))
