"""The graph as an outline, as a screen reader goes through it: domain, tiers, hosts, addresses.

No Qt here. Every part but the domain lies below another: a tier or a notice below the domain, a
host below its tier, an address below its host.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from mxgui.routing.shapes import AddressRow, Diagram, DomainCard, HostCard, Lane, Notice

Part: TypeAlias = DomainCard | Notice | Lane | HostCard | AddressRow


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of a diagram by their keys, and what lies above and below each."""

    root: str
    parts: Mapping[str, Part]
    above: Mapping[str, str]
    below: Mapping[str, tuple[str, ...]]


def outline_of(diagram: Diagram) -> Outline:
    """The outline of a diagram; in the order of reading at every height."""
    root = diagram.domain.key
    parts: dict[str, Part] = {root: diagram.domain}
    above: dict[str, str] = {}
    below: defaultdict[str, list[str]] = defaultdict(list)
    for part, parent in _placed(diagram):
        if parent in parts:
            parts[part.key] = part
            above[part.key] = parent
            below[parent].append(part.key)
    return Outline(root, parts, above, {key: tuple(keys) for key, keys in below.items()})


def _placed(diagram: Diagram) -> Iterator[tuple[Part, str]]:
    """Every part but the domain, and the key of what it lies below."""
    if diagram.notice is not None:
        yield diagram.notice, diagram.domain.key
    for lane in diagram.lanes:
        yield lane, diagram.domain.key
    for card in diagram.hosts:
        yield card, card.lane
    for row in diagram.rows:
        yield row, row.host
