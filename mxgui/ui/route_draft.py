"""A set of MX records while somebody edits it: rows as they are typed, right or wrong; no Qt.

Nothing that was typed is lost for being wrong: it stays in its row, with a sentence about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mxgui.model.domain import unicode_of
from mxgui.model.planned import (
    MAX_PREFERENCE,
    BadMx,
    check_number,
    read_host,
    read_preference,
)
from mxgui.model.records import ROOT, Mx
from mxgui.model.text import Text, text

STEP = 10  # between the preferences of two tiers, as is the habit


@dataclass(frozen=True, slots=True)
class Typed:
    """One row, letter by letter."""

    preference: str
    host: str

    @property
    def number(self) -> int | None:
        """The preference, None if it is none."""
        try:
            return read_preference(self.preference)
        except BadMx:
            return None

    @property
    def name(self) -> str | None:
        """The host as DNS has it, None if it is none."""
        try:
            return read_host(self.host)
        except BadMx:
            return None

    @property
    def problem(self) -> BadMx | None:
        """What is wrong with it; the preference comes first."""
        try:
            read_preference(self.preference)
            read_host(self.host)
        except BadMx as bad:
            return bad
        return None


@dataclass(frozen=True, slots=True)
class DraftTier:
    """The places of the rows of one preference; None has those whose preference is none."""

    preference: int | None
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """All rows, in the order in which they came."""

    rows: tuple[Typed, ...] = ()

    @classmethod
    def of(cls, records: Sequence[Mx]) -> Draft:
        """Begin with records as people write them."""
        return cls(tuple(Typed(str(one.preference), unicode_of(one.exchange)) for one in records))

    @property
    def tiers(self) -> tuple[DraftTier, ...]:
        """The rows by preference, the lowest first; what has none comes last."""
        found: dict[int | None, list[int]] = {}
        for place, row in enumerate(self.rows):
            found.setdefault(row.number, []).append(place)
        numbers = sorted(number for number in found if number is not None)
        keys = [*numbers, *([None] if None in found else [])]
        return tuple(DraftTier(key, tuple(found[key])) for key in keys)

    def with_row(self, place: int, row: Typed) -> Draft:
        """Give the draft with another row in that place."""
        return replace(self, rows=(*self.rows[:place], row, *self.rows[place + 1 :]))

    def with_another(self, beside: int | None) -> Draft:
        """Give the draft with an empty row at its end, of the preference of another row."""
        known = self.rows[beside].preference if beside is not None else ""
        lowest = next((str(tier.preference) for tier in self.tiers if tier.preference), str(STEP))
        return replace(self, rows=(*self.rows, Typed(known or lowest, "")))

    def without(self, place: int) -> Draft:
        """Give the draft without a row."""
        return replace(self, rows=(*self.rows[:place], *self.rows[place + 1 :]))

    def moved(self, place: int, preference: int) -> Draft:
        """Give the draft with a row in the tier of that preference."""
        return self.with_row(place, replace(self.rows[place], preference=str(preference)))

    def stepped(self, place: int, by: int) -> Draft:
        """Give the draft with a row one tier later, or earlier if `by` is -1.

        At the end a tier of its own is made for it, unless it has one, or there is no number left.
        """
        tiers = [tier for tier in self.tiers if tier.preference is not None]
        own = next((at for at, tier in enumerate(tiers) if place in tier.places), None)
        if own is None:
            return self
        at = own + by
        if 0 <= at < len(tiers):
            return self.moved(place, tiers[at].preference or 0)
        if len(tiers[own].places) == 1:
            return self
        return self.beyond(place, by)

    def beyond(self, place: int, by: int) -> Draft:
        """Give the draft with a row in a new tier behind the last, or before the first."""
        numbers = [tier.preference for tier in self.tiers if tier.preference is not None]
        if not numbers:
            return self.moved(place, STEP)
        if by > 0:
            return self.moved(place, min(numbers[-1] + STEP, MAX_PREFERENCE))
        return self.moved(place, numbers[0] // 2)

    @property
    def problem(self) -> tuple[int | None, Text] | None:
        """What keeps it from being looked at: the place of a row, or None, and the sentence."""
        for place, row in enumerate(self.rows):
            if row.problem is not None:
                return place, row.problem.text
        if not self.rows:
            return None, text(
                "A plan has at least one record. A domain that takes no mail has a null MX: "
                "preference 0, host “.”."
            )
        try:
            check_number(self.records)
        except BadMx as bad:
            return None, bad.text
        return None

    @property
    def records(self) -> tuple[Mx, ...]:
        """The records; those that are none are left out."""
        pairs = ((row.number, row.name) for row in self.rows)
        return tuple(
            Mx(number, name) for number, name in pairs if number is not None and name is not None
        )

    def note(self, place: int, published: Sequence[Mx]) -> Text:
        """Say what a row is beside the others, and beside what is published."""
        row = self.rows[place]
        number, name = row.number, row.name
        if row.problem is not None:
            return row.problem.text
        earlier = [other.number for other in self.rows[:place] if other.name == name]
        if number in earlier:
            return text("given twice; DNS keeps one")
        if earlier:
            return text("also at preference {preference}", preference=str(earlier[0]))
        before = sorted({one.preference for one in published if one.exchange == name})
        if name == ROOT and number not in before:
            return text("null MX: takes no mail")
        if not before:
            return text("new")
        if number in before:
            return text("as published")
        return text("published at {preferences}", preferences=tuple(map(str, before)))
