"""The keys of the program as groups of rows, made of the tables that the keys work by; no Qt here.

A menu's keys come from the table of actions, a panel's from the panel itself, so that what is told
of a key is never out of step with what it does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from mxgui.model.text import Text
from mxgui.routing.shapes import Words
from mxgui.ui.palette_search import folded
from mxgui.ui.words import shown

_MNEMONIC = re.compile(r"\s?\(&\w\)|&(&?)")  # "(&F)" is how a translation adds the letter


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What some keys do; each of them does it, written as Qt writes them: "Ctrl+S"."""

    words: Words
    keys: tuple[str, ...]
    about: Words = ""


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys of one menu or one panel."""

    title: Words
    rows: tuple[KeyRow, ...]


class MenuLike(Protocol):
    """A menu, as far as its title goes."""

    @property
    def words(self) -> Text:
        """The title."""


class ActionLike(Protocol):
    """A row of the table of actions, as far as its key goes."""

    @property
    def menu(self) -> MenuLike:
        """Where it stands."""

    @property
    def words(self) -> Text:
        """What it is called there."""

    @property
    def key(self) -> str:
        """Its key; empty if it has none."""

    @property
    def tip(self) -> Text:
        """What it does, in a sentence."""


class PanelLike(Protocol):
    """A panel that may have keys of its own, in `keys`."""

    @property
    def title(self) -> Text:
        """What it is called."""


def groups_of_actions(actions: Iterable[ActionLike]) -> tuple[KeyGroup, ...]:
    """One group for each menu that has keys, in the order of the table."""
    by_menu: dict[str, list[KeyRow]] = {}
    for action in actions:
        if action.key:
            row = KeyRow(without_mnemonic(shown(action.words)), (action.key,), action.tip)
            by_menu.setdefault(without_mnemonic(shown(action.menu.words)), []).append(row)
    return tuple(KeyGroup(title, tuple(rows)) for title, rows in by_menu.items())


def groups_of_panels(panels: Iterable[PanelLike]) -> tuple[KeyGroup, ...]:
    """One group for each panel that offers `keys`, a tuple of rows."""
    offered = ((panel.title, getattr(panel, "keys", ())) for panel in panels)
    return tuple(KeyGroup(title, tuple(rows)) for title, rows in offered if rows)


def without_mnemonic(words: str) -> str:
    """The words of a menu entry without the mark of the letter that opens it."""
    return _MNEMONIC.sub(r"\1", words)


def found(groups: Iterable[KeyGroup], typed: str, name: Callable[[str], str]) -> Iterator[KeyGroup]:
    """The rows in which every typed word occurs; `name` writes a key as this system does."""
    wanted = folded(typed)[0].split()
    for group in groups:
        rows = tuple(row for row in group.rows if _fits(group, row, wanted, name))
        if rows:
            yield replace(group, rows=rows)


def _fits(group: KeyGroup, row: KeyRow, wanted: list[str], name: Callable[[str], str]) -> bool:
    keys = " ".join((*row.keys, *map(name, row.keys)))
    told = folded(f"{shown(row.words)} {shown(row.about)} {shown(group.title)} {keys}")[0]
    return all(word in told for word in wanted)
