"""The lines of the picture under a what-if: where mail flows then, and how much of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from mxgui.routing.edges import edge_of
from mxgui.routing.shapes import Box, Diagram, Edge, EdgeStyle, HostCard, Lane


def supposed_edges(diagram: Diagram, shares: Mapping[str, Fraction]) -> Iterator[Edge]:
    """Give the lines; `shares` are the parts of the mail that hosts take, by their keys."""
    away = {edge.target: edge for edge in diagram.edges if edge.source == diagram.domain.key}
    for lane in diagram.lanes:
        cards = [card for card in diagram.hosts if card.lane == lane.key]
        yield from _to_lane(diagram, lane, cards, shares, away)
    off = {row.key for row in diagram.rows if row.is_off}
    off |= {card.key for card in diagram.hosts if card.is_off}
    for edge in diagram.edges:
        if edge.source != diagram.domain.key:
            style = EdgeStyle.LATER if off & {edge.source, edge.target} else edge.style
            yield replace(edge, style=style)


def _to_lane(
    diagram: Diagram,
    lane: Lane,
    cards: list[HostCard],
    shares: Mapping[str, Fraction],
    away: Mapping[str, Edge],
) -> Iterator[Edge]:
    """The lines from the domain to one lane: to each of its hosts where one of them gets mail."""
    if lane.folded is not None:
        keys = [key for key, _ in lane.folded.hosts]
        share = sum((shares.get(key, Fraction(0)) for key in keys), Fraction(0))
        yield _edge(diagram, lane.key, lane.box, share)
        return
    if not any(shares.get(card.key) for card in cards):
        for key in (lane.key, *(card.key for card in cards)):
            if key in away:
                yield _moved(diagram, away[key])
        return
    for card in cards:
        share = shares.get(card.key, Fraction(0))
        known = away.get(card.key)
        if not share and known is not None and not card.is_supposed:
            yield _moved(diagram, known)  # a host that is not used at all
        else:
            yield _edge(diagram, card.key, card.box, share)


def _edge(diagram: Diagram, key: str, box: Box, share: Fraction) -> Edge:
    style = EdgeStyle.FIRST if share else EdgeStyle.LATER
    edge = edge_of(diagram.domain.key, diagram.domain.box, key, box, style, share)
    return replace(edge, is_supposed=True)


def _moved(diagram: Diagram, edge: Edge) -> Edge:
    """A line that carries no mail, from where the domain stands now."""
    start, first, second, end = edge.points
    middle = diagram.domain.box.middle
    points = ((start[0], middle), (first[0], middle), second, end)
    unused = edge.style in (EdgeStyle.FAILED, EdgeStyle.UNSURE) and not edge.share
    style = edge.style if unused and edge.target not in _supposed(diagram) else EdgeStyle.LATER
    width = edge.width if style is edge.style else 1.5
    return replace(edge, points=points, style=style, width=width, share=Fraction(0))


def _supposed(diagram: Diagram) -> set[str]:
    return {card.key for card in diagram.hosts if card.is_supposed}
