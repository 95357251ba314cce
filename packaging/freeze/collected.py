"""Which of the files that PyInstaller found are still wanted by what is kept.

Places in the app are written with `/` here, whatever the system; names are compared without regard
to case, as Windows does: one file asks for MSVCP140.dll, and another is called msvcp140.dll.
"""

from __future__ import annotations

import posixpath
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping

Entry = tuple[str, str, str]  # place in the app, where it comes from, its kind
LINK = "SYMLINK"
FRAMEWORK = ".framework/"  # macOS: a folder that is one library, with links and data of its own


def imports(path: str) -> list[str]:
    """The libraries that a file itself asks for; on Linux PyInstaller gives theirs as well."""
    if sys.platform != "linux":
        from PyInstaller.depend import bindepend

        return [name for name, _ in bindepend.get_imports(path)]
    told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True)
    return re.findall(r"^  NEEDED +(\S+)$", told.stdout, re.MULTILINE)


def needed(
    entries: Iterable[Entry], asks_for: Callable[[str], Iterable[str]] = imports
) -> list[Entry]:
    """The extensions and plugins, and the libraries that these want, also by way of others.

    PyInstaller looks for libraries before the recipe leaves plugins out. Where several folders hold
    a library of one name, as those of PySide6 and shiboken6 do on Windows, all of them stay.
    """
    waiting = sorted(entries)
    wanted = [entry for entry in waiting if is_root(entry)]
    kept = {entry[0]: entry for entry in wanted}
    by_name: dict[str, list[Entry]] = {}
    for entry in waiting:
        if entry[2] != LINK and not is_root(entry):
            by_name.setdefault(name_of(entry[0]), []).append(entry)
    while wanted:
        _, path, _ = wanted.pop()
        for name in asks_for(path):
            for found in by_name.pop(name_of(name), ()):
                kept[found[0]] = found
                wanted.append(found)
    return sorted(kept.values())


def without_dangling(entries: Iterable[Entry], kept: Iterable[Entry]) -> list[Entry]:
    """The entries without the links that lead to what is not kept, and what belongs to these."""
    waiting = sorted(entries)
    places = {plain(entry[0]) for entry in kept}
    folders = {parent for place in places for parent in parents(place)}
    links = {plain(entry[0]): target(entry) for entry in waiting if entry[2] == LINK}

    def stays(entry: Entry) -> bool:
        framework, inside, _ = plain(entry[0]).partition(FRAMEWORK)
        if inside and f"{framework}.framework" not in folders:
            return False
        return entry[2] != LINK or inside != "" or end_of(target(entry), links) in places

    return [entry for entry in waiting if stays(entry)]


def end_of(place: str, links: Mapping[str, str]) -> str:
    """Where one arrives when each link on the way is followed."""
    for _ in range(len(links) + 1):
        on_the_way = [part for part in (*parents(place), place) if part in links]
        if not on_the_way:
            break
        first = on_the_way[-1]
        place = links[first] + place[len(first) :]
    return place


def parents(place: str) -> list[str]:
    """The folders that a place lies in, from the outermost."""
    parts = place.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


def target(entry: Entry) -> str:
    """Where a link leads, as a place in the app."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(plain(entry[0])), plain(entry[1])))


def is_root(entry: Entry) -> bool:
    """Whether it is wanted for its own sake: what Python or Qt loads by name, and Python itself.

    Python is libpython3.11.so.1.0, python311.dll, or Python.framework/Versions/3.11/Python.
    """
    place, _, kind = entry
    name = name_of(place)
    if kind == LINK:
        return False
    named = name.startswith(("libpython", "python3")) or name == "python"
    return kind == "EXTENSION" or "/plugins/" in plain(place) or named


def name_of(place: str) -> str:
    """The name of a file as it is compared."""
    return plain(place).rpartition("/")[2].casefold()


def plain(place: str) -> str:
    """A place with the one separator that all systems' places have here."""
    return place.replace("\\", "/")
