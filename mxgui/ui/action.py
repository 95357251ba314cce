"""What an action of the window is: its menu, its keys, its words, and when it makes sense."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from mxgui.model.text import Text, text
from mxgui.ui.shown import Shown, Stage


class Menu(Enum):
    """The menus of the menu bar."""

    FILE = "file"
    INSPECT = "inspect"
    ROUTE = "route"
    VIEW = "view"
    HELP = "help"

    @property
    def words(self) -> Text:
        """The title; the letter behind & opens it."""
        return _MENUS[self]


_MENUS = {
    Menu.FILE: text("&File"),
    Menu.INSPECT: text("&Inspect"),
    Menu.ROUTE: text("&Route"),
    Menu.VIEW: text("&View"),
    Menu.HELP: text("&Help"),
}


class Do(Enum):
    """What an action does."""

    NEW_WINDOW = "new window"
    OPEN = "open"
    SAVE = "save"
    SAVE_PICTURE = "save picture"
    COPY_PICTURE = "copy picture"
    SETTINGS = "settings"
    REMOVE = "remove"
    CLOSE = "close"
    QUIT = "quit"
    FIELD = "field"
    INSPECT = "inspect"
    STOP = "stop"
    STOP_ALL = "stop all"
    AGAIN = "again"
    ASK_SERVERS = "ask servers"
    EDIT_ROUTE = "edit route"
    COMPARE = "compare"
    PUBLISHED = "published"
    SHUFFLE = "shuffle"
    NEXT = "next"
    PREVIOUS = "previous"
    DEMO = "demo"
    FORGET = "forget"
    LINE = "line"
    PROXY = "proxy"
    THROUGH = "through"
    WHAT_IF = "what if"
    SWITCH = "switch"
    SEE_AS = "see as"
    UNDO = "undo"
    SUPPOSE_NOTHING = "suppose nothing"
    MEASURED = "measured"
    PALETTE = "palette"
    ZOOM_IN = "zoom in"
    ZOOM_OUT = "zoom out"
    ZOOM_WHOLE = "zoom whole"
    FIT = "fit"
    FOLD = "fold"
    UNFOLD = "unfold"
    GRAPH = "graph"
    NEXT_PANEL = "next panel"
    PREVIOUS_PANEL = "previous panel"
    FLOAT = "float"
    HIDE = "hide"
    RESET = "reset"
    STILL = "still"
    HELP = "help"
    KEYS = "keys"
    WELCOME = "welcome"
    REPORT = "report"
    ABOUT = "about"


# Those that open a dialog, and do nothing else
OF_DIALOGS = (
    Do.OPEN,
    Do.SAVE,
    Do.SAVE_PICTURE,
    Do.SETTINGS,
    Do.FORGET,
    Do.LINE,
    Do.PROXY,
    Do.EDIT_ROUTE,
    Do.COMPARE,
    Do.WELCOME,
    Do.REPORT,
    Do.ABOUT,
)


class Need(Enum):
    """What must be there for an action to make sense."""

    NOTHING = "nothing"
    RESULT = "result"
    OPENED = "opened"  # a domain
    SEVERAL = "several"  # domains
    BUSY = "busy"  # the domain that is shown
    ANY_BUSY = "any busy"
    CALM = "calm"  # a result, and nothing under way for it
    SERVERS = "servers"  # the same, of a domain that has name servers
    ROUTE = "route"  # the same, of a domain that can have MX records
    PLANNED = "planned"  # the same, by planned records
    EARLIER = "earlier"  # domains that are remembered
    ORDERS = "orders"  # more than one in which a sender might try
    NO_DEMO = "no demo"
    PART = "part"  # of the route, chosen, that can be switched off
    HOST = "host"  # chosen
    STEP = "step"  # of a what-if
    SUPPOSED = "supposed"  # anything
    SECOND = "second"  # a proxy that has not looked at what is shown

    def is_met(self, shown: Shown) -> bool:
        """Whether it is there."""
        return _NEEDS[self](shown)


def _any_busy(shown: Shown) -> bool:
    return any(each.stage in (Stage.RUNNING, Stage.WAITING) for each in shown.opened)


def _has_servers(shown: Shown) -> bool:
    if shown.result is None or shown.busy or shown.is_saved:
        return False
    return shown.result.inspection.entry.domain.literal is None


def _is_planned(shown: Shown) -> bool:
    return (
        shown.result is not None
        and not shown.is_saved
        and not shown.busy
        and shown.result.route.planned
    )


def _has_orders(shown: Shown) -> bool:
    if shown.result is None:
        return False
    # Imported here, since the window is to be seen before what it may need
    from mxgui.ui.order_words import why_not_shuffled

    return why_not_shuffled(shown.result) is None


def _has_second(shown: Shown) -> bool:
    if shown.result is None or shown.busy or shown.is_saved:
        return False
    if shown.is_demo or not shown.plan.proxy:
        return False
    plan = shown.result.inspection.plan
    return plan.proxy != shown.plan.proxy or not plan.also_direct


def _has_part(shown: Shown) -> bool:
    if shown.result is None or shown.chosen is None:
        return False
    from mxgui.ui.switch_rows import part_at

    return part_at(shown.result.route, shown.chosen) is not None


def _has_host(shown: Shown) -> bool:
    if shown.result is None or shown.chosen is None:
        return False
    from mxgui.ui.switch_rows import host_at

    return host_at(shown.result.route, shown.chosen) is not None


_NEEDS: Mapping[Need, Callable[[Shown], bool]] = {
    Need.NOTHING: lambda _shown: True,
    Need.RESULT: lambda shown: shown.result is not None,
    Need.OPENED: lambda shown: shown.current is not None,
    Need.SEVERAL: lambda shown: len(shown.opened) > 1,
    Need.BUSY: lambda shown: shown.busy,
    Need.ANY_BUSY: _any_busy,
    Need.CALM: lambda shown: shown.result is not None and not shown.busy,
    Need.SERVERS: _has_servers,
    Need.ROUTE: _has_servers,
    Need.PLANNED: _is_planned,
    Need.EARLIER: lambda shown: bool(shown.earlier),
    Need.ORDERS: _has_orders,
    Need.SECOND: _has_second,
    Need.PART: _has_part,
    Need.HOST: _has_host,
    Need.STEP: lambda shown: shown.can_undo,
    Need.SUPPOSED: lambda shown: shown.supposes,
    Need.NO_DEMO: lambda shown: not shown.is_demo,
}


class Place(Enum):
    """Where an action is offered besides the menu bar."""

    GRAPH = "graph"  # its context menu
    DOMAINS = "domains"  # the context menu of the list


@dataclass(frozen=True, slots=True)
class Action:
    """One action; `keys` are all that call it, the first is told."""

    do: Do
    menu: Menu
    words: Text
    keys: tuple[str, ...]
    tip: Text
    needs: Need = Need.NOTHING
    places: tuple[Place, ...] = ()
    can_be_checked: bool = False

    @property
    def key(self) -> str:
        """The key that is told beside it; empty if it has none."""
        return self.keys[0] if self.keys else ""
