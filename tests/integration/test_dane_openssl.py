"""Every case of DANE, put to OpenSSL: it agrees, or the RFC tells why not."""

import pytest

from tests.dane_cases import CASES
from tests.integration.dane_openssl import ask_openssl

pytestmark = pytest.mark.integration


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_openssl_comes_to_the_same_verdict(case, tmp_path):
    opinion = await ask_openssl(case, tmp_path)
    if case.openssl:
        assert opinion.verdict is not case.verdict, "the difference that was explained is gone"
    else:
        assert opinion.verdict is case.verdict, opinion.words
