"""Parts of the graph as they are read out by screen readers: a line each, and what more there is.

No Qt here.
"""

from __future__ import annotations

from typing import assert_never

from mxgui.model.text import Text, text
from mxgui.routing.reach import State
from mxgui.routing.shapes import AddressRow, Diagram, DomainCard, HostCard, Lane, Notice, Words
from mxgui.ui.graph_walk import Stop, located
from mxgui.ui.looks import STATE_LOOKS

# Of the other states the words of a row tell by themselves
_TOLD_STATES = (State.OK, State.TEMPORARY, State.FAILED, State.UNHEARD)


def spoken(diagram: Diagram, key: str | None) -> Words:
    """The part with that key, as it is read out; the domain if there is none such."""
    return line_of(located(diagram, key), diagram)


def line_of(part: Stop, diagram: Diagram) -> Words:
    """One part in one line: what it is, how it stands, and what it said."""
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
            return _address(part)
        case _:
            assert_never(part)


def more_of(part: Stop) -> tuple[Words, ...]:
    """What else there is to say of a part: that which the mouse finds in a tooltip."""
    match part:
        case HostCard():
            tips = (chip.tip for chip in part.chips if chip.tip != part.why)
            return tuple(words for words in (part.share_note, part.why, *tips) if words)
        case AddressRow():
            return (part.tip,) if part.tip else ()
        case _:
            return ()


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


def _address(row: AddressRow) -> Text:
    said = row.words or STATE_LOOKS[row.state].word
    if row.words and row.state in _TOLD_STATES and not row.is_off:
        said = text("{state}, {words}", state=STATE_LOOKS[row.state].word, words=row.words)
    return text(
        "Address {address} of {host}: {said}", address=row.address, host=row.name, said=said
    )
