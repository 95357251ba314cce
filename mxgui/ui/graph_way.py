"""The way that mail takes to a part of the graph, which stands out with it; no Qt here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeAlias

from mxgui.routing.shapes import Diagram

EdgeKey: TypeAlias = tuple[str, str]  # the keys of the parts at both ends


@dataclass(frozen=True, slots=True)
class Way:
    """Keys of parts and lines that belong together."""

    parts: frozenset[str] = frozenset()
    edges: frozenset[EdgeKey] = frozenset()


NOWHERE = Way()


def way_of(diagram: Diagram | None, key: str | None) -> Way:
    """What belongs to a part: of a host its addresses, of each the lines that lead there.

    The domain is part of every way, so nothing stands out with it.
    """
    if diagram is None or key is None or key == diagram.domain.key:
        return NOWHERE
    rows = {row.key for row in diagram.rows if key in (row.host, row.key)}
    through = {row.host for row in diagram.rows if row.key == key} | {key}
    through |= _lanes_of(diagram, through)
    edges = (
        (edge.source, edge.target)
        for edge in diagram.edges
        if edge.target in rows or edge.target in through
    )
    return Way(frozenset({key} | rows), frozenset(edges))


def _lanes_of(diagram: Diagram, hosts: Collection[str]) -> set[str]:
    """The lanes of these hosts: the line to a later tier ends there."""
    return {card.lane for card in diagram.hosts if card.key in hosts}
