"""The frame places the views, wide or narrow, and shows nothing that is empty."""

import pytest

from mxgui.model.text import text
from mxgui.ui.frame import DETAILS, SIDE, Frame
from mxgui.ui.menus import ModeMenu, ResolverMenu
from mxgui.ui.shown import Example, Shown
from mxgui.ui.wishes import Choose, Inspect
from tests.ui.showing import a_shown, wishes_of


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


def titles(frame: Frame) -> list[str]:
    return [frame.tabs.tabText(at) for at in range(frame.tabs.count())]


def test_before_a_result_there_is_the_start_and_nothing_empty(frame):
    assert frame.start.isVisible()
    for view in (frame.graph, frame.headline, frame.details, frame.tabs, frame.banner):
        assert not view.isVisible()
    assert not frame.examples.isVisible()


def test_a_result_takes_the_place_of_the_start(frame):
    frame.draw(a_shown())
    assert not frame.start.isVisible()
    for view in (frame.graph, frame.headline, frame.details, frame.tabs):
        assert view.isVisible()


def test_the_demo_network_says_what_it_is(frame):
    frame.draw(Shown(is_demo=True, examples=(Example("one.example", text("One.")),)))
    assert frame.banner.isVisible()
    assert frame.examples.isVisible()


def test_the_tab_of_findings_counts_them(frame):
    shown = a_shown()
    assert shown.result is not None
    frame.draw(shown)
    count = len(shown.result.findings)
    assert titles(frame) == [f"Findings  {count}", "Try order"]


def test_in_a_narrow_window_the_details_are_the_first_tab(frame):
    frame.draw(a_shown())
    frame.resize(1024, 600)
    assert titles(frame)[0] == "Details"
    assert frame.details.isVisible()
    frame.resize(1440, 860)
    assert "Details" not in titles(frame)
    assert frame.details.isVisible()


def test_a_narrow_window_has_room_for_the_graph(frame):
    frame.resize(1024, 560)
    frame.draw(a_shown())
    assert frame.graph.height() >= 200
    assert not frame.graph.canvas.horizontalScrollBar().isVisible()


def test_in_a_narrow_window_a_choice_uncovers_its_details(frame):
    frame.resize(1024, 600)
    frame.draw(a_shown())
    frame.show_try_order()
    wishes = wishes_of(frame)
    frame.graph.canvas.chosen.emit("host 0")
    assert frame.tabs.currentWidget() is frame.details
    assert wishes == [Choose("host 0")]


def test_every_panel_can_be_gone_to(frame, qtbot):
    frame.draw(a_shown())
    frame.activateWindow()
    for go, focused in (
        (frame.show_graph, frame.graph.canvas),
        (frame.show_details, frame.details.page),
        (frame.show_try_order, None),
        (frame.show_findings, None),
    ):
        go()
        if focused is not None:
            qtbot.waitUntil(focused.hasFocus)
    assert frame.tabs.tabText(frame.tabs.currentIndex()).startswith("Findings")


def test_the_wishes_of_every_view_leave_by_one_signal(frame):
    wishes = wishes_of(frame)
    frame.start.example.click()
    assert [type(wish) for wish in wishes] == [Inspect]


def test_a_list_that_comes_later_has_the_width_that_it_needs(frame):
    frame.draw(Shown(is_demo=True, examples=(Example("one.example", text("One.")),)))
    assert frame.examples.width() == SIDE
    frame.draw(a_shown(examples=(Example("one.example", text("One.")),)))
    assert frame.examples.width() == SIDE
    assert frame.details.width() == DETAILS
