"""What planned records change, in documents that people read: a table, and sentences below it."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.text import text
from mxgui.report.comparison import comparison_of
from mxgui.report.comparison_words import TITLE, Row, remarks_of, rows_of
from mxgui.report.marks import shape_of_tone
from mxgui.report.markup import Markup, element, one_line
from mxgui.report.page import mark, section, table
from mxgui.report.plain import sign_of, wrapped
from mxgui.report.report import Report
from mxgui.routing.shapes import Tone

_COLUMNS = (text("Preference"), text("Host"), text("Tried first"))


def planned_section(report: Report) -> Markup:
    """The comparison as a part of the page; nothing where nothing is planned."""
    comparison = comparison_of(report.inspection)
    if comparison is None:
        return Markup()
    columns = (text("Record"), *_COLUMNS)
    rows = (_cells(report, row) for row in rows_of(comparison))
    remarks = (
        element(
            "p",
            *((mark(shape_of_tone(one.tone), one.tone), " ") if one.tone is not Tone.PLAIN else ()),
            report.say(one.words),
        )
        for one in remarks_of(comparison)
    )
    compared = table(report, columns, rows) if comparison.hosts else Markup()
    return section(report, TITLE, compared, *remarks)


def _cells(report: Report, row: Row) -> Iterator[Markup]:
    yield element("td", f"{row.sign} {report.say(row.words)}", class_="nowrap")
    yield element("td", report.said(row.preference), class_="nowrap")
    yield element("td", element("span", row.host, class_="isolated"), class_="wide")
    yield element("td", report.said(row.first), class_="nowrap")


def planned_lines(report: Report) -> Iterator[str]:
    """The comparison as lines of plain text."""
    comparison = comparison_of(report.inspection)
    if comparison is None:
        return
    yield report.say(TITLE)
    rows = [("", *map(report.say, _COLUMNS))]
    rows += [
        (row.sign, report.said(row.preference), one_line(row.host), report.said(row.first))
        for row in rows_of(comparison)
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows if comparison.hosts else ():
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()
    for one in remarks_of(comparison):
        sign = "" if one.tone is Tone.PLAIN else f"{sign_of(one.tone)} "
        yield from wrapped(f"{sign}{report.say(one.words)}", 2)
