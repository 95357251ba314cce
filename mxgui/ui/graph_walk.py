"""Where the arrow keys lead on the graph: to the right come lanes, hosts, addresses.

Left leads back, up and down to what stands above and below. A folded lane stands in the columns of
hosts and addresses in place of what it hides. No Qt here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TypeAlias

from mxgui.routing.shapes import AddressRow, Diagram, DomainCard, HostCard, Lane, Notice

Stop: TypeAlias = DomainCard | Notice | Lane | HostCard | AddressRow


class Step(Enum):
    """One key."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    FIRST = "first"
    LAST = "last"


def walked(diagram: Diagram, key: str | None, step: Step) -> str:
    """The key of the part that a step leads to; at the border it stays where it is."""
    here = located(diagram, key)
    match step:
        case Step.LEFT:
            return _back(diagram, here)
        case Step.RIGHT:
            return _away(diagram, here)
        case _:
            return _along(_column(diagram, here), here, step).key


def located(diagram: Diagram, key: str | None) -> Stop:
    """The part with that key; the lane that hides it; without either the domain."""
    for stop in _stops(diagram):
        if stop.key == key:
            return stop
    hiding = (lane for lane in diagram.lanes if key is not None and lane.hides(key))
    return next(hiding, diagram.domain)


def _stops(diagram: Diagram) -> Iterator[Stop]:
    if diagram.notice is not None:
        yield diagram.notice
    yield from diagram.lanes
    yield from diagram.hosts
    yield from diagram.rows


def reading_order(diagram: Diagram) -> tuple[str, ...]:
    """The keys of all parts: the domain, then each lane, its hosts, each with its addresses."""
    return tuple(_read(diagram))


def _read(diagram: Diagram) -> Iterator[str]:
    yield diagram.domain.key
    if diagram.notice is not None:
        yield diagram.notice.key
    cards = defaultdict[str, list[str]](list)
    for card in diagram.hosts:
        cards[card.lane].append(card.key)
    rows = diagram.rows_by_host()
    for lane in diagram.lanes:
        yield lane.key
        for key in cards[lane.key]:
            yield key
            yield from (row.key for row in rows[key])


def _column(diagram: Diagram, here: Stop) -> Sequence[Stop]:
    """The parts above and below."""
    match here:
        case HostCard():
            return _with_folded(diagram, diagram.hosts)
        case AddressRow():
            return _with_folded(diagram, diagram.rows)
        case Lane():
            return diagram.lanes
        case _:
            return (here,)


def _with_folded(
    diagram: Diagram, parts: Sequence[HostCard] | Sequence[AddressRow]
) -> Sequence[Stop]:
    """These parts and the folded lanes between, from top to bottom."""
    folded = [lane for lane in diagram.lanes if lane.folded is not None]
    return sorted([*parts, *folded], key=_top) if folded else parts


def _top(stop: Stop) -> float:
    return stop.box.y


def _along(column: Sequence[Stop], here: Stop, step: Step) -> Stop:
    """Up or down one column."""
    place = column.index(here)
    match step:
        case Step.UP:
            return column[max(place - 1, 0)]
        case Step.DOWN:
            return column[min(place + 1, len(column) - 1)]
        case Step.FIRST:
            return column[0]
        case _:
            return column[-1]


def _back(diagram: Diagram, here: Stop) -> str:
    """From an address to its host, from there to its lane, from there to the domain."""
    match here:
        case AddressRow():
            return here.host
        case HostCard():
            return here.lane
        case _:
            return diagram.domain.key


def _away(diagram: Diagram, here: Stop) -> str:
    """From the domain to the first lane, to its first host, to its first address."""
    beyond: Sequence[Stop] = ()
    match here:
        case DomainCard():
            beyond = (diagram.notice,) if diagram.notice is not None else diagram.lanes
        case Lane():
            beyond = [card for card in diagram.hosts if card.lane == here.key]
        case HostCard():
            beyond = diagram.rows_of(here.key)
        case _:
            pass
    return beyond[0].key if beyond else here.key
