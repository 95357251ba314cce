"""The licences of all that is in the frozen app, with their texts, in a folder of it.

The window shows them (mxgui/app/licences.py reads the same `parts.json`), and the component list is
made of them. There are three kinds of part: what mxgui itself needs, the system's libraries that
came along, and what is built into the libraries of others.
"""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from freeze import owners, system_libraries
from freeze.frozen import collected
from job import CannotBuild, Job

FOLDER = Path("_internal/resources/licences")
OWN_TEXTS = Path("packaging/freeze/texts")


@dataclass(frozen=True)
class Part:
    """Something that is in the app. `files` are texts, relative to the folder of licences."""

    name: str
    version: str
    licence: str
    home: str
    files: list[str]
    kind: str = "python"  # or "debian"; else what it is built into
    holds: list[str] = field(default_factory=list)  # files of the app that are this part's


def gather(job: Job) -> None:
    """Write texts and `parts.json` into the frozen app."""
    if not job.folder.is_dir():
        raise CannotBuild("There is no frozen app yet: make the step folder first.")
    folder = job.folder / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    found = [*of_python(job, folder), *of_system(job, folder), *of_others(job, folder)]
    bare = [part.name for part in found if not part.files]
    if bare:
        raise CannotBuild(f"There is no text of a licence of {', '.join(bare)}.")
    told = [asdict(part) for part in found]
    (folder / "parts.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    bundle = job.output / "mxgui.app/Contents/Resources"
    if bundle.is_dir():
        shutil.copytree(folder, bundle / "resources/licences", dirs_exist_ok=True)


def read(job: Job) -> list[Part]:
    """The parts, as they were gathered."""
    file = job.folder / FOLDER / "parts.json"
    if not file.is_file():
        raise CannotBuild("The licences are not gathered yet: make the step licences first.")
    return [Part(**told) for told in json.loads(file.read_text(encoding="utf-8"))]


def of_python(job: Job, folder: Path) -> list[Part]:
    """mxgui, its fonts, Python, and the packages that are in the app.

    They are told by mxgui itself where it is built; what is needed there alone is left out.
    """
    told = json.loads(job.run([job.python, "-c", ASK], "The search for licences"))
    held = owners.owned(job)
    strange = sorted(set(held) - {each[0] for each in told} - {owners.SYSTEM, *listed(job)})
    if strange:
        raise CannotBuild(f"These are in the app, and nobody asked for them: {', '.join(strange)}.")
    parts = []
    for name, version, licence, home, files, texts in told:
        if name not in held:
            continue
        written = [
            write(folder, name, file, words) for file, words in zip(files, texts, strict=True)
        ]
        kept = written or extra(job, folder, name)
        holds = sorted(held[name].files)
        parts.append(Part(name, version, licence, home, kept, holds=holds))
    return parts


ASK = """
import json
from mxgui.app.licences import parts, texts_of
told = []
for part in parts():
    texts = texts_of(part)
    files = [name for name, _ in texts]
    told.append([part.name, part.version, part.licence, part.home, files, [t for _, t in texts]])
print(json.dumps(told))
"""


def of_system(job: Job, folder: Path) -> list[Part]:
    """The libraries of the system that came along, by the packages that they are of."""
    places: dict[str, list[str]] = {}
    for place, path, kind in collected(job):
        if kind in ("BINARY", "EXTENSION") and owners.is_of_system(path):
            places.setdefault(path, []).append(place)
    parts = []
    for package in system_libraries.packages(places, job):
        words = package.copyright.read_text(encoding="utf-8", errors="replace")
        files = [write(folder, package.name, "copyright", words)]
        for name in sorted(set(re.findall(r"/usr/share/common-licenses/([\w.-]+\w)", words))):
            files.append(common(folder, name))
        held = sorted(place for path in package.paths for place in places[path])
        licence = system_libraries.licence_of(words)
        home = system_libraries.home_of(words)
        parts.append(Part(package.name, package.version, licence, home, files, "debian", held))
    return parts


def of_others(job: Job, folder: Path) -> list[Part]:
    """What is built into the libraries of others; the list is kept by hand.

    Where a library tells the version, that is also how it is known to be there on this system.
    """
    parts = []
    for name, (licence, home, within, _, *told) in listed(job).items():
        version = version_in(job, *told[0]) if told else ""
        if within and version is not None:
            if name == owners.BUILDER:
                version = job.run([job.python, "-c", BUILT_WITH], name).strip()
            parts.append(Part(name, version, licence, home, extra(job, folder, name), within))
    return parts


BUILT_WITH = f"from importlib.metadata import version; print(version('{owners.BUILDER}'))"


def version_in(job: Job, files: str, pattern: str) -> str | None:
    """The version that a file of the app tells, in its name or in itself; None if there is none."""
    for file in sorted((job.folder / "_internal").glob(files)):
        found = re.search(pattern.encode(), file.name.encode() + b"\0" + file.read_bytes())
        if found:
            return found[1].decode()
    return None


def extra(job: Job, folder: Path, name: str) -> list[str]:
    """The texts kept beside this file for a part that brings none along."""
    found = []
    for file in listed(job)[name][3] if name in listed(job) else ():
        text = (job.source / OWN_TEXTS / file).read_text(encoding="utf-8")
        found.append(write(folder, "", file, text))
    return found


def listed(job: Job) -> dict[str, list[Any]]:
    """By name: licence, where it comes from, within what it is, texts, and what tells its version.

    The last is a pattern of files, and one that finds the version in them.
    """
    read = json.loads((job.source / OWN_TEXTS / "listed.json").read_text(encoding="utf-8"))
    return dict(read)


def common(folder: Path, name: str) -> str:
    """One of the licences that Debian keeps once for all packages."""
    kept = Path("/usr/share/common-licenses") / name
    return write(folder, "", f"{name}.txt", kept.read_text(encoding="utf-8"))


def write(folder: Path, part: str, file: str, words: str) -> str:
    """Put a text into the folder; give its place there."""
    place = Path(part) / file if part else Path(file)
    (folder / place).parent.mkdir(parents=True, exist_ok=True)
    (folder / place).write_text(words, encoding="utf-8")
    return place.as_posix()
