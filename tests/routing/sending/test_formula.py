"""The formula for the first host that ends a run agrees with all orders counted one by one."""

from collections import Counter
from itertools import permutations
from math import factorial

import pytest

from mxgui.routing.sending.deck import HostKind, Pool, Trait
from mxgui.routing.sending.formula import MOST_DELAYS, delays_before, first_ends
from mxgui.routing.sending.sender import Next


def counted(passed: list[tuple[int, int]], ending: int) -> dict[int, int]:
    """How many orders have one certain host as the first that ends a run, by the delay before."""
    slow = [delay for delay, count in passed for _ in range(count)]
    hosts = [*slow, *[None] * ending]
    found: Counter[int] = Counter()
    for order in permutations(range(len(hosts))):
        first = next(at for at, host in enumerate(order) if hosts[host] is None)
        if order[first] == len(slow):
            found[sum(hosts[host] or 0 for host in order[:first])] += 1
    return dict(found)


@pytest.mark.parametrize(
    ("passed", "ending"),
    [([(30, 1)], 1), ([(30, 2)], 2), ([(30, 2), (300, 1)], 2), ([(30, 1), (60, 2)], 3), ([], 2)],
)
def test_weights_are_numbers_of_orders(passed, ending):
    found = delays_before(passed, ending)
    assert found is not None
    assert {delay: weight for delay, weight in found.items() if weight} == counted(passed, ending)


def test_all_weights_together_are_all_orders():
    found = delays_before([(30, 40), (300, 30)], 30)
    assert found is not None
    assert sum(found.values()) * 30 == factorial(100)


def test_too_many_delays_are_left_to_drawing():
    assert delays_before([(2**at, 1) for at in range(30)], 1) is None
    assert MOST_DELAYS < 2**30


def test_each_host_that_ends_a_run_does_so_equally_often():
    traits = (Trait(Next.DELIVERED), Trait(Next.NEXT_ADDRESS, spent=5), Trait(Next.BOUNCES))
    kinds = tuple(HostKind((((slot, 1),),), count) for slot, count in enumerate((2, 3, 1)))
    found = first_ends(Pool(0, kinds, free=True), traits)
    assert found is not None
    by_slot: Counter[int] = Counter()
    for slot, _, weight in found:
        by_slot[slot] += weight
    assert by_slot == {0: factorial(6) * 2 // 3, 2: factorial(6) // 3}
