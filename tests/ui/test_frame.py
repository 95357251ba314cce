"""The frame: the bar, the domains, and a start page or a result."""

import pytest

from mxgui.model.text import text
from mxgui.ui.frame import SIDE, Frame
from mxgui.ui.menus import ModeMenu, ResolverMenu
from mxgui.ui.shown import Example, Shown
from mxgui.ui.wishes import Inspect
from tests.ui.showing import a_shown, wishes_of

ONE = (Example("one.example", text("One.")),)


@pytest.fixture
def frame(theme, qtbot) -> Frame:
    modes, resolvers = ModeMenu(), ResolverMenu()
    made = Frame(theme, modes, resolvers)
    for widget in (made, modes, resolvers):
        qtbot.addWidget(widget)
    made.resize(1440, 860)
    made.show()
    made.draw(Shown())
    return made


def test_before_a_result_there_is_the_start_and_nothing_empty(frame):
    assert frame.start.isVisible()
    assert not frame.banner.isVisible()
    assert frame.pane is None
    assert frame.examples is None


def test_a_result_takes_the_place_of_the_start(frame, qtbot):
    with qtbot.waitSignal(frame.completed):
        frame.draw(a_shown())
    assert not frame.start.isVisible()
    assert frame.pane is not None
    assert frame.pane.isVisible()


def test_a_pane_that_was_made_ahead_stays_hidden_and_is_made_once(frame):
    frame.complete()
    pane = frame.pane
    frame.draw(Shown())
    assert pane is not None
    assert not pane.isVisible()
    frame.draw(a_shown())
    assert frame.pane is pane
    assert pane.isVisible()


def test_the_demo_network_says_what_it_is(frame):
    frame.draw(Shown(is_demo=True, examples=ONE))
    assert frame.banner.isVisible()
    assert frame.examples is not None
    assert frame.examples.isVisible()


def test_a_list_that_comes_later_has_the_width_that_it_needs(frame):
    frame.draw(Shown(is_demo=True, examples=ONE))
    assert frame.examples is not None
    assert frame.examples.width() == SIDE
    frame.draw(a_shown(examples=ONE))
    assert frame.examples.width() == SIDE


def test_the_wishes_of_every_view_leave_by_one_signal(frame):
    frame.draw(a_shown(examples=ONE))
    wishes = wishes_of(frame)
    frame.start.example.click()
    frame.pane.graph.canvas.chosen.emit("host 0")
    assert [type(wish).__name__ for wish in wishes] == ["Inspect", "Choose"]
    assert isinstance(wishes[0], Inspect)
