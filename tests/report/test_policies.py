"""MTA-STS in documents: the steps, the policy, and nothing that acts."""

from mxgui.report.policies import policies_section, policy_lines
from mxgui.report.report import report_of
from tests.builders import an_inspection
from tests.policies import a_protected
from tests.report.samples import hostile_policy, protected


def lines(inspection):
    return list(policy_lines(report_of(inspection, str)))


def test_the_steps_and_the_policy_are_written_down():
    told = lines(protected())
    assert told[0] == "MTA-STS and TLS reporting"
    assert any(
        line.startswith("  ✗ mx2.example.org: covered by *.example.org, but") for line in told
    )
    assert "  ✗ backup.example.net: no pattern of the policy matches it" in told
    assert "    mx: *.example.org" in told


def test_a_policy_that_cannot_be_used_is_not_written_into_a_terminal():
    assert not [
        line for line in lines(a_protected("<html>")) if "<html>" in line and ":" not in line
    ]


def test_where_nothing_was_asked_there_is_no_such_part():
    report = report_of(an_inspection(), str)
    assert policies_section(report) == ""
    assert lines(an_inspection()) == []


def test_reporting_that_nobody_asked_for_is_told_as_that():
    assert "  ○ TLS reports: nobody is asked for them" in lines(a_protected(reporting=None))


def test_nothing_from_a_policy_host_acts():
    report = report_of(hostile_policy(), str)
    assert "<script>" not in policies_section(report)
    assert not [one for line in policy_lines(report) for one in line if not one.isprintable()]
