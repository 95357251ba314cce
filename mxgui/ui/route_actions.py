"""The actions of the menu "Route": what is supposed of the route that is shown."""

from mxgui.model.text import text
from mxgui.ui.action import Action, Do, Menu, Need, Place

_R, _GRAPH = Menu.ROUTE, (Place.GRAPH,)
ROUTE_ACTIONS = (
    Action(
        Do.WHAT_IF,
        _R,
        text("&What if…"),
        ("Ctrl+I",),
        text("See what would come of the mail if parts of the route were down"),
        Need.RESULT,
    ),
    Action(
        Do.SWITCH,
        _R,
        text("Switch &off or on"),
        ("Ctrl+D",),
        text("Suppose that what is chosen on the graph is down, or up again"),
        Need.PART,
        _GRAPH,
    ),
    Action(
        Do.SEE_AS,
        _R,
        text("See the route as this &host"),
        (),
        text("See what is left of the route for the chosen host, which never sends to itself"),
        Need.HOST,
        _GRAPH,
    ),
    Action(
        Do.UNDO,
        _R,
        text("&Undo"),
        ("Ctrl+Z",),
        text("Take the latest step of the what-if back"),
        Need.STEP,
        _GRAPH,
    ),
    Action(
        Do.SUPPOSE_NOTHING,
        _R,
        text("Reset the what-&if"),
        ("Ctrl+Shift+Z",),
        text("Suppose nothing any more"),
        Need.SUPPOSED,
        _GRAPH,
    ),
    Action(
        Do.MEASURED,
        _R,
        text("Show as &measured"),
        ("Ctrl+Shift+M",),
        text("Hold the what-if, and see the graph as it was found"),
        Need.SUPPOSED,
        can_be_checked=True,
    ),
)
