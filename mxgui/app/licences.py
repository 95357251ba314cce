"""What mxgui is made of: every part with its version, its licence, and where the licence's text is.

The parts are those that are installed here and that mxgui needs, also by way of others. Texts are
read when somebody wants to see them.
"""

from __future__ import annotations

import json
import re
import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from platform import python_version
from typing import Any

from mxgui import __version__, resources
from mxgui.app.markers import environment, holds
from mxgui.model.text import Text, text

OWN = "mxgui"
OWN_EXTRAS = ("", "proxy", "doh")  # all that a user may want; the rest is for those who build it
LONGEST = 200_000  # bytes of one text; the GPL has 35 thousand
_WRITTEN = "licences/parts.json"  # only in a frozen app
_LONGEST_NAME = 80  # letters; some packages put the whole text where the name belongs
_REQUIREMENT = re.compile(
    r"\s*([A-Za-z0-9][\w.-]*)\s*(?:\[([^\]]*)\])?[^;]*(?:;(.*))?\Z", re.DOTALL
)
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_HOME = ("homepage", "home", "home page", "source", "source code", "repository", "documentation")
_QT = text(
    "PySide6, and the libraries of Qt that it brings along, are used here under the GNU Lesser "
    "General Public License, version 3. They are files of their own, which you may replace by your "
    "own builds of them. Their sources are at https://download.qt.io."
)
_NOTES = {"pyside6-essentials": _QT, "shiboken6": _QT}
_FONTS = (
    ("Inter", "fonts/inter/OFL.txt", "https://rsms.me/inter"),
    ("JetBrains Mono", "fonts/jetbrains-mono/OFL.txt", "https://www.jetbrains.com/lp/mono"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """Something that mxgui is made of; `licence` is the licence's name."""

    name: str
    version: str = ""
    licence: str = ""
    home: str = ""
    note: Text | None = None
    files: tuple[Path, ...] = ()
    source: Distribution | None = None


def parts(find: Callable[[str], Distribution] = distribution) -> tuple[Part, ...]:
    """Every part: mxgui itself, its fonts, Python, and the packages by their names.

    An app that was frozen has no packages: its build has written the parts down, those too that
    came from the system.
    """
    try:
        written = resources.path(_WRITTEN)
    except FileNotFoundError:
        return found(find)
    return tuple(_told(part, written.parent) for part in json.loads(written.read_bytes()))


def _told(part: dict[str, Any], folder: Path) -> Part:
    """A part as packaging/freeze/licences.py writes it."""
    name = part["name"]
    files = tuple(folder / file for file in part["files"])
    note = _NOTES.get(canonical(name))
    return Part(name, part["version"], part["licence"], part["home"], note, files)


def found(find: Callable[[str], Distribution] = distribution) -> tuple[Part, ...]:
    """The parts as they are installed here."""
    packages = sorted(_needed(find), key=_sort_key)
    return (_own(find), *_fonts(), _python(), *map(_part_of, packages))


def texts_of(part: Part) -> tuple[tuple[str, str], ...]:
    """The licence's texts with the names of their files; none if they are not installed."""
    files = (*part.files, *(_files_of(part.source) if part.source else ()))
    return tuple((file.name, words) for file in files if (words := _read(file)))


def _own(find: Callable[[str], Distribution]) -> Part:
    """In a checkout the licence lies beside resources/, else it is with the installed package."""
    beside = resources.path("fonts").parent.parent / "LICENSE"
    files = [beside] if beside.is_file() else []
    home = ""
    try:
        package = find(OWN)
    except PackageNotFoundError:
        pass
    else:
        home = _home_of(package)
        files += [file for file in _files_of(package) if file.name == "LICENSE"]
    return Part(OWN, __version__, "MIT", home, files=tuple(files[:1]))


def _fonts() -> Iterator[Part]:
    for name, file, home in _FONTS:
        yield Part(name, licence="OFL-1.1", home=home, files=(resources.path(file),))


def _python() -> Part:
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    files = python_licence(places)
    return Part("Python", python_version(), "PSF-2.0", "https://www.python.org", files=files)


def python_licence(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Where Python's licence is: beside its library, or on Windows at its top."""
    found = (folder / "LICENSE.txt" for folder in folders)
    return tuple(file for file in found if file.is_file())[:1]


# ---------------------------------------------------------------------- packages


def _needed(find: Callable[[str], Distribution]) -> list[Distribution]:
    """The packages that mxgui needs, and those that these need, as far as they are installed."""
    here = environment()
    seen: set[tuple[str, str]] = set()
    found: dict[str, Distribution] = {}
    waiting = [(OWN, extra) for extra in OWN_EXTRAS]
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) in seen:
            continue
        seen.add((name, extra))
        try:
            package = found.get(name) or find(name)
        except PackageNotFoundError:
            continue
        found[name] = package
        for needed, extras in _requirements(package, {**here, "extra": extra}):
            waiting += [(needed, each) for each in ("", *extras)]
    found.pop(OWN, None)
    return list(found.values())


def _requirements(package: Distribution, here: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    """The packages that one needs here, each with the extras that it wants of it."""
    for written in package.requires or ():
        match = _REQUIREMENT.match(written)
        if match is None:
            continue
        name, extras, condition = match.groups()
        if not condition or holds(condition, here):
            yield (
                canonical(name),
                [canonical(extra) for extra in re.findall(r"[\w.-]+", extras or "")],
            )


def canonical(name: str) -> str:
    """A package's name as it is compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _part_of(package: Distribution) -> Part:
    name = package.metadata["Name"]
    return Part(
        name,
        package.version,
        _licence_of(package),
        _home_of(package),
        _NOTES.get(canonical(name)),
        source=package,
    )


def _sort_key(package: Distribution) -> str:
    return canonical(package.metadata["Name"])


def _field(package: Distribution, name: str) -> list[str]:
    return package.metadata.get_all(name) or []


def _licence_of(package: Distribution) -> str:
    """The licence's name, from the newest of the three fields that packages use for it."""
    classified = [
        line.rpartition("::")[2].strip()
        for line in _field(package, "Classifier")
        if line.startswith("License ::")
    ]
    told = (*_field(package, "License-Expression"), *_field(package, "License"), *classified)
    lines = (line.strip().splitlines()[0] for line in told if line.strip())
    return next(lines, "")[:_LONGEST_NAME]


def _home_of(package: Distribution) -> str:
    """Where the package lives on the web."""
    pairs = [line.partition(",") for line in _field(package, "Project-URL")]
    by_label = {label.strip().lower(): address.strip() for label, _, address in pairs}
    told = (by_label.get(label, "") for label in _HOME)
    homes = (*_field(package, "Home-page"), *told)
    return next((home for home in homes if home.startswith("https://")), "")


def _files_of(package: Distribution) -> list[Path]:
    """The licence's files among those of the package's own description."""
    named = set(_field(package, "License-File"))
    found = []
    for file in package.files or ():
        folder, *rest = file.parts
        inner = "/".join(rest).removeprefix("licenses/")
        fits = inner in named if named else bool(_LICENCE_FILE.match(file.name))
        if folder.endswith(".dist-info") and fits:
            found.append(Path(str(file.locate())))
    return found


def _read(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            read = stream.read(LONGEST + 1)
    except OSError:
        return ""  # a frozen program may come without it
    words = read[:LONGEST].decode("utf-8", "replace").replace("\r\n", "\n").replace("\f", "\n")
    return f"{words}\n[…]" if len(read) > LONGEST else words
