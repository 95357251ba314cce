"""What the graph tells where the mouse rests: names whole, shares exact, reasons; no Qt here."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from mxgui.model.text import Text, text
from mxgui.routing.shapes import Chip, DomainCard, Edge, EdgeStyle, HostCard, Lane, Notice, Words

FOLD = text("Put the hosts of this tier away (Space)")
UNFOLD = text("Show the hosts of this tier (Space)")
_EDGES = {
    EdgeStyle.LATER: text("only after failure"),
    EdgeStyle.FAILED: text("leads nowhere, as far as was seen"),
}


def share_tip(share: Fraction) -> Words:
    """The exact chance of being tried first of all; nothing where it is none or not known."""
    if share == 0:
        return ""
    if share == 1:
        return text("all first attempts")
    return text("{share} of first attempts", share=share)


def mail_tip(share: Fraction) -> Words:
    """The exact share of the mail that is taken in a what-if."""
    if share == 0:
        return text("no mail, as supposed")
    if share == 1:
        return text("all mail, as supposed")
    return text("{share} of mail, as supposed", share=share)


def domain_tip(card: DomainCard) -> Words:
    """The name of the domain in both its forms."""
    return _lines((card.name, card.other))


def notice_tip(notice: Notice) -> Words:
    """The whole of what stands in place of a route."""
    return _lines((notice.title, notice.about))


def lane_tip(lane: Lane) -> Words:
    """When a tier is tried, which its header tells too, and what is put away in it."""
    away = lane.folded.words if lane.folded is not None else ""
    return _lines((lane.title, lane.preference_words, lane.words, away))


def host_tip(card: HostCard) -> Words:
    """The name of a host, its exact share, why it is not well, and what its chips mean."""
    chips = (chip.tip for chip in card.chips if chip.tip != card.why)
    share = mail_tip(card.share) if card.is_supposed else share_tip(card.share)
    return _lines((card.name, share or card.share_words, card.share_note, card.why, *chips))


def chip_tip(chip: Chip) -> Words:
    """What one chip says, whole, and what it means."""
    return _lines((chip.words, chip.tip))


def edge_tip(edge: Edge) -> Words:
    """What a line says by its width and its dashes."""
    if edge.is_supposed:
        return mail_tip(edge.share)
    return share_tip(edge.share) or _EDGES.get(edge.style, "")


def _lines(parts: Iterable[Words]) -> Words:
    """One part a line, without those that say nothing."""
    told: Text | None = None
    for part in parts:
        if part:
            told = text("{part}", part=part) if told is None else _two(told, part)
    return told or ""


def _two(above: Text, below: Words) -> Text:
    return text("{above}\n{below}", above=above, below=below)
