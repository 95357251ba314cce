"""A rule: its words, its sources, and the check that finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from mxgui.model.text import Text, text
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding

Check: TypeAlias = Callable[[Case], Iterable[Finding]]
Ahead: TypeAlias = Callable[[Case], Iterator[None]]


@dataclass(frozen=True, slots=True)
class Rule:
    """What is looked for, why it matters, how to mend it, and where that is written.

    The id never changes its meaning; scripts rely on it. `ahead` works out, in short steps, what
    the check would take long for; it is kept, so that the check finds it done.
    """

    id: str
    title: Text
    why: Text
    fix: Text
    references: tuple[Text, ...]
    check: Check = field(compare=False)
    ahead: Ahead | None = field(default=None, compare=False)


def rfc(number: str, section: str = "") -> Text:
    """Give a reference; the number is a name and stays as it is in every language."""
    if not section:
        return text("RFC {number}", number=number)
    return text("RFC {number} section {section}", number=number, section=section)
