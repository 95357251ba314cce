"""A policy since an earlier inspection: changed behind its id, or gone too early."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mxgui.rules.engine import judge
from mxgui.rules.finding import Severity
from tests.builders import NOON
from tests.policies import POLICY, RECORD, TESTING, a_fetch, a_protected

DAY = timedelta(days=1)


def after(known, earlier, *, days=1):
    """The findings of an inspection so many days after another, by id."""
    earlier = replace(earlier, began=known.began - days * DAY)
    before = a_fetch(earlier.policy.text, moment=NOON - days * DAY) if earlier.policy else None
    if before is not None:
        facts = {
            step: before if type(step).__name__ == "PolicyStep" else fact
            for step, fact in earlier.facts.items()
        }
        earlier = replace(earlier, facts=facts)
    return {finding.id: finding for finding in judge(known, earlier)}


CHANGED = POLICY.replace("604800", "1209600")
GONE = a_protected(None, None)


@pytest.mark.parametrize(
    ("known", "is_stale"),
    [
        (a_protected(CHANGED), True),
        (a_protected("broken"), True),
        (a_protected(CHANGED, RECORD.replace("T1", "T2")), False),
        (a_protected(POLICY), False),
        (GONE, False),
    ],
)
def test_a_policy_that_changed_needs_another_id(known, is_stale):
    found = after(known, a_protected())
    assert ("STS-ID-STALE" in found) is is_stale
    if is_stale:
        assert found["STS-ID-STALE"].severity is Severity.WARNING


def test_without_an_earlier_inspection_nothing_is_known_to_have_changed():
    found = {finding.id for finding in judge(a_protected(CHANGED))}
    assert not found & {"STS-ID-STALE", "STS-REMOVAL"}


def test_a_record_that_went_while_senders_keep_the_policy_is_a_warning():
    found = after(GONE, a_protected())
    assert found["STS-REMOVAL"].severity is Severity.WARNING
    assert "6 d" in str(found["STS-REMOVAL"].text)
    assert "STS-NONE" not in found


def test_it_is_critical_where_the_old_policy_names_no_exchange_of_today():
    moved = a_protected(None, None, mx="10 mx.other.example")
    assert after(moved, a_protected())["STS-REMOVAL"].severity is Severity.CRITICAL
    assert after(moved, a_protected(TESTING))["STS-REMOVAL"].severity is Severity.WARNING
    partly = a_protected(None, None, mx="10 mx.other.example, 20 mx1.example.org")
    assert after(partly, a_protected())["STS-REMOVAL"].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("earlier", "days"),
    [
        (a_protected(), 8),
        (a_protected(POLICY.replace("enforce", "none")), 1),
        (a_protected("broken"), 1),
        (GONE, 1),
    ],
)
def test_what_no_sender_keeps_may_go(earlier, days):
    assert "STS-REMOVAL" not in after(GONE, earlier, days=days)


def test_a_record_that_is_merely_broken_is_told_by_its_own_finding():
    found = after(a_protected(None, "v=STSv1;"), a_protected())
    assert "STS-REC-ID" in found
    assert "STS-REMOVAL" not in found
