"""What documents and the window tell of MTA-STS and TLS reporting: the steps, and the policy."""

from __future__ import annotations

from mxgui.model.policy import FetchOutcome
from mxgui.model.text import counted, text
from mxgui.report.report import Report
from mxgui.routing.labels import status_words
from mxgui.routing.shapes import Tone
from mxgui.routing.sts import ReportVerdict, reporting_of, sts_of
from mxgui.routing.sts_steps import Step, sts_steps
from mxgui.routing.sts_words import report_fault_words

MOST_LINES = 40  # of a policy; who writes more means to be read by nobody


def report_steps(report: Report) -> tuple[Step, ...]:
    """Every step of MTA-STS, then what TLS reporting comes to; nothing if nothing was asked."""
    steps = sts_steps(report.inspection, report.route)
    known = reporting_of(report.inspection)
    if sts_of(report.inspection).answer is None and known.answer is None:
        return ()
    return (*steps, _reporting_step(report))


def _reporting_step(report: Report) -> Step:
    known = reporting_of(report.inspection)
    name, exact = text("TLS reports"), "\n".join(known.record.texts)
    match known.verdict:
        case ReportVerdict.VALID:
            words = text("go to {addresses}", addresses=known.record.rua)
            return Step(name, Tone.WARN if known.record.unusable else Tone.OK, words, exact)
        case ReportVerdict.INVALID if known.record.fault is not None:
            return Step(name, Tone.WARN, report_fault_words(known.record.fault), exact)
        case ReportVerdict.LOOKUP_FAILED if known.answer is not None:
            status = status_words(known.answer)
            return Step(name, Tone.WARN, text("the lookup failed: {status}", status=status))
        case ReportVerdict.NONE:
            return Step(name, Tone.IDLE, text("nobody is asked for them"))
        case _:
            return Step(name, Tone.IDLE, text("not known"))


def policy_text(report: Report) -> tuple[str, ...]:
    """The lines of the policy that was fetched, bounded."""
    fetch = sts_of(report.inspection).fetch
    if fetch is None or fetch.outcome is not FetchOutcome.FETCHED:
        return ()
    lines = fetch.text.removesuffix("\n").split("\n")
    if len(lines) > MOST_LINES:
        more = counted("and {n} line more", "and {n} lines more", len(lines) - MOST_LINES)
        lines = [*lines[:MOST_LINES], report.say(more)]
    return tuple(lines)
