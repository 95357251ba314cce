"""The page before anything was inspected."""

import pytest
from PySide6.QtCore import Qt

from mxgui.model.text import text
from mxgui.ui.settings.wishes import Welcomed
from mxgui.ui.shown import Example, Opened, Shown, Stage
from mxgui.ui.start_page import EXAMPLE, StartPage
from mxgui.ui.wishes import Inspect, OpenDemo
from tests.ui.showing import a_shown, wishes_of


@pytest.fixture
def start(theme, qtbot) -> StartPage:
    made = StartPage(theme)
    qtbot.addWidget(made)
    made.draw(Shown())
    return made


def test_it_offers_an_example_and_the_demo_network(start):
    wishes = wishes_of(start)
    start.example.click()
    start.demo.click()
    assert wishes == [Inspect(EXAMPLE), OpenDemo()]


def test_with_domains_at_the_left_it_points_there(start):
    start.draw(Shown(examples=(Example("one.example", text("One.")),)))
    assert start.demo.isHidden()
    assert "left" in start.hint.text()
    wishes = wishes_of(start)
    start.example.click()
    assert wishes == [Inspect("one.example")]


def test_it_gives_way_to_a_result(start):
    start.draw(a_shown())
    assert start.isHidden()


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        (Stage.WAITING, "two.example waits until others are done."),
        (Stage.RUNNING, "Looking up the route to two.example"),
        (Stage.NEVER_BEGUN, "two.example has not been inspected."),
    ],
)
def test_a_domain_without_a_result_says_why(start, stage, words):
    start.draw(Shown(opened=(Opened(2, "two.example", stage),), current=2))
    assert start.sentence.text() == words
    assert start.example.isHidden()


def test_at_the_first_start_it_is_a_welcome_until_something_is_opened(start, qtbot):
    start.show()
    start.draw(Shown(welcomes=True))
    assert start.welcome is not None
    assert start.welcome.isVisible()
    assert not start.sentence.isVisible()
    with qtbot.waitSignal(start.field_asked):
        start.welcome.domain.click()
    start.draw(Shown(welcomes=True, opened=(Opened(1, "a.example", Stage.RUNNING),), current=1))
    assert not start.welcome.isVisible()
    assert start.sentence.isVisible()


def test_the_escape_key_closes_the_welcome_wherever_the_keyboard_is(start, qtbot):
    wishes = wishes_of(start)
    start.show()
    start.draw(Shown(welcomes=True))
    start.activateWindow()
    assert start.welcome is not None
    start.welcome.domain.setFocus()
    qtbot.keyClick(start.welcome.domain, Qt.Key.Key_Escape)
    assert wishes == [Welcomed()]
    start.draw(Shown())
    qtbot.keyClick(start, Qt.Key.Key_Escape)
    assert wishes == [Welcomed()]
