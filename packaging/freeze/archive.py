"""The frozen app as one file to unpack anywhere, and the checksums of all that was made."""

from __future__ import annotations

import hashlib
import platform
import tarfile
from collections.abc import Iterator
from pathlib import Path

from job import Job

SUFFIXES = (".bz2", ".deb", ".dmg", ".exe", ".gz", ".json", ".whl", ".xz", ".zip")


def name(job: Job) -> str:
    """What the archive is called, without its suffix: mxgui-0.1.0-linux-x86_64."""
    return f"mxgui-{job.version}-{platform.system().lower()}-{platform.machine().lower()}"


def pack(job: Job) -> None:
    """Make the .tar.xz of the frozen app; everything in it lies in one folder."""
    top = name(job)
    with tarfile.open(job.output / f"{top}.tar.xz", "w:xz", format=tarfile.PAX_FORMAT) as archive:
        for path in (job.folder, *inside(job.folder)):
            place = Path(top) / path.relative_to(job.folder)
            entry = archive.gettarinfo(path, place.as_posix())
            level(entry, job.epoch)
            if entry.isreg():
                with path.open("rb") as stream:
                    archive.addfile(entry, stream)
            else:
                archive.addfile(entry)


def inside(folder: Path) -> Iterator[Path]:
    """All that is in a folder, in an order that is the same everywhere."""
    yield from sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix())


def level(entry: tarfile.TarInfo, epoch: int) -> None:
    """Take out of an entry what tells of the machine, its user and the hour."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = epoch
    runs = entry.isdir() or entry.issym() or bool(entry.mode & 0o100)
    entry.mode = 0o755 if runs else 0o644


def sum_up(output: Path, file: str) -> None:
    """Write the SHA-256 of every artefact, as `sha256sum --check` reads it."""
    artefacts = sorted(path for path in output.iterdir() if path.suffix in SUFFIXES)
    lines = (f"{digest(path)}  {path.name}\n" for path in artefacts if path.is_file())
    words = "".join(lines)
    (output / file).write_text(words, encoding="utf-8", newline="\n")  # else none is found


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
