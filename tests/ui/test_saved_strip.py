"""The strip stands on top for as long as a row was opened from a file."""

from dataclasses import replace

import pytest

from mxgui.ui.saved_file import SavedFile, moment_words
from mxgui.ui.saved_strip import SavedStrip
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from mxgui.ui.wishes import ProbeAgain, ShowSaved
from tests.builders import NOON
from tests.ui.showing import a_shown, wishes_of

FILE = SavedFile("/home/ada/a.mxgui.json", NOON)
SAVED = a_shown(file=FILE)
AGAIN = replace(SAVED, file=replace(FILE, is_shown=False, is_alone=False))


@pytest.fixture
def strip(qtbot) -> SavedStrip:
    made = SavedStrip(Theme())
    qtbot.addWidget(made)
    return made


def test_it_tells_when_what_is_shown_was_found(strip):
    for shown, there in ((Shown(), False), (a_shown(), False), (SAVED, True), (AGAIN, True)):
        strip.draw(shown)
        assert strip.isHidden() is not there
        if there:
            assert moment_words(NOON) in strip.words.text()
    strip.draw(SAVED)
    assert "/home/ada/a.mxgui.json" in strip.words.toolTip()


def test_one_can_look_again(strip):
    strip.draw(SAVED)
    assert strip.other.isHidden()
    wishes = wishes_of(strip)
    strip.again.click()
    assert wishes == [ProbeAgain()]


def test_afterwards_one_goes_from_one_to_the_other(strip):
    wishes = wishes_of(strip)
    strip.draw(AGAIN)
    assert strip.again.isHidden()
    strip.other.click()
    strip.draw(replace(SAVED, file=replace(FILE, is_alone=False)))
    assert strip.again.isHidden()
    strip.other.click()
    assert wishes == [ShowSaved(saved=True), ShowSaved(saved=False)]


def test_while_work_goes_on_it_waits(strip):
    for shown in (SAVED, AGAIN):
        strip.draw(replace(shown, busy=True))
        assert not strip.again.isEnabled()
        assert not strip.other.isEnabled()


def test_both_buttons_can_be_reached_by_a_letter(strip):
    for shown in (SAVED, AGAIN):
        strip.draw(shown)
        for button in (strip.again, strip.other):
            assert button.isHidden() or "&" in button.text()
