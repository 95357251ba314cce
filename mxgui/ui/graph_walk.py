"""Where the arrow keys lead on the graph: right to a host and its addresses, left back; no Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TypeAlias

from mxgui.routing.shapes import AddressRow, Diagram, DomainCard, HostCard, Notice

Stop: TypeAlias = DomainCard | Notice | HostCard | AddressRow


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
    column, here = find(diagram, key)
    match step:
        case Step.LEFT:
            return here.host if isinstance(here, AddressRow) else diagram.domain.key
        case Step.RIGHT:
            return _away(diagram, here)
        case _:
            return _along(column, here, step).key


def reading_order(diagram: Diagram) -> tuple[str, ...]:
    """The keys of all parts: the domain, then each lane, its hosts, each with its addresses."""
    return tuple(_read(diagram))


def _read(diagram: Diagram) -> Iterator[str]:
    yield diagram.domain.key
    if diagram.notice is not None:
        yield diagram.notice.key
    cards, rows = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for card in diagram.hosts:
        cards[card.lane].append(card.key)
    for row in diagram.rows:
        rows[row.host].append(row.key)
    for lane in diagram.lanes:
        yield lane.key
        for key in cards[lane.key]:
            yield key
            yield from rows[key]


def find(diagram: Diagram, key: str | None) -> tuple[Sequence[Stop], Stop]:
    """The part with that key and the column it is in; without one, the domain."""
    columns: tuple[Sequence[Stop], ...] = (diagram.hosts, diagram.rows)
    if diagram.notice is not None:
        columns = ((diagram.notice,),)
    for column in columns:
        for stop in column:
            if stop.key == key:
                return column, stop
    return (diagram.domain,), diagram.domain


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


def _away(diagram: Diagram, here: Stop) -> str:
    """From the domain to the first host, from a host to its first address."""
    match here:
        case HostCard():
            beyond: Sequence[Stop] = diagram.rows_of(here.key)
        case DomainCard():
            beyond = (diagram.notice,) if diagram.notice is not None else diagram.hosts
        case _:
            beyond = ()
    return beyond[0].key if beyond else here.key
