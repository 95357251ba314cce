"""Every action of the window as one table: menu, key, tooltip, when it makes sense, and where else.

What the window can do with a key or a click is listed here and nowhere else: menus, the toolbar,
context menus, the palette and the overview of keys are made of it.
"""

from mxgui.model.text import text
from mxgui.ui.action import Action, Do, Menu, Need, Place

_GRAPH, _DOMAINS = (Place.GRAPH,), (Place.DOMAINS,)
_I, _V = Menu.INSPECT, Menu.VIEW
ACTIONS = (
    Action(
        Do.NEW_WINDOW,
        Menu.FILE,
        text("&New window"),
        ("Ctrl+N",),
        text("Open another window, with domains of its own"),
    ),
    Action(
        Do.SAVE,
        Menu.FILE,
        text("&Save…"),
        ("Ctrl+S",),
        text("Write the result into a file"),
        Need.RESULT,
        _DOMAINS,
    ),
    Action(
        Do.SAVE_PICTURE,
        Menu.FILE,
        text("Save &picture…"),
        ("Ctrl+Shift+S",),
        text("Write the graph into a file"),
        Need.RESULT,
        _GRAPH,
    ),
    Action(
        Do.COPY_PICTURE,
        Menu.FILE,
        text("&Copy picture"),
        ("Ctrl+Shift+C",),
        text("Copy the graph, to be pasted elsewhere"),
        Need.RESULT,
        _GRAPH,
    ),
    Action(
        Do.REMOVE,
        Menu.FILE,
        text("&Remove domain"),
        ("Ctrl+W",),
        text("Take the domain that is shown out of the list"),
        Need.OPENED,
        _DOMAINS,
    ),
    Action(
        Do.CLOSE,
        Menu.FILE,
        text("C&lose window"),
        ("Ctrl+Shift+W",),
        text("Stop the work of this window and close it"),
    ),
    Action(
        Do.QUIT, Menu.FILE, text("&Quit"), ("Ctrl+Q",), text("Stop all work and end the program")
    ),
    Action(Do.FIELD, _I, text("&Domain field"), ("Ctrl+L",), text("Type another domain")),
    Action(Do.INSPECT, _I, text("&Inspect"), ("Ctrl+Return",), text("Inspect what was typed")),
    Action(Do.STOP, _I, text("S&top"), ("Esc",), text("Stop, and keep what is known"), Need.BUSY),
    Action(
        Do.STOP_ALL,
        _I,
        text("Stop al&l"),
        ("Shift+Esc",),
        text("Stop the work on every domain"),
        Need.ANY_BUSY,
        _DOMAINS,
    ),
    Action(
        Do.AGAIN,
        _I,
        text("Probe &again"),
        ("F5",),
        text("Ask and probe afresh, without earlier results"),
        Need.CALM,
        _DOMAINS,
    ),
    Action(
        Do.ASK_SERVERS,
        _I,
        text("Ask na&me servers"),
        ("Ctrl+Shift+N",),
        text("Ask every name server of the domain and its exchanges directly"),
        Need.SERVERS,
    ),
    Action(
        Do.SHUFFLE,
        _I,
        text("Another s&huffle"),
        ("Ctrl+Shift+O",),
        text("Show another order in which a sender might try"),
        Need.ORDERS,
    ),
    Action(
        Do.NEXT,
        _I,
        text("&Next domain"),
        ("Ctrl+PgDown", "Ctrl+Tab"),
        text("Show the next domain of the list"),
        Need.SEVERAL,
    ),
    Action(
        Do.PREVIOUS,
        _I,
        text("Pre&vious domain"),
        ("Ctrl+PgUp", "Ctrl+Shift+Tab"),
        text("Show the domain before it in the list"),
        Need.SEVERAL,
    ),
    Action(
        Do.DEMO,
        _I,
        text("D&emo network"),
        ("Ctrl+Shift+D",),
        text("Inspect made-up domains; nothing leaves this computer"),
        Need.NO_DEMO,
    ),
    Action(
        Do.FORGET,
        _I,
        text("&Forget earlier domains"),
        (),
        text("Offer no earlier domains at the field any more"),
        Need.EARLIER,
    ),
    Action(
        Do.PALETTE,
        _V,
        text("&Everything by name…"),
        ("Ctrl+K",),
        text("Find an action or an open domain by typing"),
    ),
    Action(
        Do.ZOOM_IN,
        _V,
        text("&Larger"),
        ("Ctrl++", "Ctrl+="),
        text("Enlarge the graph"),
        Need.RESULT,
    ),
    Action(Do.ZOOM_OUT, _V, text("&Smaller"), ("Ctrl+-",), text("Shrink the graph"), Need.RESULT),
    Action(
        Do.ZOOM_WHOLE,
        _V,
        text("&100 %"),
        ("Ctrl+0",),
        text("Show the graph in full size"),
        Need.RESULT,
        _GRAPH,
    ),
    Action(
        Do.FIT,
        _V,
        text("&Fit"),
        ("Ctrl+9",),
        text("Shrink the graph until all is seen"),
        Need.RESULT,
        _GRAPH,
    ),
    Action(
        Do.FOLD,
        _V,
        text("F&old worse tiers"),
        ("Ctrl+Shift+F",),
        text("Put the hosts of every tier but the first away"),
        Need.RESULT,
        _GRAPH,
    ),
    Action(
        Do.UNFOLD,
        _V,
        text("&Unfold all tiers"),
        ("Ctrl+Shift+U",),
        text("Show the hosts of every tier"),
        Need.RESULT,
        _GRAPH,
    ),
    Action(Do.GRAPH, _V, text("&Graph"), ("Ctrl+1",), text("Go to the graph"), Need.RESULT),
    Action(
        Do.NEXT_PANEL, _V, text("Ne&xt panel"), ("F6",), text("Go to the next panel"), Need.RESULT
    ),
    Action(
        Do.PREVIOUS_PANEL,
        _V,
        text("Previous pa&nel"),
        ("Shift+F6",),
        text("Go to the panel before it"),
        Need.RESULT,
    ),
    Action(
        Do.FLOAT,
        _V,
        text("Floa&t panel"),
        ("Ctrl+Shift+P",),
        text("Take the panel out of the window, or put it back"),
        Need.RESULT,
    ),
    Action(
        Do.HIDE,
        _V,
        text("&Hide panel"),
        ("Ctrl+Shift+H",),
        text("Put the panel away; its key brings it back"),
        Need.RESULT,
    ),
    Action(
        Do.RESET,
        _V,
        text("&Reset layout"),
        ("Ctrl+Shift+R",),
        text("Put every panel back where it was at first"),
        Need.RESULT,
    ),
    Action(
        Do.STILL,
        _V,
        text("Less &motion"),
        (),
        text("Let nothing on the screen move by itself"),
        can_be_checked=True,
    ),
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
    Action(
        Do.ABOUT, Menu.HELP, text("&About mxgui"), (), text("Version, licences, what it is made of")
    ),
)

# Those that begin a group of their menu
OPEN_A_GROUP = frozenset(
    {
        Do.SAVE,
        Do.REMOVE,
        Do.QUIT,
        Do.AGAIN,
        Do.NEXT,
        Do.DEMO,
        Do.ZOOM_IN,
        Do.FOLD,
        Do.GRAPH,
        Do.FLOAT,
        Do.STILL,
        Do.ABOUT,
    }
)
