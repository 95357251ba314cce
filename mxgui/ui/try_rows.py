"""The try-order as rows, and what that order is, in words; no Qt here."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.plan import ProbeMode
from mxgui.model.text import Text, text
from mxgui.report.marks import Shape
from mxgui.report.report import Report
from mxgui.routing.route import Tier
from mxgui.routing.shapes import AddressRow, HostCard, Lane, Tone, Words
from mxgui.routing.sightings import has_several
from mxgui.ui.cell import Branch, Cell, Leaf
from mxgui.ui.dossier.probe import said_now
from mxgui.ui.looks import STATE_LOOKS, Look

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


# ---------------------------------------------------------------------- what the order is


def order_words(result: Report) -> Text:
    """Which of how many orders this is, and what is not shuffled."""
    if not result.order:
        return text("No address is known that a sender would try.")
    return text(
        "{order} Addresses of one host keep the resolver's order (RFC 5321, section 5.1).",
        order=_order(result),
    )


def _order(result: Report) -> Text:
    seed = result.inspection.plan.seed
    shuffled = tuple(tier.preference for tier in shuffled_tiers(result))
    if not shuffled:
        return text("The only order: no preference has several hosts.")
    if result.inspection.plan.mode is ProbeMode.AS_SENDER:
        return text(
            "The order of this run's probes: hosts of preference {preferences} were shuffled; "
            "seed {seed}.",
            preferences=shuffled,
            seed=seed,
        )
    return text(
        "One order of many: hosts of preference {preferences} are shuffled for every message; "
        "seed {seed}.",
        preferences=shuffled,
        seed=seed,
    )


def shuffled_tiers(result: Report) -> tuple[Tier, ...]:
    """The tiers whose hosts a sender shuffles: those with more than one to try."""
    return tuple(tier for tier in result.route.tiers if len(tier.usable) > 1)


def why_not_shuffled(result: Report | None) -> Text | None:
    """Why there is no other order to see; None if there is."""
    if result is None or not shuffled_tiers(result):
        return text("No preference has several hosts, so there is nothing to shuffle.")
    if result.inspection.plan.mode is ProbeMode.AS_SENDER:
        return text("The probes went in this order, so it stays as it is.")
    return None


# ---------------------------------------------------------------------- rows


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
            Cell(order),
            Cell(row.name),
            Cell(row.address, mono=True, tip=text("{host}, {said}", host=row.name, said=row.tip)),
            Cell(look.word, look, tip=said),
            Cell(said, tip=row.tip),
            _share(card, row),
        ),
    )


def _share(card: HostCard, row: AddressRow) -> Cell:
    """How often the address is the first one tried; the exact fraction is in the tip."""
    if row.share == 0:
        words: Words = _AFTER if card.share else card.share_words
        return Cell(words, muted=True)
    tip = text("{share} of first attempts, when all is up", share=row.share)
    return Cell(card.share_words, tip=tip)


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
