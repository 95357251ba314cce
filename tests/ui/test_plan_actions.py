"""The actions about a plan make sense where there is something to plan, or something planned."""

from dataclasses import replace

from mxgui.ui.action import Do, Menu
from mxgui.ui.plan_actions import PLAN_ACTIONS
from mxgui.ui.shown import Shown
from tests.builders import an_inspection
from tests.planned import a_planned
from tests.ui.showing import a_shown

PUBLISHED, PLANNED = a_shown(an_inspection()), a_shown(a_planned("10 new.example.net"))


def offered(shown):
    return [action.do for action in PLAN_ACTIONS if action.needs.is_met(shown)]


def test_they_are_offered_where_they_make_sense():
    assert offered(Shown()) == []
    assert offered(PUBLISHED) == [Do.EDIT_ROUTE]
    assert offered(PLANNED) == [Do.EDIT_ROUTE, Do.COMPARE, Do.PUBLISHED]
    assert offered(replace(PLANNED, busy=True)) == []
    assert offered(a_shown(an_inspection("[192.0.2.1]", mx=""))) == []


def test_they_stand_in_the_menu_of_the_route():
    assert {action.menu for action in PLAN_ACTIONS} == {Menu.ROUTE}
