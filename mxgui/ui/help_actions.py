"""The actions of the menu "Help"."""

from mxgui.model.text import text
from mxgui.ui.action import Action, Do, Menu

HELP_ACTIONS = (
    Action(
        Do.HELP,
        Menu.HELP,
        text("&Help"),
        ("F1",),
        text("Explain the panel where the keyboard is"),
    ),
    Action(
        Do.KEYS, Menu.HELP, text("&Keys"), ("Ctrl+F1", "Ctrl+/"), text("Every key of the program")
    ),
    Action(Do.WELCOME, Menu.HELP, text("&Welcome"), (), text("Where to begin")),
    Action(
        Do.REPORT,
        Menu.HELP,
        text("&Report a problem…"),
        (),
        text("What a report should name, to be copied; nothing is sent"),
    ),
    Action(
        Do.ABOUT, Menu.HELP, text("&About mxgui"), (), text("Version, licences, what it is made of")
    ),
)
