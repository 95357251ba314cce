"""Time, as a job is given it."""

from datetime import UTC

from mxgui.app.clock import SystemClock, stopwatch
from tests.fakes import FakeClock


def test_a_stopwatch_counts_from_its_start():
    clock = FakeClock()
    clock.advance(5)
    watch = stopwatch(clock)
    clock.advance(2)
    assert watch() == 2


def test_a_stopwatch_can_start_with_time_already_passed():
    assert stopwatch(FakeClock(), already=7.0)() == 7


def test_the_systems_clock_tells_utc_and_never_runs_backwards():
    clock = SystemClock()
    first = clock.seconds()
    assert clock.now().tzinfo is UTC
    assert clock.seconds() >= first
