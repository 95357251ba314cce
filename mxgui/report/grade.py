"""What verdict and findings come to together: one word and one tone, in which they never disagree.

The verdict tells whether mail flows; the worst finding that rests on facts tells what that costs.
The tone is as grave as the graver of the two, and no graver.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from mxgui.model.text import text
from mxgui.routing.shapes import Tone
from mxgui.routing.verdict import Verdict
from mxgui.rules.finding import Finding, Severity


class Grade(Enum):
    """How the domain stands, all in all."""

    GOOD = "good"
    UNSURE = "unsure"  # it flows, as far as could be seen
    FLAWED = "flawed"
    DEGRADED = "degraded"
    BADLY_DEGRADED = "badly_degraded"
    NOT_FOR_ALL = "not_for_all"
    DOWN = "down"
    BROKEN = "broken"
    CLOSED = "closed"
    HALF_CLOSED = "half_closed"
    NOT_KNOWN = "not_known"
    FAULTY = "faulty"


GRADES = {
    Grade.GOOD: (text("Good"), Tone.OK),
    Grade.UNSURE: (text("Flows"), Tone.OK),
    Grade.FLAWED: (text("Flawed"), Tone.WARN),
    Grade.DEGRADED: (text("Degraded"), Tone.WARN),
    Grade.BADLY_DEGRADED: (text("Badly degraded"), Tone.FAIL),
    Grade.NOT_FOR_ALL: (text("Not for all"), Tone.FAIL),
    Grade.DOWN: (text("Down"), Tone.FAIL),
    Grade.BROKEN: (text("Broken"), Tone.FAIL),
    # Translators: a domain that takes no mail, and says so
    Grade.CLOSED: (text("Closed"), Tone.IDLE),
    Grade.HALF_CLOSED: (text("Half closed"), Tone.WARN),
    Grade.NOT_KNOWN: (text("Not known"), Tone.IDLE),
    Grade.FAULTY: (text("Faulty"), Tone.FAIL),
}


def grade_of(verdict: Verdict, findings: Iterable[Finding]) -> Grade:
    """Tell how a domain with that verdict and those findings stands."""
    worst = worst_of(findings)
    match verdict:
        case Verdict.QUEUES:
            return Grade.DOWN
        case Verdict.BOUNCES:
            return Grade.BROKEN
        case Verdict.TAKES_NO_MAIL if worst in (Severity.CRITICAL, Severity.ERROR):
            return Grade.FAULTY  # that it takes none may not be genuine
        case Verdict.TAKES_NO_MAIL:
            return Grade.CLOSED if _is_harmless(worst) else Grade.HALF_CLOSED
        case Verdict.UNKNOWN if worst in (Severity.CRITICAL, Severity.ERROR):
            return Grade.FAULTY
        case Verdict.UNKNOWN:
            return Grade.FLAWED if worst is Severity.WARNING else Grade.NOT_KNOWN
        case Verdict.FLOWS | Verdict.DEGRADED:
            return _of_flowing(verdict, worst, findings)


def _of_flowing(verdict: Verdict, worst: Severity | None, findings: Iterable[Finding]) -> Grade:
    if worst is Severity.CRITICAL:
        return Grade.NOT_FOR_ALL
    if worst is Severity.ERROR:
        return Grade.BADLY_DEGRADED
    if worst is Severity.WARNING:
        return Grade.DEGRADED if verdict is Verdict.DEGRADED else Grade.FLAWED
    if any(finding.severity is Severity.INCONCLUSIVE for finding in findings):
        return Grade.UNSURE  # also where an address turned us away, and perhaps us alone
    return Grade.DEGRADED if verdict is Verdict.DEGRADED else Grade.GOOD


def worst_of(findings: Iterable[Finding]) -> Severity | None:
    """Give the worst severity among the findings that rest on facts; None if there is none."""
    certain = [
        finding.severity
        for finding in findings
        if finding.severity is not Severity.INCONCLUSIVE and not finding.provisional
    ]
    return min(certain, key=lambda severity: severity.rank, default=None)


def _is_harmless(worst: Severity | None) -> bool:
    return worst in (None, Severity.INFO, Severity.NOTICE)
