"""Which organisation a host name belongs to: its registrable domain by the Public Suffix List.

The list comes with the package `publicsuffixlist`, which is renewed with each of its releases; the
one that is installed counts, whatever the day of the inspection.
"""

from __future__ import annotations

from functools import lru_cache

from publicsuffixlist import PublicSuffixList


def organisation_of(name: str) -> str:
    """Give the registrable domain above a name in A-labels; the name itself if there is none.

    Below a top domain that the list does not know, each name directly under it is one.
    """
    return _list().privatesuffix(name) or name


def may_be_registered(name: str) -> bool:
    """Whether the list knows somebody who registers names like this one."""
    return _list().publicsuffix(name, accept_unknown=False) is not None


@lru_cache(maxsize=1)
def _list() -> PublicSuffixList:
    return PublicSuffixList()
