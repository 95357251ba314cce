"""Every case of validation against unbound: nsd serves the zones, and both look at them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.integration.signed_lab import signed_laboratory
from tests.servers.signed_zones import CASES

pytestmark = pytest.mark.integration

# RFC 4509, section 3: a validator SHOULD ignore DS records with SHA-1 if there are others with
# SHA-256. unbound takes any that fits unless `harden-algo-downgrade` is set; BIND ignores them.
STRICTER_THAN_UNBOUND = {"sha1wrong.example MX": "secure"}


@pytest.fixture(scope="module")
def judged() -> Iterator[dict[str, dict[str, Any]]]:
    """What everybody says, by case."""
    with signed_laboratory() as lab:
        yield {f"{row['name']} {row['type']}": row for row in lab.judged()}


@pytest.mark.parametrize("case", [str(case) for case in CASES])
def test_our_verdict_is_that_of_unbound(judged, case):
    row = judged[case]
    assert row["mxgui"]["state"] == row["expected"]
    assert row["unbound"] == STRICTER_THAN_UNBOUND.get(case, row["expected"])


@pytest.mark.parametrize("case", [str(case) for case in CASES])
def test_behind_a_resolver_that_validates_the_verdict_and_its_reason_stay_the_same(judged, case):
    row = judged[case]
    assert row["behind"]["state"] == row["mxgui"]["state"]
    assert row["behind"]["why"] == row["mxgui"]["why"]
