"""Which of the libraries that PyInstaller found are still wanted by what is kept."""

from __future__ import annotations

import posixpath
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import PurePath, PurePosixPath

from PyInstaller.depend import bindepend

Entry = tuple[str, str, str]  # place in the app, where it comes from, its kind
LINK = "SYMLINK"


def needed(entries: Iterable[Entry]) -> list[Entry]:
    """The extensions and plugins, and the libraries that these want, also by way of others.

    PyInstaller looks for libraries before the recipe leaves plugins out.
    """
    waiting = sorted(entries)
    wanted = [entry for entry in waiting if is_root(entry)]
    kept = {entry[0]: entry for entry in wanted}
    files = [entry for entry in waiting if entry[2] != LINK and not is_root(entry)]
    by_name = {PurePath(entry[0]).name: entry for entry in files}
    while wanted:
        _, path, _ = wanted.pop()
        for name in imports(path):
            found = by_name.get(PurePath(name).name)
            if found is not None and found[0] not in kept:
                kept[found[0]] = found
                wanted.append(found)
    return sorted(kept.values())


def without_dangling(entries: Iterable[Entry], kept: Iterable[Entry]) -> list[Entry]:
    """The entries without the links that lead to what is not kept."""
    places = {entry[0] for entry in kept}
    return sorted(entry for entry in entries if entry[2] != LINK or target(entry) in places)


def target(entry: Entry) -> str:
    """Where a link leads, as a place in the app."""
    return posixpath.normpath((PurePosixPath(entry[0]).parent / entry[1]).as_posix())


def imports(path: str) -> list[str]:
    """The libraries that a file itself asks for; on Linux PyInstaller would give those of these too."""
    if sys.platform != "linux":
        return [name for name, _ in bindepend.get_imports(path)]
    told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True)
    return re.findall(r"^  NEEDED +(\S+)$", told.stdout, re.MULTILINE)


def is_root(entry: Entry) -> bool:
    """Whether it is wanted for its own sake: what Python or Qt loads by name, and Python itself."""
    place, _, kind = entry
    name = PurePath(place).name
    return kind == "EXTENSION" or "/plugins/" in place or name.startswith(("libpython", "python3"))
