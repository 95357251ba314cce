"""A zone that cannot be asked is one finding, with all that was asked in it."""

import pytest

from mxgui.model.records import Status
from mxgui.routing.route import route_of
from mxgui.rules.beside import failing_alike
from mxgui.rules.case import Case
from tests.builders import a_failed_answer, an_inspection
from tests.rules.judging import ids, the

STS, REPORTS = "_mta-sts.example.org", "_smtp._tls.example.org"
BOTH = {"STS-LOOKUP-FAILED", "RPT-LOOKUP-FAILED"}


def failing(mx, **others):
    answers = [
        a_failed_answer(name, "TXT", status)
        for name, status in ((STS, others.get("sts", mx)), (REPORTS, others.get("reports", mx)))
    ]
    return an_inspection(mx=mx, answers=answers)


@pytest.mark.parametrize(
    ("mx", "finding"),
    [
        (Status.SERVFAIL, "MX-SERVFAIL"),
        (Status.TIMEOUT, "MX-TIMEOUT"),
        (Status.REFUSED, "MX-REFUSED"),
    ],
)
def test_what_fails_alike_is_told_once(mx, finding):
    known = failing(mx)
    assert set(the(known, finding).includes) == BOTH
    assert not BOTH & set(ids(known))


def test_what_fails_in_another_way_is_told_apart():
    known = failing(Status.SERVFAIL, reports=Status.TIMEOUT)
    assert failing_alike(Case(known, route_of(known)), Status.SERVFAIL) == ("STS-LOOKUP-FAILED",)
    assert "RPT-LOOKUP-FAILED" in ids(known)


def test_what_was_answered_is_not_lost():
    known = an_inspection(mx=Status.SERVFAIL)
    assert the(known, "MX-SERVFAIL").includes == ()
