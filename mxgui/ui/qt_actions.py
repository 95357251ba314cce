"""Qt's actions, made out of the table."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from mxgui.model.text import Text, text
from mxgui.ui.action import Action, Do, Place
from mxgui.ui.actions import ACTIONS
from mxgui.ui.shown import Shown
from mxgui.ui.wishes import (
    AskServers,
    CloseAll,
    FoldWorse,
    LookThrough,
    NewWindow,
    OpenDemo,
    PlanRoute,
    ProbeAgain,
    Shuffle,
    Stop,
    StopAll,
    SupposeNothing,
    UndoSupposing,
    Wish,
)
from mxgui.ui.words import shown as words_shown

WISHES: Mapping[Do, Wish] = {
    Do.NEW_WINDOW: NewWindow(),
    Do.QUIT: CloseAll(),
    Do.STOP: Stop(),
    Do.STOP_ALL: StopAll(),
    Do.AGAIN: ProbeAgain(),
    Do.ASK_SERVERS: AskServers(),
    Do.PUBLISHED: PlanRoute(()),
    Do.THROUGH: LookThrough(),
    Do.SHUFFLE: Shuffle(),
    Do.UNDO: UndoSupposing(),
    Do.SUPPOSE_NOTHING: SupposeNothing(),
    Do.DEMO: OpenDemo(),
    Do.FOLD: FoldWorse(folded=True),
    Do.UNFOLD: FoldWorse(folded=False),
}


def made_actions(window: QWidget) -> dict[Do, QAction]:
    """Make Qt's actions out of the table; whoever knows how connects them."""
    made = {}
    for action in ACTIONS:
        qt_action = QAction(words_shown(action.words), window)
        qt_action.setShortcuts([QKeySequence(key) for key in action.keys])
        qt_action.setToolTip(words_shown(tip_of(action)))
        qt_action.setCheckable(action.can_be_checked)
        made[action.do] = qt_action
    return made


def tip_of(action: Action) -> Text:
    """What the action does, and by which key."""
    if not action.key:
        return action.tip
    return text("{tip} ({key})", tip=action.tip, key=action.key)


def action_for(do: Do) -> Action:
    """Give the line of the table."""
    return next(action for action in ACTIONS if action.do is do)


def offer(made: Mapping[Do, QAction], place: Place, widget: QWidget) -> None:
    """Let a widget offer the actions of its place in its context menu."""
    widget.addActions([made[action.do] for action in ACTIONS if place in action.places])


def enable(made: Mapping[Do, QAction], shown: Shown) -> None:
    """Switch off what makes no sense now."""
    for action in ACTIONS:
        made[action.do].setEnabled(action.needs.is_met(shown))


def connect(made: Mapping[Do, QAction], doing: Mapping[Do, Callable[[], object]]) -> None:
    """Say what some of the actions do."""
    for do, call in doing.items():
        made[do].triggered.connect(_called(call))


def utter(made: Mapping[Do, QAction], wished: SignalInstance) -> None:
    """Let the actions that are wishes, and nothing else, be uttered."""
    for do, wish in WISHES.items():
        made[do].triggered.connect(_called(partial(wished.emit, wish)))


def _called(do: Callable[[], object]) -> Callable[[], None]:
    """Leave out the argument that Qt gives to a slot."""

    def call() -> None:
        do()

    return call
