"""Transcripts and DNS answers are there in full, folded."""

from dataclasses import replace

from mxgui.model.event import AskStep
from mxgui.model.inspection import begin
from mxgui.model.records import ExtendedError, Status
from mxgui.model.smtp import Outcome
from mxgui.report.page_details import dns_section, transcripts_section
from mxgui.report.report import report_of
from tests.builders import a_failed_answer, an_inspection, began
from tests.probes import a_certificate, a_probe
from tests.report.page_reader import PageReader


def page(markup: str) -> PageReader:
    read = PageReader(markup)
    assert not read.faults
    return read


def test_a_session_is_folded_with_its_transcript_and_certificate():
    read = page(transcripts_section(report_of(an_inspection(), str)))
    assert read.attributes("details") == [{"class": "card"}]
    assert "220 mx1.example.org ESMTP" in read.words
    assert "→EHLO mail.example.net" in read.words
    assert "Certificate, first of 2" in read.words
    assert "2026-10-24 12:00:00 UTC to 2027-01-22 12:00:00 UTC" in read.words


def test_of_a_certificate_with_very_many_names_some_are_shown_and_the_rest_counted():
    leaf = a_certificate(names=tuple(f"n{number}.example" for number in range(150)))
    whole = a_probe()
    assert whole.tls is not None
    known = an_inspection(
        probes={"192.0.2.1": replace(whole, tls=replace(whole.tls, chain=(leaf,)))}
    )
    read = page(transcripts_section(report_of(known, str)))
    assert "n99.example and 50 more" in read.words
    assert "n100.example" not in read.words


def test_an_address_that_said_nothing_has_no_transcript():
    silent = an_inspection(probes={"192.0.2.1": Outcome.REFUSED})
    assert transcripts_section(report_of(silent, str)) == ""


def test_every_question_is_told_with_its_answer():
    read = page(dns_section(report_of(an_inspection(), str)))
    assert len(read.attributes("tr")) == 4  # the head, MX, A, AAAA
    assert "example.orgMX10 mx1.example.org5 min10 ms" in read.words
    assert "mx1.example.orgAAAAno such record" in read.words


def test_extended_errors_stand_with_the_answer():
    answer = a_failed_answer("example.org", ede=(ExtendedError(6, "bogus"), ExtendedError(22)))
    read = page(dns_section(report_of(an_inspection(mx=Status.SERVFAIL, answers=(answer,)), str)))
    assert "SERVFAILEDE 6 bogus; EDE 22" in read.words
    assert AskStep(answer.question) in an_inspection(answers=(answer,)).facts


def test_before_any_answer_there_is_no_such_section():
    assert dns_section(report_of(begin(began()), str)) == ""
