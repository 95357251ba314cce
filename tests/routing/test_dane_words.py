"""A decision in words."""

import pytest

from mxgui.model.records import Status, Tlsa
from mxgui.model.security import Dnssec
from mxgui.model.smtp import StartTls
from mxgui.routing.dane import dane_of
from mxgui.routing.dane_steps import DaneStep, Look, RecordResult, Result, Verdict, Why
from mxgui.routing.dane_words import (
    result_words,
    short,
    step_words,
    verdict_tone,
    verdict_words,
)
from mxgui.routing.route import route_of
from mxgui.routing.shapes import Tone
from tests.dane_cases import CASES
from tests.dane_facts import a_dane_inspection
from tests.dane_shelf import NOW

RECORD = Tlsa(3, 1, 1, bytes.fromhex("5ae2b9c07f31") + bytes(26))


def test_every_step_of_every_case_is_a_sentence():
    for case in CASES:
        inspection = a_dane_inspection(case.tlsa, case.chain, at=NOW)
        [host] = route_of(inspection).hosts
        for step in dane_of(inspection, host, host.addresses[0]).steps:
            words = str(step_words(step))
            assert words.endswith("."), words
            assert "{" not in words


def test_what_can_be_seen_at_each_step_is_said():
    for look in Look:
        for state in Dnssec:
            for status in Status:
                step = DaneStep(look, "mx1.example.org", ("far.example",), state, status, 1, 2)
                assert str(step_words(step)).endswith(".")


def test_the_state_of_addresses_and_records_is_told():
    def said(look, state, status, count=0):
        return str(step_words(DaneStep(look, "a.example", state=state, status=status, count=count)))

    assert said(Look.ADDRESSES, Dnssec.SECURE, Status.NOERROR) == (
        "The addresses of a.example are secure."
    )
    assert said(Look.LOOKUP, Dnssec.SECURE, Status.NXDOMAIN) == (
        "a.example has no TLSA records; that answer is secure."
    )
    assert said(Look.LOOKUP, Dnssec.BOGUS, Status.NOERROR, 2) == (
        "a.example has 2 TLSA records, bogus: the signatures are wrong."
    )
    assert said(Look.LOOKUP, Dnssec.UNKNOWN, Status.SERVFAIL) == (
        "The lookup of the TLSA records of a.example fails (SERVFAIL)."
    )
    assert said(Look.MX, Dnssec.INSECURE, Status.NODATA) == (
        "a.example has no MX record; that answer is insecure: not signed."
    )


def test_every_way_of_encryption_is_told():
    told = {str(step_words(DaneStep(Look.STARTTLS, "192.0.2.1", starttls=one))) for one in StartTls}
    assert all("192.0.2.1" in words for words in told)
    assert len(told) == 5


def test_every_result_has_its_words():
    assert str(result_words(RecordResult(RECORD, Result.MATCH, place=0))) == "match"
    for why in Why:
        for result in (*Result, None):
            assert str(result_words(RecordResult(RECORD, result, why)))
    outranked = RecordResult(RECORD, Result.OUTRANKED, Why.WEAKER, would_match=True)
    assert str(result_words(outranked)).startswith("would match, and is outranked")
    assert str(result_words(RecordResult(RECORD))) == "not compared"


def test_every_verdict_has_words_and_a_tone():
    assert {verdict: verdict_tone(verdict) for verdict in Verdict} == {
        Verdict.NONE: Tone.IDLE,
        Verdict.NOT_APPLICABLE: Tone.WARN,
        Verdict.MATCH: Tone.OK,
        Verdict.MISMATCH: Tone.FAIL,
        Verdict.UNUSABLE: Tone.WARN,
        Verdict.LOOKUP_FAILED: Tone.FAIL,
        Verdict.NO_TLS: Tone.FAIL,
        Verdict.NOT_TESTED: Tone.IDLE,
        Verdict.UNKNOWN: Tone.IDLE,
    }
    assert all(str(verdict_words(verdict)) for verdict in Verdict)


def test_a_long_record_is_cut_so_that_it_can_be_told_from_others():
    assert short(RECORD) == "3 1 1 5ae2b9c07f31…"
    assert short(Tlsa(3, 0, 0, b"")) == "3 0 0"


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (Dnssec.SECURE, "a.example is signed today, so that they will be secure if"),
        (Dnssec.INSECURE, "a sender need not use DANE for hosts that they name"),
        (Dnssec.UNKNOWN, "whether those of a.example will be secure is not known"),
        (Dnssec.BOGUS, "whether those of a.example will be secure is not known"),
    ],
)
def test_planned_records_are_never_called_secure(state, words):
    said = str(step_words(DaneStep(Look.PLANNED, "a.example", state=state)))
    assert said.startswith("The MX records are planned")
    assert words in said
