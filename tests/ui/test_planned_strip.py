"""The strip stands above the graph for as long as the route is planned."""

from dataclasses import replace

import pytest

from mxgui.ui.action import Do
from mxgui.ui.planned_strip import PlannedStrip
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from mxgui.ui.wishes import PlanRoute
from tests.builders import an_inspection
from tests.planned import a_planned
from tests.ui.showing import a_shown, wishes_of

PLANNED = a_shown(a_planned("10 new.example.net"))


@pytest.fixture
def strip(qtbot) -> PlannedStrip:
    made = PlannedStrip(Theme())
    qtbot.addWidget(made)
    return made


def test_it_is_there_for_a_planned_route_alone(strip):
    for shown, there in ((Shown(), False), (a_shown(an_inspection()), False), (PLANNED, True)):
        strip.draw(shown)
        assert strip.isHidden() is not there
    assert "not published" in strip.words.text()


def test_its_buttons_lead_back_and_to_the_dialogs(strip):
    strip.draw(PLANNED)
    wishes = wishes_of(strip)
    asked: list[Do] = []
    strip.asked.connect(asked.append)
    for button in (strip.back, strip.edit, strip.compare):
        button.click()
    assert wishes == [PlanRoute(())]
    assert asked == [Do.EDIT_ROUTE, Do.COMPARE]


def test_while_work_goes_on_the_plan_stays(strip):
    strip.draw(replace(PLANNED, busy=True))
    assert not strip.back.isEnabled()
    assert not strip.edit.isEnabled()
    assert strip.compare.isEnabled()
