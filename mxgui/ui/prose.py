"""What is written on a page, as frozen values: paragraphs of words, marks and bars; no Qt here.

Two pages that read the same are equal, so whoever shows one can see what has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from mxgui.report.marks import Shape
from mxgui.ui.dossier.section import Bar, Dossier, Line, Section
from mxgui.ui.looks import STATE_LOOKS, Look
from mxgui.ui.words import shown

SECTION = 14  # pixels above the heading of a section
MARK = 22  # pixels of width of a mark, with the room behind it


class Hand(Enum):
    """How words are written."""

    TITLE = "title"
    HEADING = "heading"
    PLAIN = "plain"
    MUTED = "muted"
    MONO = "mono"
    MONO_HEADING = "mono heading"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one hand, as they are shown."""

    words: str
    hand: Hand = Hand.PLAIN


_HANDS = {
    (False, False): Hand.PLAIN,
    (False, True): Hand.HEADING,
    (True, False): Hand.MONO,
    (True, True): Hand.MONO_HEADING,
}  # by whether machines say it, and whether it stands out

Part: TypeAlias = Run | Look | Bar  # a look is painted as its mark
_LETTERS = {Shape.CHECK: "✓ ", Shape.CROSS: "✗ ", Shape.BANG: "! "}  # those that tell


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the page; `above` and `left` are pixels that are kept free.

    What does not fit in its first row hangs that much further in.
    """

    parts: tuple[Part, ...]
    above: float = 2
    left: float = 0
    hang: float = 0


def page_of(dossier: Dossier) -> tuple[Paragraph, ...]:
    """A dossier as it is written."""
    return tuple(_paragraphs(dossier))


def plain_of(paragraphs: Iterable[Paragraph]) -> str:
    """A page as plain text, to be copied: a blank line before each section, marks as letters."""
    lines = []
    for paragraph in paragraphs:
        words = map(_plain, paragraph.parts)
        if paragraph.above >= SECTION:
            lines.append("")
        lines.append(" " * round(paragraph.left / 6) + "".join(words).replace("\t\t", "  "))
    return "\n".join(lines)


def _plain(part: Part) -> str:
    if isinstance(part, Run):
        return part.words
    return _LETTERS.get(part.shape, "") if isinstance(part, Look) else ""


def _paragraphs(dossier: Dossier) -> Iterator[Paragraph]:
    yield Paragraph((Run(shown(dossier.title), Hand.TITLE),), above=0)
    subtitle = shown(dossier.subtitle)
    if subtitle:
        yield Paragraph((Run(subtitle, Hand.MUTED),))
    for section in dossier.sections:
        yield _heading(section)
        for line in section.lines:
            yield from _line(line)
        for at, bar in enumerate(section.bars):
            yield _bar(bar, above=6 if at == 0 else 2)
        for at, said in enumerate(section.transcript):
            yield Paragraph((Run(shown(said), Hand.MONO),), above=8 if at == 0 else 1, left=2)


def _heading(section: Section) -> Paragraph:
    title = Run(shown(section.title), Hand.MONO_HEADING if section.mono else Hand.HEADING)
    if section.state is None:
        return Paragraph((title,), above=SECTION)
    look = STATE_LOOKS[section.state]
    return Paragraph((look, title, Run(f"  {shown(look.word)}", Hand.MUTED)), above=SECTION)


def _line(line: Line) -> Iterator[Paragraph]:
    label = shown(line.label)
    value = Run(shown(line.value), _HANDS[line.mono, line.strong])
    parts: tuple[Part, ...] = (Run(f"{label}  ", Hand.MUTED), value) if label else (value,)
    hang = 0 if line.look is None else MARK
    if line.look is not None:
        parts = (line.look, *parts)
    yield Paragraph(parts, above=5 if line.about else 3, hang=hang)
    about = shown(line.about)
    if about:
        hand = Hand.HEADING if line.strong else Hand.MUTED
        yield Paragraph((Run(about, hand),), above=1, left=hang or 12)


def _bar(bar: Bar, above: float) -> Paragraph:
    """Label, bar and time at tab stops; label and time are text that can be copied."""
    label = Run(f"{shown(bar.label)}\t", Hand.MUTED)
    return Paragraph((label, bar, Run(f"\t{shown(bar.took)}")), above)
