"""A run of a sender as a process that draws its list one by one, and knows no more than it must.

A list need not be known whole: the next host is drawn from the counts of those left, and what a
run remembers is in its state. All that a sender does along the way is done here in the order in
which its source does it: Exim's sweep carries one address along and leaves out what came before,
Postfix's balance counts what it keeps of each family, limits count attempts and sessions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import factorial, prod
from typing import NamedTuple, TypeAlias

from mxgui.routing.sending.deck import Deck, Slots, Trait, slots_of
from mxgui.routing.sending.formula import first_ends
from mxgui.routing.sending.listing import wanted_by
from mxgui.routing.sending.sender import Next, Sweep
from mxgui.routing.sending.walk import Fate

_NONE = -1


class End(NamedTuple):
    """How a run ends: the slot of what took the message, or -1, and the microseconds spent."""

    fate: Fate
    slot: int
    spent: int


class State(NamedTuple):
    """What of a run so far decides how it goes on."""

    pool: int
    left: tuple[int, ...]  # of each kind in the pool
    rest: tuple[Slots, ...] = ()  # of the host under way
    carried: int = _NONE  # the slot that the sweep carries along
    hosts: int = 0  # so many were begun, where that is limited
    kept: tuple[int, int] | None = None  # how many IPv4 and IPv6 addresses the balance has left
    tries: int = 0
    sessions: int = 0
    silent: int = 0
    hard: bool = False  # the last error was permanent
    spent: int = 0  # microseconds: whole numbers, so that equal delays are the same
    seen: frozenset[str] = frozenset()  # shared addresses that have been in the list


Place: TypeAlias = "State | End"
Way: TypeAlias = "tuple[int, int, Place]"  # the chance as numerator and denominator, and where to

_ENDS = {
    Next.DELIVERED: Fate.DELIVERED,
    Next.QUEUES: Fate.DEFERRED,
    Next.BOUNCES: Fate.BOUNCED,
}


class Process:
    """The runs through one deck."""

    def __init__(self, deck: Deck) -> None:
        """Take this deck."""
        self._deck = deck
        self._traits = deck.traits
        self._fates = [_ENDS.get(trait.next) for trait in deck.traits]
        self._wanted = None if deck.sweep is Sweep.NONE else wanted_by(deck.sweep)

    @property
    def orders(self) -> int:
        """In how many ways the deck can be drawn, all equally likely."""
        return prod(pool.orders for pool in self._deck.pools)

    @property
    def begin(self) -> Place:
        """Where every run begins."""
        if not self._deck.pools:
            return End(Fate.DEFERRED, _NONE, 0)
        return self._ready(State(0, self._deck.pools[0].begin))

    def ways(self, state: State) -> list[Way]:
        """How a run may go on by one draw, or to its end; the chances add up to one."""
        pool = self._deck.pools[state.pool]
        if pool.free and state.left == pool.begin:
            ends = self._freely(state)
            if ends is not None:
                return ends
        return [
            (number, of, self._ready(self._shown(after, slot)))
            for number, of, after, slot in self._drawn(state)
        ]

    def way(self, state: State, point: float) -> Place:
        """Where a run goes on if a number from 0 to 1 decides."""
        reached, drawn = 0.0, (state, _NONE)
        for number, of, after, slot in self._drawn(state):
            reached, drawn = reached + number / of, (after, slot)
            if point < reached:
                break
        return self._ready(self._shown(*drawn))

    def _freely(self, state: State) -> list[Way] | None:
        """Go to the first host of the pool that ends the run, at once."""
        found = first_ends(self._deck.pools[state.pool], self._traits)
        if found is None:
            return None
        of = factorial(sum(state.left))
        return [(weight, of, self._end(slot, state.spent + spent)) for slot, spent, weight in found]

    def _end(self, slot: int, before: int) -> End:
        fate = self._fates[slot] or Fate.DEFERRED
        taker = slot if fate is Fate.DELIVERED else _NONE
        return End(fate, taker, before + self._traits[slot].spent)

    def _drawn(self, state: State) -> Iterator[tuple[int, int, State, int]]:
        """Draw the next address: of the host under way, else of another host."""
        if state.rest:
            yield from _of_group(state, state.rest, 1, 1)
            return
        pool = self._deck.pools[state.pool]
        if pool.tossed:
            hosts = self._tossed(state)
        else:
            hosts = [(count, at, ()) for at, count in self._open(state)]
        of = sum(count for count, _, _ in hosts)
        begun = state.hosts + (self._deck.limits.hosts is not None)
        for count, at, left in hosts:
            if not (pool.tossed or pool.one):
                left = (*state.left[:at], count - 1, *state.left[at + 1 :])
            after = state._replace(left=left, hosts=begun)
            yield from _of_group(after, pool.kinds[at].groups, count, of)

    def _tossed(self, state: State) -> list[tuple[int, int, tuple[int, ...]]]:
        """A coin decides which of two neighbours comes first; the other goes on to the next."""
        coming, held = state.left
        if coming == len(self._deck.pools[state.pool].kinds):
            return [(1, held, (coming, _NONE))]
        return [(1, coming, (coming + 1, held)), (1, held, (coming + 1, coming))]

    def _open(self, state: State) -> list[tuple[int, int]]:
        """The kinds of the pool of which there is one left that is not left out anyway."""
        found = [(at, count) for at, count in enumerate(state.left) if count > 0]
        if state.kept is None or 0 not in state.kept:
            return found
        if not any(state.kept):
            return []
        kinds, left_out = self._deck.pools[state.pool].kinds, 4 if not state.kept[0] else 6
        first = [self._traits[kinds[at].groups[0][0][0]] for at, _ in found]
        return [each for each, trait in zip(found, first, strict=True) if trait.family != left_out]

    def _shown(self, state: State, slot: int) -> Place:
        """The next address of the list as it is before the sweep."""
        if self._wanted is None:
            return self._met(state, slot)
        if state.carried == _NONE:
            return state._replace(carried=slot)
        carried, own = self._traits[state.carried], self._traits[slot]
        if carried.family != self._wanted and own.family == self._wanted:
            return self._met(state, slot)
        return self._met(state._replace(carried=slot), state.carried)

    def _met(self, state: State, slot: int) -> Place:
        """The next address of the list, unless it is left out of it."""
        trait, seen, kept = self._traits[slot], state.seen, state.kept
        if trait.shared:
            if trait.shared in seen:
                return state
            seen = seen | {trait.shared}
        if self._deck.keep is not None:
            four, six = kept or self._deck.keep[trait.family]
            is_six = trait.family == 6
            if not (six if is_six else four):
                return state
            kept = (four - (not is_six), six - is_six)
        if self._fates[slot] is not None:
            return self._end(slot, state.spent)
        return self._passed(state, trait, kept, seen)

    def _passed(
        self, state: State, trait: Trait, kept: tuple[int, int] | None, seen: frozenset[str]
    ) -> Place:
        """Go on after something that did not end the run, unless a limit ends it."""
        after = State(
            state.pool,
            state.left,
            state.rest,
            state.carried,
            state.hosts,
            kept,
            state.tries + (trait.counts and self._deck.limits.attempts is not None),
            state.sessions + trait.session,
            state.silent + trait.silent,
            trait.hard,
            state.spent + trait.spent,
            seen,
        )
        if trait.next is Next.NEXT_HOST:
            after = after._replace(rest=(), seen=self._seen_with(after, slots_of(after.rest)))
        limits = self._deck.limits
        if limits.sessions is not None and after.sessions >= limits.sessions:
            return self._over(after)
        if limits.silent is not None and after.silent >= limits.silent:
            return self._over(after)
        if limits.attempts is not None and after.tries >= limits.attempts:
            return self._used_up(after)
        return after

    def _used_up(self, state: State) -> Place:
        """No attempt is left: it ends, or goes on in a worse tier (Exim)."""
        if state.hard and self._goes_on(state):
            state = state._replace(hard=False)
        if not self._deck.limits.jump:
            return self._over(state)
        tier = self._deck.pools[state.pool].tier
        pools = enumerate(self._deck.pools)
        later = next((at for at, pool in pools if pool.tier > tier), None)
        if later is None:
            return self._over(state)
        seen = self._seen_with(state, self._ahead(state, later))  # passed over, but in the list
        begin = self._deck.pools[later].begin
        return state._replace(pool=later, left=begin, rest=(), carried=_NONE, seen=seen)

    def _goes_on(self, state: State) -> bool:
        """Whether anything in the list is still to come."""
        ahead = self._ahead(state, len(self._deck.pools))
        return any(self._is_new(state, slot) for slot in ahead)

    def _ahead(self, state: State, until: int) -> list[int]:
        """What is still to come before that pool."""
        slots = slots_of(state.rest)
        slots += [state.carried] if state.carried != _NONE else []
        most = self._deck.limits.hosts
        if most is not None and state.hosts >= most:
            return slots
        pool = self._deck.pools[state.pool]
        kinds = [kind for at, kind in enumerate(pool.kinds) if self._has(state, at)]
        for other in self._deck.pools[state.pool + 1 : until]:
            kinds += other.kinds
        return slots + [slot for kind in kinds for slot in slots_of(kind.groups)]

    def _seen_with(self, state: State, slots: Iterable[int]) -> frozenset[str]:
        """The shared addresses that have been in the list, with those of these slots."""
        shared = {self._traits[slot].shared for slot in slots} - {""}
        return state.seen | shared if shared else state.seen

    def _has(self, state: State, at: int) -> bool:
        if self._deck.pools[state.pool].tossed:
            return at >= state.left[0] or at == state.left[1]
        return state.left[at] > 0

    def _is_new(self, state: State, slot: int) -> bool:
        trait = self._traits[slot]
        if state.kept is not None and not state.kept[trait.family == 6]:
            return False
        return not trait.shared or trait.shared not in state.seen

    def _over(self, state: State) -> End:
        is_hard = state.hard and self._deck.is_last_final
        return End(Fate.BOUNCED if is_hard else Fate.DEFERRED, _NONE, state.spent)

    def _ready(self, place: Place) -> Place:
        """Go on as far as nothing is drawn: to where something is, or to the end."""
        while isinstance(place, State) and not self._can_draw(place):
            place = self._turned(place)
        return place

    def _can_draw(self, state: State) -> bool:
        if state.rest:
            return True
        most = self._deck.limits.hosts
        if most is not None and state.hosts >= most:
            return False
        if self._deck.pools[state.pool].tossed:
            return state.left[1] != _NONE
        return bool(self._open(state))

    def _turned(self, state: State) -> Place:
        """Turn to the next pool; what was carried does not leave its tier."""
        at, pools, most = state.pool + 1, self._deck.pools, self._deck.limits.hosts
        is_last = at == len(pools) or (most is not None and state.hosts >= most)
        if state.carried != _NONE and (is_last or pools[at].tier != pools[state.pool].tier):
            return self._met(state._replace(carried=_NONE), state.carried)
        if is_last:
            return self._over(state)
        return state._replace(pool=at, left=pools[at].begin)


def _of_group(
    state: State, groups: tuple[Slots, ...], number: int, of: int
) -> Iterator[tuple[int, int, State, int]]:
    """Draw from the first group of a host, and keep what is left of the host."""
    group, behind = groups[0], groups[1:]
    if not behind and len(group) == 1 and group[0][1] == 1:
        yield number, of, state._replace(rest=()) if state.rest else state, group[0][0]
        return
    whole = sum(count for _, count in group)
    for at, (slot, count) in enumerate(group):
        left = (*group[:at], *(((slot, count - 1),) if count > 1 else ()), *group[at + 1 :])
        rest = (left, *behind) if left else behind
        yield number * count, of * whole, state._replace(rest=rest), slot
