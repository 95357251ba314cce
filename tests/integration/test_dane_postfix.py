"""Every case of DANE, put to Postfix's tool over a signed zone: it agrees, or the RFC tells why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from tests.dane_cases import CASES
from tests.integration.dane_lab import dane_laboratory
from tests.integration.dane_openssl import Opinion

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def opinions() -> Iterator[Mapping[str, Opinion]]:
    """What the tool makes of every case, asked once."""
    with dane_laboratory() as lab:
        yield lab.ask_postfix()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_postfix_comes_to_the_same_verdict(opinions, case):
    opinion = opinions[case.name]
    if case.posttls:
        assert opinion.verdict is not case.verdict, "the difference that was explained is gone"
    else:
        assert opinion.verdict is case.verdict, opinion.words
