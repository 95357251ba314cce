"""Everybody is called in a turn of its own, and nobody waits for ever."""

from PySide6.QtCore import QCoreApplication, QTimer

from mxgui.ui.pacer import TURN
from mxgui.ui.turns import Turns, for_one_turn


class Drawer:
    """Has something to draw a number of times; all of them write into one list."""

    def __init__(self, name: str, times: int, drawn: list[str]) -> None:
        self.name, self.times, self.drawn = name, times, drawn

    def __call__(self) -> bool:
        if not self.times:
            return False
        self.times -= 1
        self.drawn.append(self.name)
        return True


def test_nobody_is_called_before_the_next_turn(qtbot):
    drawn: list[str] = []
    turns = Turns([Drawer("a", 1, drawn)])
    turns.start()
    assert drawn == []
    qtbot.waitUntil(lambda: drawn == ["a"])


def test_each_has_a_turn_of_its_own(qtbot):
    drawn: list[str] = []
    turns = Turns([Drawer("a", 1, drawn), Drawer("idle", 0, drawn), Drawer("b", 1, drawn)])
    turns.start()
    lengths: list[int] = []
    watch = QTimer()
    watch.timeout.connect(lambda: lengths.append(len(drawn)))
    watch.start(0)
    qtbot.waitUntil(lambda: drawn == ["a", "b"])
    assert 1 in lengths  # somebody else had a turn between the two


def test_who_always_has_something_keeps_nobody_waiting(qtbot):
    drawn: list[str] = []
    turns = Turns([Drawer("busy", 1000, drawn), Drawer("b", 1, drawn)])
    turns.start()
    qtbot.waitUntil(lambda: "b" in drawn)
    turns.stop()
    assert drawn[:2] == ["busy", "b"]


def test_it_rests_once_nobody_has_anything(qtbot):
    drawn: list[str] = []
    turns = Turns([Drawer("a", 3, drawn)])
    turns.start()
    timer = turns.findChild(QTimer)
    assert timer is not None
    qtbot.waitUntil(lambda: not timer.isActive())
    assert drawn == ["a"] * 3
    QCoreApplication.processEvents()
    assert drawn == ["a"] * 3


def test_short_steps_are_taken_together_until_the_turn_is_up():
    times = iter([0.0, 0.4 * TURN, 0.8 * TURN, 1.2 * TURN])
    steps = iter(range(10))
    assert list(for_one_turn(steps, lambda: next(times))) == [0, 1, 2]
    assert next(steps) == 3  # the others are left for the next one


def test_a_turn_in_which_nothing_is_left_gives_nothing():
    assert list(for_one_turn(iter(()))) == []
