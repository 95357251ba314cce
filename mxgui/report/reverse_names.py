"""The names of addresses in documents that people read, one row an address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mxgui.model.records import Status
from mxgui.model.text import text
from mxgui.report.markup import Markup, element, one_line
from mxgui.report.page import section, table
from mxgui.report.report import Report
from mxgui.report.sections import NOTHING
from mxgui.routing.reverse import reverse_of, reverse_words

_MOST = 4  # names of one address in a document


@dataclass(frozen=True, slots=True)
class NameRow:
    """One address: its names, and if they lead back."""

    address: str
    names: str
    words: str


def name_rows(report: Report) -> Iterator[NameRow]:
    """Every address of the route whose names were asked for, in the order of the route."""
    for address in report.route.addresses:
        reverse = reverse_of(report.inspection, address)
        if reverse.state is Status.NOT_ASKED:
            continue
        names = list(reverse.names or ())
        shown = ", ".join(names[:_MOST])
        if len(names) > _MOST:
            shown = report.say(text("{names} and {n} more", names=shown, n=len(names) - _MOST))
        yield NameRow(address, shown or NOTHING, report.say(reverse_words(reverse)))


def names_section(report: Report) -> Markup:
    """The names as a table of the page."""
    rows = tuple(name_rows(report))
    if not rows:
        return Markup()
    cells = (
        (
            element("td", element("code", row.address)),
            element("td", row.names, class_="wide"),
            element("td", row.words),
        )
        for row in rows
    )
    columns = (text("Address"), text("Name"), text("Whether it leads back"))
    return section(report, text("Names of addresses"), table(report, columns, cells))


def name_lines(report: Report) -> Iterator[str]:
    """The names as lines of plain text."""
    rows = tuple(name_rows(report))
    if not rows:
        return
    yield report.say(text("Names of addresses"))
    wide = max(len(row.address) for row in rows)
    words = max(len(row.words) for row in rows)
    for row in rows:
        yield f"  {row.address.ljust(wide)}  {row.words.ljust(words)}  {one_line(row.names)}"
