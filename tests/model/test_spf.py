"""Whether a domain says that nobody sends mail in its name."""

import pytest

from mxgui.model.spf import sends_no_mail


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["v=spf1 -all"], True),
        (["V=SPF1 -ALL"], True),
        (["v=spf1  -all "], True),
        (["v=spf1 -all exp=why.example.org"], True),
        (["other", "v=spf1 -all"], True),
        (["v=spf1 ~all"], False),
        (["v=spf1 ?all"], False),
        (["v=spf1 all"], False),
        (["v=spf1 mx -all"], False),
        (["v=spf1 ip4:192.0.2.1 -all"], False),
        (["v=spf1 include:a.example -all"], False),
        (["v=spf1 redirect=a.example"], False),
        (["v=spf1"], False),
        (["v=spf10 -all"], False),
        (["v=spf1 -all", "v=spf1 mx -all"], False),
        ([], False),
    ],
)
def test_only_minus_all_alone_says_it(texts, wanted):
    assert sends_no_mail(texts) is wanted
