"""Menus of a what-if are about what is chosen on the graph."""

import pytest

from mxgui.routing.route import route_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.outage import Off, What
from mxgui.routing.sending.supposing import parts_of
from mxgui.ui.shown import Shown
from mxgui.ui.what_if_menus import StartMenu, SwitchMenu
from mxgui.ui.wishes import SeeAs, ShowMeasured, StartFrom, SwitchOff, SwitchOn
from tests.ui.showing import a_shown, two_tiers, wishes_of
from tests.ui.supposing import A, a_supposed

HOST = parts_of(route_of(two_tiers())).tiers[0].below[0]


@pytest.fixture
def menu(qtbot) -> SwitchMenu:
    made = SwitchMenu()
    qtbot.addWidget(made)
    return made


def test_what_is_chosen_goes_off_in_each_manner(menu):
    menu.draw(a_supposed(chosen=A))
    wishes = wishes_of(menu)
    for action in menu.actions()[:5]:
        action.trigger()
    assert [wish.off.spelled for wish in wishes] == [
        f"{A}:{how}" for how in ("refused", "silent", "421", "554", "tls")
    ]


def test_the_manner_of_what_is_off_is_checked_and_it_can_come_on(menu):
    menu.draw(a_supposed(f"{A}:421", chosen=A))
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Switch off: 421"]
    wishes = wishes_of(menu)
    menu.back.trigger()
    assert wishes == [SwitchOn(HOST)]


def test_without_a_choice_it_can_do_nothing(menu):
    wishes = wishes_of(menu)
    for shown in (Shown(), a_shown(), a_shown(chosen="domain")):
        menu.draw(shown)
        assert not menu.isEnabled()
        menu.toggle()
        menu.see_as_chosen()
    assert wishes == []


def test_a_key_switches_off_and_on_again(menu):
    wishes = wishes_of(menu)
    menu.draw(a_supposed(chosen=A))
    menu.toggle()
    menu.draw(a_supposed("preference=10", chosen=A))  # off with its tier
    menu.toggle()
    assert wishes == [SwitchOff(Off(What.HOST, A, Behaviour.SILENT)), SwitchOn(HOST)]


def test_the_route_is_seen_as_the_chosen_host_and_as_anybody_again(menu):
    wishes = wishes_of(menu)
    menu.draw(a_supposed(chosen=A))
    menu.see_as_chosen()
    menu.draw(a_supposed(own=A, chosen=A))
    menu.see_as_chosen()
    assert wishes == [SeeAs(A), SeeAs("")]


def test_the_measured_picture_comes_and_goes(menu):
    wishes = wishes_of(menu)
    menu.draw(a_supposed(A))
    menu.show_measured()
    menu.draw(a_supposed(A, measured=True))
    menu.show_measured()
    assert wishes == [ShowMeasured(True), ShowMeasured(False)]


def test_where_it_starts_is_chosen(qtbot):
    menu = StartMenu()
    qtbot.addWidget(menu)
    wishes = wishes_of(menu)
    menu.draw(a_supposed(as_probed=True))
    assert [action.isChecked() for action in menu.actions()] == [False, True]
    menu.actions()[0].trigger()
    assert wishes == [StartFrom(False)]
    menu.draw(Shown())
    assert not menu.isEnabled()
