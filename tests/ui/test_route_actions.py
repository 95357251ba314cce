"""The menu of the route offers what can be supposed."""

from mxgui.ui.action import Do, Menu, Place
from mxgui.ui.route_actions import ROUTE_ACTIONS


def test_all_of_them_stand_in_the_menu_of_the_route():
    assert {action.menu for action in ROUTE_ACTIONS} == {Menu.ROUTE}
    assert len({action.do for action in ROUTE_ACTIONS}) == len(ROUTE_ACTIONS)


def test_what_is_done_to_a_part_is_offered_on_the_graph():
    offered = {action.do for action in ROUTE_ACTIONS if Place.GRAPH in action.places}
    assert {Do.SWITCH, Do.SEE_AS, Do.UNDO} <= offered
