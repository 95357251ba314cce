"""What the command palette offers: actions, panels, choices, and the domains that are open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from mxgui.model.text import Text, text
from mxgui.ui.action import Action, Do, Need
from mxgui.ui.actions import ACTIONS
from mxgui.ui.domain_rows import rows_of
from mxgui.ui.key_table import without_mnemonic
from mxgui.ui.palette_search import Entry
from mxgui.ui.shown import Shown
from mxgui.ui.wishes import Switch, SwitchOff, SwitchOn, Wish
from mxgui.ui.words import shown as words_shown

_REASONS: Mapping[Need, Text] = {
    Need.RESULT: text("There is no result yet."),
    Need.OPENED: text("No domain is open."),
    Need.SEVERAL: text("There is no other domain."),
    Need.BUSY: text("Nothing is under way for this domain."),
    Need.ANY_BUSY: text("Nothing is under way."),
    Need.CALM: text("There is no result yet, or its probes still run."),
    Need.SERVERS: text("There is no result yet, it still runs, or it is about an address."),
    Need.ROUTE: text("There is no result yet, it still runs, or it is about an address."),
    Need.PLANNED: text("Nothing is planned, or its probes still run."),
    Need.EARLIER: text("No domain is remembered."),
    Need.ORDERS: text("There is no other order to see."),
    Need.SECOND: text("No proxy is named that has not looked at this domain."),
    Need.PART: text("Choose a tier, a host or an address on the graph first."),
    Need.HOST: text("Choose a host on the graph first."),
    Need.STEP: text("There is no step of a what-if to take back."),
    Need.SUPPOSED: text("Nothing is supposed."),
    Need.NO_DEMO: text("This window is in the demo network."),
}


def every_entry(
    shown: Shown,
    utter: Callable[[Wish], object],
    made: Mapping[Do, QAction],
    menus: Iterable[QMenu],
) -> tuple[Entry, ...]:
    """All that the palette offers."""
    return (
        *domain_entries(shown, utter),
        *action_entries(made),
        *menu_entries(menus),
        *part_entries(shown, utter),
    )


def domain_entries(shown: Shown, utter: Callable[[Wish], object]) -> Iterator[Entry]:
    """Every open domain, with how it stands."""
    for row in rows_of(shown):
        if row.number is not None:
            run = partial(utter, Switch(row.number))
            yield Entry(row.name, text("Domain"), run, about=row.state)


def action_entries(made: Mapping[Do, QAction]) -> Iterator[Entry]:
    """Every action of the table but the palette itself; those that make no sense now say why."""
    return (_entry(action, made[action.do]) for action in ACTIONS if action.do is not Do.PALETTE)


def _entry(action: Action, made: QAction) -> Entry:
    enabled = made.isEnabled()
    about = action.tip if enabled else _REASONS.get(action.needs, action.tip)
    section = without_mnemonic(words_shown(action.menu.words))
    words = without_mnemonic(words_shown(action.words))
    return Entry(words, section, made.trigger, action.key, about, enabled)


def part_entries(shown: Shown, utter: Callable[[Wish], object]) -> Iterator[Entry]:
    """Every tier, host, family, network and zone to be switched off, or on again."""
    if shown.result is None:
        return
    # Imported here, since the window is to be seen before what it may need
    from mxgui.routing.sending.behaviour import Behaviour
    from mxgui.routing.sending.outage import AS_RECORDS_SAY, What
    from mxgui.ui.switch_rows import names_of, switches_of

    switches = switches_of(shown.result, shown.what_if or AS_RECORDS_SAY).by_key.values()
    for switch in switches:
        part = switch.part
        if part.what is What.ADDRESS:
            continue  # they are many, and stand in the panel
        name = names_of(part)
        words = text("Switch {name} on again", name=name)
        wish: Wish = SwitchOn(part)
        if not switch.is_off:
            words = text("Switch {name} off", name=name)
            wish = SwitchOff(part.off(Behaviour.SILENT))
        about = text("In a what-if: it is silent, or up again")
        yield Entry(words_shown(words), text("What if"), partial(utter, wish), about=about)


def menu_entries(menus: Iterable[QMenu]) -> Iterator[Entry]:
    """Every choice of some menus, under the title of each."""
    for menu in menus:
        section = without_mnemonic(menu.title())
        for action in menu.actions():
            words, _, about = without_mnemonic(action.text()).partition("\t")
            if words:
                key = action.shortcut().toString()
                run, enabled = action.trigger, menu.isEnabled()
                yield Entry(words, section, run, key, about, enabled=enabled)
