"""Qt's actions, made out of the table."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from mxgui.ui.action import Do, Place
from mxgui.ui.qt_actions import action_for, connect, enable, made_actions, offer, tip_of
from mxgui.ui.shown import Shown
from tests.ui.showing import a_shown


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
    assert str(tip_of(action_for(Do.ABOUT))) == "Version, licences, what it is made of"


def test_an_action_may_have_several_keys(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    keys = made_actions(window)[Do.NEXT].shortcuts()
    assert [key.toString() for key in keys] == ["Ctrl+PgDown", "Ctrl+Tab"]
    assert QKeySequence("Ctrl+PgDown") == keys[0]


def test_a_place_offers_its_actions_and_no_others(qtbot):
    window, graph = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(graph)
    made = made_actions(window)
    offer(made, Place.GRAPH, graph)
    assert made[Do.COPY_PICTURE] in graph.actions()
    assert made[Do.STOP] not in graph.actions()


def test_what_makes_no_sense_now_is_switched_off(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    made = made_actions(window)
    enable(made, Shown())
    assert not made[Do.SAVE].isEnabled()
    assert made[Do.FIELD].isEnabled()
    enable(made, a_shown())
    assert made[Do.SAVE].isEnabled()
