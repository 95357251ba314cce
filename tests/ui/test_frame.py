"""The middle of the window: a start page, or headline and graph."""

import pytest

from mxgui.ui.frame import Frame
from mxgui.ui.shown import Shown
from mxgui.ui.wishes import Choose, Inspect
from tests.ui.showing import a_shown, wishes_of


@pytest.fixture
def frame(theme, qtbot) -> Frame:
    made = Frame(theme)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.draw(Shown())
    return made


def test_before_a_result_there_is_the_start_and_nothing_empty(frame):
    assert frame.start.isVisible()
    assert frame.graph is None


def test_what_was_made_ahead_stays_hidden_until_there_is_a_result(frame):
    graph = frame.complete()
    frame.draw(Shown())
    assert not graph.isVisible()
    frame.draw(a_shown())
    assert graph.isVisible()
    assert frame.headline.isVisible()
    assert not frame.start.isVisible()
    assert frame.complete() is graph


def test_the_wishes_of_every_view_leave_by_one_signal(frame):
    frame.complete()
    frame.draw(a_shown())
    wishes = wishes_of(frame)
    frame.start.example.click()
    frame.graph.canvas.chosen.emit("host 0")
    assert wishes == [Inspect("example.org"), Choose("host 0")]
