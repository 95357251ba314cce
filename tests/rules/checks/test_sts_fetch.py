"""A policy that cannot be fetched: one finding a cause, inconclusive where it could be us."""

import pytest

from mxgui.model.policy import FetchOutcome, PolicyTry, Reach, TlsProblem
from mxgui.rules.finding import Severity
from tests.policies import a_fetch, a_protected
from tests.rules.checks.test_sts_record import told
from tests.rules.judging import findings, the


def failing(outcome, *reaches, **facts):
    """A domain whose policy could not be fetched, in this way."""
    tries = tuple(PolicyTry(f"192.0.2.{at}", reach) for at, reach in enumerate(reaches))
    return a_protected(a_fetch(outcome=outcome, tries=tries, **facts))


@pytest.mark.parametrize(
    ("inspection", "finding", "severity"),
    [
        (failing(FetchOutcome.NO_ADDRESS), "STS-FETCH-DNS", Severity.ERROR),
        (failing(FetchOutcome.LOOKUP_FAILED), "STS-FETCH-DNS", Severity.INCONCLUSIVE),
        (failing(FetchOutcome.NOT_REACHABLE, Reach.REFUSED), "STS-FETCH-TCP", Severity.ERROR),
        (
            failing(FetchOutcome.NOT_REACHABLE, Reach.TIMED_OUT, Reach.REFUSED),
            "STS-FETCH-TCP",
            Severity.INCONCLUSIVE,
        ),
        (failing(FetchOutcome.PRIVATE_ADDRESS, Reach.PRIVATE), "STS-FETCH-TCP", Severity.ERROR),
        (
            failing(FetchOutcome.TLS_FAILED, tls_problem=TlsProblem.NAME_MISMATCH),
            "STS-FETCH-TLS",
            Severity.ERROR,
        ),
        (failing(FetchOutcome.STATUS, status=404), "STS-FETCH-STATUS", Severity.ERROR),
        (failing(FetchOutcome.NOT_HTTP), "STS-FETCH-STATUS", Severity.ERROR),
        (failing(FetchOutcome.CLOSED), "STS-FETCH-STATUS", Severity.ERROR),
        (failing(FetchOutcome.REDIRECT, status=301), "STS-FETCH-REDIRECT", Severity.ERROR),
        (failing(FetchOutcome.TOO_BIG), "STS-FETCH-SIZE", Severity.ERROR),
        (failing(FetchOutcome.TOO_SLOW), "STS-FETCH-SIZE", Severity.ERROR),
        (failing(FetchOutcome.TOO_SLOW, limit=25.0), "STS-FETCH-SIZE", Severity.INCONCLUSIVE),
    ],
)
def test_each_way_of_failing_is_one_finding(inspection, finding, severity):
    assert told(inspection) == [finding]
    assert the(inspection, finding).severity is severity


@pytest.mark.parametrize(
    "media_type", ["text/html; charset=utf-8", "application/octet-stream", None]
)
def test_another_media_type_is_a_notice_beside_the_policy(media_type):
    known = a_protected(a_fetch(media_type=media_type))
    assert the(known, "STS-FETCH-CTYPE").severity is Severity.NOTICE
    assert "STS-OK" in told(known)


def test_a_text_of_any_charset_is_fine():
    known = a_protected(a_fetch(media_type="Text/Plain;charset=us-ascii"))
    assert not findings(known, "STS-FETCH-CTYPE")


def test_a_location_is_told_as_plain_text_and_cut():
    known = failing(FetchOutcome.REDIRECT, status=302, location="https://x.example/" + "y" * 400)
    words = str(the(known, "STS-FETCH-REDIRECT").text)
    assert "https://x.example/" in words
    assert len(words) < 300
