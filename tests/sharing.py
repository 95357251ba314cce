"""Which tests stay together when several processes share the suite (pytest-xdist, `loadgroup`).

The tests of a file stay together, and so do all that look at the one laboratory. What waits for
servers comes first, so that the work of the others fills the pauses.
"""

from __future__ import annotations

import pytest

LABORATORY = "laboratory"


def share(items: list[pytest.Item]) -> None:
    """Name the group of each test, and put the groups that wait most in front."""
    for item in items:
        item.add_marker(pytest.mark.xdist_group(group_of(item)))
    items.sort(key=place_of)  # stable: within a place the order stays the random one


def group_of(item: pytest.Item) -> str:
    """The group that a test belongs to: a mark of its own, its laboratory, or else its file."""
    marked = item.get_closest_marker("xdist_group")
    if marked is not None:
        return str(marked.args[0])
    if uses_laboratory(item):
        return LABORATORY
    return item.nodeid.partition("::")[0]


def uses_laboratory(item: pytest.Item) -> bool:
    """Whether a test looks at the laboratory of the session, not at one of its own module."""
    if not isinstance(item, pytest.Function):
        return False
    return "lab" in item.fixturenames and not hasattr(item.module, "lab")


def place_of(item: pytest.Item) -> int:
    """Where a test's group stands in the queue, from 0."""
    if uses_laboratory(item):
        return 0
    return 1 if item.get_closest_marker("integration") is not None else 2
