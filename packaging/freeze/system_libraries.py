"""Whose the libraries are that PyInstaller took from the system: Debian's packages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from job import CannotBuild, Job

HOME = re.compile(r"^(?:Source|Upstream-Source): *(?:\n )?(https?://\S+)", re.MULTILINE)
LICENCE = re.compile(r"^License: *([^\n]+)$", re.MULTILINE)
OWNER = re.compile(r"^([a-z0-9+.-]+)(?::[a-z0-9]+)?(?:, .*)?: (/.*)$")


@dataclass(frozen=True)
class Package:
    """A package of Debian, and those of its files that are in the app."""

    name: str
    version: str
    copyright: Path
    paths: list[str]


def packages(paths: Iterable[str], job: Job) -> list[Package]:
    """The packages that the files are of, by name."""
    owned: dict[str, list[str]] = {}
    for path in sorted(paths):
        owned.setdefault(owner(path, job), []).append(path)
    return [package(name, held, job) for name, held in sorted(owned.items())]


def owner(path: str, job: Job) -> str:
    """The package that a file is of. Where /lib is a link into /usr, dpkg may know either name."""
    real = str(Path(path).resolve())
    names = [path, real, path.removeprefix("/usr"), real.removeprefix("/usr")]
    for name in dict.fromkeys(names):
        try:
            told = job.run(["dpkg-query", "--search", name], "dpkg-query")
        except CannotBuild:
            continue
        found = OWNER.match(told.splitlines()[0])
        if found:
            return found[1]
    raise CannotBuild(f"{path} is of no package of Debian, so its licence is not known.")


def package(name: str, paths: list[str], job: Job) -> Package:
    """Its version, and where it says under which licence it is."""
    form = ["--showformat", "${Version}\n", "--show", name]
    version = job.run(["dpkg-query", *form], "dpkg-query").splitlines()[0]
    file = Path("/usr/share/doc") / name / "copyright"
    if not file.is_file():
        raise CannotBuild(f"{file} is missing: dpkg may be told to leave documentation out.")
    return Package(name, version, file, paths)


def licence_of(words: str) -> str:
    """The names of the licences in a copyright file; a plain one is named by what it refers to."""
    named = sorted({name.strip() for name in LICENCE.findall(words)})
    if named:
        return "; ".join(named)
    common = sorted(set(re.findall(r"/usr/share/common-licenses/([\w.-]+\w)", words)))
    return "; ".join(common) or "see the text"


def home_of(words: str) -> str:
    """Where it comes from, as the copyright file says."""
    found = HOME.search(words)
    return found[1].rstrip(".,)>") if found else ""
