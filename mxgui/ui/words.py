"""Words on their way to the screen: translated if they are ours, plain if they are not.

Qt takes whatever looks like HTML in a tooltip for HTML, so tooltips are escaped here, always.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mxgui.i18n import runs_right_to_left, tr
from mxgui.model.text import Text, text

if TYPE_CHECKING:
    from mxgui.routing.shapes import Words


_ESCAPED = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\n", "<br>"))  # in this order


def shown(words: Words) -> str:
    """Words as they are painted; those from elsewhere cannot turn what stands around them.

    Nor are they turned: an address runs from left to right also where sentences do not.
    """
    if isinstance(words, Text):
        return tr(words)
    if not words or (words.isascii() and not runs_right_to_left()):
        return words
    return tr(text("{words}", words=words))


def tip(words: Words) -> str:
    """Words as a tooltip: rich text for Qt, which breaks its lines, with nothing rich in it."""
    lines = shown(words)
    for letter, escaped in _ESCAPED:
        lines = lines.replace(letter, escaped)
    return f"<qt>{lines}</qt>" if lines else ""
