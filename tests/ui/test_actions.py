"""The table of actions."""

from PySide6.QtGui import QKeySequence

from mxgui.ui.action import Do, Menu, Place
from mxgui.ui.actions import ACTIONS

KEYLESS = {
    Do.FORGET,
    Do.STILL,
    Do.ABOUT,
    Do.LINE,
    Do.PROXY,
    Do.THROUGH,
    Do.SEE_AS,
    Do.WELCOME,
    Do.REPORT,
}  # seldom wanted; the palette finds them


def test_everything_that_can_be_done_is_in_the_table_once():
    assert len({action.do for action in ACTIONS}) == len(ACTIONS) == len(Do)


def test_no_two_actions_have_the_same_key():
    keys = [QKeySequence(key).toString() for action in ACTIONS for key in action.keys]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    assert {action.do for action in ACTIONS if not action.keys} == KEYLESS


def test_no_two_entries_of_a_menu_have_the_same_letter():
    for menu in Menu:
        words = [str(action.words).partition("&")[2] for action in ACTIONS if action.menu is menu]
        letters = [each[:1].lower() for each in words if each]
        assert len(set(letters)) == len(letters), menu


def test_every_place_offers_something():
    assert all(any(place in action.places for action in ACTIONS) for place in Place)
