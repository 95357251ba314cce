"""Name servers in documents that people read: one grid a zone, and what could not be seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mxgui.model.records import Question, RecordType
from mxgui.model.text import Text, text
from mxgui.report.marks import shape_of_tone
from mxgui.report.markup import Markup, element, joined, one_line
from mxgui.report.page import mark, section, table
from mxgui.report.report import Report
from mxgui.routing.authority import is_blocked, is_intercepted
from mxgui.routing.grid import Grid, GridCell, GridRow, grids_of
from mxgui.routing.shapes import Tone

_TITLE = text("Name servers, asked directly")
_QUIET = (Tone.PLAIN, Tone.IDLE)
_MARKS = {Tone.OK: "✓", Tone.WARN: "!", Tone.FAIL: "✗", Tone.RUNNING: "…"}


def servers_section(report: Report) -> Markup:
    """The grids as tables of the page."""
    grids = grids_of(report.inspection)
    if not grids:
        return Markup()
    parts = [element("p", report.say(words)) for words in _remarks(report)]
    for grid in grids:
        parts.append(element("h3", report.say(text("Zone {zone}", zone=grid.zone))))
        parts.append(_table(report, grid))
    return section(report, _TITLE, *parts)


def _table(report: Report, grid: Grid) -> Markup:
    heads = (text("Server"), text("State"), text("Serial"), *map(_head, grid.questions))
    rows = [tuple(_cells(report, row)) for row in grid.rows]
    rows += [tuple(_above_cells(report, row, len(grid.questions))) for row in grid.above]
    return table(report, heads, rows)


def _cells(report: Report, row: GridRow) -> Iterator[Markup]:
    yield _server(row)
    for cell in (row.state, row.serial, *row.cells):
        yield element("td", *_mark(cell), report.said(cell.words), class_="wide")


def _above_cells(report: Report, row: GridRow, count: int) -> Iterator[Markup]:
    yield _server(row)
    words = report.say(text("the zone above names {servers}", servers=row.state.words))
    yield element("td", *_mark(row.state), words, class_="wide")
    yield element("td")
    yield element("td", report.said(row.cells[0].words), class_="wide muted")
    for _ in range(count - 1):
        yield element("td")


def _server(row: GridRow) -> Markup:
    address = element("div", element("code", row.address), class_="muted")
    return element("td", joined(element("span", row.server), address), class_="wide")


def _mark(cell: GridCell) -> Iterator[str]:
    if cell.tone not in _QUIET:
        yield mark(shape_of_tone(cell.tone), cell.tone)
        yield " "


def server_lines(report: Report) -> Iterator[str]:
    """The grids as lines of plain text: one a server, and one more for each answer that differs."""
    grids = grids_of(report.inspection)
    if not grids:
        return
    yield report.say(_TITLE)
    for words in _remarks(report):
        yield f"  {report.say(words)}"
    for grid in grids:
        yield f"  {report.say(text('Zone {zone}', zone=one_line(grid.zone)))}"
        yield from _usual(report, grid)
        yield from _lines(report, grid.rows)
        for row in grid.above:
            words = text("the zone above names {servers}", servers=row.state.words)
            sign = _MARKS.get(row.state.tone, " ")
            yield f"    {sign} {row.address}  {one_line(report.say(words))}"


def _usual(report: Report, grid: Grid) -> Iterator[str]:
    """What most servers say, once."""
    for at, question in enumerate(grid.questions):
        alike = [row.cells[at] for row in grid.rows if row.cells[at].tone is Tone.PLAIN]
        usual = next((cell for cell in alike if report.said(cell.words)), None)
        if usual is not None:
            yield f"    {report.say(_head(question))}: {one_line(report.said(usual.words))}"


def _lines(report: Report, rows: Sequence[GridRow]) -> Iterator[str]:
    serials = [report.said(row.serial.words) for row in rows]
    said = [report.said(row.state.words) for row in rows]
    wide = max((len(row.address) for row in rows), default=0)
    numbers, states = max(map(len, serials), default=0), max(map(len, said), default=0)
    for row, serial, state in zip(rows, serials, said, strict=True):
        sign = _MARKS.get(row.tone, "○" if row.tone is Tone.IDLE else " ")
        line = (row.address.ljust(wide), state.ljust(states), serial.ljust(numbers))
        yield f"    {sign} {'  '.join(line)}  {one_line(row.server)}".rstrip()
        for cell in row.cells if row.state.tone is not Tone.FAIL else ():
            if cell.differs or cell.tone is Tone.FAIL:
                yield f"        {one_line(report.said(cell.words))}"


def _head(question: Question) -> Text:
    if question.type is RecordType.NS:
        return text("NS")
    return text("{question}", question=str(question))


def _remarks(report: Report) -> Iterator[Text]:
    """What keeps us from seeing the servers, if anything does."""
    if is_blocked(report.inspection):
        yield text("No name server answered: DNS (port 53) is blocked outwards from here.")
    elif is_intercepted(report.inspection):
        yield text("A resolver answered in the place of every name server: DNS is intercepted.")
