"""The search of the command palette: which entries fit what was typed, best first; no Qt here.

Typed letters fit when they occur in that order; beginnings of words and letters in a run count
most. Case and accents do not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from unicodedata import combining, normalize

from mxgui.model.domain import BadDomain
from mxgui.model.entry import read_entry
from mxgui.routing.shapes import Words
from mxgui.ui.words import shown

LONGEST = 32  # letters of what was typed that are looked for
_LONGEST_TITLE = 120  # letters of a title in which they are looked for; a domain has up to 253
_LETTER, _BEGIN, _START, _RUN = 1, 8, 4, 5  # points: any letter, of a word, of it all, in a run
_NEVER = -1_000_000
_GUESS = -1_000  # points of an entry that fits by its section or explanation alone


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be done: its title, the sort of thing it is, its key, and the doing.

    `about` is one sentence; where the entry is not `enabled`, the reason why not.
    """

    words: Words
    section: Words
    run: Callable[[], object]
    key: str = ""
    about: Words = ""
    enabled: bool = True

    @property
    def name(self) -> tuple[str, str]:
        """What tells it from others, also when it is made anew."""
        return shown(self.section), shown(self.words)


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that fits, and the places of the letters of its title that were typed."""

    entry: Entry
    places: tuple[int, ...] = ()


def hits(
    entries: Sequence[Entry], typed: str, recent: Sequence[tuple[str, str]] = ()
) -> tuple[Hit, ...]:
    """The entries that fit, best first; all of them if nothing is typed.

    Among equals the one that was run last comes first, then the order of the entries counts. What
    cannot be done now comes behind what can.
    """
    late = len(recent)
    ranks = {name: at for at, name in reversed(list(enumerate(recent)))}
    found = []
    for at, entry in enumerate(entries):
        fit = _fit(entry, typed)
        if fit is not None:
            points, places = fit
            order = (not entry.enabled, -points, ranks.get(entry.name, late), at)
            found.append((order, Hit(entry, places)))
    return tuple(hit for _, hit in sorted(found, key=_order))


def _order(found: tuple[tuple[bool, int, int, int], Hit]) -> tuple[bool, int, int, int]:
    return found[0]


def reads_as_domain(typed: str) -> bool:
    """Whether what was typed could be inspected as it stands; a single word is no domain."""
    try:
        read_entry(typed)
    except BadDomain:
        return False
    return True


def _fit(entry: Entry, typed: str) -> tuple[int, tuple[int, ...]] | None:
    """The points of an entry; its title counts first, then all else that is said of it."""
    words = folded(typed)[0][:LONGEST].split()
    title = shown(entry.words)
    by_title = _fit_title(title, words)
    if by_title is not None:
        return by_title
    rest = folded(f"{title} {shown(entry.section)} {shown(entry.about)}")[0]
    return (_GUESS, ()) if all(f" {word}" in f" {rest}" for word in words) else None


def _fit_title(title: str, words: Sequence[str]) -> tuple[int, tuple[int, ...]] | None:
    """The points of a title in which every typed word is found, and the places of its letters."""
    letters, origins = folded(title[:_LONGEST_TITLE])
    points, places = 0, set[int]()
    for word in words:
        best = best_fit(letters, word)
        if best is None:
            return None
        points += best[0]
        places.update(origins[place] for place in best[1])
    return points - len(letters) // 20, tuple(sorted(places))


@lru_cache(maxsize=2_000)
def folded(words: str) -> tuple[str, tuple[int, ...]]:
    """Words without case and accents, and for each letter the place that it came from."""
    letters: list[str] = []
    origins: list[int] = []
    for place, letter in enumerate(words):
        for part in normalize("NFKD", letter):
            if not combining(part):
                for small in part.casefold():
                    letters.append(small)
                    origins.append(place)
    return "".join(letters), tuple(origins)


def best_fit(letters: str, typed: str) -> tuple[int, tuple[int, ...]] | None:
    """The best way to find the typed letters in that order: its points and places."""
    worth = [_worth(letters, place) for place in range(len(letters))]
    rows: list[list[int]] = []
    for at, wanted in enumerate(typed):
        before = rows[-1] if rows else None
        # The best that was reached anywhere before a place, leaving a gap
        reached = [_NEVER, *accumulate(before, max)] if before else None
        row = [_NEVER] * len(letters)
        for place in range(at, len(letters)):
            if letters[place] != wanted:
                continue
            earlier = _earlier(before, reached, place)
            if earlier > _NEVER:
                row[place] = earlier + worth[place]
        rows.append(row)
    if not letters or not rows or max(rows[-1]) <= _NEVER:
        return (0, ()) if not typed else None
    return max(rows[-1]), _way(rows)


def _worth(letters: str, place: int) -> int:
    """The points of a letter by where it stands."""
    if place == 0:
        return _LETTER + _BEGIN + _START
    return _LETTER + (0 if letters[place - 1].isalnum() else _BEGIN)


def _earlier(before: list[int] | None, reached: list[int] | None, place: int) -> int:
    """The most points with which the letter before can have been found."""
    if before is None or reached is None:
        return 0
    run = before[place - 1] + _RUN if place > 0 else _NEVER
    return max(run, reached[place]) if reached[place] > _NEVER else _NEVER


def _way(rows: list[list[int]]) -> tuple[int, ...]:
    """The places of the best way, found from its end."""
    place = rows[-1].index(max(rows[-1]))
    places = [place]
    for before in reversed(rows[:-1]):
        run = before[place - 1] + _RUN
        gap = max(before[:place])
        place = place - 1 if run >= gap else before.index(gap)
        places.append(place)
    return tuple(reversed(places))
