"""Files that were brought to the window: dropped, chosen, or named at its start; no Qt.

Each is a saved inspection, or a list of domains, or what one might paste. It may come from anybody,
so it is bounded, and whatever is wrong with one is a sentence and keeps nobody from the others.
"""

from __future__ import annotations

import stat
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mxgui.identity import SAVED_SUFFIX
from mxgui.model.entry import Entry
from mxgui.model.event import Ended
from mxgui.model.inspection import Inspection, learn
from mxgui.model.reader import CannotRead
from mxgui.model.smtp import Outcome, Probe, Reason, StoppedBy
from mxgui.model.text import Text, text
from mxgui.net.visible import visible
from mxgui.report.files import CannotOpen, cannot_open, read_bounded
from mxgui.ui.dropped import MAX_DROP, read_dropped
from mxgui.ui.jobs import MOST

# Octets of a file. Eight addresses with their certificates make 0.3 million. Python reads JSON in
# one go, during which nothing is drawn: this many take a second, if somebody means ill.
MAX_SAVED = 16 * 1024 * 1024
_BEGINNING = 64  # octets that tell what a file is
_PAGES = (b"<!doctype html", b"<html")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Brought:
    """What the files hold: saved inspections by path, domains each once, and what is to be said."""

    saved: tuple[tuple[str, Inspection], ...] = ()
    entries: tuple[Entry, ...] = ()
    words: Text | None = None


@dataclass(slots=True)
class _Pile:
    """What has been found so far."""

    saved: dict[str, Inspection] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    words: list[Text] = field(default_factory=list)

    def add(self, name: str) -> None:
        """Add what one file holds, or the sentence about it."""
        try:
            path = Path(name).expanduser()
            data = _content(path)
            if is_saved(path, data):
                self.saved.setdefault(str(path.absolute()), _inspection(path, data))
            else:
                self._add_list(path, data)
        except (CannotOpen, CannotRead) as error:
            self.words.append(error.text)
        except RuntimeError:  # the home of nobody
            self.words.append(text("There is no file {file}.", file=visible(name)))
        except ValueError as error:  # a NUL in the name
            what = text("{file} cannot be read", file=visible(name))
            self.words.append(cannot_open(what, error).text)

    def _add_list(self, path: Path, data: bytes) -> None:
        if len(data) > MAX_DROP:
            raise CannotOpen(text("{file} is too large to be read here.", file=visible(str(path))))
        read = read_dropped(data.decode("utf-8-sig", "replace"))
        self.entries |= {entry.domain.ascii: entry for entry in read.entries}
        if read.words is not None and read.entries:
            self.words.append(read.words)
        elif read.words is not None:
            self.words.append(text("{file}: {why}", file=visible(path.name), why=read.words))


def read_files(names: Sequence[str]) -> Brought:
    """Read some files, of which a window takes only so many; nothing is ever raised."""
    pile = _Pile()
    for name in dict.fromkeys(names[:MOST]):
        pile.add(name)
    if len(names) > MOST:
        pile.words.append(text("The first {n} files were read.", n=MOST))
    entries = tuple(pile.entries.values())[:MOST]
    return Brought(tuple(pile.saved.items()), entries, next(iter(pile.words), None))


def is_saved(path: Path, data: bytes) -> bool:
    """Whether it is meant as a saved inspection: by its ending, or as JSON or a page by content."""
    if path.name.casefold().endswith(SAVED_SUFFIX):
        return True
    beginning = data.removeprefix(_BOM)[: 16 * _BEGINNING].lstrip()[:_BEGINNING].lower()
    return beginning.startswith((b"{", *_PAGES))


def _content(path: Path) -> bytes:
    """Read it if it is a file: a pipe might never end, and a device tells nothing."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError as error:
        raise CannotOpen(text("There is no file {file}.", file=visible(str(path)))) from error
    except OSError as error:
        raise cannot_open(text("{file} cannot be read", file=visible(str(path))), error) from error
    if stat.S_ISDIR(mode):
        raise CannotOpen(text("{file} is a folder, not a file.", file=visible(str(path))))
    if not stat.S_ISREG(mode):
        raise CannotOpen(text("{file} is a device or a pipe, not a file.", file=visible(str(path))))
    return read_bounded(path, MAX_SAVED)


def _inspection(path: Path, data: bytes) -> Inspection:
    from mxgui.report.saved import read_saved  # not needed before something is opened

    try:
        return ended(read_saved(data))
    except CannotRead as error:
        name = visible(path.name)
        raise CannotRead(text("{file}: {why}", file=name, why=error.text)) from error


def ended(inspection: Inspection) -> Inspection:
    """The same, ended: what was saved under way does not go on by being opened."""
    if not inspection.running:
        return inspection
    facts = dict(inspection.facts)
    facts.update((step, _given_up(probe)) for step, probe in inspection.knocks if probe.running)
    inspection = replace(inspection, facts=facts)
    return learn(inspection, Ended(inspection.began, cut_short=True))


def _given_up(probe: Probe) -> Probe:
    nothing = probe.outcome is Outcome.NOT_TRIED
    reason = Reason.CANCELLED if nothing else probe.reason
    return replace(probe, waiting=None, reason=reason, stopped_by=StoppedBy.CANCELLED)
