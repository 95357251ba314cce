"""The name servers as rows: one heading a zone, one row a server's address; no Qt here."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.records import Question, RecordType
from mxgui.model.text import Text, counted, text
from mxgui.report.marks import shape_of_tone
from mxgui.report.report import Report
from mxgui.routing.authority import is_blocked, is_intercepted, was_asked, zones_asked
from mxgui.routing.grid import Grid, GridCell, GridRow, grids_of
from mxgui.routing.shapes import Tone, Words
from mxgui.ui.cell import Branch, Cell, Leaf
from mxgui.ui.looks import Look

COLUMNS = (
    text("Server"),
    text("Address"),
    text("State"),
    text("Serial"),
    text("MX records"),
    text("Servers of the zone"),
    text("Mail hosts"),
)
_QUIET = (Tone.PLAIN, Tone.IDLE)
_WORDS = {
    Tone.OK: text("Good"),
    Tone.WARN: text("Differs"),
    Tone.FAIL: text("Fails"),
    Tone.RUNNING: text("Asking"),
}
_ADDRESSES = (RecordType.A, RecordType.AAAA)


def about_words(result: Report | None) -> Text:
    """What is to be seen, or why nothing is; while it runs, how far it is."""
    if result is None:
        return text("")
    inspection = result.inspection
    if inspection.entry.domain.literal is not None:
        return text("An address has no name servers to ask about mail.")
    if not was_asked(inspection):
        return text(
            "The resolver was asked so far, not the name servers themselves. Asking each of them "
            "shows if they agree, and if the zone above names the right ones."
        )
    if is_blocked(inspection) and not inspection.running:
        return text("No name server answered: DNS (port 53) is blocked outwards from here.")
    if is_intercepted(inspection):
        return text("A resolver answered in the place of every name server: DNS is intercepted.")
    return _counts(result)


def _counts(result: Report) -> Text:
    zones = zones_asked(result.inspection)
    servers = [own for zone in zones for own in zone.servers]
    if not servers:
        running = result.inspection.running
        return text("Looking for the zones.") if running else text("No name server was found.")
    heard = sum(own.is_heard for own in servers)
    words = counted("{n} zone", "{n} zones", len(zones))
    return text(
        "{zones}: {heard} of {total} addresses of name servers answer.",
        zones=words,
        heard=heard,
        total=len(servers),
    )


def branches_of(result: Report) -> Iterator[Branch]:
    """One branch a zone, its servers by name, then those of the zone above."""
    for grid in grids_of(result.inspection):
        leaves = tuple(_leaf(grid, row) for row in grid.rows)
        above = tuple(_above(grid, row) for row in grid.above)
        heading = text("Zone {zone}", zone=grid.zone)
        yield Branch(f"zone {grid.zone}", (Cell(heading, strong=True),), (*leaves, *above))


def _leaf(grid: Grid, row: GridRow) -> Leaf:
    key = f"{grid.zone} {row.server} {row.address}"
    asked = dict(zip(grid.questions, row.cells, strict=True))
    cells = (
        Cell(row.server),
        Cell(row.address, mono=True),
        _cell(row.state),
        _cell(row.serial, mono=True),
        _joined(asked, (RecordType.MX,), grid),
        _joined(asked, (RecordType.NS,), grid),
        _joined(asked, _ADDRESSES, grid),
    )
    paragraphs = (
        Leaf(f"{key} {question}", (_paragraph(question, cell),))
        for question, cell in asked.items()
        if cell.words
    )
    return Leaf(key, cells, tuple(paragraphs))


def _paragraph(question: Question, cell: GridCell) -> Cell:
    words = text("{question}: {answer}", question=str(question), answer=cell.words)
    return Cell(words, _look(cell))


def _above(grid: Grid, row: GridRow) -> Leaf:
    key = f"{grid.zone} above {row.server} {row.address}"
    glue = row.cells[0].words
    # Translators: addresses that the zone above gives with a name server
    told = text("glue {addresses}", addresses=glue) if glue else text("")
    cells = (
        Cell(row.server, muted=True),
        Cell(row.address, mono=True, muted=True),
        Cell(text("zone above"), muted=True),
        Cell(),
        Cell(),
        _cell(row.state, mono=True),
        Cell(told, mono=True, muted=True),
    )
    paragraph = Cell(told)
    return Leaf(key, cells, (Leaf(f"{key} glue", (paragraph,)),) if glue else ())


def _joined(asked: dict[Question, GridCell], kinds: tuple[RecordType, ...], grid: Grid) -> Cell:
    """The answers to the questions of some kinds in one cell, with the mark of the worst."""
    found = {question: cell for question, cell in asked.items() if question.type in kinds}
    told = [cell for cell in found.values() if cell.words]
    if len(told) == 1 and len(found) == 1:
        return _cell(told[0], mono=True)
    if not told:
        return Cell()
    marked = [cell for cell in told if cell.tone not in _QUIET]
    worst = min(marked, key=lambda cell: list(_WORDS).index(cell.tone) * -1, default=None)
    if worst is None:
        return Cell(_alike(found), mono=True)
    words = text("{n} of {total} as the others", n=len(told) - len(marked), total=len(told))
    if worst.tone is Tone.RUNNING:
        words = text("asking")
    return Cell(words, _look(worst))


def _alike(found: dict[Question, GridCell]) -> Words:
    """What there is, without the families that a host has none of."""
    shown = [cell.words for cell in found.values() if cell.words and str(cell.words) != "none"]
    return text("{answers}", answers=tuple(shown)) if shown else text("none")


def _cell(cell: GridCell, *, mono: bool = False) -> Cell:
    return Cell(cell.words, _look(cell), mono=mono, muted=cell.tone is Tone.IDLE)


def _look(cell: GridCell) -> Look | None:
    if cell.tone in _QUIET:
        return None
    return Look(shape_of_tone(cell.tone), _WORDS[cell.tone], cell.tone)
