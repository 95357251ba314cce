"""A domain that sends nothing and names no exchange might say that it takes nothing."""

import pytest

from mxgui.rules.finding import Severity
from tests.policies import a_protected
from tests.rules.judging import findings, the

ADDRESS = {"example.org": "20.0.0.1"}


def parked(spf="v=spf1 -all", mx="", hosts=None):
    return a_protected(None, None, mx=mx, hosts=ADDRESS if hosts is None else hosts, own=[spf])


def test_minus_all_alone_without_mx_is_a_notice():
    assert the(parked(), "MX-NULL-ADVISE").severity is Severity.NOTICE


@pytest.mark.parametrize(
    "inspection",
    [
        parked("v=spf1 mx -all"),
        parked("v=spf1 ~all"),
        parked("something else"),
        parked(mx="10 example.org"),
        parked(mx="0 ."),
        parked(hosts={"example.org": ""}),
    ],
)
def test_otherwise_there_is_nothing_to_advise(inspection):
    assert not findings(inspection, "MX-NULL-ADVISE")
