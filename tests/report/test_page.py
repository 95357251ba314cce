"""The sections of the page say what they ought to, and leave out what there is not."""

from dataclasses import replace

from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.records import Status
from mxgui.report.page import (
    findings_section,
    foot,
    head,
    order_section,
    probes_section,
    route_section,
    run_section,
)
from mxgui.report.report import Report, report_of
from tests.builders import an_inspection
from tests.report.page_reader import PageReader
from tests.report.samples import null_mx, three_tiers


def words(markup: str) -> str:
    page = PageReader(markup)
    assert not page.faults
    return page.words


def usual() -> Report:
    return report_of(three_tiers(), str)


def test_the_head_has_domain_verdict_and_what_limits_it():
    told = words(head(usual()))
    assert told.startswith("example.org")
    assert "DegradedMail flows; 2 of 7 addresses do not take it." in told
    assert "demo network" in told
    assert "IPv4: 4 of 5" in told


def test_an_international_domain_is_headed_by_both_forms():
    assert words(head(report_of(null_mx(), str))).startswith("bücher.examplexn--bcher-kva.example")


def test_the_route_is_a_picture_in_the_page_with_the_headline_for_those_who_do_not_see_it():
    page = PageReader(route_section(usual()))
    assert page.attributes("svg")[0]["role"] == "img"
    assert "Mail flows; 2 of 7 addresses do not take it." in page.words


def test_findings_are_told_with_why_fix_and_reference():
    told = words(findings_section(usual()))
    assert "SMTP-TIER-DOWN" in told
    for part in ("Warning", "Why", "What to do", "Read", "RFC 5321"):
        assert part in told


def test_findings_that_may_change_say_so():
    report = usual()
    open_ones = tuple(replace(finding, provisional=True) for finding in report.findings)
    assert "provisional" not in words(findings_section(report))
    assert "provisional" in words(findings_section(replace(report, findings=open_ones)))


def test_without_findings_that_is_said():
    calm = replace(usual(), findings=())
    assert "The checks found nothing to report." in words(findings_section(calm))


def test_the_order_of_tries_is_a_table():
    page = PageReader(order_section(usual()))
    assert len(page.attributes("tr")) == 8
    assert "192.0.2.77" in page.words


def test_probes_are_told_step_by_step():
    told = words(probes_section(usual()))
    assert "10 ms" in told
    assert "TLS 1.3 · TLS_AES_256_GCM_SHA384" in told


def test_what_there_is_not_has_no_section():
    nowhere = report_of(an_inspection(mx=Status.NXDOMAIN), str)
    assert order_section(nowhere) == probes_section(nowhere) == ""
    plan = Plan(mode=ProbeMode.NONE)
    assert probes_section(report_of(an_inspection(plan=plan), str)) == ""


def test_the_run_and_what_can_be_done_with_the_file_stand_at_the_end():
    assert "127.0.0.1:5300 (demo)" in words(run_section(usual()))
    assert "mxgui report FILE --format json" in words(foot(usual()))
