"""The clocks of the program are what the network wants of one, and moments lie apart by both."""

from datetime import timedelta

from mxgui.app.clock import SystemClock, stopwatch
from mxgui.net.clock import Clock, Moment, Stopwatch
from tests.builders import NOON
from tests.fakes import FakeClock


def test_the_programs_clock_and_the_one_of_the_tests_both_fit():
    clocks: tuple[Clock, ...] = (SystemClock(), FakeClock())
    for clock in clocks:
        watch: Stopwatch = stopwatch(clock)
        assert watch() >= 0.0
        assert clock.now().tzinfo is not None


def test_a_moment_is_later_by_the_longer_of_what_both_clocks_tell():
    first = Moment(10.0, NOON)
    assert Moment(12.0, NOON + timedelta(hours=8)).since(first) == 8 * 3600
    assert Moment(12.0, NOON - timedelta(hours=8)).since(first) == 2.0
    assert Moment.of(FakeClock()) == Moment(0.0, NOON)
