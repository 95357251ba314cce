"""Every case of MTA-STS, put to another sender: it agrees, or the RFC tells why not."""

from pathlib import Path

import pytest

from tests.integration.sts_sender import fetched, ours, theirs
from tests.sts_cases import CASES

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def tree() -> Path:
    """Where the sender lies: fetched at first, which may take longer than a test may."""
    return fetched()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_the_other_sender_comes_to_the_same_verdict(case, tree, tmp_path):
    own = await ours(case)
    assert own.split()[0] == case.verdict
    other = await theirs(case, tree, tmp_path)
    if case.other:
        assert other.split()[0] == case.other, "the difference that was explained is gone"
    else:
        assert other == own
