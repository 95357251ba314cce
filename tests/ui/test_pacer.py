"""What comes in within one frame is drawn once, and a slow picture is followed by a pause."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer

from mxgui.ui.pacer import FRAME, LONGEST, SHARE, TURN, Pacer


class Clock:
    """A clock that runs when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Picture:
    """A picture that is computed in steps, each of which takes a while."""

    def __init__(self, steps: int = 1, seconds: float = 0.0) -> None:
        self.clock = Clock()
        self.done: list[str] = []
        self.steps, self.seconds = steps, seconds
        self.meanwhile: Callable[[], None] = lambda: None
        self.pacer = Pacer(self._compute, self._draw, self.clock)

    def _compute(self) -> Iterator[None]:
        for step in range(self.steps):
            if step:
                yield
                self.meanwhile()
            self.clock.now += self.seconds
            self.done.append("computed")

    def _draw(self) -> None:
        self.clock.now += self.seconds
        self.done.append("drawn")

    @property
    def pauses(self) -> list[int]:
        """Milliseconds of the pause before the next picture, if one is to come."""
        timers = self.pacer.findChildren(QTimer)
        return [timer.interval() for timer in timers if timer.isActive()]


def test_many_calls_in_one_frame_are_one_picture(qtbot):
    some = Picture()
    for _ in range(50):
        some.pacer.soon()
    qtbot.waitUntil(lambda: len(some.done) == 2)
    assert some.done == ["computed", "drawn"]
    assert some.pauses == []


def test_a_step_that_fills_a_turn_has_it_for_itself_and_the_picture_comes_last(qtbot):
    some = Picture(steps=3, seconds=TURN)
    lengths: list[int] = []
    watch = QTimer()
    watch.timeout.connect(lambda: lengths.append(len(some.done)))
    watch.start(0)
    some.pacer.soon()
    qtbot.waitUntil(lambda: some.done == ["computed"] * 3 + ["drawn"])
    assert {1, 2, 3} <= set(lengths)  # others had their turns in between


def test_short_steps_share_a_turn_and_drawing_has_its_own(qtbot):
    some = Picture(steps=9, seconds=TURN / 3.5)
    lengths: list[int] = []
    watch = QTimer()
    watch.timeout.connect(lambda: lengths.append(len(some.done)))
    watch.start(0)
    some.pacer.soon()
    qtbot.waitUntil(lambda: "drawn" in some.done)
    assert set(lengths) <= {0, 4, 8, 9, 10}


def test_what_is_asked_for_meanwhile_is_the_next_picture(qtbot):
    some = Picture(steps=2)
    some.meanwhile = some.pacer.soon
    some.pacer.soon()
    qtbot.waitUntil(lambda: some.done.count("drawn") == 1)
    assert some.done == ["computed", "computed", "drawn"]
    assert some.pauses == [round(FRAME * 1000)]
    some.pacer.stop()


def test_a_slow_picture_is_followed_by_a_pause_for_all_its_steps(qtbot):
    some = Picture(steps=2, seconds=0.1)
    some.pacer.soon()
    qtbot.waitUntil(lambda: "drawn" in some.done)
    some.pacer.soon()
    assert some.pauses == [3 * 100 * SHARE]
    some.pacer.stop()


def test_a_computer_that_slept_in_the_midst_of_a_picture_is_not_taken_for_a_slow_one(qtbot):
    some = Picture(seconds=8 * 3600.0)
    some.pacer.soon()
    qtbot.waitUntil(lambda: "drawn" in some.done)
    some.pacer.soon()
    assert some.pauses == [round(LONGEST * 1000)]
    some.pacer.stop()


def test_a_step_that_fails_costs_that_picture_only(qtbot):
    clock = Clock()
    drawn: list[int] = []

    def compute() -> Iterator[None]:
        yield
        if not drawn and clock.now < 101:
            clock.now = 101
            raise ValueError

    pacer = Pacer(compute, lambda: drawn.append(1), clock)
    with qtbot.captureExceptions() as found:
        pacer.soon()
        qtbot.waitUntil(lambda: bool(found))
    pacer.soon()
    qtbot.waitUntil(lambda: bool(drawn))


def test_it_ticks_by_itself_until_it_is_told_not_to(qtbot):
    some = Picture()
    some.clock.now = 1000.0  # every picture is long past
    some.pacer.tick(1)
    qtbot.waitUntil(lambda: some.done.count("drawn") > 2)
    some.pacer.tick(None)
    some.pacer.stop()
    seen = len(some.done)
    qtbot.waitUntil(lambda: len(some.done) == seen)
