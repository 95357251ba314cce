"""Which organisation a host name belongs to: its registrable domain by the Public Suffix List.

The list comes with the package `publicsuffixlist`, which is renewed with each of its releases; the
one that is installed counts, whatever the day of the inspection. Only the part that is for the top
domain of a name is read, and when it is needed: all of it takes 30 ms, in which a window would
stand still.
"""

from __future__ import annotations

from functools import cache, lru_cache
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
    from publicsuffixlist import PublicSuffixList

    own, below = top.encode(), f".{top}".encode()
    lines = _lines()
    return PublicSuffixList(
        [line for line in lines if not top or line.endswith(below) or line == own]
    )


@cache
def _lines() -> list[bytes]:
    from importlib.resources import files

    read = files("publicsuffixlist").joinpath("public_suffix_list.dat").read_bytes()
    return [line.strip() for line in read.splitlines()]
