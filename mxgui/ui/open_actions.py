"""The action that opens what was saved."""

from mxgui.model.text import text
from mxgui.ui.action import Action, Do, Menu

OPEN_ACTIONS = (
    Action(
        Do.OPEN,
        Menu.FILE,
        text("&Open…"),
        ("Ctrl+O",),
        text("Show saved inspections as they were found, or open lists of domains"),
    ),
)
