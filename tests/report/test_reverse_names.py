"""The names of addresses in documents."""

from mxgui.report.report import report_of
from mxgui.report.reverse_names import name_lines, name_rows, names_section
from mxgui.routing.reverse import reverse_name
from tests.builders import an_answer, an_inspection

PTR = reverse_name("192.0.2.1")


def a_report(*answers):
    return report_of(an_inspection(answers=answers))


def test_without_names_asked_for_there_is_no_such_part():
    assert not names_section(a_report())
    assert not list(name_lines(a_report()))


def test_each_address_has_its_names_and_whether_they_lead_back():
    (row,) = name_rows(a_report(an_answer(PTR, "PTR", "mx1.example.org")))
    assert (row.address, row.names, row.words) == ("192.0.2.1", "mx1.example.org", "leads back")


def test_an_address_without_a_name_says_so():
    lines = list(name_lines(a_report(an_answer(PTR, "PTR"))))
    assert lines[0] == "Names of addresses"
    assert "no name" in lines[1]


def test_very_many_names_are_counted():
    names = ", ".join(f"n{at}.example" for at in range(30))
    (row,) = name_rows(a_report(an_answer(PTR, "PTR", names)))
    assert row.names.endswith("n3.example and 26 more")


def test_a_hostile_name_cannot_break_the_page():
    markup = names_section(a_report(an_answer(PTR, "PTR", "<b>.example")))
    assert "<b>" not in markup
    assert "&lt;b&gt;" in markup
