"""The top of the window."""

import pytest

from mxgui.ui.domain_bar import DomainBar
from mxgui.ui.menus import ModeMenu, ResolverMenu, SenderMenu
from mxgui.ui.shown import Shown
from mxgui.ui.top import Top
from mxgui.ui.wishes import Inspect, UseHelo
from tests.ui.showing import wishes_of


@pytest.fixture
def top(theme, qtbot) -> Top:
    modes, senders, resolvers = ModeMenu(), SenderMenu(), ResolverMenu()
    made = Top(DomainBar(theme, modes, senders, resolvers))
    for widget in (made, modes, senders, resolvers):
        qtbot.addWidget(widget)
    made.show()
    made.draw(Shown())
    return made


def test_the_demo_network_says_what_it_is(top):
    assert not top.banner.isVisible()
    top.draw(Shown(is_demo=True))
    assert top.banner.isVisible()


def test_it_stays_where_it_is_and_cannot_be_put_away(top):
    assert not top.isMovable()
    assert not top.toggleViewAction().isEnabled()


def test_wishes_of_the_bar_leave_by_it(top):
    wishes = wishes_of(top)
    top.bar.field.put("example.org")
    top.bar.go.click()
    assert wishes == [Inspect("example.org")]


def test_what_holds_for_the_whole_window_stands_below_the_bar(top):
    assert not top.question.isVisible()
    assert not top.line.isVisible()
    top.draw(Shown(asks_helo=True))
    assert top.question.isVisible()
    wishes = wishes_of(top)
    top.question.leave.click()
    assert wishes == [UseHelo("")]
