"""What is said when a window takes no more domains."""

from __future__ import annotations

from mxgui.model.text import Text, counted
from mxgui.ui.jobs import MOST


def full_words() -> Text:
    """What to say to who types one more."""
    return counted(
        "{n} domain is open: remove it to open another.",
        "{n} domains are open: remove one to open another.",
        MOST,
    )


def left_out_words(n: int) -> Text:
    """What to say when some domains of a list found no place any more."""
    return counted(
        "One domain was not opened: a window takes {limit}.",
        "{n} domains were not opened: a window takes {limit}.",
        n,
        limit=MOST,
    )
