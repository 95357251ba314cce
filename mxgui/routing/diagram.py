"""The picture of a route: the domain at the left, its hosts in lanes, their addresses at the right.

Places are computed here once; the window and the documents only paint them. They depend on names,
tiers and addresses alone and not on what a probe says, so nothing moves while probes run.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterator, Sequence
from dataclasses import replace

from mxgui.model.inspection import Inspection
from mxgui.model.steps import result_of
from mxgui.routing import labels
from mxgui.routing.cards import (
    HOST_HEIGHT,
    ROW_HEIGHT,
    ROW_PITCH,
    HostPlan,
    Say,
    card_of,
    host_width,
    on_grid,
    row_badge_room,
    row_of,
    row_width,
    said,
)
from mxgui.routing.edges import address_edges, edge_of, host_edges, lane_edges
from mxgui.routing.lanes import HEADER, HOST_GAP, PAD, LanePlan, header_width, lane_of, lane_plans
from mxgui.routing.metrics import SMALL, TITLE, Face, width, wrapped
from mxgui.routing.protection_notes import protection_notes
from mxgui.routing.route import Route
from mxgui.routing.shapes import (
    AddressRow,
    Box,
    Diagram,
    DomainCard,
    EdgeStyle,
    HostCard,
    Lane,
    Notice,
    Tone,
)

MARGIN = 24.0
DOMAIN = "domain"  # keys of the parts that there is one of
NOTICE = "notice"
_DOMAIN_GAP, _ROW_GAP = 72.0, 72.0  # room for the curves
_LANE_GAP = 16.0
_MIN_DOMAIN, _MAX_DOMAIN = 176.0, 304.0
_NOTE_HEIGHT = 20.0
_NOTICE_WIDTH, _NOTICE_PAD = 400.0, 64.0
_LOWEST_DOMAIN = 304.0  # its middle: with many hosts it stays where the eye begins


def diagram_of(
    inspection: Inspection,
    route: Route,
    say: Say = str,
    folded: Collection[str] = (),
) -> Diagram:
    """Draw up the picture of a route; `say` turns words into the language they are shown in.

    `folded` are the keys of the lanes whose hosts are put away.
    """
    return result_of(diagram_in_steps(inspection, route, say, folded))


def diagram_in_steps(
    inspection: Inspection,
    route: Route,
    say: Say = str,
    folded: Collection[str] = (),
) -> Generator[None, None, Diagram]:
    """Draw up the same in short steps, lane by lane and host by host."""
    told = labels.message(inspection, route)
    if told is not None:
        return _without_lanes(inspection, route, told, say)
    plans: list[LanePlan] = []
    for plan in lane_plans(inspection, route, folded):
        if plan is not None:
            plans.append(plan)
        yield
    return (yield from _with_lanes(inspection, route, plans, say))


def _without_lanes(inspection: Inspection, route: Route, told: labels.Message, say: Say) -> Diagram:
    """The domain, and beside it a card that says why there is no route."""
    domain = _domain_card(inspection, route, say)
    lines = wrapped(said(told.about, say), Face.REGULAR, SMALL, _NOTICE_WIDTH - _NOTICE_PAD)
    height = on_grid(44 + 18 * len(lines))
    top = MARGIN + max(0.0, (domain.box.height - height) / 2)
    domain = _moved(domain, top + height / 2)
    box = Box(domain.box.right + _DOMAIN_GAP, top, _NOTICE_WIDTH, height)
    notice = Notice(NOTICE, box, told.title, lines, told.about, told.tone)
    style = EdgeStyle.FAILED if told.tone is Tone.FAIL else EdgeStyle.UNSURE
    edge = edge_of(DOMAIN, domain.box, NOTICE, box, style)
    bottom = max(domain.box.bottom, box.bottom)
    return Diagram(box.right + MARGIN, bottom + MARGIN, domain, notice, edges=(edge,))


def _with_lanes(
    inspection: Inspection, route: Route, plans: Sequence[LanePlan], say: Say
) -> Generator[None, None, Diagram]:
    every = [host for plan in plans for host in plan.hosts]
    wide, row_wide, badge = host_width(every, say), row_width(every), row_badge_room(every)
    domain = _domain_card(inspection, route, say)
    left = domain.box.right + _DOMAIN_GAP
    lane_wide = max(
        2 * PAD + wide + _ROW_GAP + row_wide,
        on_grid(max(header_width(plan, say) for plan in plans)),
    )
    lanes: list[Lane] = []
    cards: list[HostCard] = []
    rows: list[AddressRow] = []
    y = MARGIN
    for plan in plans:
        lane = lane_of(plan, Box(left, y, lane_wide, plan.height))
        lanes.append(lane)
        y = lane.box.bottom + _LANE_GAP
        for host, top in _stacked(plan, lane.box.y + HEADER):
            middle = top + host.height / 2
            box = Box(left + PAD, middle - HOST_HEIGHT / 2, wide, HOST_HEIGHT)
            cards.append(card_of(host, box, say))
            corner = (lane.box.right - PAD - row_wide, row_wide, middle)
            rows.extend(_rows(host, corner, inspection, say, badge))
            yield
    domain = _moved(domain, min(_middle_of(lanes[0], cards), _LOWEST_DOMAIN))
    bottom = max(lanes[-1].box.bottom, domain.box.bottom)
    edges = (
        *lane_edges(domain, plans, lanes),
        *host_edges(domain, plans, cards),
        *address_edges(cards, rows),
    )
    return Diagram(
        left + lane_wide + MARGIN,
        bottom + MARGIN,
        domain,
        lanes=tuple(lanes),
        hosts=tuple(cards),
        rows=tuple(rows),
        edges=edges,
    )


def _middle_of(lane: Lane, cards: Sequence[HostCard]) -> float:
    """Half way down the hosts of a lane; of one that is folded, half way down itself."""
    middles = [card.box.middle for card in cards if card.lane == lane.key]
    return (middles[0] + middles[-1]) / 2 if middles else lane.box.middle


def _domain_card(inspection: Inspection, route: Route, say: Say) -> DomainCard:
    """The card of the domain, with its upper side at the margin."""
    domain = inspection.entry.domain
    notes = (*labels.domain_notes(inspection, route), *protection_notes(inspection))
    other = domain.ascii if domain.is_international else ""
    needed = max(
        width(domain.unicode, Face.STRONG, TITLE),
        width(other, Face.MONO, SMALL),
        *(width(said(note.words, say), Face.REGULAR, SMALL) for note in notes),
    )
    wide = min(max(on_grid(needed + 32), _MIN_DOMAIN), _MAX_DOMAIN)
    lines = len(notes) + bool(other)
    box = Box(MARGIN, MARGIN, wide, on_grid(44 + _NOTE_HEIGHT * lines))
    tones = {note.tone for note in notes}
    tone = next((tone for tone in (Tone.FAIL, Tone.WARN) if tone in tones), Tone.PLAIN)
    return DomainCard(DOMAIN, box, domain.unicode, other, notes, tone)


def _moved(card: DomainCard, middle: float) -> DomainCard:
    """The same card with its middle there, or as near as the margin allows."""
    top = max(MARGIN, middle - card.box.height / 2)
    return replace(card, box=replace(card.box, y=top))


def _stacked(plan: LanePlan, top: float) -> Iterator[tuple[HostPlan, float]]:
    """The hosts that are seen, each with its upper side."""
    for host in () if plan.is_folded else plan.hosts:
        yield host, top
        top += host.height + HOST_GAP


def _rows(
    plan: HostPlan,
    corner: tuple[float, float, float],
    inspection: Inspection,
    say: Say,
    badge: float,
) -> Iterator[AddressRow]:
    """The rows of a host, one below the other; `corner` is left side, width, and middle of all.

    `badge` is the room for the places that stand on them.
    """
    x, wide, middle = corner
    height = len(plan.rows) * ROW_PITCH - (ROW_PITCH - ROW_HEIGHT)
    for at in range(len(plan.rows)):
        box = Box(x, middle - height / 2 + at * ROW_PITCH, wide, ROW_HEIGHT)
        yield row_of(plan, at, box, inspection, say, badge)
