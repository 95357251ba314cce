"""The place and the share of a host or an address, as the sender of the plan has them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from mxgui.model.text import Text, text
from mxgui.report.report import Report
from mxgui.routing.lane_words import percent_words
from mxgui.routing.route import Host
from mxgui.routing.senders import sender_of
from mxgui.routing.shapes import AddressRow, HostCard, Words
from mxgui.ui.dossier.section import Line, Section
from mxgui.ui.order_words import why_not_tried


def turn_section(
    result: Report, card: HostCard, host: Host | None, row: AddressRow | None = None
) -> Section:
    """Say when a host has its turn with the sender, or one of its addresses."""
    sender = sender_of(result.inspection.plan.sender)
    title = text("As {sender} sends", sender=sender.title)
    return Section(title, tuple(_lines(result, card, host, row)))


def _lines(
    result: Report, card: HostCard, host: Host | None, row: AddressRow | None
) -> Iterator[Line]:
    place = _place(result, card, row)
    if place:
        yield Line(place, label=text("place"))
    share = card.share if row is None else row.share
    if share:
        yield Line(_exact(share), label=text("tried first"))
    else:
        words = card.share_words
        passed = row is not None and card.share
        yield Line(text("only after failure") if passed else words, label=text("tried first"))
    for words in (card.share_note, _reason(result, host, row)):
        if words:
            yield Line(words)


def _place(result: Report, card: HostCard, row: AddressRow | None) -> Words:
    """Among the hosts that are tried, or the addresses."""
    if row is not None and row.badge:
        return text("{place} of the addresses", place=row.badge)
    if card.badge:
        return text("{place} of the hosts", place=card.badge)
    own = {each.badge for each in result.diagram.rows_of(card.key) if each.badge}
    return text("{place} of the addresses, each", place=own.pop()) if len(own) == 1 else ""


def _exact(share: Fraction) -> Text:
    if share == 1:
        return text("always")
    return text("{percent} ({share})", percent=percent_words(share), share=share)


def _reason(result: Report, host: Host | None, row: AddressRow | None) -> Words:
    """Why an address is not tried in this run."""
    is_tried = row is None or any(place.address == row.address for place in result.order)
    return "" if is_tried or row is None else why_not_tried(result, host, row)
