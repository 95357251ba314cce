"""MTA-STS and TLS reporting in documents that people read: the steps, and the policy itself."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from mxgui.model.text import text
from mxgui.report.marks import shape_of_tone
from mxgui.report.markup import Markup, element, one_line
from mxgui.report.page import mark, section, table
from mxgui.report.plain import WIDTH, sign_of, wrapped
from mxgui.report.policy_steps import policy_text, report_steps
from mxgui.report.report import Report
from mxgui.routing.sts import StsVerdict, sts_of
from mxgui.routing.sts_steps import Step

_MOST_LETTERS = 400  # of one line that somebody else wrote
_TITLE = text("MTA-STS and TLS reporting")


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
