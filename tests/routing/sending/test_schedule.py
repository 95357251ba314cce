"""Retry schedules, against the lists that were observed or read in the sources."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.routing.sending.schedule import (
    MOST_TRIES,
    AsLongAgain,
    Every,
    Gaps,
    Growing,
    Queue,
    RetryRule,
    RetryRules,
    Roots,
    Schedule,
    Squares,
    Tried,
)

DAY = 86400.0
RULES = RetryRules(
    (RetryRule(7200.0, 900.0), RetryRule(57600.0, 3600.0, 1.5), RetryRule(4 * DAY, 21600.0))
)
POSTFIX = Queue(AsLongAgain(300.0, 4000.0), lifetime=5 * DAY, quantum=300.0)
EXIM = Queue(RULES, lifetime=4 * DAY)
EXIM_30 = replace(EXIM, quantum=1800.0)
SENDMAIL = Queue(Every(600.0), lifetime=5 * DAY, quantum=600.0)
OPENSMTPD = Queue(Squares(400.0), lifetime=4 * DAY, by_clock=True)
QMAIL = Queue(Roots(20), lifetime=7 * DAY)
EXCHANGE = Queue(Gaps((60.0,) * 4 + (300.0,) * 6 + (600.0,)), lifetime=2 * DAY, by_clock=True)
HARAKA = Queue(Growing(64.0), lifetime=262080.0, most=13)
MADDY = Queue(Growing(900.0, 1.25, whole=True), lifetime=237600.0, most=20)
MOX = Queue(Growing(450.0), lifetime=57150.0, most=8)
STALWART = Queue(
    Gaps((120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0, 7200.0, DAY, 3 * DAY)), 3 * DAY, by_clock=True
)
KUMOMTA = Queue(Growing(1200.0), lifetime=7 * DAY, by_clock=True)
ALL = (POSTFIX, EXIM, SENDMAIL, OPENSMTPD, QMAIL, EXCHANGE, HARAKA, MADDY, MOX, STALWART, KUMOMTA)


def then_every(gap: int, *tries: int, last: int) -> list[int]:
    """The tries, and then one each `gap` seconds up to the last."""
    return [*tries, *range(tries[-1] + gap, last + 1, gap)]


@pytest.mark.parametrize(
    ("queue", "tries", "given_up"),
    [
        (
            POSTFIX,
            then_every(4200, 0, 300, 600, 1200, 2400, 4800, 9000, 13200, last=433200),
            433200,
        ),
        (
            EXIM,
            [
                *range(0, 8101, 900),
                *then_every(21600, 11700, 17100, 25200, 37350, 55575, 82912, 104512, last=363712),
            ],
            363712,
        ),
        (
            EXIM_30,
            [
                *range(0, 9001, 1800),
                *then_every(21600, 12600, 18000, 27000, 39600, 59400, 81000, last=361800),
            ],
            361800,
        ),
        (SENDMAIL, list(range(0, 432001, 600)), 432000),
        (OPENSMTPD, [400 * n**2 for n in range(30)], 345600),
        (QMAIL, [400 * n**2 for n in range(40)], 608400),
        (
            EXCHANGE,
            then_every(600, 0, 60, 120, 180, 240, 540, 840, 1140, 1440, 1740, 2040, last=172799),
            172800,
        ),
        (
            HARAKA,
            [0, 64, 192, 448, 960, 1984, 4032, 8128, 16320, 32704, 65472, 131008, 262080],
            262080,
        ),
        (
            MADDY,
            [900 * n for n in (*range(5), 6, 9, 12, 16, 21, 28, 37, 48, 62, 80)]
            + [91800, 117000, 148500, 188100, 237600],
            237600,
        ),
        (MOX, [0, 450, 1350, 3150, 6750, 13950, 28350, 57150], 57150),
        (STALWART, [0, 120, 420, 1020, 1920, 3720, 7320, 14520, 100920], 259200),
        (KUMOMTA, [0, 1200, 3600, 8400, 18000, 37200, 75600, 152400, 306000], 604800),
    ],
)
def test_every_try_is_at_its_second(queue, tries, given_up):
    assert list(queue.tries()) == tries
    assert queue.given_up() == given_up


@pytest.mark.parametrize(
    ("schedule", "tried", "due"),
    [
        (Every(600.0), Tried(1, 0.0, 599.0), 600.0),
        (Every(600.0), Tried(1, 0.0, 600.0), 1200.0),
        (Squares(400.0), Tried(1, 0.0, 400.0), 1600.0),
        (Squares(400.0), Tried(3, 1600.0, 1700.0), 3600.0),
        (Roots(20), Tried(1, 0.0, 390.0), 400.0),
        (Roots(20), Tried(1, 0.0, 1000.0), 1000.0),
        (AsLongAgain(300.0, 4000.0), Tried(2, 300.0, 450.0), 900.0),
        (AsLongAgain(300.0, 4000.0), Tried(9, 9000.0, 9000.0), 13000.0),
        (Gaps((60.0, 120.0)), Tried(1, 0.0, 30.0), 90.0),
        (Gaps((60.0, 120.0)), Tried(5, 900.0, 900.0), 1020.0),
        (Growing(64.0), Tried(3, 192.0, 200.0), 456.0),
        (RULES, Tried(9, 7200.0, 7200.0, 900.0), 8100.0),
        (RULES, Tried(9, 7200.0, 7201.0, 900.0), 10801.0),
        (RULES, Tried(12, 11700.0, 11700.0, 3600.0), 17100.0),
    ],
)
def test_what_a_try_takes_moves_the_next(schedule: Schedule, tried: Tried, due: float):
    assert schedule.next_due(tried) == due


def test_a_growing_gap_of_exim_ends_at_its_longest():
    rules = RetryRules((RetryRule(90 * DAY, 3600.0, 10.0),), most=7200.0)
    assert rules.next_due(Tried(3, 7200.0, 7200.0, 3600.0)) == 14400.0


def test_where_tries_are_counted_their_length_leaves_their_number():
    assert len(list(MOX.tries(600.0))) == 8
    assert MOX.given_up(600.0) == 57150 + 8 * 600


def test_a_clock_ends_it_whatever_the_tries_take():
    assert STALWART.given_up(900.0) == 3 * DAY
    assert max(STALWART.tries(900.0)) < 3 * DAY


@given(st.sampled_from(ALL), st.integers(0, 7200))
def test_no_try_begins_before_the_one_before_it_has_ended(queue, spent):
    tries = list(queue.tries(spent))
    assert all(after - before >= spent for before, after in itertools.pairwise(tries))
    assert 1 < len(tries) < MOST_TRIES
    assert tries[-1] <= queue.given_up(spent)
