"""Lines of plain text: so wide, with a margin, and a sign for how something is meant."""

from __future__ import annotations

import re
from textwrap import wrap

from mxgui.report.markup import one_line
from mxgui.routing.shapes import Tone

WIDTH = 88  # columns
NARROW = 80  # of what is read in a terminal alone
# within a duration, such as `13 h 26 min`
_TIES = re.compile(r"(?<=\d) (?=(?:ms|s|min|h|d)\b)|(?<=\d (?:d|h)) (?=\d)|(?<=\d min) (?=\d)")
_TIED = "\xa0"  # a space at which no line ends
_SIGNS = {Tone.OK: "✓", Tone.WARN: "!", Tone.FAIL: "✗"}


def sign_of(tone: Tone) -> str:
    """The sign before a line that is meant so."""
    return _SIGNS.get(tone, "○")


def wrapped(words: str, indent: int = 0, hang: int = 2, width: int = WIDTH) -> list[str]:
    """The words as lines with a margin; a word from the network cannot break out of its line.

    `indent` and `hang` are columns: of the first line, and by how much the others stand behind it;
    `width` is where lines end.
    """
    return folded(one_line(words), " " * indent, " " * (indent + hang), width)


def folded(line: str, first: str, others: str, width: int) -> list[str]:
    """Give a line as lines of that width, with what stands before the first and the others.

    A duration stays together, and a word that is too long stays whole.
    """
    lines = wrap(
        _TIES.sub(_TIED, line),
        width,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [one.replace(_TIED, " ") for one in lines]
