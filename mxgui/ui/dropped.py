"""A text or a list that was dropped on the window: which domains are to be opened; no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mxgui.model.domain import BadDomain
from mxgui.model.entry import MAX_PASTE, Entry, TakenAs, read_entry
from mxgui.model.text import Text, counted, text
from mxgui.ui.jobs import MOST

MAX_DROP = 1024 * 1024  # letters; two hundred domains need a hundredth of it
_COMMENT = "#"
_SHOWN = 40  # letters of a line that is told


@dataclass(frozen=True, slots=True)
class Dropped:
    """The domains to open, each once, and what is to be said of the rest."""

    entries: tuple[Entry, ...]
    words: Text | None = None


def read_dropped(written: str) -> Dropped:
    """Read one domain a line, `#` before a comment; or else the whole as what one might paste.

    Nothing that is said of it is an error: what can be opened is opened.
    """
    if len(written) > MAX_DROP:
        limit = MAX_DROP // 1024
        return Dropped(
            (), text("That is too large to be a list of domains: {n} KiB at most.", n=limit)
        )
    lines = tuple(_lines(written))
    read = tuple(_read(line) for line in lines)
    domains = [entry for entry in read if entry is not None]
    if len(domains) * 2 < len(lines) or not lines:
        return _as_a_whole(written)
    once = tuple({entry.domain.ascii: entry for entry in domains}.values())
    wrong = [line for line, entry in zip(lines, read, strict=True) if entry is None]
    return Dropped(once[:MOST], _words(len(once), wrong))


def _lines(written: str) -> Iterator[str]:
    for line in written.splitlines():
        kept = line.partition(_COMMENT)[0].strip()
        if kept:
            yield kept


def _read(line: str) -> Entry | None:
    """What one line names, unless it is a sentence of a longer text."""
    try:
        entry = read_entry(line)
    except BadDomain:
        return None
    return None if entry.taken_as is TakenAs.BOUNCE else entry


def _as_a_whole(written: str) -> Dropped:
    try:
        return Dropped((read_entry(written[:MAX_PASTE]),))
    except BadDomain as bad:
        return Dropped((), bad.text)


def _words(count: int, wrong: Sequence[str]) -> Text | None:
    if count > MOST:
        return text(
            "The first {limit} of {n} domains were opened: one window takes no more.",
            limit=MOST,
            n=count,
        )
    if wrong:
        first = wrong[0] if len(wrong[0]) <= _SHOWN else f"{wrong[0][:_SHOWN]}…"
        return counted(
            "One line is no domain and was left out: {first}",
            "{n} lines are no domains and were left out, first: {first}",
            len(wrong),
            first=first,
        )
    return None
