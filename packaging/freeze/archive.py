"""The frozen app as one file to unpack anywhere, and the checksums of all that was made.

The archive is pressed in pieces, on all cores: several streams behind one another are one file for
every xz, and the pieces are the same however many cores there are.
"""

from __future__ import annotations

import hashlib
import lzma
import os
import platform
import tarfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, BinaryIO

from job import Job

PIECE = 32 * 2**20  # bytes; a core needs some three times as much meanwhile
LEVEL = 6  # of xz; 9 takes three times as long for 2 % less
X86 = ("x86_64", "amd64")  # jumps of its programs are pressed better once they are made absolute

SUFFIXES = (".AppImage", ".deb", ".dmg", ".exe", ".gz", ".json", ".whl", ".xz", ".yml")


def name(job: Job) -> str:
    """What the archive is called, without its suffix: mxgui-0.1.0-linux-x86_64."""
    return f"mxgui-{job.version}-{platform.system().lower()}-{platform.machine().lower()}"


def pack(job: Job) -> None:
    """Make the .tar.xz of the frozen app; everything in it lies in one folder."""
    top = name(job)
    write(job, job.folder, top)


def write(job: Job, folder: Path, top: str) -> None:
    """Make `TOP.tar.xz` of a folder, which is called `top` in it."""
    plain = job.work / f"{top}.tar"
    with tarfile.open(plain, "w", format=tarfile.PAX_FORMAT) as archive:
        for path in (folder, *inside(folder)):
            place = Path(top) / path.relative_to(folder)
            entry = archive.gettarinfo(path, place.as_posix())
            level(entry, job.epoch)
            if entry.isreg():
                with path.open("rb") as stream:
                    archive.addfile(entry, stream)
            else:
                archive.addfile(entry)
    press(plain, job.output / f"{top}.tar.xz")
    plain.unlink()


def press(plain: Path, target: Path, piece: int = PIECE) -> None:
    """Write the .xz of a file, whose pieces are made at once."""
    cores = os.cpu_count() or 1
    with (
        plain.open("rb") as source,
        target.open("wb") as stream,
        ThreadPoolExecutor(cores) as crew,
    ):
        for made in crew.map(pressed, pieces(source, piece)):
            stream.write(made)


def pieces(source: BinaryIO, size: int) -> Iterator[bytes]:
    """The file, piece by piece."""
    while piece := source.read(size):
        yield piece


def pressed(piece: bytes) -> bytes:
    """One stream of xz."""
    steps: list[dict[str, Any]] = [{"id": lzma.FILTER_LZMA2, "preset": LEVEL}]
    if platform.machine().lower() in X86:
        steps.insert(0, {"id": lzma.FILTER_X86})
    return lzma.compress(piece, check=lzma.CHECK_CRC64, filters=steps)


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
