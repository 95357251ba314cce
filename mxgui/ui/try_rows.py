"""The try-order as rows; no Qt here."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.text import Text, text
from mxgui.report.marks import Shape
from mxgui.report.report import Report
from mxgui.routing.lane_words import percent_words
from mxgui.routing.shapes import AddressRow, HostCard, Lane, Tone, Words
from mxgui.routing.sightings import has_several
from mxgui.ui.cell import Branch, Cell, Leaf
from mxgui.ui.dossier.dossier import host_of
from mxgui.ui.dossier.probe import said_now
from mxgui.ui.looks import STATE_LOOKS, Look
from mxgui.ui.order_words import why_not_tried

COLUMNS = (
    text("Order"),
    text("Host"),
    text("Address"),
    text("State"),
    text("Said"),
    text("First attempts"),
)
_CARD_SHAPES = {Tone.FAIL: Shape.CROSS, Tone.WARN: Shape.BANG, Tone.RUNNING: Shape.DOTS}
_AFTER = text("only after failure")
# Translators: a server that puts the sender off (a reply of 4xx)
_NOT_NOW = text("not now")


def branches_of(result: Report, now: float) -> Iterator[Branch]:
    """One branch a lane of the diagram, its rows in try-order; `now` is inspection time."""
    for lane in result.diagram.lanes:
        leaves = (*_tried(result, lane, now), *_not_tried(result, lane))
        yield Branch(lane.key, (Cell(_heading(lane), strong=True),), leaves)


def _heading(lane: Lane) -> Text:
    if not lane.preference_words:
        return text("{title} · {words}", title=lane.title, words=lane.words)
    return text(
        "{title} · {preference} · {words}",
        title=lane.title,
        preference=lane.preference_words,
        words=lane.words,
    )


def _tried(result: Report, lane: Lane, now: float) -> Iterator[Leaf]:
    cards = {card.key: card for card in result.diagram.hosts if card.lane == lane.key}
    rows = {(row.name, row.address): row for row in result.diagram.rows if row.host in cards}
    for place in result.order:
        row = rows.pop((place.host, place.address), None)
        if row is not None:
            yield _leaf(result, cards[row.host], row, (str(place.position), now))
    for row in rows.values():
        yield _leaf(result, cards[row.host], row, ("", now))


def _leaf(result: Report, card: HostCard, row: AddressRow, place: tuple[str, float]) -> Leaf:
    order, now = place
    look = STATE_LOOKS[row.state]
    said = said_now(result.inspection, row, now)
    if row.waiting is None and has_several(result.inspection, row.address):
        said = row.words
    return Leaf(
        row.key,
        (
            Cell(order) if order else _not_in_run(result, card, row),
            Cell(row.name),
            Cell(row.address, mono=True, tip=text("{host}, {said}", host=row.name, said=row.tip)),
            Cell(look.word, look, tip=said),
            Cell(said, tip=row.tip),
            _share(card, row),
        ),
    )


def _not_in_run(result: Report, card: HostCard, row: AddressRow) -> Cell:
    """In place of a number: that the address is not tried in this run, and why."""
    why = why_not_tried(result, host_of(result, card), row)
    if not why:
        return Cell()
    return Cell(_NOT_NOW, muted=True, tip=text("not in this run: {why}", why=why))


def _share(card: HostCard, row: AddressRow) -> Cell:
    """How often the address is the first one tried; the exact fraction is in the tip."""
    if row.share == 0:
        words: Words = _AFTER if card.share else card.share_words
        return Cell(words, muted=True, tip=card.share_note)
    tip: Words = text("{share} of first attempts, when all is up", share=row.share)
    if card.share_note:
        tip = text("{tip}\n{note}", tip=tip, note=card.share_note)
    return Cell(percent_words(row.share) if row.share != card.share else card.share_words, tip=tip)


def _not_tried(result: Report, lane: Lane) -> Iterator[Leaf]:
    """The hosts of a lane that have no address to try, with the reason."""
    for card in result.diagram.hosts:
        if card.lane == lane.key and not result.diagram.rows_of(card.key):
            cells = (Cell(), Cell(card.name), Cell(), _mark(card), _reason(card))
            yield Leaf(card.key, (*cells, Cell(card.share_words, muted=True)))


def _mark(card: HostCard) -> Cell:
    shape = _CARD_SHAPES.get(card.tone, Shape.RING)
    words = card.chips[0].words if card.chips else card.note
    return Cell(words, Look(shape, text("Not used"), card.tone))


def _reason(card: HostCard) -> Cell:
    return Cell(card.why or (card.chips[0].tip if card.chips else ""))
