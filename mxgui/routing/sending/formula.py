"""How long a run takes until the first host that ends it, by a formula instead of one by one.

Where hosts come in any order, all equally likely, and no limit ends a run, each host that ends it
is the first of them equally often, whatever stood before. One choice of k hosts stands before it,
and no other, in k! (n - k - 1)! of the n! orders; so it is enough to count for each k and each
delay how many choices of k hosts that are passed by come to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import comb, factorial

from mxgui.routing.sending.deck import PASSES, Pool, Trait

MOST_DELAYS = 2000  # that are told apart; with more of them hosts are drawn one by one


def first_ends(pool: Pool, traits: Sequence[Trait]) -> list[tuple[int, int, int]] | None:
    """Give slot, delay before it and weight of what ends a run first in a pool that is free.

    The weights of all add up to the number of orders of the hosts. None if it takes too long.
    """
    slots = [(kind.groups[0][0][0], kind.count) for kind in pool.kinds]
    ending = [(slot, count) for slot, count in slots if traits[slot].next not in PASSES]
    passed = [(traits[slot].spent, count) for slot, count in slots if traits[slot].next in PASSES]
    delays = delays_before(passed, sum(count for _, count in ending))
    if delays is None:
        return None
    return [
        (slot, delay, weight * count)
        for slot, count in ending
        for delay, weight in delays.items()
        if weight
    ]


def delays_before(passed: Iterable[tuple[int, int]], ending: int) -> dict[int, int] | None:
    """Give each delay before the first host that ends a run, with its weight.

    `passed` are the delays of hosts that are passed by, each with how many have it; `ending` is how
    many hosts end a run. A weight is the number of orders of all hosts in which one certain host
    of these is the first of them, after that delay. None if there are too many delays.
    """
    kinds = list(passed)
    hosts = ending + sum(count for _, count in kinds)
    chosen = _choices(kinds, hosts)
    if chosen is None:
        return None
    orders = [factorial(k) * factorial(hosts - k - 1) for k in range(hosts - ending + 1)]
    return {delay: _weight(packed, orders, hosts) for delay, packed in chosen.items()}


def _choices(kinds: Sequence[tuple[int, int]], width: int) -> dict[int, int] | None:
    """For each delay a number that holds, in places of `width` bits, how many choices there are.

    Place k is for choices of k hosts; no number of choices is as long as there are hosts in bits.
    """
    found = {0: 1}
    for delay, count in kinds:
        after: dict[int, int] = defaultdict(int)
        for before, packed in found.items():
            for k in range(count + 1):
                after[before + k * delay] += packed * comb(count, k) << (k * width)
        if len(after) > MOST_DELAYS:
            return None
        found = after
    return found


def _weight(packed: int, orders: Sequence[int], width: int) -> int:
    mask, weight = (1 << width) - 1, 0
    for order in orders:
        weight += (packed & mask) * order
        packed >>= width
    return weight
