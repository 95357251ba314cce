"""What was fetched within five minutes is not fetched again."""

import pytest

from mxgui.model.policy import FetchOutcome, PolicyFetch, PolicyTry, Reach
from mxgui.net.clock import Moment
from mxgui.net.recent_policies import MOST_KEPT, RecentPolicies
from tests.fakes import FakeClock

GOOD = PolicyFetch("example.org", FetchOutcome.FETCHED, text="x", at=1.0, took=2.0)
BAD = PolicyFetch("example.org", FetchOutcome.STATUS, status=500, at=1.0, took=2.0)
LATER = 100.0  # seconds


def found(fetch, *, fresh=False, after=LATER):
    clock = FakeClock()
    recent = RecentPolicies()
    recent.keep("key", fetch, Moment.of(clock))
    clock.advance(after)
    return recent.find("key", Moment.of(clock), 5.0, fresh=fresh)


def test_a_good_one_is_given_again_with_its_age_unless_a_fresh_one_is_wanted():
    again = found(GOOD)
    assert again is not None
    assert (again.text, again.reused_age, again.at + again.took) == ("x", LATER, 5.0 - LATER)
    assert found(GOOD, fresh=True) is None


def test_a_failed_one_is_not_repeated_even_then():
    for fresh in (True, False):
        again = found(BAD, fresh=fresh)
        assert again is not None
        assert again.reused_age == LATER


@pytest.mark.parametrize("fetch", [GOOD, BAD])
def test_after_five_minutes_it_is_forgotten(fetch):
    assert found(fetch, after=299.9) is not None
    assert found(fetch, after=300.0) is None


@pytest.mark.parametrize(
    "fetch",
    [
        PolicyFetch("example.org", FetchOutcome.NO_ADDRESS),
        PolicyFetch("example.org", FetchOutcome.LOOKUP_FAILED),
        PolicyFetch("example.org", FetchOutcome.PRIVATE_ADDRESS),
        PolicyFetch(
            "example.org",
            FetchOutcome.NOT_REACHABLE,
            tries=(PolicyTry("192.0.2.1", Reach.BLOCKED_HERE),),
        ),
    ],
)
def test_what_never_left_this_machine_is_not_kept(fetch):
    assert found(fetch) is None


def test_only_so_many_are_kept_and_the_oldest_goes_first():
    clock, recent = FakeClock(), RecentPolicies()
    for number in range(MOST_KEPT + 1):
        recent.keep(number, GOOD, Moment.of(clock))
    assert recent.find(0, Moment.of(clock), 0.0, fresh=False) is None
    assert recent.find(MOST_KEPT, Moment.of(clock), 0.0, fresh=False) is not None
