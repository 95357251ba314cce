"""The ticks of an axis of minutes, hours and days."""

import pytest

from mxgui.ui.timeline.axis import Axis
from mxgui.ui.waits.axis import duration_ticks


@pytest.mark.parametrize(
    ("last", "room", "words"),
    [
        (8 * 3600.0, 600.0, ["0", "1 h", "2 h", "3 h", "4 h", "5 h", "6 h", "7 h", "8 h"]),
        (5 * 86400.0, 400.0, ["0", "1 d", "2 d", "3 d", "4 d", "5 d"]),
        (600.0, 200.0, ["0", "5 min", "10 min"]),
        (4.0, 300.0, ["0", "1 s", "2 s", "3 s", "4 s"]),
    ],
)
def test_ticks_are_whole_units_that_stand_apart(last, room, words):
    assert [str(tick.words) for tick in duration_ticks(Axis(0.0, last), room)] == words


def test_before_the_outage_times_are_negative():
    found = duration_ticks(Axis(0.0, 4 * 3600.0), 300.0, lead=3600.0)
    assert [(tick.at, str(tick.words)) for tick in found][:2] == [(0.0, "−1 h"), (3600.0, "0")]


def test_there_are_none_without_room():
    assert duration_ticks(Axis(0.0, 100.0), 20.0) == ()


def test_ten_years_have_ticks_too():
    assert 0 < len(duration_ticks(Axis(0.0, 3650 * 86400.0), 200.0)) < 10
