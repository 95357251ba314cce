"""Keys and menus that go to panels, and do something to the one with the keyboard."""

from collections.abc import Iterator

import pytest

from mxgui.ui.action import Do
from mxgui.ui.main_window import MainWindow
from mxgui.ui.panel_actions import PANEL_KEYS
from mxgui.ui.shown import Shown
from mxgui.ui.views import PANELS, DetailsView, FindingsView
from tests.ui.showing import a_shown
from tests.ui.windows import end


@pytest.fixture
def window(theme, qtbot) -> Iterator[MainWindow]:
    made = MainWindow(theme)
    made.draw(a_shown())
    made.resize(1400, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.hide()
    end(made)


def do(window: MainWindow, what: Do) -> None:
    window.actions_by_name[what].trigger()


def test_every_panel_has_a_key_that_brings_it_back(window, qtbot):
    keys = [action.shortcut().toString() for action in window.panel_actions]
    assert keys == list(PANEL_KEYS[: len(PANELS)])
    taken = {key.toString() for made in window.actions_by_name.values() for key in made.shortcuts()}
    assert not taken & set(keys)
    dock = window.panels.docks[FindingsView]
    dock.close()
    window.panel_actions[PANELS.index(FindingsView)].trigger()
    assert not dock.isHidden()
    qtbot.waitUntil(lambda: window.panels.with_keyboard() is dock)


def test_keys_of_panels_do_nothing_until_there_is_a_result(window):
    window.draw(Shown())
    assert not any(action.isEnabled() for action in window.panel_actions)
    window.draw(a_shown())
    assert all(action.isEnabled() for action in window.panel_actions)


def test_a_key_goes_round_all_panels_and_the_graph(window, qtbot):
    do(window, Do.GRAPH)
    qtbot.waitUntil(window.frame.graph.canvas.hasFocus)
    seen = []
    for _ in range(len(PANELS)):
        do(window, Do.NEXT_PANEL)
        seen.append(window.panels.with_keyboard())
    assert seen == list(window.panels.docks.values())
    do(window, Do.NEXT_PANEL)
    assert window.frame.graph.canvas.hasFocus()
    do(window, Do.PREVIOUS_PANEL)
    assert window.panels.with_keyboard() is seen[-1]


def test_the_panel_with_the_keyboard_floats_and_is_put_away(window, qtbot):
    dock = window.panels.docks[DetailsView]
    dock.go_to()
    qtbot.waitUntil(lambda: window.panels.with_keyboard() is dock)
    do(window, Do.FLOAT)
    assert dock.isFloating()
    qtbot.waitUntil(lambda: window.panels.with_keyboard() is dock)
    do(window, Do.FLOAT)
    assert not dock.isFloating()
    qtbot.waitUntil(lambda: window.panels.with_keyboard() is dock)
    do(window, Do.HIDE)
    assert dock.isHidden()
    assert window.frame.graph.canvas.hasFocus()
    do(window, Do.HIDE)  # the graph cannot be put away
    assert window.frame.graph.isVisible()


def test_a_choice_on_the_graph_uncovers_its_details(window, qtbot):
    window.resize(1000, 700)
    details = window.panels.docks[DetailsView]
    window.panels.docks[FindingsView].go_to()
    qtbot.waitUntil(lambda: not details.is_seen)
    window.frame.graph.canvas.chosen.emit("host 0")
    qtbot.waitUntil(lambda: details.is_seen)


def test_enter_on_the_graph_goes_to_the_details(window, qtbot):
    window.frame.graph.canvas.opened.emit()
    dock = window.panels.docks[DetailsView]
    qtbot.waitUntil(lambda: window.panels.with_keyboard() is dock)


def test_from_a_floating_panel_a_key_leads_back_into_the_window(window, qtbot):
    dock = window.panels.docks[DetailsView]
    dock.go_to()
    qtbot.waitUntil(lambda: window.panels.with_keyboard() is dock)
    do(window, Do.FLOAT)
    qtbot.waitUntil(dock.isActiveWindow)
    window.panels.docks[FindingsView].go_to()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.panels.with_keyboard() is window.panels.docks[FindingsView]
    dock.go_to()
    qtbot.waitUntil(dock.isActiveWindow)
    do(window, Do.FIELD)
    qtbot.waitUntil(window.isActiveWindow)
    assert window.bar.field.hasFocus()


def test_from_the_field_a_key_leads_to_the_graph_first(window, qtbot):
    do(window, Do.FIELD)
    qtbot.waitUntil(window.bar.field.hasFocus)
    do(window, Do.NEXT_PANEL)
    assert window.frame.graph.canvas.hasFocus()
