"""The actions of the menu Help."""

from mxgui.ui.action import Menu
from mxgui.ui.help_actions import HELP_ACTIONS


def test_all_are_in_the_menu_help_and_say_what_they_do():
    assert {action.menu for action in HELP_ACTIONS} == {Menu.HELP}
    assert all(str(action.tip) for action in HELP_ACTIONS)
