"""The waits of many messages."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.routing.sending.spread import Part, Spread

SLICES = 4000


def _part(least: float, most: float, weight: int = 1, blur: float = 0) -> Part:
    return Part(Fraction(least), Fraction(most), Fraction(weight), Fraction(blur))


def test_nothing_has_neither_median_nor_worst() -> None:
    spread = Spread.of([])
    assert not spread.weight
    assert (spread.mean, spread.median, spread.worst) == (None, None, None)


def test_evenly_spread_waits_have_their_median_in_the_middle() -> None:
    assert Spread.of([_part(100, 300)]).median == 200.0


def test_a_wait_of_most_messages_is_the_median() -> None:
    spread = Spread.of([_part(0, 0, 3), _part(0, 100, 2)])
    assert (spread.median, spread.worst, spread.mean) == (0.0, 100.0, 20.0)


def test_a_median_between_two_waits_is_the_smaller_one() -> None:
    assert Spread.of([_part(10, 10), _part(20, 20)]).median == 10.0


def test_parts_with_the_same_bounds_become_one() -> None:
    assert Spread.of([_part(0, 5), _part(0, 5, 2)]).parts == (_part(0, 5, 3),)


def test_two_even_spreads_on_top_of_each_other_have_their_median_in_the_middle() -> None:
    spread = Spread.of([_part(100, 300, blur=50)])
    assert (spread.median, spread.worst, spread.mean) == (225.0, 350.0, 225.0)


def test_the_edge_of_a_blurred_spread_rises_as_a_square() -> None:
    spread = Spread.of([_part(0, 0, 1), _part(0, 100, 2, blur=100)])
    # one third waits not at all; of the rest one quarter is still missing to the half
    assert spread.median == pytest.approx(100 * (0.5**0.5))


@given(
    st.lists(
        st.tuples(
            st.integers(0, 50), st.integers(0, 50), st.integers(1, 5), st.sampled_from([0, 7, 30])
        ),
        min_size=1,
        max_size=6,
    )
)
def test_half_of_the_messages_do_not_exceed_the_median(
    told: list[tuple[int, int, int, int]],
) -> None:
    parts = [_part(least, least + wide, weight, blur) for least, wide, weight, blur in told]
    spread = Spread.of(parts)
    assert spread.median is not None
    assert spread.worst is not None
    assert spread.median <= spread.worst + 1e-9
    half = float(spread.weight) / 2
    close = float(spread.weight) / SLICES + 1e-6  # a whole slice may lie on the other side
    assert sum(_below(part, spread.median + 1e-6) for part in parts) >= half - close
    assert sum(_below(part, spread.median - 1e-6) for part in parts) <= half + close


def _below(part: Part, at: float) -> float:
    """How many messages of a part wait no longer than that, by slicing its blur."""
    least, most, weight, blur = map(float, (part.least, part.most, part.weight, part.blur))
    slices = SLICES if blur else 1
    shifts = ((number + 0.5) / slices * blur for number in range(slices))
    wide = most - least
    if not wide:
        return weight * sum(least + shift <= at for shift in shifts) / slices
    shares = (min(max((at - shift - least) / wide, 0.0), 1.0) for shift in shifts)
    return weight * sum(shares) / slices
