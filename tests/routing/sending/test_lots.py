"""What becomes of messages that arrive evenly spread over an outage."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mxgui.routing.sending.lots import ALL_FAIL, Lot, Odds, lots_of
from mxgui.routing.sending.schedule import Every, Queue
from tests.routing.sending.queues import QUEUES

_HALF = Fraction(1, 2)


def _weight_at(lots: list[Lot], left: float) -> Fraction:
    return sum((lot.weight for lot in lots if lot.covers(left)), Fraction(0))


@pytest.mark.parametrize("sender", QUEUES)
@pytest.mark.parametrize("relay", [None, *QUEUES])
@pytest.mark.parametrize(
    "odds",
    [
        ALL_FAIL,
        Odds(relayed=Fraction(1), takes=70.0),
        Odds(taken=Fraction(1, 3), relayed=Fraction(1, 3), bounced=Fraction(1, 9), spent=30.0),
    ],
    ids=["all fail", "relayed", "mixed"],
)
def test_every_message_of_the_outage_is_in_lots_that_make_up_one(
    sender: str, relay: str | None, odds: Odds
) -> None:
    if relay is None and odds.relayed:
        odds = Odds(taken=odds.taken, bounced=odds.bounced, spent=odds.spent)
    lots = list(lots_of(QUEUES[sender], 7200.0, odds, QUEUES[relay] if relay else None))
    for left in (0.5, 60.0, 61.0, 1800.0, 1800.5, 3599.0, 7200.0):
        assert _weight_at(lots, left) == 1


@pytest.mark.parametrize("sender", QUEUES)
@pytest.mark.parametrize("odds", [ALL_FAIL, Odds(taken=Fraction(1, 3), bounced=Fraction(1, 9))])
def test_what_happens_after_the_end_makes_up_one_too(sender: str, odds: Odds) -> None:
    after = Odds(taken=Fraction(1, 3), bounced=Fraction(1, 3))
    lots = list(lots_of(QUEUES[sender], 7200.0, odds, after=after))
    for left in (0.5, 60.0, 61.0, 1800.0, 1800.5, 3599.0, 7200.0):
        assert _weight_at(lots, left) == 1


def test_the_first_try_after_the_end_delivers() -> None:
    lots = list(lots_of(Queue(Every(100.0), 1000.0), 250.0, ALL_FAIL))
    assert [(lot.low, lot.high, lot.ended) for lot in lots] == [
        (0.0, 100.0, 100.0),
        (100.0, 200.0, 200.0),
        (200.0, 250.0, 300.0),
    ]


def test_a_message_without_a_try_after_the_end_bounces_with_the_last_one() -> None:
    queue = Queue(Every(100.0), 1000.0, most=3)
    *_, last = lots_of(queue, 900.0, Odds(spent=5.0))
    assert (last.low, last.high, last.ended) == (200.0, 900.0, 205.0)
    assert last.bounced


def test_a_queue_that_gives_up_by_the_clock_does_so_on_the_second() -> None:
    *_, last = lots_of(Queue(Every(100.0), 250.0, by_clock=True), 900.0, ALL_FAIL)
    assert (last.low, last.ended, last.bounced) == (200.0, 250.0, True)


def test_what_a_backup_got_waits_by_the_schedule_of_the_backup() -> None:
    odds = Odds(relayed=Fraction(1), takes=40.0)
    lots = list(lots_of(Queue(Every(100.0), 1000.0), 100.0, odds, Queue(Every(30.0), 1000.0)))
    assert [(lot.low, lot.high, lot.ended) for lot in lots] == [
        (0.0, 40.0, 40.0),
        (40.0, 70.0, 70.0),
        (70.0, 100.0, 100.0),
    ]
    assert {lot.handed for lot in lots} == {40.0}


def test_a_backup_with_the_clock_of_the_host_waits_from_the_first_message_on() -> None:
    odds = Odds(relayed=Fraction(1), takes=40.0)
    relay = Queue(Every(60.0), 1000.0, of_host=True)
    *_, last = lots_of(Queue(Every(100.0), 1000.0), 120.0, odds, relay)
    # the first message fails there at 40, the next tries are at 100 and 160: 40 after the end
    assert last.total(120.0) == 160.0
    assert last.total(50.0) == 90.0


def test_the_tries_of_a_host_are_moved_by_the_queue_runner_within_one_interval() -> None:
    queue = Queue(Every(100.0), 1000.0, of_host=True, quantum=100.0)
    lots = list(lots_of(queue, 130.0, ALL_FAIL))
    # the try at 100 comes between 50 and 150: in one case of five after the end
    assert [(lot.weight, lot.ended, lot.loose) for lot in lots] == [
        (Fraction(1, 5), 0.0, 20.0),
        (Fraction(4, 5), 20.0, 80.0),
    ]


def test_chances_that_are_hardly_left_go_the_way_of_the_others() -> None:
    lots = list(lots_of(Queue(Every(1.0), 1000.0), 500.0, Odds(taken=_HALF)))
    assert _weight_at(lots, 500.0) == 1
    assert len(lots) < 130
