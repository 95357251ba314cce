"""The axis of time: what is seen of it, where its ticks stand, how it is zoomed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.ui.timeline.axis import DEEPEST, LEAST, Axis, fitted, moved, ticks, zoomed

WHOLE = Axis(0.0, 10.0)


def words(axis: Axis, room: float) -> list[str]:
    return [str(tick.words) for tick in ticks(axis, room)]


def test_all_is_seen_with_a_little_room_behind_the_last_moment():
    axis = fitted(3.0, growing=False)
    assert axis.begin == 0
    assert 3.0 < axis.end < 3.2


def test_nothing_at_all_still_has_an_axis():
    assert fitted(0.0, growing=False).length == LEAST


def test_while_more_is_to_come_the_axis_grows_in_steps():
    ends = [fitted(last / 100, growing=True).end for last in range(1, 500)]
    assert all(end >= last / 100 for last, end in enumerate(ends, start=1))
    assert ends == sorted(ends)
    assert len(set(ends)) < 15


@pytest.mark.parametrize(
    ("axis", "expected"),
    [
        (Axis(0.0, 0.4), ["0 ms", "100 ms", "200 ms", "300 ms", "400 ms"]),
        (Axis(0.0, 5.0), ["0 s", "1 s", "2 s", "3 s", "4 s", "5 s"]),
        (Axis(12.34, 12.36), ["12.34 s", "12.345 s", "12.35 s", "12.355 s", "12.36 s"]),
    ],
)
def test_ticks_have_round_numbers_with_their_unit(axis, expected):
    assert words(axis, 400.0) == expected


def test_without_room_there_is_no_tick():
    assert words(WHOLE, 20.0) == []


@given(st.floats(0, 500), st.floats(0.011, 500), st.floats(64, 4000))
def test_ticks_stand_within_the_axis_and_apart_and_no_two_say_the_same(begin, length, room):
    axis = Axis(begin, begin + max(length, (begin + length) / DEEPEST))
    found = ticks(axis, room)
    assert all(-1e-6 <= axis.place(tick.at) <= 1 + 1e-6 for tick in found)
    places = [axis.place(tick.at) * room for tick in found]
    assert all(b - a > 63.9 for a, b in pairwise(places))
    told = [str(tick.words) for tick in found]
    assert len(set(told)) == len(told)


def test_zoom_keeps_the_moment_below_the_mouse():
    axis = zoomed(WHOLE, WHOLE, 2.0, 4.0)
    assert axis.length == 5.0
    assert axis.place(4.0) == pytest.approx(WHOLE.place(4.0))


def test_zoom_ends_at_the_whole_and_where_ticks_could_not_be_told_apart():
    deep = zoomed(WHOLE, WHOLE, 1e9, 3.0)
    assert deep.length == pytest.approx(LEAST)
    assert zoomed(deep, WHOLE, 1e-9, 3.0) is WHOLE


def test_moving_stops_at_both_ends():
    axis = Axis(4.0, 6.0)
    assert moved(axis, WHOLE, -99.0) == Axis(0.0, 2.0)
    assert moved(axis, WHOLE, 99.0) == Axis(8.0, 10.0)
