"""What only the start needed is given back to the system, once all has been loaded.

To load a library its tables of names and addresses are gone through, and every page that was once
looked at counts as held: a fifth of the program's memory. The pages are those of files, so nothing
is lost: one that is wanted again is found where the system keeps files, without a disk.
"""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

_HELD, _MAPS = Path("/proc/self/smaps"), Path("/proc/self/maps")
_AT_ONCE = 40  # mappings; some two milliseconds
_DONT_NEED = 4  # MADV_DONTNEED of madvise(2), the same on all processors that Qt is built for
_HEAD = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \d+ +(\S.*)?")
_OWN = re.compile(r"^(?:Anonymous|Swap): +[1-9]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mapping:
    """A part of a library in memory: address and size in bytes, and its line in maps of proc(5)."""

    begin: int
    size: int
    line: str = field(default="", compare=False)


def given_back() -> Iterator[None]:
    """Give back free memory and the pages of libraries, a step for every few milliseconds."""
    if sys.platform != "linux":
        return
    system = ctypes.CDLL(None)
    trim = getattr(system, "malloc_trim", None)  # glibc has it
    if trim is not None:
        trim(0)
    yield
    try:
        told = _HELD.read_text("utf-8", "replace")
    except OSError:  # a system that does not tell
        return
    advise = system.madvise
    advise.argtypes = (ctypes.c_size_t, ctypes.c_size_t, ctypes.c_int)
    yield
    parts = untouched(told)
    while some := list(islice(parts, _AT_ONCE)):
        # Between two steps a library may have been unloaded, and memory put into its place
        there = set(_MAPS.read_text("utf-8", "replace").splitlines())
        for each in some:
            if each.line in there:
                advise(each.begin, each.size, _DONT_NEED)
        yield


def untouched(told: str) -> Iterator[Mapping]:
    """The parts of libraries that hold what their file holds, as smaps of proc(5) tells.

    A part that is only read may have been written to before, when addresses were put in: it has
    pages of its own then, in memory or swapped out, and would lose them.
    """
    heads = list(re.finditer(r"^[0-9a-f]+-.*$", told, re.MULTILINE))
    ends = [*(head.start() for head in heads[1:]), len(told)]
    for head, end in zip(heads, ends, strict=True):
        found = _HEAD.fullmatch(head[0].rstrip())
        if found is None or _OWN.search(told, head.end(), end):
            continue
        begin, after, rights, file = found.groups()
        if rights in ("r--p", "r-xp") and re.search(r"\.so[.\d]*$", file or ""):
            yield Mapping(int(begin, 16), int(after, 16) - int(begin, 16), head[0].rstrip())
