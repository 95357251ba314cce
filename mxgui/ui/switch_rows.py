"""What can be switched off, as rows, each with how it stands; no Qt here.

Tiers, hosts and addresses have the keys that they have on the graph, so that a row and a card are
chosen together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from mxgui.model.text import text
from mxgui.report.marks import Shape
from mxgui.report.report import Report
from mxgui.routing.route import Route
from mxgui.routing.sending.off_words import how_words
from mxgui.routing.sending.outage import What, WhatIf
from mxgui.routing.sending.supposing import (
    Part,
    Parts,
    Standing,
    Standings,
    off_of,
    parts_of,
)
from mxgui.routing.shapes import Tone, Words
from mxgui.ui.cell import Branch, Cell, Leaf
from mxgui.ui.looks import Look

COLUMNS = (text("Part of the route"), text("State"))
OFF_LOOK = Look(Shape.BAR, text("Off"), Tone.IDLE)
_PARTLY_LOOK = Look(Shape.BANG, text("Partly off"), Tone.WARN)


@dataclass(frozen=True, slots=True)
class Switch:
    """One part that can be switched off, by the key of its row."""

    part: Part
    standing: Standing

    @property
    def is_off(self) -> bool:
        """Whether all of it is off, itself or with others, so that it can be switched on again."""
        return self.standing in (Standing.OFF, Standing.OFF_WITH)


@dataclass(frozen=True, slots=True)
class Switches:
    """All rows, and what each of them switches."""

    branches: tuple[Branch, ...] = ()
    by_key: Mapping[str, Switch] = field(default_factory=dict)


def switches_of(result: Report, what_if: WhatIf) -> Switches:
    """Give the rows of a route under a what-if."""
    rows = _Rows(result.route, what_if)
    return Switches(tuple(rows.branches()), rows.known)


def part_at(route: Route, key: str | None) -> Part | None:
    """Give the part of a route that a card of the graph stands for."""
    return _by_card(route).get(key or "")


@lru_cache(maxsize=16)
def _by_card(route: Route) -> Mapping[str, Part]:
    return dict(_keyed(route, parts_of(route)))


def host_at(route: Route, key: str | None) -> str | None:
    """Give the name of the host of a route that a card of the graph stands for."""
    part = part_at(route, key)
    return part.target if part is not None and part.what is What.HOST else None


def _keyed(route: Route, parts: Parts) -> Iterator[tuple[str, Part]]:
    for tier in parts.tiers:
        yield f"tier {tier.target}", tier
        for host in tier.below:
            key = _host_key(route, host)
            yield key, host
            for address in host.below:
                yield f"{key} {address.target}", address


def _host_key(route: Route, host: Part) -> str:
    known = next(each for each in route.hosts if each.usable and each.name == host.target)
    return f"host {known.place}"


class _Rows:
    """Makes the rows, and remembers what each of them switches."""

    def __init__(self, route: Route, what_if: WhatIf) -> None:
        self._route = route
        self._what_if = what_if
        self._parts = parts_of(route)
        self._standings = Standings(what_if, route)
        self.known: dict[str, Switch] = {}

    def branches(self) -> Iterator[Branch]:
        """One a tier, and one for each other kind."""
        for tier in self._parts.tiers:
            leaves = tuple(self._host(host) for host in tier.below)
            key = f"tier {tier.target}"
            words = text("Preference {n}", n=tier.target)
            yield Branch(key, self._cells(key, tier, words, strong=True), leaves)
        for title, parts in (
            (text("Families"), self._parts.families),
            (text("Networks"), self._parts.prefixes),
            (text("Zones"), self._parts.zones),
        ):
            if parts:
                leaves = tuple(
                    self._leaf(f"{each.what.value} {each.target}", each) for each in parts
                )
                is_quiet = parts is not self._parts.families
                yield Branch(parts[0].what.value, (Cell(title, strong=True),), leaves, is_quiet)

    def _host(self, host: Part) -> Leaf:
        key = _host_key(self._route, host)
        below = tuple(self._leaf(f"{key} {each.target}", each) for each in host.below)
        return Leaf(key, self._cells(key, host, host.target), below)

    def _leaf(self, key: str, part: Part) -> Leaf:
        return Leaf(key, self._cells(key, part, names_of(part)))

    def _cells(
        self, key: str, part: Part, words: Words, *, strong: bool = False
    ) -> tuple[Cell, ...]:
        standing = self._standings.of(part)
        self.known[key] = Switch(part, standing)
        name = Cell(words, strong=strong, mono=part.what in (What.ADDRESS, What.PREFIX))
        return name, self._state(part, standing)

    def _state(self, part: Part, standing: Standing) -> Cell:
        off = off_of(self._what_if, part)
        match standing:
            case Standing.OFF if off is not None:
                return Cell(text("off: {how}", how=how_words(off.how)), OFF_LOOK)
            case Standing.OFF | Standing.OFF_WITH:
                return Cell(text("off with others"), OFF_LOOK, muted=True)
            case Standing.PARTLY:
                return Cell(text("partly off"), _PARTLY_LOOK)
            case Standing.ON:
                return Cell()


def names_of(part: Part) -> Words:
    """What a part is called."""
    match part.what:
        case What.FAMILY:
            return text("IPv{n}", n=part.target.removeprefix("ipv"))
        case What.TIER:
            return text("preference {n}", n=part.target)
        case _:
            return part.target
