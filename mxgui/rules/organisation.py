"""Which organisation a host name belongs to: its registrable domain by the Public Suffix List.

The list comes with the package `publicsuffixlist`, which is renewed with each of its releases; the
one that is installed counts, whatever the day of the inspection. Only the part that is for the top
domain of a name is taken, and when it is needed: all of it takes 30 ms, in which a window would
stand still, and more than a MiB.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_MOST = 64  # parts that are kept
_ENCODED = "xn--"  # top domains in another script stand there as they are written


def organisation_of(name: str) -> str:
    """Give the registrable domain above a name in A-labels; the name itself if there is none.

    Below a top domain that the list does not know, each name directly under it is one.
    """
    return _list_for(name).privatesuffix(name) or name


def may_be_registered(name: str) -> bool:
    """Whether the list knows somebody who registers names like this one."""
    return _list_for(name).publicsuffix(name, accept_unknown=False) is not None


def _list_for(name: str) -> PublicSuffixList:
    top = name.rpartition(".")[2].lower()
    return _part("" if top.startswith(_ENCODED) else top)


@lru_cache(maxsize=_MOST)
def _part(top: str) -> PublicSuffixList:
    """Read what the list has for a top domain, all of it for the empty one."""
    from publicsuffixlist import PSLFILE, PublicSuffixList

    read = Path(PSLFILE).read_bytes().replace(b"\r", b"")
    return PublicSuffixList(read.splitlines() if not top else _lines(read, top.encode()))


def _lines(read: bytes, top: bytes) -> Iterator[bytes]:
    """Give the lines that end in a top domain: most of the list is passed over, and none kept."""
    end = -1
    while (end := read.find(top + b"\n", end + 1)) >= 0:
        begin = read.rfind(b"\n", 0, end) + 1
        line = read[begin : end + len(top)]
        if line == top or line.endswith(b"." + top):
            yield line
