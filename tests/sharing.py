"""Which tests stay together when several processes share the suite (pytest-xdist).

The tests of a file stay together, so do all files that look at the one laboratory, and all that
build and install packages. What waits for servers comes first, so that the work of the others
fills the pauses. (xdist's own `loadgroup` keeps nothing together under pytest 9.2.)
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).resolve().parent.parent
LABORATORY = "laboratory"
PACKAGES = "packages"
WITH_PACKAGES = "tests/packaging/"
BUILDS = "xdist_group(PACKAGES)"  # builds packages and installs them: minutes, one at a time
WITH_SERVERS = "tests/integration/"
ASKS_FOR_LAB = re.compile(r"^(?:async )?def test_\w+\([^)]*\blab\b", re.MULTILINE)
OWN_LAB = re.compile(r"^def lab\(", re.MULTILINE)


class Groups(LoadScopeScheduling):
    """Hands out a group of tests at a time, to one process each."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(file_of(nodeid))


def file_of(nodeid: str) -> str:
    """The file of a test, from the root of the checkout."""
    return nodeid.partition("::")[0]


@cache
def group_of(file: str) -> str:
    """The group that the tests of a file belong to."""
    if file.startswith(WITH_PACKAGES) and BUILDS in (ROOT / file).read_text("utf-8"):
        return PACKAGES
    if file.startswith(WITH_SERVERS) and shares_laboratory((ROOT / file).read_text("utf-8")):
        return LABORATORY
    return file


def shares_laboratory(source: str) -> bool:
    """Whether a module looks at the laboratory of the session, not at one of its own."""
    return ASKS_FOR_LAB.search(source) is not None and OWN_LAB.search(source) is None


def in_order(items: list[pytest.Item]) -> None:
    """Put the groups that take longest in front; else the order stays the random one."""
    items.sort(key=lambda item: place_of(file_of(item.nodeid)))


def place_of(file: str) -> int:
    """Where the group of a file stands in the queue, from 0."""
    first = {PACKAGES: 0, LABORATORY: 1}
    return first.get(group_of(file), 2 if file.startswith(WITH_SERVERS) else 3)
