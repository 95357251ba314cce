"""What tells where the app was built, taken out of it: paths of the machine's Python and checkout.

A library that looks for others in a folder of another machine takes them from whoever can write
there; and two builds of one commit would differ.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from freeze.run_path import run_path, with_run_path
from job import CannotBuild, Job

INSIDE = "_internal"  # where the app's libraries lie
COMMON = {"/usr", "/usr/local"}  # a Python there is one of every machine


def forget(job: Job) -> None:
    """Let libraries look for others in the app alone, and blank what else names the machine.

    The programs are left as they are: their code bears no paths. Raises CannotBuild for a file
    that names the machine all the same.
    """
    places = places_of(job)
    if sys.platform == "linux":
        for file in files(job):
            data = file.read_bytes()
            if any(place in data for place in places):
                file.write_bytes(without(data, places, own_run_path(job, file)))
    telling = [
        file.relative_to(job.folder).as_posix() for file in files(job) if tells(file, places)
    ]
    telling += told_by_code(job, places)
    if telling:
        raise CannotBuild(f"These tell where the app was built: {', '.join(telling[:5])}.")


def places_of(job: Job) -> tuple[bytes, ...]:
    """The paths that belong to this machine alone."""
    asked = job.run([job.python, "-c", "import sys; print(sys.base_prefix)"], "Python")
    python = asked.strip()
    named = {str(job.work), str(job.python.parent.parent)} | ({python} - COMMON)
    return tuple(sorted(name.encode() for name in named))


def files(job: Job) -> Iterable[Path]:
    """All that lies in the app beside the programs."""
    inside = (job.folder / INSIDE).rglob("*")
    return sorted(path for path in inside if path.is_file() and not path.is_symlink())


def own_run_path(job: Job, file: Path) -> str:
    """The way from a library to the others of the app."""
    return f"$ORIGIN/{os.path.relpath(job.folder / INSIDE, file.parent)}".removesuffix("/.")


def without(data: bytes, places: Iterable[bytes], way: str) -> bytes:
    """A file whose run path is `way` if it was of the machine, and with the places made nowhere.

    What a Python was built with is part of it, but an app that is frozen never goes there.
    """
    found = run_path(data)
    if found is not None and any(place.decode() in found.words for place in places):
        data = with_run_path(data, way)
    for place in places:
        data = data.replace(place, nowhere(place))
    return data


def nowhere(place: bytes) -> bytes:
    """A path as long as another, that leads to nothing on any machine.

    Its last name stays: linkers let one string be the end of another, and Python's version is that
    of the folder it was put into.
    """
    above, slash, last = place.rpartition(b"/")
    return b"/".ljust(len(above), b"-") + slash + last if above else place


def tells(file: Path, places: Iterable[bytes]) -> bool:
    """Whether a file names one of the places."""
    data = file.read_bytes()
    return any(place in data for place in places)


def told_by_code(job: Job, places: Iterable[bytes]) -> list[str]:
    """The modules of Python that name one of the places; they lie packed in the program."""
    suffix = ".exe" if sys.platform == "win32" else ""
    given = json.dumps([place.decode() for place in places])
    asked = job.run([job.python, "-c", READ, job.folder / f"mxgui{suffix}", given], "The code")
    return list(json.loads(asked))


READ = """
import json, sys
from PyInstaller.archive.readers import CArchiveReader

def words(code):
    yield code.co_filename
    for each in code.co_consts:
        if isinstance(each, str):
            yield each
        elif hasattr(each, "co_consts"):
            yield from words(each)

places = json.loads(sys.argv[2])
packed = CArchiveReader(sys.argv[1]).open_embedded_archive("PYZ.pyz")
telling = []
for name in packed.toc:
    code = packed.extract(name)
    if hasattr(code, "co_consts") and any(p in word for word in words(code) for p in places):
        telling.append(name)
print(json.dumps(telling))
"""


def neutral(told: Mapping[str, object], prefix: str = sys.base_prefix) -> str:
    """The source of Python's notes on how it was built, without those that name its own folder.

    `zoneinfo` reads there where the system has its time zones; nobody asks for the rest.
    """
    kept = {name: each for name, each in sorted(told.items()) if prefix not in str(each)}
    return f"build_time_vars = {kept!r}\n"
