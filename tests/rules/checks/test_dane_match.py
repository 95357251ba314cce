"""TLSA records that match, and their next change."""

from datetime import timedelta

import pytest

from mxgui.model.smtp import Outcome
from mxgui.rules.finding import Severity
from tests.dane_cases import Published, tlsa_of
from tests.dane_facts import a_dane_inspection
from tests.dane_shelf import FRESH, NOW, shelf
from tests.rules.dane_worlds import GOOD, STALE, WHOLE, A, B, DaneHost, dane_world
from tests.rules.judging import ids, severities, the

OURS = ("DANE-MATCH", "DANE-ROLLOVER", "DANE-ROLLOVER-RISK")
OWNER = f"_25._tcp.{A} TLSA"


def ours(inspection):
    return {one for one in ids(inspection) if one in OURS}


def test_a_match_is_good_news():
    inspection = dane_world(mx="10 a", a=DaneHost((STALE, GOOD)))
    assert severities(inspection, "DANE-MATCH") == {A: Severity.INFO}
    assert "3 1 1" in str(the(inspection, "DANE-MATCH").text)
    assert ours(inspection) == {"DANE-MATCH"}


def test_an_address_that_was_not_heard_takes_the_good_news_not_away_and_a_failing_one_does():
    unheard = DaneHost((GOOD,), at={})
    assert "DANE-MATCH" in ours(dane_world(mx="10 b", b=unheard))
    failing = DaneHost((GOOD,), at={"20.0.1.1": ("next",)})
    assert ours(dane_world(mx="10 b", b=failing)) == set()
    assert ours(dane_world(mx="10 b", b=DaneHost((GOOD,), probe=Outcome.REFUSED))) == set()
    assert B != A


def test_one_record_alone_has_none_for_the_next_key():
    inspection = dane_world(mx="10 a", a=DaneHost((GOOD,)), ttls={OWNER: 3600})
    finding = the(inspection, "DANE-ROLLOVER")
    assert (finding.severity, finding.subject) == (Severity.INFO, A)
    assert "2 h after" in str(finding.text)


def test_without_an_original_ttl_no_time_is_told():
    inspection = dane_world(mx="10 a", a=DaneHost((GOOD,)))
    assert "after" not in str(the(inspection, "DANE-ROLLOVER").text)


def test_an_anchor_needs_no_record_for_the_next_key():
    host = DaneHost((tlsa_of(Published(2, 0, 1, "root")),), shown=("wildcard", "root"))
    assert ours(dane_world(mx="10 a", a=host)) == {"DANE-MATCH"}


@pytest.mark.parametrize(
    ("records", "left", "risky"),
    [
        ((WHOLE,), 13, True),
        ((WHOLE,), 15, False),
        ((WHOLE,), -1, True),  # out of date already, which does not matter to a match
        ((GOOD,), 13, False),  # a renewed certificate can have the same key
        ((WHOLE, GOOD), 13, False),
        ((WHOLE, STALE), 13, False),  # that of the next one, it may be
    ],
)
def test_a_whole_certificate_that_ends_soon_is_a_risk(records, left, risky):
    at = FRESH + timedelta(days=90 - left)
    chain = (shelf()["leaf"], shelf()["inner"])
    inspection = a_dane_inspection(records, chain, at=at)
    assert ("DANE-ROLLOVER-RISK" in ours(inspection)) is risky
    if risky:
        assert the(inspection, "DANE-ROLLOVER-RISK").severity is Severity.WARNING
        assert NOW > FRESH
