"""The lines of the picture: from the domain to its hosts, from a host to its addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from mxgui.routing.cards import HostPlan
from mxgui.routing.lanes import HEADER, LanePlan
from mxgui.routing.reach import State
from mxgui.routing.route import Special
from mxgui.routing.shapes import AddressRow, Box, DomainCard, Edge, EdgeStyle, HostCard, Lane, Tone

_STATES = {
    State.FAILED: EdgeStyle.FAILED,
    State.UNHEARD: EdgeStyle.UNSURE,
    State.NOT_TRIED: EdgeStyle.UNSURE,
}
_THIN, _SHARE_WIDTH = 1.5, 3.5  # a line that carries all first attempts is as wide as both


def lane_edges(
    domain: DomainCard, plans: Sequence[LanePlan], lanes: Sequence[Lane]
) -> Iterator[Edge]:
    """One line to each tier that is folded, or later and of several hosts, in place of many."""
    for plan, lane in zip(plans, lanes, strict=True):
        if lane.folded is not None:
            style = _folded_style(plan, lane.folded.tone)
            share = Fraction(1) if style is EdgeStyle.FIRST else Fraction(0)
            yield edge_of(domain.key, domain.box, lane.key, lane.box, style, share)
        elif plan.is_joined:
            head = replace(lane.box, height=HEADER)
            style = EdgeStyle.LATER if plan.reached else EdgeStyle.UNSURE
            yield edge_of(domain.key, domain.box, lane.key, head, style)


def _folded_style(plan: LanePlan, tone: Tone) -> EdgeStyle:
    if not plan.usable or not plan.reached:
        return EdgeStyle.FAILED if tone is Tone.FAIL else EdgeStyle.UNSURE
    if not plan.first:
        return EdgeStyle.LATER
    known = any(host.share for host in plan.hosts)
    return EdgeStyle.FIRST if known else EdgeStyle.UNSURE


def host_edges(
    domain: DomainCard, plans: Sequence[LanePlan], cards: Sequence[HostCard]
) -> Iterator[Edge]:
    """The lines from the domain to each host that is seen and that none of its lane leads to."""
    seen = [plan for plan in plans if not plan.is_folded]
    drawn = [(host, plan.is_joined and host.hopeful) for plan in seen for host in plan.hosts]
    for (plan, joined), card in zip(drawn, cards, strict=True):
        if joined:
            continue
        yield edge_of(domain.key, domain.box, card.key, card.box, _style(plan), plan.share)


def _style(plan: HostPlan) -> EdgeStyle:
    if not plan.hopeful:
        broken = plan.tone is Tone.FAIL and plan.host.special is not Special.DUPLICATE
        return EdgeStyle.FAILED if broken else EdgeStyle.UNSURE
    if plan.later:
        return EdgeStyle.LATER
    return EdgeStyle.FIRST if plan.share else EdgeStyle.UNSURE


def address_edges(cards: Sequence[HostCard], rows: Sequence[AddressRow]) -> Iterator[Edge]:
    """The lines from each host to its addresses."""
    places = {card.key: card.box for card in cards}
    for row in rows:
        style = _STATES.get(row.state, EdgeStyle.PLAIN) if row.is_used else EdgeStyle.UNSURE
        yield edge_of(row.host, places[row.host], row.key, row.box, style)


def edge_of(
    source: str,
    start: Box,
    target: str,
    end: Box,
    style: EdgeStyle,
    share: Fraction = Fraction(0),
) -> Edge:
    """A line from the right side of one part to the left side of another."""
    x, y, to_x, to_y = start.right, start.middle, end.x, end.middle
    half = (x + to_x) / 2
    thick = _THIN + (_SHARE_WIDTH * float(share) if style is EdgeStyle.FIRST else 0)
    return Edge(
        source, target, ((x, y), (half, y), (half, to_y), (to_x, to_y)), style, thick, share
    )
