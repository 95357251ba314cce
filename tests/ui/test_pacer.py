"""What comes in within one frame is drawn once, and a slow picture is followed by a pause."""

from PySide6.QtCore import QTimer

from mxgui.ui.pacer import SHARE, Pacer


class Clock:
    """A clock that runs when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_many_calls_in_one_frame_are_one_picture(qtbot):
    drawn: list[str] = []
    pacer = Pacer(lambda: drawn.append("computed"), lambda: drawn.append("drawn"), Clock())
    for _ in range(50):
        pacer.soon()
    qtbot.waitUntil(lambda: len(drawn) == 2)
    assert drawn == ["computed", "drawn"]


def test_a_slow_picture_is_followed_by_a_pause(qtbot):
    clock = Clock()
    asked: list[int] = []

    def compute() -> None:
        clock.now += 1.0

    pacer = Pacer(compute, lambda: asked.append(1), clock)
    pacer.soon()
    qtbot.waitUntil(lambda: bool(asked))
    pacer.soon()
    pauses = [timer.interval() for timer in pacer.findChildren(QTimer) if timer.isActive()]
    assert pauses == [1000 * SHARE]
    pacer.stop()


def test_it_ticks_by_itself_until_it_is_told_not_to(qtbot):
    drawn: list[int] = []
    clock = Clock()
    pacer = Pacer(lambda: None, lambda: drawn.append(1), clock)
    pacer.tick(1)
    qtbot.waitUntil(lambda: len(drawn) > 2)
    pacer.tick(None)
    pacer.stop()
    seen = len(drawn)
    qtbot.waitUntil(lambda: len(drawn) == seen)
