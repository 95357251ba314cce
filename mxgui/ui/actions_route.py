"""The actions about a planned route, for the table of all actions."""

from mxgui.model.text import text
from mxgui.ui.action import Action, Do, Menu, Need, Place

ROUTE_ACTIONS = (
    Action(
        Do.EDIT_ROUTE,
        Menu.INSPECT,
        text("E&dit route…"),
        ("Ctrl+Shift+E",),
        text("Plan other MX records, and see them before they are published"),
        Need.ROUTE,
        (Place.GRAPH,),
    ),
    Action(
        Do.PUBLISHED,
        Menu.INSPECT,
        text("Back to the pu&blished records"),
        ("Ctrl+Shift+B",),
        text("Leave the plan, and show the route that DNS has"),
        Need.PLANNED,
        (Place.GRAPH,),
    ),
)
