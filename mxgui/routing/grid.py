"""The grid of name servers and questions: one word a cell, and whether it differs from the others.

The same for the window, the page and the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mxgui.model.authority import ServerAnswer, Skipped
from mxgui.model.inspection import Inspection
from mxgui.model.records import Question, RecordType, Status
from mxgui.model.text import Text, text
from mxgui.routing.authority import ServerAt, ZoneAsked, value_of, zones_asked
from mxgui.routing.shapes import Tone, Words

_MOST = 6  # records in one cell
_SKIPPED = {
    Skipped.PRIVATE_ADDRESS: text("not asked: private address"),
    Skipped.NO_IPV6_HERE: text("not asked: no IPv6 here"),
    Skipped.NO_IPV4_HERE: text("not asked: no IPv4 here"),
    Skipped.SILENT: text("not asked"),
    Skipped.OUT_OF_TIME: text("not asked: out of time"),
    Skipped.CANCELLED: text("not asked: stopped"),
}


@dataclass(frozen=True, slots=True)
class GridCell:
    """What a server says to one question; `differs` tells that most others say something else."""

    words: Words
    tone: Tone = Tone.PLAIN
    differs: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """One address of one server: how it answers at all, its serial, and one cell a question."""

    server: str
    address: str
    state: GridCell
    serial: GridCell
    cells: tuple[GridCell, ...]

    @property
    def tone(self) -> Tone:
        """The worst of all its cells."""
        tones = [cell.tone for cell in (self.state, self.serial, *self.cells)]
        return next((tone for tone in _WORST if tone in tones), Tone.PLAIN)


@dataclass(frozen=True, slots=True)
class Grid:
    """One zone: its questions are the columns. `above` is what the zone above says of it."""

    zone: str
    questions: tuple[Question, ...]
    rows: tuple[GridRow, ...]
    above: tuple[GridRow, ...]


_WORST = (Tone.FAIL, Tone.WARN, Tone.RUNNING, Tone.OK)
_WAITING = GridCell(text("asking"), Tone.RUNNING)


def grids_of(inspection: Inspection) -> tuple[Grid, ...]:
    """One grid a zone, that of the domain first."""
    is_running = inspection.running
    return tuple(_grid(zone, is_running=is_running) for zone in zones_asked(inspection))


def _grid(zone: ZoneAsked, *, is_running: bool) -> Grid:
    questions = tuple(sorted(zone.questions, key=lambda own: own.type is not RecordType.MX))
    rows = tuple(_row(zone, own, questions, is_running=is_running) for own in zone.servers)
    return Grid(zone.name, questions, rows, tuple(_above(zone)))


def _row(
    zone: ZoneAsked, own: ServerAt, questions: tuple[Question, ...], *, is_running: bool
) -> GridRow:
    return GridRow(
        own.server,
        own.address,
        _state(own, is_running=is_running),
        _serial(zone, own),
        tuple(_cell(zone, own, question, is_running=is_running) for question in questions),
    )


def _state(own: ServerAt, *, is_running: bool) -> GridCell:
    """How it answers: with authority, without, with an error, over one transport, or not."""
    if own.soa is None:
        return _WAITING if is_running else GridCell(text("stopped"), Tone.IDLE)
    if own.skipped is not None:
        return GridCell(_SKIPPED[own.skipped], Tone.IDLE)
    if own.error is not None:
        return GridCell(own.error or text("malformed"), Tone.FAIL)
    if not own.is_heard:
        return GridCell(text("no answer"), Tone.FAIL)
    if not own.has_authority:
        return GridCell(text("no authority"), Tone.FAIL)
    return _transport(own)


def _transport(own: ServerAt) -> GridCell:
    over_udp = own.soa is not None and own.soa.is_heard
    if own.soa_tcp is None:
        return GridCell(text("has authority"), Tone.OK)
    if not own.soa_tcp.is_heard:
        return GridCell(text("no TCP"), Tone.WARN)
    return (
        GridCell(text("has authority"), Tone.OK)
        if over_udp
        else GridCell(text("no UDP"), Tone.WARN)
    )


def _serial(zone: ZoneAsked, own: ServerAt) -> GridCell:
    if own.serial is None:
        return GridCell("")
    if own.serial == zone.usual_serial:
        return GridCell(str(own.serial))
    return GridCell(text("≠ {serial}", serial=str(own.serial)), Tone.WARN, differs=True)


def _cell(zone: ZoneAsked, own: ServerAt, question: Question, *, is_running: bool) -> GridCell:
    answer = own.answers.get(question)
    if answer is None:
        return _WAITING if is_running else GridCell("")
    if answer.skipped is not None:
        return GridCell("", Tone.IDLE)
    said = own.said(question)
    if said is None:
        return GridCell(_failure(answer), Tone.FAIL if answer.rcode != "NOERROR" else Tone.WARN)
    if value_of(said) == zone.usual(question):
        return GridCell(records_words(said))
    return GridCell(text("≠ {records}", records=records_words(said)), Tone.WARN, differs=True)


def _failure(answer: ServerAnswer) -> Words:
    if not answer.is_heard:
        return text("no answer") if answer.status is Status.TIMEOUT else text("malformed")
    if answer.rcode != "NOERROR":
        return answer.rcode or ""
    return text("no authority: {records}", records=records_words(answer))


def records_words(answer: ServerAnswer) -> Words:
    """The records of an answer in one line, or that there are none."""
    if answer.status is Status.NXDOMAIN:
        return text("no such name")
    if not answer.answer:
        return text("none")
    shown = ", ".join(answer.answer[:_MOST])
    more = len(answer.answer) - _MOST
    return text("{records} and {n} more", records=shown, n=more) if more > 0 else shown


def _above(zone: ZoneAsked) -> Iterator[GridRow]:
    """What each server of the zone above names; it differs where the zone itself has others."""
    own = zone.usual(Question(zone.name, RecordType.NS))
    for answer in zone.above:
        differs = own is not None and answer.answer != own
        words = records_words(answer)
        if differs:
            words = text("≠ {records}", records=words)
        cell = GridCell(words, Tone.WARN if differs else Tone.PLAIN, differs=differs)
        glue = GridCell(", ".join(answer.glue[:_MOST]))
        yield GridRow(answer.server, answer.address, cell, GridCell(""), (glue,))


def cell_text(cell: GridCell) -> Text:
    """A cell as a sentence part, for who cannot see its mark."""
    if cell.differs:
        return text("{words}, differs from the others", words=cell.words)
    return text("{words}", words=cell.words)
