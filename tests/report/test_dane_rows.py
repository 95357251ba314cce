"""DANE in documents that people read."""

from mxgui.model.records import Status, Tlsa
from mxgui.report.dane_rows import dane_lines, dane_rows, dane_section
from mxgui.report.report import report_of
from mxgui.routing.shapes import Tone
from tests.dane_facts import a_dane_inspection
from tests.rules.dane_worlds import GOOD, STALE, UNUSABLE, DaneHost, dane_world


def a_report(*records, **hosts):
    inspection = dane_world(mx="10 a", a=DaneHost(records, **hosts))
    return report_of(inspection, str)


def test_each_address_has_a_row_with_what_comes_of_every_record():
    [row] = dane_rows(a_report(STALE, UNUSABLE, GOOD))
    assert (row.host, row.address, row.tone) == ("a.example.org", "20.0.0.1", Tone.OK)
    assert [words.split(": ")[1] for words in row.records] == ["no match", "unusable", "match"]


def test_where_there_are_no_records_there_is_nothing_to_tell():
    report = a_report()
    assert list(dane_lines(report)) == []
    assert str(dane_section(report)) == ""


def test_a_failed_lookup_is_told():
    inspection = dane_world(mx="10 a", a=DaneHost(Status.SERVFAIL))
    [row] = dane_rows(report_of(inspection, str))
    assert (row.tone, row.records) == (Tone.FAIL, ())


def test_the_lines_fit_a_terminal_and_name_the_records():
    lines = list(dane_lines(a_report(STALE)))
    assert lines[0] == "DANE"
    assert lines[1].startswith("  ✗ a.example.org 20.0.0.1: no record matches")
    assert all(len(line) <= 88 for line in lines)


def test_of_many_records_a_document_has_the_first():
    many = [Tlsa(3, 1, 1, bytes([number]) * 32) for number in range(25)]
    [row] = dane_rows(report_of(dane_world(mx="10 a", a=DaneHost(many)), str))
    assert row.records[-1] == "and 15 records more"


def test_the_page_has_a_table():
    page = str(dane_section(a_report(GOOD)))
    assert "<h2" in page
    assert "3 1 1" in page


def test_nothing_is_told_of_what_is_not_known():
    assert list(dane_rows(report_of(a_dane_inspection(Status.NOT_ASKED), str))) == []
