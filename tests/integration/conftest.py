"""The laboratory for the tests of this folder, started once and only if one of them asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.garbage import no_garbage_for_threads
from tests.integration.inspecting import look_at_all
from tests.integration.lab import Lab, laboratory

__all__ = ["no_garbage_for_threads"]


@pytest.fixture(scope="session")
def lab() -> Iterator[Lab]:
    """The running laboratory."""
    with laboratory() as running:
        yield running


@pytest.fixture(scope="module")
def seen_before(request: pytest.FixtureRequest, lab: Lab) -> None:
    """Have each `name` of the module's chosen tests inspected with its OPTIONS, side by side."""
    given = [
        item.callspec.params.get("name")
        for item in request.session.items
        if isinstance(item, pytest.Function)
        and item.module is request.module
        and hasattr(item, "callspec")
    ]
    look_at_all(
        lab, [f"{name}.example" for name in dict.fromkeys(given) if name], *request.module.OPTIONS
    )
