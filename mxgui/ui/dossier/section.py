"""The parts of a dossier: sections with lines, time bars and a transcript."""

from __future__ import annotations

from dataclasses import dataclass

from mxgui.model.smtp import Stage
from mxgui.model.text import Text
from mxgui.routing.reach import State
from mxgui.routing.shapes import Words
from mxgui.ui.looks import Look

MOST_LETTERS = 400  # of one value from a host; the transcript has it whole


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a muted label, if any, and a value; `mono` for what machines say.

    `about` is what the value means, in the line below it; `look` a mark before it.
    """

    value: Words
    label: Words = ""
    mono: bool = False
    about: Words = ""
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """One step of a probe; `start` and `length` are parts of the whole time line, 0 to 1."""

    label: Text
    took: Text
    stage: Stage
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it; `state` is the mark before the heading of an address."""

    title: Words
    lines: tuple[Line, ...] = ()
    bars: tuple[Bar, ...] = ()
    transcript: tuple[str, ...] = ()
    state: State | None = None
    mono: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole panel; `commands` are those of its last section, ready to be copied."""

    title: str
    subtitle: Words = ""
    sections: tuple[Section, ...] = ()
    commands: tuple[str, ...] = ()


def cut(words: str, letters: int = MOST_LETTERS) -> str:
    """Shorten what a host said to what a panel has room for; an ellipsis tells of it."""
    return words if len(words) <= letters else f"{words[: letters - 1]}…"
