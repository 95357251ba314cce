"""What was saved is opened by the key that every program has for it."""

from mxgui.ui.action import Do, Menu, Need
from mxgui.ui.actions import ACTIONS
from mxgui.ui.open_actions import OPEN_ACTIONS


def test_files_are_opened_from_the_file_menu_at_any_time():
    (action,) = OPEN_ACTIONS
    assert (action.do, action.menu, action.key) == (Do.OPEN, Menu.FILE, "Ctrl+O")
    assert action.needs is Need.NOTHING
    assert action in ACTIONS
