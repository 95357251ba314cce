"""What the window remembers between runs: earlier domains, and where its panels stand.

A file of its own in the user's folder, apart from the settings (`settings_file.py`): nobody chose
this. A broken or unwritable one only costs the memory; two programs at once lose no domain of each
other's.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from mxgui.app.kept_file import KeptFile, Told
from mxgui.app.paths import state_folder

MOST_DOMAINS = 300
LONGEST_DOMAIN = 254  # letters of a name in DNS with its dots (RFC 1035, section 2.3.4)
LONGEST_LAYOUT = 65_536  # letters; a window with all its panels needs some 2,000


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was done; every value is checked where it is used.

    `domains` are the latest first. `geometry` and `layout` are Qt's own, as text. `helo_asked`
    tells that the name to greet by was asked for once, `welcomed` that the welcome was seen.
    """

    domains: tuple[str, ...] = ()
    helo_asked: bool = False
    welcomed: bool = False
    geometry: str = ""
    layout: str = ""

    def with_domain(self, name: str, most: int = MOST_DOMAINS) -> Remembered:
        """Give it with a domain that was just inspected; `most` are kept."""
        return replace(self, domains=_merged((name,), self.domains)[:most])


def _merged(newer: tuple[str, ...], older: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*newer, *older)))[:MOST_DOMAINS]


class Memory:
    """The file that remembers."""

    def __init__(self, file: Path | None) -> None:
        """Remember in that file, or nowhere."""
        self.kept = KeptFile(file)
        self._known: tuple[str, ...] = ()  # domains that were in the file when it was last read

    @property
    def is_kept(self) -> bool:
        """Whether there is anywhere to remember."""
        return self.kept.file is not None

    @classmethod
    def of_user(cls) -> Memory:
        """Remember in the user's own folder, nowhere if there is none."""
        folder = state_folder()
        return cls(folder and folder / "window.json")

    def load(self) -> Remembered:
        """Give what was remembered; what cannot be read counts as never done."""
        found = _checked(self.kept.read())
        self._known = found.domains
        return found

    def save(self, what: Remembered, most: int = MOST_DOMAINS) -> Remembered:
        """Remember this beside the domains that another program has added; give all of it.

        `most` domains are kept. Whatever else stands in the file stays there.
        """
        whole = [what]

        def change(told: Told) -> Told:
            # A file that is gone or was broken has forgotten nothing
            found = _checked(told).domains if "domains" in told else self._known
            whole[0] = self._beside(what, found, most)
            return {**told, **asdict(whole[0]), "sum": _sum_of(whole[0])}

        self.kept.write(change)
        self._known = whole[0].domains
        return whole[0]

    def _beside(self, what: Remembered, found: tuple[str, ...], most: int) -> Remembered:
        if not what.domains:  # who forgets them all means all
            return what
        forgotten = set(self._known) - set(found)  # by another program, since they were read
        if what.domains != self._known:  # the first has just been looked at, and counts anew
            forgotten.discard(what.domains[0])
        own = tuple(name for name in what.domains if name not in forgotten)
        others = tuple(name for name in found if name not in self._known)
        return replace(what, domains=_merged(own, others)[:most])


def _checked(told: Told) -> Remembered:
    """Take each value that is what it should be, and leave out all others."""
    found = Remembered(
        domains=_words(told.get("domains"), MOST_DOMAINS, LONGEST_DOMAIN),
        helo_asked=told.get("helo_asked") is True,
        welcomed=told.get("welcomed") is True,
        geometry=_word(told.get("geometry"), LONGEST_LAYOUT),
        layout=_word(told.get("layout"), LONGEST_LAYOUT),
    )
    if told.get("sum") != _sum_of(found):
        # Qt may crash upon a layout that is not quite one of its own
        found = replace(found, geometry="", layout="")
    return found


def _sum_of(what: Remembered) -> str:
    """What tells whether geometry and layout are as they were written."""
    return sha256(f"{what.geometry} {what.layout}".encode()).hexdigest()


def _word(told: Any, longest: int) -> str:
    is_one = isinstance(told, str) and len(told) <= longest and told.isprintable()
    return told if is_one else ""  # half a letter (a surrogate) is not printable either


def _words(told: Any, most: int, longest: int) -> tuple[str, ...]:
    listed = told if isinstance(told, list) else []
    return tuple(word for word in (_word(each, longest) for each in listed[:most]) if word)
