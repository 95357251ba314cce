"""A sender that is itself one of the exchanges keeps from sending to itself (RFC 5321, 5.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from mxgui.model.domain import address_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.candidates import (
    Candidate,
    Entry,
    Lack,
    leads_home,
    within,
    without,
)
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.sender import Own, OwnBest, OwnBy


class Found(Enum):
    """What the loop rule came to."""

    NOTHING = "nothing"  # the sender is no exchange, or does not see that it is
    CUT = "cut"  # better exchanges are left
    BEST = "best"  # none is left
    NO_BETTER_ADDRESS = "no_better_address"  # better ones are listed, none has an address


@dataclass(frozen=True, slots=True)
class Cut:
    """The candidates as the loop rule leaves them: with `NO_BETTER_ADDRESS` the better ones."""

    found: Found
    candidates: tuple[Candidate, ...]


def cut(
    candidates: Sequence[Candidate], own: Own, what_if: WhatIf, also: frozenset[str] = frozenset()
) -> Cut:
    """Take from the candidates what the loop rule of a sender takes from them.

    What is the sender itself and is not cut leads back to it. `also` are exchanges that are aliases
    of its name: they lead to its addresses, but are not its name (RFC 974).
    """
    me = _Me.of(candidates, own, what_if, also)
    marked = tuple(_marked(each, me) for each in candidates)
    mine = [each for each in marked if me.is_seen_in(each)]
    if not mine:
        return Cut(Found.NOTHING, marked)
    if own.only_it or own.best is OwnBest.SKIPS:
        return Cut(Found.CUT, tuple(_skipped(each, me) for each in marked))
    limit = min(each.preference for each in mine)
    left = [each for each in marked if each.preference < limit and each.lack is not Lack.CUT]
    is_best = not left or (own.by is OwnBy.ADDRESS and not any(each.entries for each in left))
    if is_best and own.best is OwnBest.CONNECTS:
        return Cut(Found.NOTHING, marked)
    if is_best:
        return Cut(Found.NO_BETTER_ADDRESS, tuple(left)) if left else Cut(Found.BEST, marked)
    kept = tuple(each if each.preference < limit else without(each, Lack.CUT) for each in marked)
    return Cut(Found.CUT, kept)


@dataclass(frozen=True, slots=True)
class _Me:
    """By what a sender is known, and what of that it looks at."""

    own: Own
    names: frozenset[str]
    addresses: frozenset[str]
    networks: tuple[str, ...]

    @classmethod
    def of(
        cls, candidates: Sequence[Candidate], own: Own, what_if: WhatIf, also: frozenset[str]
    ) -> _Me:
        """A name stands for its addresses; an address alone for itself."""
        names, networks = _always(own)
        literal = address_of(what_if.own) if what_if.own else None
        if literal is not None:
            return cls(own, names, frozenset((str(literal),)), networks)
        named = frozenset(
            entry.address
            for each in candidates
            if what_if.own and (each.name == what_if.own or each.name in also)
            for entry in each.entries
        )
        return cls(own, names | {what_if.own} - {""}, named, networks)

    def sees(self, entry: Entry) -> bool:
        """Whether the sender notices that this is its own address, or its own name."""
        is_named = entry.host in self.names
        is_mine = within(entry.address, self.networks)
        match self.own.by:
            case OwnBy.NONE:
                return False
            case OwnBy.NAME:
                return is_named
            case OwnBy.ADDRESS:
                return is_mine or entry.address in self.addresses
            case OwnBy.EITHER:
                return is_named or is_mine or entry.address in self.addresses
            case OwnBy.LOOPBACK:
                return is_mine or leads_home(entry.address)

    def is_seen_in(self, candidate: Candidate) -> bool:
        """Whether the sender notices that this exchange is itself."""
        if any(map(self.sees, candidate.entries)):
            return True
        by_name = self.own.by in (OwnBy.NAME, OwnBy.EITHER)
        return by_name and candidate.name in self.names


@lru_cache(maxsize=64)
def _always(own: Own) -> tuple[frozenset[str], tuple[str, ...]]:
    """The names and the networks that a sender always takes for its own."""
    networks = tuple(each for each in own.always if _is_network(each))
    return frozenset(own.always) - frozenset(networks), networks


def _is_network(written: str) -> bool:
    return address_of(written.partition("/")[0]) is not None


def _marked(candidate: Candidate, me: _Me) -> Candidate:
    """Give the candidate with the addresses that lead back to the sender marked as such."""
    if not any(entry.address in me.addresses for entry in candidate.entries):
        return candidate
    entries = tuple(
        replace(entry, behaviour=Behaviour.ITSELF) if entry.address in me.addresses else entry
        for entry in candidate.entries
    )
    return replace(candidate, entries=entries)


def _skipped(candidate: Candidate, me: _Me) -> Candidate:
    left = tuple(entry for entry in candidate.entries if not me.sees(entry))
    if len(left) == len(candidate.entries):
        return candidate
    return replace(candidate, entries=left) if left else without(candidate, Lack.CUT)
