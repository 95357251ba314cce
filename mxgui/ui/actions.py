"""Every action of the window as one table: where it stands in the menus, its key, what it does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from mxgui.model.text import Text, text
from mxgui.ui.words import shown as words_shown


class Menu(Enum):
    """The menus of the menu bar."""

    FILE = "file"
    INSPECT = "inspect"
    VIEW = "view"
    HELP = "help"

    @property
    def words(self) -> Text:
        """The title; the letter behind & opens it."""
        return _MENUS[self]


_MENUS = {
    Menu.FILE: text("&File"),
    Menu.INSPECT: text("&Inspect"),
    Menu.VIEW: text("&View"),
    Menu.HELP: text("&Help"),
}


class Do(Enum):
    """What an action does."""

    SAVE = "save"
    QUIT = "quit"
    FIELD = "field"
    INSPECT = "inspect"
    STOP = "stop"
    AGAIN = "again"
    ZOOM_IN = "zoom in"
    ZOOM_OUT = "zoom out"
    ZOOM_WHOLE = "zoom whole"
    FIT = "fit"
    GRAPH = "graph"
    DETAILS = "details"
    FINDINGS = "findings"
    TRY_ORDER = "try order"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Action:
    """One action. One for the graph alone hears its key only while the keyboard is there."""

    do: Do
    menu: Menu
    words: Text
    key: str
    tip: Text
    for_graph: bool = False


ACTIONS = (
    Action(Do.SAVE, Menu.FILE, text("&Save…"), "Ctrl+S", text("Write the result into a file")),
    Action(Do.QUIT, Menu.FILE, text("&Quit"), "Ctrl+Q", text("Stop all work and end the program")),
    Action(Do.FIELD, Menu.INSPECT, text("&Domain field"), "Ctrl+L", text("Type another domain")),
    Action(
        Do.INSPECT, Menu.INSPECT, text("&Inspect"), "Ctrl+Return", text("Inspect what was typed")
    ),
    Action(Do.STOP, Menu.INSPECT, text("S&top"), "Esc", text("Stop, and keep what is known")),
    Action(
        Do.AGAIN,
        Menu.INSPECT,
        text("Probe &again"),
        "F5",
        text("Ask and probe afresh, without earlier results"),
    ),
    Action(Do.ZOOM_IN, Menu.VIEW, text("&Larger"), "+", text("Enlarge the graph"), True),
    Action(Do.ZOOM_OUT, Menu.VIEW, text("&Smaller"), "-", text("Shrink the graph"), True),
    Action(Do.ZOOM_WHOLE, Menu.VIEW, text("&100 %"), "0", text("Show the graph whole"), True),
    Action(Do.FIT, Menu.VIEW, text("&Fit"), "F", text("Shrink until all is seen"), True),
    Action(Do.GRAPH, Menu.VIEW, text("&Graph"), "Ctrl+1", text("Go to the graph")),
    Action(Do.DETAILS, Menu.VIEW, text("&Details"), "Ctrl+2", text("Go to the details")),
    Action(Do.FINDINGS, Menu.VIEW, text("Fi&ndings"), "Ctrl+3", text("Go to the findings")),
    Action(Do.TRY_ORDER, Menu.VIEW, text("&Try order"), "Ctrl+4", text("Go to the try order")),
    Action(Do.ABOUT, Menu.HELP, text("&About mxgui"), "F1", text("Version and licence")),
)


def made_actions(window: QWidget) -> dict[Do, QAction]:
    """Make Qt's actions out of the table; whoever knows how connects them."""
    made = {}
    for action in ACTIONS:
        qt_action = QAction(words_shown(action.words), window)
        qt_action.setShortcut(QKeySequence(action.key))
        qt_action.setToolTip(words_shown(text("{tip} ({key})", tip=action.tip, key=action.key)))
        if action.for_graph:
            qt_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        made[action.do] = qt_action
    return made


def give_to_graph(made: Mapping[Do, QAction], graph: QWidget) -> None:
    """Let the graph hear the keys that are for it alone."""
    for action in ACTIONS:
        if action.for_graph:
            graph.addAction(made[action.do])


def connect(made: Mapping[Do, QAction], doing: Mapping[Do, Callable[[], object]]) -> None:
    """Say what some of the actions do."""
    for do, call in doing.items():
        made[do].triggered.connect(_called(call))


def _called(do: Callable[[], object]) -> Callable[[], None]:
    """Leave out the argument that Qt gives to a slot."""

    def call() -> None:
        do()

    return call
