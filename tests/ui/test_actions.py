"""The table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from mxgui.ui.actions import ACTIONS, Do, Menu, connect, give_to_graph, made_actions


def test_everything_that_can_be_done_is_in_the_table_once():
    assert len({action.do for action in ACTIONS}) == len(ACTIONS) == len(Do)


def test_no_two_actions_have_the_same_key():
    keys = [QKeySequence(action.key).toString() for action in ACTIONS]
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_no_two_entries_of_a_menu_have_the_same_letter():
    for menu in Menu:
        letters = [
            str(action.words).partition("&")[2][:1].lower()
            for action in ACTIONS
            if action.menu is menu
        ]
        assert len(set(letters)) == len(letters)


def test_an_action_calls_what_it_is_for_and_tells_its_key(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    done: list[Do] = []
    made = made_actions(window)
    connect(made, {Do.STOP: lambda: done.append(Do.STOP)})
    made[Do.STOP].trigger()
    made[Do.SAVE].trigger()  # nobody has said what it does
    assert done == [Do.STOP]
    assert made[Do.SAVE].toolTip() == "Write the result into a file (Ctrl+S)"


def test_the_keys_of_the_graph_are_heard_there_alone(qtbot):
    window, graph = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(graph)
    made = made_actions(window)
    give_to_graph(made, graph)
    assert made[Do.FIT] in graph.actions()
    assert made[Do.FIT].shortcutContext() is Qt.ShortcutContext.WidgetShortcut
    assert made[Do.STOP] not in graph.actions()
