"""DNSSEC in documents that people read: what our own validation says of the answers of the route.

Answers of the same state for the same reason share a row; what the resolver says of validation is
not told here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mxgui.model.records import RecordType
from mxgui.model.security import Dnssec, Security
from mxgui.model.text import text
from mxgui.report.marks import shape_of_tone
from mxgui.report.markup import Markup, element
from mxgui.report.page import mark, section, table
from mxgui.report.plain import sign_of, wrapped
from mxgui.report.report import Report
from mxgui.routing.security_words import STATES, reason_words
from mxgui.routing.shapes import Tone

_MOST_NAMES = 12  # of one row in a document; the JSON has them all
_TITLE = text("DNSSEC")
_OF_ROUTE = (RecordType.MX, RecordType.AAAA, RecordType.A, RecordType.TLSA)
_TONES = {
    Dnssec.SECURE: Tone.OK,
    Dnssec.INSECURE: Tone.IDLE,
    Dnssec.BOGUS: Tone.FAIL,
    Dnssec.INDETERMINATE: Tone.WARN,
    Dnssec.UNKNOWN: Tone.IDLE,
}


@dataclass(frozen=True, slots=True)
class DnssecRow:
    """The answers of one state, in the reader's language; `why` is empty where all is secure."""

    tone: Tone
    state: str
    why: str
    answers: tuple[str, ...]
    more: int = 0


def dnssec_rows(report: Report) -> Iterator[DnssecRow]:
    """Every state among the answers of the route, in the order in which they were asked."""
    groups: dict[tuple[Dnssec, str], list[str]] = {}
    for answer in report.inspection.answers:
        question = answer.question
        security = report.inspection.security(question.name, question.type)
        if question.type in _OF_ROUTE and _is_told(security):
            groups.setdefault((security.state, _why(report, security)), []).append(str(question))
    for (state, why), questions in groups.items():
        kept, more = tuple(questions[:_MOST_NAMES]), max(0, len(questions) - _MOST_NAMES)
        yield DnssecRow(_TONES[state], report.say(STATES[state]), why, kept, more)


def _is_told(security: Security) -> bool:
    return security.state is not Dnssec.UNKNOWN or bool(security.steps)


def _why(report: Report, security: Security) -> str:
    if security.state is Dnssec.SECURE:
        return ""
    return report.say(reason_words(security))


def dnssec_section(report: Report) -> Markup:
    """The states as a table of the page."""
    rows = tuple(dnssec_rows(report))
    if not rows:
        return Markup()
    columns = (text("State"), text("DNS answers"), text("Why"))
    return section(report, _TITLE, table(report, columns, (_cells(report, row) for row in rows)))


def _cells(report: Report, row: DnssecRow) -> Iterator[Markup]:
    yield element("td", mark(shape_of_tone(row.tone), row.tone), " ", row.state)
    answers = [element("div", element("code", name)) for name in row.answers]
    if row.more:
        answers.append(element("div", report.say(text("and {n} more", n=row.more))))
    yield element("td", *answers, class_="wide")
    yield element("td", row.why, class_="wide")


def dnssec_lines(report: Report) -> Iterator[str]:
    """The states as lines of plain text."""
    rows = tuple(dnssec_rows(report))
    if not rows:
        return
    yield report.say(_TITLE)
    for row in rows:
        names = [*row.answers, *_more(report, row)]
        yield from wrapped(f"{sign_of(row.tone)} {row.state}: {', '.join(names)}", 2)
        if row.why:
            yield from wrapped(row.why, 6)


def _more(report: Report, row: DnssecRow) -> tuple[str, ...]:
    return (report.say(text("and {n} more", n=row.more)),) if row.more else ()
