"""The parts of a dossier: sections with lines, time bars and a transcript."""

from __future__ import annotations

from dataclasses import dataclass

from mxgui.model.smtp import Stage
from mxgui.model.text import Text
from mxgui.routing.reach import State
from mxgui.routing.shapes import Words


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a muted label, if any, and a value; `mono` for what machines say."""

    value: Words
    label: Words = ""
    mono: bool = False


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
    """The whole panel."""

    title: str
    subtitle: Words = ""
    sections: tuple[Section, ...] = ()
