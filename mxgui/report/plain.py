"""Lines of plain text: so wide, with a margin, and a sign for how something is meant."""

from __future__ import annotations

from textwrap import wrap

from mxgui.report.markup import one_line
from mxgui.routing.shapes import Tone

WIDTH = 88  # columns
_SIGNS = {Tone.OK: "✓", Tone.WARN: "!", Tone.FAIL: "✗"}


def sign_of(tone: Tone) -> str:
    """The sign before a line that is meant so."""
    return _SIGNS.get(tone, "○")


def wrapped(words: str, indent: int = 0, hang: int = 2) -> list[str]:
    """The words as lines with a margin; a word from the network cannot break out of its line.

    `indent` and `hang` are columns: of the first line, and by how much the others stand behind it.
    """
    margin = " " * indent
    return wrap(
        one_line(words),
        WIDTH,
        initial_indent=margin,
        subsequent_indent=" " * (indent + hang),
        break_long_words=False,
        break_on_hyphens=False,
    )
