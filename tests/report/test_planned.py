"""The comparison in documents that people read."""

from mxgui.report.planned import planned_lines, planned_section
from mxgui.report.report import report_of
from tests.builders import an_inspection
from tests.planned import a_planned

PLANNED = a_planned("10 new.example.net, 20 mx1.example.org")


def test_without_a_plan_there_is_no_such_part():
    report = report_of(an_inspection(), str)
    assert not planned_section(report)
    assert not list(planned_lines(report))


def test_the_lines_stand_in_columns():
    told = list(planned_lines(report_of(PLANNED, str)))
    assert told[:4] == [
        "Compared with what is published",
        "     Preference  Host             Tried first",
        "  +  10          new.example.net  – → 100\u2009%",
        "  ↕  10 → 20     mx1.example.org  100\u2009% → after failure",
    ]
    assert any("Published: " in line for line in told)


def test_the_page_has_a_table_of_the_records():
    written = planned_section(report_of(PLANNED, str))
    assert "Compared with what is published" in written
    assert written.count("<tr>") == 3
    assert "new.example.net" in written
