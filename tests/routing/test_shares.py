"""Who is tried first, how often."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from mxgui.routing.shares import first_choice

COUNTS = st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=6), max_size=5)


def test_hosts_of_the_best_tier_share_alike_whatever_their_number_of_addresses():
    shares = first_choice([[3, 1], [2]])
    assert [sum(host) for host in shares[0]] == [Fraction(1, 2), Fraction(1, 2)]


def test_the_first_address_carries_the_share_of_its_host():
    assert first_choice([[2]]) == [[(Fraction(1), Fraction(0))]]


def test_a_host_without_address_has_no_share_and_leaves_it_to_the_others():
    assert first_choice([[0, 1, 1]])[0] == [(), (Fraction(1, 2),), (Fraction(1, 2),)]


def test_a_tier_without_any_address_leaves_the_first_try_to_the_next():
    assert first_choice([[0, 0], [1]])[1] == [(Fraction(1),)]


@given(COUNTS)
def test_all_shares_add_up_to_one_or_there_is_no_address(counts):
    total = sum(share for tier in first_choice(counts) for host in tier for share in host)
    assert total == (1 if any(map(any, counts)) else 0)


@given(COUNTS)
def test_the_result_has_a_share_for_every_address(counts):
    shape = [[len(host) for host in tier] for tier in first_choice(counts)]
    assert shape == [list(tier) for tier in counts]
