"""The list of a run before any of it is drawn: pools of hosts, and what of each host matters.

Hosts of which the same matters are of one kind: they are exchangeable, and counted instead of
listed. What does not matter to a sender is not kept, so that there are few kinds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import factorial
from typing import TypeAlias

from mxgui.routing.sending.candidates import Entry
from mxgui.routing.sending.sender import Limits, Next, Sweep

PASSES = (Next.NEXT_ADDRESS, Next.NEXT_HOST)


@dataclass(frozen=True, slots=True)
class Trait:
    """What matters of one step of a run; `counts`: it is an attempt, and not merely passed by.

    `spent` are microseconds.
    """

    next: Next
    spent: int = 0
    hard: bool = False
    session: bool = False
    silent: bool = False
    family: int = 0
    shared: str = ""
    counts: bool = True


Slots: TypeAlias = "tuple[tuple[int, int], ...]"  # the number of a slot, how many there are of it


@dataclass(frozen=True, slots=True)
class HostKind:
    """Exchangeable hosts; `groups` are their steps, those of a group in any order."""

    groups: tuple[Slots, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Pool:
    """Hosts of one tier of which the next is drawn, all equally likely.

    `tossed`: by coins. `one`: only one is drawn, that stands for all of them. `free`: each host is
    one step, some of them end a run, and nothing else does: a formula holds.
    """

    tier: int
    kinds: tuple[HostKind, ...]
    tossed: bool = False
    one: bool = False
    free: bool = False

    @property
    def begin(self) -> tuple[int, ...]:
        """How many there are of each kind; of a tossed pool the next one and the one held back."""
        return (1, 0) if self.tossed else tuple(kind.count for kind in self.kinds)

    @property
    def orders(self) -> int:
        """In how many ways it can be drawn, all equally likely."""
        hosts = sum(kind.count for kind in self.kinds)
        if self.one:
            return hosts
        ways: int = 2 ** (hosts - 1) if self.tossed else factorial(hosts)
        for kind in self.kinds:
            for group in kind.groups:
                ways *= factorial(sum(count for _, count in group)) ** kind.count
        return ways


@dataclass(frozen=True, eq=False, slots=True)
class Deck:
    """All pools, and of each slot what matters and which addresses may stand in it.

    `keep` are how many of each family are kept (IPv4, IPv6) by the family of the first, if any are
    left out.
    """

    pools: tuple[Pool, ...]
    traits: tuple[Trait, ...]
    members: tuple[tuple[Entry, ...], ...]
    limits: Limits
    sweep: Sweep
    is_last_final: bool
    keep: Mapping[int, tuple[int, int]] | None = None


def slots_of(groups: Iterable[Slots]) -> list[int]:
    """Give the slots of all groups."""
    return [slot for group in groups for slot, _ in group]
