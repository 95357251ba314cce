"""Several names in one sentence: the first of them, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence

from mxgui.model.text import Text, text


def listed(words: Sequence[str | Text], most: int) -> tuple[str | Text, ...]:
    """Give at most so many parts, the one that counts the rest among them."""
    return tuple(words) if len(words) <= most else first_of(words, most - 1)


def first_of(words: Sequence[str | Text], most: int) -> tuple[str | Text, ...]:
    """Give the first so many, and behind them how many more there are, if there are."""
    more = len(words) - most
    return (*words[:most], text("{n} more", n=more)) if more > 0 else tuple(words)
