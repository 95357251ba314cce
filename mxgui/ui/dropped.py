"""A text or a list that was dropped on the window: which domains are to be opened; no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mxgui.model.domain import BadDomain
from mxgui.model.entry import MAX_PASTE, Entry, TakenAs, read_entry
from mxgui.model.text import Text, counted, text
from mxgui.report.files import CannotOpen, read_bounded
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


def read_files(paths: Sequence[str]) -> Dropped:
    """Read the lists in some files; what cannot be read is said, and the rest is opened."""
    entries: list[Entry] = []
    words: Text | None = None
    for path in paths:
        try:
            read = read_dropped(_content(Path(path)))
        except CannotOpen as error:
            words = words or error.text
            continue
        entries.extend(read.entries)
        words = words or read.words
    once = {entry.domain.ascii: entry for entry in entries}
    return Dropped(tuple(once.values())[:MOST], words)


def _content(path: Path) -> str:
    if not _is_file(path):  # a pipe would never end, and a folder is no list
        raise CannotOpen(
            text("{path} is no file: drop a text with one domain a line.", path=str(path))
        )
    data = read_bounded(path, MAX_DROP)
    return data.decode("utf-8-sig", "replace")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long, or a folder that may not be looked into
        return False


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
