"""Where a library of Linux looks for others: read from its ELF file, and put right there.

Only what packages for Linux are built of is understood: 64 bits, the small end first.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

MAGIC = b"\x7fELF\x02\x01"
LOAD, DYNAMIC = 1, 2  # kinds of segment (ELF-64 object file format, table 16)
END, STRINGS, OLD_PATH, PATH = 0, 5, 15, 29  # kinds of entry (table 18, and DT_RUNPATH)
ENTRY = struct.Struct("<qQ")
SEGMENT = struct.Struct("<IIQQQQ")  # kind, flags, offset, address, its physical one, size


@dataclass(frozen=True)
class RunPath:
    """A run path, and where in the file its words begin."""

    words: str
    at: int


def run_path(data: bytes) -> RunPath | None:
    """The run path of a file; None for what is no library or program, or has none."""
    if not data.startswith(MAGIC):
        return None
    segments = list(_segments(data))
    dynamic = next((each for each in segments if each[0] == DYNAMIC), None)
    if dynamic is None:
        return None
    told = dict(_entries(data, dynamic[1]))
    place = told.get(PATH, told.get(OLD_PATH))
    if place is None:
        return None
    at = _offset(segments, told[STRINGS]) + place
    return RunPath(data[at : data.index(0, at)].decode(), at)


def with_run_path(data: bytes, words: str) -> bytes:
    """The file with another run path in place of its own, which must be no shorter."""
    old = run_path(data)
    if old is None or len(words) > len(old.words):
        raise ValueError(f"There is no room for {words}.")
    new = words.encode().ljust(len(old.words), b"\0")
    return data[: old.at] + new + data[old.at + len(new) :]


def _segments(data: bytes) -> list[tuple[int, int, int, int]]:
    """Kind, offset in the file, address and size of each segment."""
    (begin,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    found = (SEGMENT.unpack_from(data, begin + number * size) for number in range(count))
    return [(kind, offset, address, length) for kind, _, offset, address, _, length in found]


def _entries(data: bytes, at: int) -> list[tuple[int, int]]:
    """The entries of the dynamic section that begins there."""
    found = []
    while (entry := ENTRY.unpack_from(data, at))[0] != END:
        found.append(entry)
        at += ENTRY.size
    return found


def _offset(segments: list[tuple[int, int, int, int]], address: int) -> int:
    """Where in the file that lies which is loaded at an address."""
    return next(
        offset + address - begin
        for kind, offset, begin, length in segments
        if kind == LOAD and begin <= address < begin + length
    )
