"""Parts of the graph as one spoken line each, for screen readers; no Qt here."""

from __future__ import annotations

from typing import assert_never

from mxgui.model.text import Text, text
from mxgui.routing.shapes import AddressRow, Diagram, DomainCard, HostCard, Lane, Notice, Words
from mxgui.ui.graph_walk import Stop, located


def spoken(diagram: Diagram, key: str | None) -> Words:
    """The part with that key, as it is read out; the domain if there is none such."""
    return _line(diagram, located(diagram, key))


def _line(diagram: Diagram, part: Stop) -> Words:
    match part:
        case DomainCard():
            notes = tuple(note.words for note in part.notes)
            return text("Domain {name}: {notes}", name=part.name, notes=notes)
        case Notice():
            return text("{title}: {about}", title=part.title, about=part.about)
        case Lane():
            return _lane(part)
        case HostCard():
            return _host(diagram, part)
        case AddressRow():
            return text(
                "Address {address} of {host}: {words}",
                address=part.address,
                host=part.name,
                words=part.words,
            )
        case _:
            assert_never(part)


def _lane(lane: Lane) -> Text:
    known = text("Tier, {when}: {words}", when=lane.title, words=lane.words)
    if lane.preference is not None:
        known = text(
            "Tier, {when}, {preference}: {words}",
            when=lane.title,
            preference=lane.preference_words,
            words=lane.words,
        )
    if lane.folded is None:
        return known
    return text("{known}. Folded: {hosts}", known=known, hosts=lane.folded.words)


def _host(diagram: Diagram, card: HostCard) -> Text:
    lane = next(lane for lane in diagram.lanes if lane.key == card.lane)
    marks = tuple(chip.words for chip in card.chips) or (card.note,)
    return text(
        "Host {name}, {when}, {share}: {marks}",
        name=card.name,
        when=lane.title,
        share=card.share_words or text("share not known yet"),
        marks=marks,
    )
