"""The welcome offers three ways to begin."""

import pytest

from mxgui.model.plan import Plan
from mxgui.ui.shown import Shown
from mxgui.ui.welcome import Welcome
from mxgui.ui.wishes import OpenDemo, UseHelo
from tests.ui.showing import wishes_of


@pytest.fixture
def welcome(qtbot) -> Welcome:
    made = Welcome()
    qtbot.addWidget(made)
    made.draw(Shown(welcomes=True, usual_helo="[198.51.100.7]"))
    return made


def test_one_button_opens_the_demo_network(welcome):
    wishes = wishes_of(welcome)
    welcome.demo.click()
    assert wishes == [OpenDemo()]
    welcome.draw(Shown(is_demo=True))
    assert not welcome.demo.isEnabled()


def test_one_button_leads_to_the_field(welcome, qtbot):
    with qtbot.waitSignal(welcome.field_asked):
        welcome.domain.click()


def test_a_name_to_greet_by_is_taken_or_told_what_is_wrong(welcome):
    wishes = wishes_of(welcome)
    assert welcome.name.placeholderText() == "[198.51.100.7]"
    welcome.name.setText("localhost")
    welcome.use.click()
    assert not wishes
    assert welcome.told.text() == "Give a name that can be looked up, or [address]."
    welcome.name.setText("mail.example.net")
    welcome.use.click()
    assert wishes == [UseHelo("mail.example.net")]
    welcome.draw(Shown(plan=Plan(helo="mail.example.net")))
    assert welcome.told.text() == "mxgui greets as mail.example.net."
