"""Every case of MTA-STS, put to another sender: it agrees, or the RFC tells why not."""

import pytest

from tests.integration.sts_sender import ours, theirs
from tests.sts_cases import CASES

pytestmark = pytest.mark.integration


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_the_other_sender_comes_to_the_same_verdict(case, tmp_path):
    own = await ours(case)
    assert own.split()[0] == case.verdict
    other = await theirs(case, tmp_path)
    if case.other:
        assert other.split()[0] == case.other, "the difference that was explained is gone"
    else:
        assert other == own
