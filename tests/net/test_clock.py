"""The clocks of the program are what the network wants of one."""

from mxgui.app.clock import SystemClock, stopwatch
from mxgui.net.clock import Clock, Stopwatch
from tests.fakes import FakeClock


def test_the_programs_clock_and_the_one_of_the_tests_both_fit():
    clocks: tuple[Clock, ...] = (SystemClock(), FakeClock())
    for clock in clocks:
        watch: Stopwatch = stopwatch(clock)
        assert watch() >= 0.0
        assert clock.now().tzinfo is not None
