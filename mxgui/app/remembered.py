"""What the window remembers between runs: earlier domains, choices, and where its panels stand.

A file of its own in the user's folder, written whole. A broken or unwritable one only costs the
memory; two programs at once lose no domain of each other's.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, fields, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from mxgui.app.paths import state_folder

MOST_DOMAINS = 300
LONGEST_DOMAIN = 254  # letters of a name in DNS with its dots (RFC 1035, section 2.3.4)
MOST_RESOLVERS = 8
LONGEST_RESOLVER = 1_000  # letters, as `mxgui.model.resolver` takes them
LONGEST_LAYOUT = 65_536  # letters; a window with all its panels needs some 2,000
_MAX_BYTES = 1024 * 1024
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was chosen and done; every value is checked where it is used.

    `domains` are the latest first. `still` is None as long as the system decides whether anything
    moves by itself. `geometry` and `layout` are Qt's own, as text. `helo_asked` tells that the name
    to greet by was asked for once. Of a proxy only the place is kept, never user and password.
    """

    domains: tuple[str, ...] = ()
    scheme: str = ""
    still: bool | None = None
    mode: str = ""
    sender: str = ""
    resolvers: tuple[str, ...] = ()
    helo: str = ""
    helo_asked: bool = False
    proxy: str = ""
    also_direct: bool = False
    canary: str = ""
    geometry: str = ""
    layout: str = ""

    def with_domain(self, name: str) -> Remembered:
        """Give it with a domain that was just inspected."""
        return replace(self, domains=_merged((name,), self.domains))


def _merged(newer: tuple[str, ...], older: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*newer, *older)))[:MOST_DOMAINS]


class Memory:
    """The file that remembers."""

    def __init__(self, file: Path | None) -> None:
        """Remember in that file, or nowhere."""
        self._file = file
        self._known: tuple[str, ...] = ()  # domains that were in the file when it was last read

    @property
    def is_kept(self) -> bool:
        """Whether there is anywhere to remember."""
        return self._file is not None

    @classmethod
    def of_user(cls) -> Memory:
        """Remember in the user's own folder, nowhere if there is none."""
        folder = state_folder()
        return cls(folder and folder / "window.json")

    def load(self) -> Remembered:
        """Give what was remembered; what cannot be read counts as never chosen."""
        found = self._read()
        self._known = found.domains
        return found

    def save(self, what: Remembered) -> Remembered:
        """Remember this beside the domains that another program has added; give all of it."""
        if self._file is None:
            return what
        if what.domains:  # who forgets them all means all
            others = tuple(name for name in self._read().domains if name not in self._known)
            what = replace(what, domains=_merged(what.domains, others))
        self._known = what.domains
        # Imported here: what was remembered is read before the window is seen
        from mxgui.report.files import CannotOpen, write_whole

        told = {**asdict(what), "sum": _sum_of(what)}
        data = json.dumps(told, indent=1).encode()
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, data, force=True)
        except (OSError, CannotOpen) as error:
            _log.info("what the window remembers cannot be kept: %s", error)
        return what

    def _read(self) -> Remembered:
        try:
            if self._file is None or self._file.stat().st_size > _MAX_BYTES:
                return Remembered()
            return _checked(json.loads(self._file.read_text("utf-8")))
        except FileNotFoundError:
            return Remembered()
        except (OSError, ValueError, RecursionError) as error:
            _log.info("what the window remembered cannot be read: %s", error)
            return Remembered()


def _checked(told: Any) -> Remembered:
    """Take each value that is what it should be, and leave out all others."""
    if not isinstance(told, dict):
        return Remembered()
    kept = {field.name: told.get(field.name) for field in fields(Remembered)}
    still = kept["still"]
    found = Remembered(
        domains=_words(kept["domains"], MOST_DOMAINS, LONGEST_DOMAIN),
        scheme=_word(kept["scheme"], 32),
        still=still if isinstance(still, bool) else None,
        mode=_word(kept["mode"], 32),
        sender=_word(kept["sender"], 32),
        resolvers=_words(kept["resolvers"], MOST_RESOLVERS, LONGEST_RESOLVER),
        helo=_word(kept["helo"], LONGEST_DOMAIN),
        helo_asked=kept["helo_asked"] is True,
        proxy=_word(kept["proxy"], LONGEST_RESOLVER),
        also_direct=kept["also_direct"] is True,
        canary=_word(kept["canary"], LONGEST_DOMAIN),
        geometry=_word(kept["geometry"], LONGEST_LAYOUT),
        layout=_word(kept["layout"], LONGEST_LAYOUT),
    )
    if told.get("sum") != _sum_of(found):
        # Qt may crash upon a layout that is not quite one of its own
        found = replace(found, geometry="", layout="")
    return found


def _sum_of(what: Remembered) -> str:
    """What tells whether geometry and layout are as they were written."""
    return sha256(f"{what.geometry} {what.layout}".encode()).hexdigest()


def _word(told: Any, longest: int) -> str:
    return told if isinstance(told, str) and len(told) <= longest else ""


def _words(told: Any, most: int, longest: int) -> tuple[str, ...]:
    listed = told if isinstance(told, list) else []
    return tuple(word for word in (_word(each, longest) for each in listed[:most]) if word)
