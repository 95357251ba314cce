"""MTA-STS and TLS reporting in documents that people read: the steps, and the policy itself."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from mxgui.model.policy import FetchOutcome
from mxgui.model.text import text
from mxgui.report.marks import shape_of_tone
from mxgui.report.markup import Markup, element, one_line
from mxgui.report.page import mark, section, table
from mxgui.report.plain import WIDTH, sign_of, wrapped
from mxgui.report.report import Report
from mxgui.routing.labels import status_words
from mxgui.routing.shapes import Tone
from mxgui.routing.sts import ReportVerdict, StsVerdict, reporting_of, sts_of
from mxgui.routing.sts_steps import Step, sts_steps
from mxgui.routing.sts_words import report_fault_words

_MOST_LINES = 40  # of a policy; who writes more means to be read by nobody
_MOST_LETTERS = 400  # of one line that somebody else wrote
_TITLE = text("MTA-STS and TLS reporting")


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


def policies_section(report: Report) -> Markup:
    """The steps as a table of the page, and below it the policy as it was fetched."""
    steps = report_steps(report)
    if not steps:
        return Markup()
    columns = (text("Step"), text("Result"), text("As written"))
    rows = (_cells(report, step) for step in steps)
    parts = [table(report, columns, rows)]
    lines = policy_text(report)
    if lines:
        summary = element("summary", report.say(text("The policy as it was fetched")))
        body = element("tbody", *(_line(line) for line in lines))
        parts.append(
            element("details", summary, element("table", body, class_="transcript"), class_="card")
        )
    return section(report, _TITLE, *parts)


def policy_text(report: Report) -> tuple[str, ...]:
    """The lines of the policy that was fetched, bounded."""
    fetch = sts_of(report.inspection).fetch
    if fetch is None or fetch.outcome is not FetchOutcome.FETCHED:
        return ()
    lines = fetch.text.removesuffix("\n").split("\n")
    if len(lines) > _MOST_LINES:
        more = text("and {n} lines more", n=len(lines) - _MOST_LINES)
        lines = [*lines[:_MOST_LINES], report.say(more)]
    return tuple(lines)


def policy_lines(report: Report) -> Iterator[str]:
    """The steps as lines of plain text; the policy's own words where it can be used."""
    steps = report_steps(report)
    if not steps:
        return
    yield report.say(_TITLE)
    for step in steps:
        yield from _step_lines(report, step)
    if sts_of(report.inspection).verdict is StsVerdict.VALID:
        yield "  " + report.say(text("The policy as it was fetched"))
        for line in policy_text(report):
            yield from _exact_lines(line, 4)


def _step_lines(report: Report, step: Step) -> Iterator[str]:
    words = f"{sign_of(step.tone)} {report.said(step.name)}: {report.say(step.words)}"
    yield from wrapped(words, 2, hang=4)
    for line in step.exact.split("\n") if step.exact else ():
        yield from _exact_lines(line, 6)


def _exact_lines(line: str, indent: int) -> list[str]:
    """What somebody else wrote, in as many lines as it needs, or as it may have."""
    whole = one_line(line)
    kept = whole if len(whole) <= _MOST_LETTERS else f"{whole[: _MOST_LETTERS - 1]}…"
    margin = " " * indent
    return wrap(kept, WIDTH, initial_indent=margin, subsequent_indent=f"{margin}  ") or [""]


def _cells(report: Report, step: Step) -> Iterator[Markup]:
    name = element("span", report.said(step.name), class_="isolated")
    yield element("td", mark(shape_of_tone(step.tone), step.tone), " ", name, class_="nowrap")
    yield element("td", report.say(step.words), class_="wide")
    exact = (element("div", element("code", line)) for line in step.exact.split("\n") if line)
    yield element("td", *exact, class_="wide")


def _line(line: str) -> Markup:
    return element("tr", element("td", line, class_="mono"))
