"""What stands in the rows of tables and trees, as frozen values; no Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from mxgui.routing.shapes import Words
from mxgui.ui.looks import Look


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell; `look` is the mark before the words.

    `label` says what the words are, in a row that is wrapped and has no columns.
    """

    words: Words = ""
    look: Look | None = None
    mono: bool = False
    muted: bool = False
    tip: Words = ""
    strong: bool = False
    label: Words = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One row; `key` tells it from all others, for choosing.

    `leaves` are rows that unfold below it.
    """

    key: str
    cells: tuple[Cell, ...]
    leaves: tuple[Leaf, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """A heading, and the rows below it, which are folded at first where it is quiet."""

    key: str
    cells: tuple[Cell, ...]
    leaves: tuple[Leaf, ...]
    is_quiet: bool = False
