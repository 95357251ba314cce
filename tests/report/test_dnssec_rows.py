"""DNSSEC in documents that people read."""

from mxgui.model.security import Dnssec
from mxgui.report.dnssec_rows import dnssec_lines, dnssec_rows, dnssec_section
from mxgui.report.report import report_of
from mxgui.routing.shapes import Tone
from tests.builders import an_inspection
from tests.securities import a_security, bogus, insecure, secured


def a_report(*securities, **told):
    return report_of(secured(an_inspection(**told), *securities), str)


def test_answers_of_one_state_for_one_reason_share_a_row():
    report = a_report(
        a_security(), a_security("mx1.example.org", "A"), bogus("mx1.example.org", "AAAA")
    )
    secure, wrong = dnssec_rows(report)
    assert (secure.tone, secure.why) == (Tone.OK, "")
    assert secure.answers == ("example.org MX", "mx1.example.org A")
    assert (wrong.tone, wrong.answers) == (Tone.FAIL, ("mx1.example.org AAAA",))
    assert "expired" in wrong.why


def test_what_is_not_signed_says_where_the_chain_ends():
    [row] = dnssec_rows(a_report(insecure()))
    assert row.tone is Tone.IDLE
    assert row.why == "org → example.org: proved to have no DS, so what is below is not signed"


def test_what_was_never_validated_is_not_told():
    report = a_report(a_security(state=Dnssec.UNKNOWN))
    assert list(dnssec_lines(report)) == []
    assert str(dnssec_section(report)) == ""


def test_the_lines_fit_a_terminal_and_begin_with_a_sign():
    lines = list(dnssec_lines(a_report(a_security(), bogus("mx1.example.org", "A"))))
    assert lines[0] == "DNSSEC"
    assert lines[1] == "  ✓ secure: example.org MX"
    assert lines[2].startswith("  ✗ bogus: mx1.example.org A")
    assert all(len(line) <= 88 for line in lines)


def test_of_many_answers_a_document_has_the_first():
    names = [f"mx{n}.example.org" for n in range(30)]
    mx = ", ".join(f"10 {name}" for name in names)
    [row] = dnssec_rows(a_report(*(a_security(name, "A") for name in names), mx=mx))
    assert (len(row.answers), row.more) == (12, 18)
    assert "and 18 more" in str(
        dnssec_section(a_report(*(a_security(n, "A") for n in names), mx=mx))
    )


def test_the_page_has_a_table():
    page = str(dnssec_section(a_report(a_security())))
    assert "<h2" in page
    assert "example.org MX" in page
