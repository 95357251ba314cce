"""The laboratory for the tests of this folder, started once and only if one of them asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.integration.lab import Lab, laboratory


@pytest.fixture(scope="session")
def lab() -> Iterator[Lab]:
    """The running laboratory."""
    with laboratory() as running:
        yield running
