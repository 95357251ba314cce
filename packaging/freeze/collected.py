"""Which of the libraries that PyInstaller found are still wanted by what is kept."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from PyInstaller.depend import bindepend

Entry = tuple[str, str, str]  # place in the app, where it comes from, its kind


def needed(entries: Iterable[Entry]) -> list[Entry]:
    """The extensions and plugins, and the libraries that these want, also by way of others.

    PyInstaller looks for libraries before the recipe leaves plugins out.
    """
    waiting = sorted(entries)
    wanted = [entry for entry in waiting if is_root(entry)]
    kept = {entry[0]: entry for entry in wanted}
    by_name = {PurePath(entry[0]).name: entry for entry in waiting if not is_root(entry)}
    while wanted:
        _, path, _ = wanted.pop()
        for name, _ in bindepend.get_imports(path):
            found = by_name.get(PurePath(name).name)
            if found is not None and found[0] not in kept:
                kept[found[0]] = found
                wanted.append(found)
    links = {entry[0]: entry for entry in waiting if entry[2] == "SYMLINK" and entry[1] in kept}
    return sorted({**kept, **links}.values())


def is_root(entry: Entry) -> bool:
    """Whether it is wanted for its own sake: what Python or Qt loads by name, and Python itself."""
    place, _, kind = entry
    name = PurePath(place).name
    return kind == "EXTENSION" or "/plugins/" in place or name.startswith(("libpython", "python3"))
