"""Whether counts fit chances, on cases whose answers are known."""

from fractions import Fraction

import pytest

from tests.integration.senders.fitting import holm, p_of

COIN = {"heads": Fraction(1, 2), "tails": Fraction(1, 2)}


def test_counts_as_expected_are_not_odd():
    assert p_of({"heads": 100, "tails": 100}, COIN) == 1


def test_a_bent_coin_is_found_out():
    assert p_of({"heads": 150, "tails": 50}, COIN, (999,)) == 0.001


def test_a_doubtful_count_has_the_chance_of_the_binomial_distribution():
    # 115 of 200 or more, or 85 or fewer: 0.0402
    assert p_of({"heads": 115, "tails": 85}, COIN, (9999,)) == pytest.approx(0.0402, abs=0.006)


def test_what_cannot_be_has_no_chance():
    assert p_of({"heads": 99, "edge": 1}, COIN) == 0
    assert p_of({"heads": 1}, {"heads": Fraction(1), "tails": Fraction(0)}) == 1


def test_many_kinds_of_which_most_are_never_seen_are_not_odd():
    chances = {number: Fraction(1, 720) for number in range(720)}
    assert p_of(dict.fromkeys(range(200), 1), chances) > 0.05
    assert p_of(dict.fromkeys(range(10), 20), chances, (999,)) == 0.001


def test_holm_asks_more_of_the_smallest():
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([]) == []
