"""Deals the list of a run into a deck: into pools of hosts, and hosts into kinds.

What makes no difference to a sender is left out, so that there are few kinds: an error that is
permanent where no error can be the last of all, a host that a run passes by without any loss.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from mxgui.routing.sending.candidates import Candidate, Entry, Lack
from mxgui.routing.sending.deck import PASSES, Deck, HostKind, Pool, Trait
from mxgui.routing.sending.listing import (
    FIRST,
    OVER_ALL,
    WITHIN_A_HOST,
    WITHIN_A_TIER,
    family_first,
    kept,
    tiers_in_order,
)
from mxgui.routing.sending.reduction import (
    Host,
    ends,
    is_idle,
    is_one_step,
    last_ones,
    shortened,
    softened,
    surely_ends,
)
from mxgui.routing.sending.sender import (
    AddressOrder,
    Final,
    HostOrder,
    Limits,
    Next,
    NullRule,
    Sender,
    Sweep,
    Unit,
    Wait,
)
from mxgui.routing.sending.situation import Situation
from mxgui.routing.sending.walk import Attempt, costed, is_final

_Groups: TypeAlias = "tuple[tuple[Attempt, ...], ...]"  # of one host; each is shuffled in itself


def is_drawable(sender: Sender) -> bool:
    """Whether the lists of a sender can be drawn one by one, without knowing what follows."""
    ordering = sender.ordering
    if sender.limits.balance and sender.lookups.same_address_once:
        return False
    if sender.limits.jump and sender.limits.hosts is not None:
        return False
    if ordering.unit is Unit.ADDRESS:
        return ordering.family not in OVER_ALL
    mixes = ordering.addresses is AddressOrder.SHUFFLED and sender.limits.per_host is not None
    is_cut = sender.lookups.same_address_once or sender.limits.balance
    mixes |= ordering.addresses is AddressOrder.RACE and is_cut
    return ordering.family not in (*OVER_ALL, *WITHIN_A_TIER) and not mixes


class Dealer:
    """Makes the deck of a situation; with `only_first` that of who is tried first of all."""

    def __init__(self, situation: Situation, sender: Sender, *, only_first: bool = False) -> None:
        """Look at what matters to this sender."""
        self._sender = sender
        self._only_first = only_first
        self._tiers = [
            [pool for pool in self._pools(tier) if pool]
            for tier in tiers_in_order(situation, sender)
        ]
        self._tiers = [tier for tier in self._tiers if tier]
        steps = [step.entry for tier in self._tiers for step in _steps(tier)]
        listed = Counter(entry.address for entry in steps if entry.address)
        self._shared = {
            address
            for address, times in listed.items()
            if times > 1 and sender.lookups.same_address_once
        }
        self._keep = _keep(steps, sender.limits)
        self._traits: list[Trait] = []
        self._members: list[list[Entry]] = []

    def deck(self) -> Deck:
        """Put the hosts into kinds."""
        pools = [pool for at, tier in enumerate(self._tiers) for pool in self._dealt(at, tier)]
        limits = self._sender.limits
        return Deck(
            tuple(pool for pool in pools if pool.kinds),
            tuple(self._traits),
            tuple(map(tuple, self._members)),
            limits,
            self._sender.ordering.sweep,
            self._sender.final is Final.LAST,
            self._keep,
        )

    @property
    def _is_free(self) -> bool:
        """Whether a host has its say whenever its turn comes: no limit ends a run, none moves."""
        limits = self._sender.limits
        ends = (limits.attempts, limits.sessions, limits.silent, limits.hosts)
        return all(limit is None for limit in ends) and self._sender.ordering.sweep is Sweep.NONE

    def _pools(self, tier: Sequence[Candidate]) -> list[list[_Groups]]:
        """The hosts of a tier as they are drawn, one pool after the other."""
        ordering = self._sender.ordering
        if ordering.unit is Unit.ADDRESS:
            steps = costed([entry for each in tier for entry in each.steps], self._sender)
            first = FIRST.get(ordering.family)
            if first and ordering.family in WITHIN_A_TIER:
                front = [step for step in steps if step.entry.family == first]
                behind = [step for step in steps if step.entry.family != first]
                return [[((step,),) for step in part] for part in (front, behind)]
            return [[((step,),) for step in steps]]
        hosts = [self._groups(each) for each in tier if each.steps]
        if ordering.hosts in (HostOrder.UNIFORM, HostOrder.COINS):
            return [hosts]
        return [[host] for host in hosts]

    def _groups(self, candidate: Candidate) -> _Groups:
        ordering = self._sender.ordering
        entries: Sequence[Entry] = candidate.steps
        if ordering.family in WITHIN_A_HOST:
            entries = family_first(entries, FIRST[ordering.family])
        if ordering.addresses is AddressOrder.SHUFFLED:
            first = entries[0].family
            steps = costed(entries, self._sender)
            groups = (
                tuple(step for step in steps if step.entry.family == first),
                tuple(step for step in steps if step.entry.family != first),
            )
            return tuple(group for group in groups if group)
        most = self._sender.limits.per_host
        return tuple((step,) for step in costed(entries[:most], self._sender))

    def _dealt(self, at: int, tier: Sequence[Sequence[_Groups]]) -> Iterator[Pool]:
        """The pools of one tier, with what matters of each host alone."""
        hard = self._minds_hard(at, tier)
        tossed = self._sender.ordering.hosts is HostOrder.COINS
        tossed = tossed and self._sender.ordering.unit is Unit.HOST
        for pool in tier:
            hosts = [tuple(self._read(group, hard=hard) for group in host) for host in pool]
            if not self._is_free or self._only_first:
                yield Pool(at, self._kinds(hosts, apart=tossed), tossed)
                continue
            hosts = hosts if self._shared else [shortened(host) for host in hosts]
            minds = hard and not any(map(surely_ends, hosts))
            hosts = hosts if minds else [softened(host) for host in hosts]
            if not tossed and not minds:
                hosts = [host for host in hosts if not is_idle(host)]
            yield from self._freely(Pool(at, (), tossed), hosts, minds=minds)

    def _freely(self, pool: Pool, hosts: Sequence[Host], *, minds: bool) -> Iterator[Pool]:
        """One pool of a sender without limits; `minds`: it matters which error comes last."""
        is_open, simple = any(map(ends, hosts)), all(map(is_one_step, hosts))
        fixed = pool.tossed or self._shared
        if not minds and not is_open:  # their order makes no difference
            yield from (Pool(pool.tier, self._kinds([host])) for host in hosts)
        elif minds and simple and not is_open and not fixed:
            yield Pool(pool.tier, self._kinds(last_ones(hosts)), one=True)
        else:
            kinds = self._kinds(hosts, apart=pool.tossed)
            yield replace(pool, kinds=kinds, free=simple and not minds and not fixed)

    def _minds_hard(self, at: int, tier: Sequence[Sequence[_Groups]]) -> bool:
        """Whether it matters which error of this tier is permanent: one may be the last of all."""
        if self._sender.final is not Final.LAST or self._only_first:
            return False
        limits = self._sender.limits
        ends = (limits.hosts, limits.sessions, limits.silent)
        if self._shared or self._keep is not None or any(end is not None for end in ends):
            return True  # it is not known beforehand where a run ends
        if at < len(self._tiers) - 1:
            return False
        skips = any(each.next is Next.NEXT_HOST for each in self._sender.reactions.values())
        most, tries = limits.attempts, sum(bool(step.entry.address) for step in _steps(tier))
        return most is None or skips or tries <= most

    def _read(self, group: Sequence[Attempt], *, hard: bool) -> tuple[tuple[Trait, Entry], ...]:
        return tuple((self._trait(step, hard=hard), step.entry) for step in group)

    def _trait(self, step: Attempt, *, hard: bool) -> Trait:
        entry, sender = step.entry, self._sender
        minds_family = sender.ordering.sweep is not Sweep.NONE or self._keep is not None
        family = entry.family if minds_family else 0
        if not entry.address:
            reached = sender.lookups.null_rule is NullRule.REACHED and entry.lack is Lack.NULL
            ends = Next.BOUNCES if reached else Next.NEXT_ADDRESS
            is_hard = hard and is_final(entry, sender)
            return Trait(ends, hard=is_hard, family=family, counts=False)
        if self._only_first:
            return Trait(Next.DELIVERED, family=family)
        reaction = sender.reactions[entry.behaviour]
        return Trait(
            reaction.next,
            round(step.spent * 1e6),
            hard and reaction.hard and reaction.next in PASSES,
            reaction.session and sender.limits.sessions is not None,
            reaction.wait is Wait.CONNECT and sender.limits.silent is not None,
            family,
            entry.address if entry.address in self._shared else "",
        )

    def _kinds(self, hosts: Iterable[Host], *, apart: bool = False) -> tuple[HostKind, ...]:
        """Put the hosts of which the same matters together, unless each has a place of its own."""
        found: dict[object, list[Host]] = {}
        for at, host in enumerate(hosts):
            traits = tuple(_counted(group) for group in host)
            found.setdefault((at, traits) if apart else traits, []).append(host)
        return tuple(self._kind(alike) for alike in found.values())

    def _kind(self, hosts: Sequence[Host]) -> HostKind:
        groups = []
        for at, group in enumerate(hosts[0]):
            counts = Counter(trait for trait, _ in group)
            slots = []
            for trait, count in counts.items():
                slots.append((len(self._traits), count))
                self._traits.append(trait)
                self._members.append(
                    [entry for host in hosts for own, entry in host[at] if own == trait]
                )
            groups.append(tuple(slots))
        return HostKind(tuple(groups), len(hosts))


def _steps(tier: Sequence[Sequence[_Groups]]) -> list[Attempt]:
    return [step for pool in tier for host in pool for group in host for step in group]


def _counted(group: Sequence[tuple[Trait, Entry]]) -> frozenset[tuple[Trait, int]]:
    return frozenset(Counter(trait for trait, _ in group).items())


def _keep(entries: Sequence[Entry], limits: Limits) -> dict[int, tuple[int, int]] | None:
    """How many are kept of IPv4 and IPv6, by the family of the first."""
    found = {}
    for family in (4, 6):
        first = next((entry for entry in entries if entry.family == family), None)
        counts = kept([first, *_but(entries, first)], limits) if first else None
        if counts is None:
            return None
        found[family] = (counts[4], counts[6])
    return found


def _but(entries: Sequence[Entry], out: Entry) -> list[Entry]:
    return [entry for entry in entries if entry is not out]
