"""Draws by a seed, by a script, and every way that draws can go."""

from collections import defaultdict
from fractions import Fraction

from mxgui.routing.sending.chooser import Scripted, Seeded, every_run, shuffled
from mxgui.routing.shuffle import shuffled as shuffled_by_seed


def test_a_seed_draws_the_same_again():
    draws = [[chooser.below(6) for _ in range(20)] for chooser in (Seeded(3), Seeded(3))]
    assert draws[0] == draws[1]
    assert set(draws[0]) <= set(range(6))


def test_a_shuffle_by_a_seeded_chooser_is_that_of_the_seed():
    assert shuffled("abcdef", Seeded(9)) == shuffled_by_seed("abcdef", 9)


def test_a_script_is_followed_and_then_comes_nothing_but_noughts():
    chooser = Scripted((2, 1))
    assert [chooser.below(limit) for limit in (3, 2, 5)] == [2, 1, 0]
    assert chooser.chance == Fraction(1, 30)


def test_every_run_is_gone_through_once_and_the_chances_add_up():
    seen: dict[tuple[int, ...], Fraction] = defaultdict(Fraction)
    for chooser in every_run():
        first = chooser.below(3)
        rest = (chooser.below(2),) if first else ()  # one way is shorter than the others
        seen[(first, *rest)] += chooser.chance
    assert set(seen) == {(0,), (1, 0), (1, 1), (2, 0), (2, 1)}
    assert sum(seen.values()) == 1
    assert seen[(0,)] == Fraction(1, 3)


def test_every_order_of_a_shuffle_is_equally_likely():
    orders: dict[str, Fraction] = defaultdict(Fraction)
    for chooser in every_run():
        orders["".join(shuffled("abc", chooser))] += chooser.chance
    assert len(orders) == 6
    assert set(orders.values()) == {Fraction(1, 6)}


def test_who_draws_nothing_has_one_run():
    assert len(list(every_run())) == 1
