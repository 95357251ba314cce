"""The licences of all that is in the frozen app, with their texts, in a folder of it.

The window shows them (mxgui/app/licences.py reads the same `parts.json`), and the component list is
made of them. Three kinds of part: what mxgui itself needs, what the system's libraries are that came
along, and what is built into the libraries of others.
"""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import asdict, dataclass, field
from pathlib import Path

from freeze import system_libraries
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


def read(job: Job) -> list[Part]:
    """The parts, as they were gathered."""
    file = job.folder / FOLDER / "parts.json"
    if not file.is_file():
        raise CannotBuild("The licences are not gathered yet: make the step licences first.")
    return [Part(**told) for told in json.loads(file.read_text(encoding="utf-8"))]


def of_python(job: Job, folder: Path) -> list[Part]:
    """mxgui, its fonts, Python, and the packages: as mxgui itself finds them where it is built."""
    told = json.loads(job.run([job.python, "-c", ASK], "The search for licences"))
    parts = []
    for name, version, licence, home, files, texts in told:
        written = [
            write(folder, name, file, words) for file, words in zip(files, texts, strict=True)
        ]
        parts.append(Part(name, version, licence, home, written or extra(job, folder, name)))
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
        if kind in ("BINARY", "EXTENSION") and is_of_system(path, job):
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


def is_of_system(path: str, job: Job) -> bool:
    """Whether a file that came along is one of the system's, not of the environment's."""
    return path.startswith(("/usr/lib/", "/lib/")) and "/python3" not in path


def of_others(job: Job, folder: Path) -> list[Part]:
    """What is built into the libraries of others; the list is kept by hand, from their documents."""
    parts = []
    for name, (licence, home, within, _) in listed(job).items():
        if within:
            parts.append(Part(name, "", licence, home, extra(job, folder, name), within))
    return parts


def extra(job: Job, folder: Path, name: str) -> list[str]:
    """The texts kept beside this file for a part that brings none along."""
    found = []
    for file in listed(job).get(name, ("", "", "", []))[3]:
        text = (job.source / OWN_TEXTS / file).read_text(encoding="utf-8")
        found.append(write(folder, "", file, text))
    return found


def listed(job: Job) -> dict[str, tuple[str, str, str, list[str]]]:
    """By name: the licence, where it comes from, within what it is, and the texts."""
    read = json.loads((job.source / OWN_TEXTS / "listed.json").read_text(encoding="utf-8"))
    return {name: tuple(told) for name, told in read.items()}


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
