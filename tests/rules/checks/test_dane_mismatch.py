"""TLSA records of which none fits."""

import pytest

from mxgui.rules.finding import Severity
from tests.dane_cases import Published, tlsa_of
from tests.rules.dane_worlds import GOOD, STALE, A, B, DaneHost, dane_world
from tests.rules.judging import ids, severities, the

OURS = (
    "DANE-MISMATCH", "DANE-OUTRANKED", "DANE-TA-NAME", "DANE-TA-NO-CHAIN",
    "DANE-MISMATCH-SOME-ADDR",
)  # fmt: skip


def ours(inspection):
    return [one for one in ids(inspection) if one in OURS]


def records(*published):
    return tuple(tlsa_of(Published(*one)) for one in published)


def test_a_match_is_no_mismatch():
    assert ours(dane_world(mx="10 a", a=DaneHost((STALE, GOOD)))) == []


@pytest.mark.parametrize(
    ("mx", "severity"),
    [("10 a", Severity.CRITICAL), ("10 a, 20 c", Severity.ERROR), ("10 a, 10 c", Severity.WARNING)],
)
def test_a_mismatch_weighs_by_what_is_left_to_senders_that_do_dane(mx, severity):
    inspection = dane_world(mx=mx, a=DaneHost((STALE,)), c=DaneHost((GOOD,)))
    assert severities(inspection, "DANE-MISMATCH") == {A: severity}
    assert ours(inspection) == ["DANE-MISMATCH"]


@pytest.mark.parametrize(
    ("published", "shown", "finding"),
    [
        (((3, 1, 1, "next"),), "leaf+inner", "DANE-MISMATCH"),
        (((3, 1, 1, "leaf"), (3, 1, 2, "next")), "leaf+inner", "DANE-OUTRANKED"),
        (((2, 0, 1, "root"), (2, 0, 2, "other")), "wildcard+root", "DANE-OUTRANKED"),
        (((2, 0, 1, "root"),), "misnamed+root", "DANE-TA-NAME"),
        (((2, 0, 1, "root"),), "cn beside+root", "DANE-TA-NAME"),
        (((2, 0, 1, "root"),), "leaf+inner", "DANE-TA-NO-CHAIN"),
        (((2, 0, 1, "root"),), "direct", "DANE-TA-NO-CHAIN"),
        (((2, 0, 1, "root"),), "leaf+root", "DANE-TA-NO-CHAIN"),
        (((2, 0, 1, "other"),), "direct+root", "DANE-MISMATCH"),  # all was sent
        (((2, 0, 1, "itself"),), "itself", "DANE-MISMATCH"),
        (((2, 0, 1, "root"),), "expired+root", "DANE-MISMATCH"),
        (((2, 0, 1, "root"), (3, 1, 1, "next")), "leaf+inner", "DANE-MISMATCH"),
    ],
)
def test_one_cause_is_one_finding(published, shown, finding):
    host = DaneHost(records(*published), shown=shown.split("+"))
    assert ours(dane_world(mx="10 a", a=host)) == [finding]


def test_an_expired_certificate_below_an_anchor_is_told_by_its_date():
    host = DaneHost(records((2, 0, 1, "root")), shown=("expired", "root"))
    finding = the(dane_world(mx="10 a", a=host), "DANE-MISMATCH")
    assert "out of date" in str(finding.text)
    assert "TLS-CERT-EXPIRED" in finding.includes


def test_only_some_addresses_may_match():
    host = DaneHost((GOOD,), at={"20.0.1.1": ("next",)})
    inspection = dane_world(mx="10 b, 20 c", b=host, c=DaneHost())
    assert severities(inspection, "DANE-MISMATCH-SOME-ADDR") == {B: Severity.WARNING}
    assert ours(inspection) == ["DANE-MISMATCH-SOME-ADDR"]
    assert "20.0.1.1" in str(the(inspection, "DANE-MISMATCH-SOME-ADDR").text)


def test_a_stronger_digest_that_nobody_can_use_outranks_nothing():
    broken = Published(3, 1, 2, bytes(63))
    inspection = dane_world(mx="10 a", a=DaneHost((GOOD, tlsa_of(broken))))
    assert ours(inspection) == []
