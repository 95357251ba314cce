"""The actions of the menu "Route" about a planned route."""

from mxgui.model.text import text
from mxgui.ui.action import Action, Do, Menu, Need, Place

PLAN_ACTIONS = (
    Action(
        Do.EDIT_ROUTE,
        Menu.ROUTE,
        text("&Edit route…"),
        ("Ctrl+Shift+E",),
        text("Plan other MX records, and see them before they are published"),
        Need.ROUTE,
        (Place.GRAPH,),
    ),
    Action(
        Do.COMPARE,
        Menu.ROUTE,
        text("&Compare with published…"),
        ("Ctrl+Shift+V",),
        text("See what the plan changes: records, verdict, findings, first attempts"),
        Need.PLANNED,
        (Place.GRAPH,),
    ),
    Action(
        Do.PUBLISHED,
        Menu.ROUTE,
        text("Back to the &published records"),
        ("Ctrl+Shift+B",),
        text("Leave the plan, and show the route that DNS has"),
        Need.PLANNED,
        (Place.GRAPH,),
    ),
)
