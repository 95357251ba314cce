"""Verdict, tone and findings of a domain never contradict each other."""

import asyncio

import pytest
from hypothesis import given

from mxgui.app.services import Services
from mxgui.demo.domains import DOMAINS
from mxgui.model.entry import read_entry
from mxgui.model.event import Ended
from mxgui.model.plan import Patience, Plan
from mxgui.model.text import text
from mxgui.report.grade import GRADES, Grade, grade_of, worst_of
from mxgui.report.report import Report, report_of
from mxgui.routing.shapes import Tone
from mxgui.routing.verdict import Verdict
from mxgui.rules.finding import Finding, Severity
from tests.builders import NOON
from tests.rules.test_streams import World, folded, stream_of, worlds

CRITICAL, ERROR, WARNING = Severity.CRITICAL, Severity.ERROR, Severity.WARNING
MILD: set[Severity | None] = {None, Severity.INFO, Severity.NOTICE}
# The worst finding that rests on facts, under each verdict
ALLOWED: dict[Verdict, set[Severity | None]] = {
    Verdict.FLOWS: {*MILD, WARNING, ERROR, CRITICAL},
    Verdict.DEGRADED: {WARNING, ERROR, CRITICAL},
    Verdict.QUEUES: {ERROR, CRITICAL},
    Verdict.BOUNCES: {CRITICAL},
    Verdict.TAKES_NO_MAIL: {*MILD, WARNING, CRITICAL},
    Verdict.UNKNOWN: {*MILD, WARNING, ERROR, CRITICAL},
}
TONES = {CRITICAL: Tone.FAIL, ERROR: Tone.FAIL, WARNING: Tone.WARN}
CALM = {Tone.OK, Tone.IDLE}
HASTE = Plan(dns_patience=1.5, patience=Patience(0.5, 6.0, 2.0))


def a_finding(severity: Severity, *, provisional: bool = False) -> Finding:
    return Finding("X", severity, "example.org", text("Whatever"), provisional)


def check(report: Report) -> None:
    """What is told in one word agrees with what is told below it."""
    name = report.inspection.entry.domain.ascii
    worst = worst_of(report.findings)
    told = f"{name}: {report.verdict}, {report.headline}, {[str(f.text) for f in report.findings]}"
    unsure = any(each.severity is Severity.INCONCLUSIVE for each in report.findings)
    turned_away = report.verdict is Verdict.DEGRADED and unsure and worst in MILD
    assert worst in ALLOWED[report.verdict] or turned_away, told
    _, tone = GRADES[report.grade]
    if worst in TONES:
        assert tone is TONES[worst], told
    else:
        assert tone in CALM, told


async def test_every_domain_of_the_demo_is_told_without_a_contradiction():
    services = Services()
    async with services.demo_network(), asyncio.TaskGroup() as work:  # most of it is waiting
        tasks = [
            work.create_task(services.inspect(read_entry(domain.name), HASTE, lambda event: None))
            for domain in DOMAINS
        ]
    for task in tasks:
        check(report_of(task.result()))


@given(worlds())
def test_no_domain_is_told_with_a_contradiction(world: World):
    check(report_of(folded([*stream_of(world), Ended(NOON)])))


@pytest.mark.parametrize(
    ("verdict", "severity", "grade"),
    [
        (Verdict.FLOWS, Severity.NOTICE, Grade.GOOD),
        (Verdict.FLOWS, Severity.INCONCLUSIVE, Grade.UNSURE),
        (Verdict.FLOWS, WARNING, Grade.FLAWED),
        (Verdict.FLOWS, ERROR, Grade.BADLY_DEGRADED),
        (Verdict.DEGRADED, WARNING, Grade.DEGRADED),
        (Verdict.DEGRADED, Severity.INCONCLUSIVE, Grade.UNSURE),
        (Verdict.DEGRADED, ERROR, Grade.BADLY_DEGRADED),
        (Verdict.DEGRADED, CRITICAL, Grade.NOT_FOR_ALL),
        (Verdict.QUEUES, CRITICAL, Grade.DOWN),
        (Verdict.BOUNCES, CRITICAL, Grade.BROKEN),
        (Verdict.TAKES_NO_MAIL, Severity.INFO, Grade.CLOSED),
        (Verdict.TAKES_NO_MAIL, WARNING, Grade.HALF_CLOSED),
        (Verdict.TAKES_NO_MAIL, CRITICAL, Grade.FAULTY),
        (Verdict.UNKNOWN, Severity.INCONCLUSIVE, Grade.NOT_KNOWN),
        (Verdict.UNKNOWN, WARNING, Grade.FLAWED),
        (Verdict.UNKNOWN, ERROR, Grade.FAULTY),
    ],
)
def test_the_word_is_as_grave_as_verdict_and_findings(verdict, severity, grade):
    assert grade_of(verdict, (a_finding(severity),)) is grade


def test_what_may_still_change_does_not_count():
    findings = (a_finding(WARNING, provisional=True), a_finding(Severity.INFO))
    assert worst_of(findings) is Severity.INFO
    assert grade_of(Verdict.FLOWS, findings) is Grade.GOOD
    assert worst_of(()) is None


def test_every_grade_has_a_word_of_its_own():
    assert len({str(word) for word, _ in GRADES.values()}) == len(Grade)
