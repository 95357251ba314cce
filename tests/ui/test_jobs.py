"""Opened domains: what is known of each, and which is shown."""

from dataclasses import replace
from datetime import timedelta

from mxgui.model.text import text
from mxgui.report.grade import Grade
from mxgui.report.report import report_of
from mxgui.routing.verdict import Verdict
from mxgui.rules.finding import Finding, Severity
from mxgui.ui.jobs import MOST, Job, Jobs, worst_of
from mxgui.ui.shown import Stage
from tests.builders import NOON, PLAN, an_entry
from tests.ui.showing import a_running, two_tiers


def a_job(inspection=None) -> Job:
    job = Jobs().add(an_entry("example.org"), PLAN)
    job.inspection = inspection
    return job


def test_a_report_is_computed_once_for_what_is_known():
    job = a_job(two_tiers())
    first = job.report()
    assert job.report() is first
    job.fold(frozenset({"tier 20"}), folded=True)
    assert job.report() is not first
    assert a_job().report() is None


def test_a_report_is_computed_in_steps_to_the_same_end():
    job = a_job(two_tiers())
    assert job.latest is None
    steps = list(job.compute())
    assert len(steps) > 1
    assert job.latest == report_of(two_tiers())
    assert list(job.compute()) == []  # nothing is new


def test_what_is_learned_while_a_report_is_computed_waits_for_the_next_one():
    job = a_job(a_running())
    steps = job.compute()
    next(steps)
    job.inspection = two_tiers()
    assert list(steps)
    assert job.latest == report_of(a_running())
    assert list(job.compute())
    assert job.latest == report_of(two_tiers())


def test_a_report_of_an_earlier_run_is_dropped():
    job = a_job(a_running())
    steps = job.compute()
    next(steps)
    job.run += 1
    assert list(steps)
    assert job.latest is None


def test_the_lanes_that_can_be_folded_at_once_are_all_but_the_first():
    assert a_job(two_tiers()).worse_lanes() == {"tier 20"}
    assert a_job().worse_lanes() == frozenset()


def test_an_ended_one_is_summed_up_with_verdict_and_worst_finding():
    opened = a_job(two_tiers()).opened(NOON + timedelta(minutes=5, seconds=20), False)
    assert (opened.stage, opened.grade, opened.minutes) == (Stage.ENDED, Grade.FLAWED, 5)
    assert (opened.settled, opened.total) == (3, 3)


def test_a_running_one_tells_how_far_it_is():
    opened = a_job(a_running()).opened(NOON, True)
    assert opened.stage is Stage.RUNNING
    assert opened.grade is None
    assert opened.settled < opened.total


def test_what_has_not_begun_waits_or_never_will():
    job = a_job()
    assert job.opened(NOON, False).stage is Stage.NEVER_BEGUN
    assert job.opened(NOON, True).stage is Stage.RUNNING
    job.is_waiting = True
    assert job.opened(NOON, False).stage is Stage.WAITING


def test_a_summary_is_made_anew_only_for_new_facts():
    job = a_job(two_tiers())
    first = job.opened(NOON, False)
    later = job.opened(NOON + timedelta(minutes=9), False)
    assert later == replace(first, minutes=9)


def test_a_removed_one_leaves_the_next_in_its_place_or_the_one_before():
    jobs = Jobs()
    one, two, three = (jobs.add(an_entry(f"{name}.example"), PLAN) for name in ("a", "b", "c"))
    jobs.current = two
    jobs.remove(two)
    assert jobs.current is three
    jobs.remove(three)
    assert jobs.current is one
    jobs.remove(one)
    assert jobs.current is None
    assert len(jobs) == 0


def test_removing_another_keeps_the_one_that_is_shown():
    jobs = Jobs()
    one, two = jobs.add(an_entry("a.example"), PLAN), jobs.add(an_entry("b.example"), PLAN)
    jobs.current = two
    jobs.remove(one)
    assert jobs.current is two
    assert jobs.find(one.number) is None


def test_a_domain_is_found_by_its_name_in_dns():
    jobs = Jobs()
    job = jobs.add(an_entry("bücher.example"), PLAN)
    assert jobs.of(an_entry("xn--bcher-kva.example")) is job
    assert jobs.of(an_entry("example.org")) is None


def test_a_window_takes_only_so_many():
    jobs = Jobs()
    for n in range(MOST):
        assert not jobs.is_full
        jobs.add(an_entry(f"{n}.example"), PLAN)
    assert jobs.is_full


def test_what_matters_most_of_an_unknown_route_is_why_it_is_unknown():
    notice = Finding("MX-SINGLE-HOST", Severity.NOTICE, "example.org", text("One host."))
    unheard = Finding("SMTP-ALL-DOWN", Severity.INCONCLUSIVE, "example.org", text("Not heard."))
    report = replace(report_of(two_tiers()), findings=(notice, unheard))
    assert worst_of(report) is notice
    assert worst_of(replace(report, verdict=Verdict.UNKNOWN)) is unheard
    assert worst_of(replace(report, findings=())) is None


def test_another_shuffle_is_another_order_where_there_is_one():
    job = a_job(two_tiers(mx="10 a.example.org, 10 b.example.org"))
    orders = []
    for _ in range(3):
        report = job.report()
        assert report is not None
        orders.append(report.order)
        job.shuffle()
    assert orders[0] != orders[1]
    assert orders[1] != orders[2]


def test_folding_judges_nothing_anew():
    job = a_job(two_tiers())
    first = job.report()
    job.fold(frozenset({"tier 20"}), folded=True)
    folded = job.report()
    assert first is not None
    assert folded is not None
    assert folded.findings is first.findings
    assert folded.diagram is first.diagram
    assert len(folded.picture.rows) < len(first.picture.rows)
