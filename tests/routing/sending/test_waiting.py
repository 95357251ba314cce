"""How long mail waits for the end of an outage: the published tables, cell by cell, and more."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from mxgui.model.records import Status
from mxgui.routing.senders import SENDERS, sender_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.lots import ALL_FAIL, Odds
from mxgui.routing.sending.outage import Off, What, WhatIf
from mxgui.routing.sending.schedule import Growing, Queue
from mxgui.routing.sending.situation import Cause
from mxgui.routing.sending.waiting import LENGTHS, Waiting, waiting_of, widest_gap
from mxgui.routing.sending.walk import Fate
from tests.builders import an_inspection
from tests.routing.sending.outage_tables import UNITS, added_after, delivered_at
from tests.routing.sending.queues import QUEUES, a_sender

_MINUTE, _HOUR, _DAY = 60.0, 3600.0, 86400.0


def _waiting(sender: str, length: float, odds: Odds = ALL_FAIL) -> Waiting:
    return Waiting(a_sender(QUEUES[sender]), length, odds)


@pytest.mark.parametrize(("sender", "length", "cell"), delivered_at())
def test_a_message_from_the_start_is_delivered_when_the_table_says(
    sender: str, length: float, cell: str
) -> None:
    waiting = _waiting(sender, length)
    wait = waiting.wait_of(length)
    if cell == "B":
        assert wait is None
        assert waiting.fate is Fate.BOUNCED
        return
    assert wait is not None
    assert round(wait / UNITS[cell[-1]], 2) == pytest.approx(float(cell[:-1]), abs=0.051)
    assert waiting.fate is Fate.DELIVERED


@pytest.mark.parametrize(("sender", "length", "cell"), added_after())
def test_what_is_added_after_the_end_is_what_the_table_says(
    sender: str, length: float, cell: str
) -> None:
    waiting = _waiting(sender, length)
    mean, worst = map(float, cell.split("/"))
    lefts = [length - after for after in range(0, int(length), 60)]
    waits = [(waiting.wait_of(left), left) for left in lefts]
    added = [wait - left for wait, left in waits if wait is not None]
    assert sum(added) / len(added) / _MINUTE == pytest.approx(mean, abs=0.051)
    assert max(added) / _MINUTE == pytest.approx(worst, abs=0.051)
    assert waiting.added.mean is not None
    assert waiting.worst_s is not None
    assert waiting.added.mean / _MINUTE == pytest.approx(mean, abs=1)  # once a minute is a sample
    assert 0 < waiting.worst_s / _MINUTE - worst <= 1.01


def test_a_third_of_the_mail_of_a_day_bounces_at_a_sender_that_keeps_it_for_sixteen_hours() -> None:
    assert _waiting("mox", _DAY).bounces == Fraction(86400 - 57150, 86400)


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.id)
@pytest.mark.parametrize("length", LENGTHS)
def test_every_message_is_delivered_or_bounces(sender: object, length: float) -> None:
    assert isinstance(sender, type(SENDERS[0]))
    for odds in (ALL_FAIL, Odds(Fraction(1, 6)), Odds(Fraction(1, 3), bounced=Fraction(1, 3))):
        waiting = Waiting(sender, length, odds)
        assert waiting.added.weight == waiting.total.weight
        assert waiting.added.weight + waiting.bounces == 1
        assert sum(waiting.fates.values()) == 1


@pytest.mark.parametrize("sender", QUEUES)
@pytest.mark.parametrize("length", LENGTHS)
def test_no_wait_after_the_end_is_longer_than_the_widest_gap(sender: str, length: float) -> None:
    waiting = _waiting(sender, length)
    if waiting.worst_s is not None:
        assert waiting.median_s is not None
        assert 0 <= waiting.median_s <= waiting.worst_s <= widest_gap(QUEUES[sender])


def test_the_median_of_evenly_spread_messages_is_half_of_the_only_gap() -> None:
    waiting = _waiting("sendmail", 4 * _HOUR)
    assert (waiting.median_s, waiting.worst_s) == (300.0, 600.0)
    assert (waiting.total_median_s, waiting.total_worst_s) == (2 * _HOUR, 4 * _HOUR)


def test_failed_runs_that_cost_time_push_later_tries_back() -> None:
    quick = _waiting("mox", _HOUR)
    slow = _waiting("mox", _HOUR, Odds(spent=120.0))
    assert quick.wait_of(1000.0) == 1350.0
    assert slow.wait_of(1000.0) == 1350.0 + 2 * 120.0


def test_where_the_clock_is_that_of_the_host_all_messages_wait_for_the_same_try() -> None:
    queue = replace(QUEUES["exim"], of_host=True, quantum=0.0)
    waiting = Waiting(a_sender(queue), 4 * _HOUR, ALL_FAIL)
    assert (waiting.median_s, waiting.worst_s) == (2700.0, 2700.0)
    assert waiting.wait_of(60.0) == 2700.0 + 60.0
    assert waiting.total_median_s == 2 * _HOUR + 2700.0


def test_when_the_queue_runner_comes_by_is_not_known_and_moves_the_try_of_the_host() -> None:
    waiting = Waiting(sender_of("exim"), _HOUR, ALL_FAIL)
    assert (waiting.median_s, waiting.worst_s) == (900.0, 1800.0)
    longer = Waiting(sender_of("exim"), 4 * _HOUR, ALL_FAIL)
    assert (longer.median_s, longer.worst_s) == (_HOUR, _HOUR + 900.0)


def test_once_a_host_has_failed_for_too_long_every_message_for_it_bounces() -> None:
    waiting = Waiting(sender_of("exim"), 5 * _DAY, ALL_FAIL)
    assert waiting.bounces == 1
    assert waiting.median_s is None
    assert waiting.worst_s is None
    assert waiting.wait_of(10.0) is None


def test_each_try_may_fail_by_chance_and_the_mixture_is_exact() -> None:
    queue = Queue(Growing(100.0), 400.0)  # tries at 0, 100, 300, 700
    waiting = Waiting(a_sender(queue), 200.0, Odds(taken=Fraction(1, 2)))
    # 1/2 at once; 1/4 of the first half of the outage at 100, still during it; else 100 or 300
    assert waiting.bounces == 0
    assert {part.least: part.weight for part in waiting.total.parts} == {
        Fraction(0): Fraction(1, 2),
        Fraction(100): Fraction(1, 4) + Fraction(1, 8),
        Fraction(300): Fraction(1, 8),
    }
    assert waiting.median_s == 0.0
    assert waiting.worst_s == 200.0


def test_runs_that_bounce_at_once_are_counted() -> None:
    odds = Odds(taken=Fraction(2, 3), bounced=Fraction(1, 3))
    waiting = _waiting("postfix", _HOUR, odds)
    assert waiting.bounces == Fraction(1, 3)
    assert waiting.fates == {Fate.DELIVERED: Fraction(2, 3), Fate.BOUNCED: Fraction(1, 3)}
    assert waiting.fate is Fate.DELIVERED


@pytest.mark.parametrize(
    ("sender", "length", "warned"),
    [
        ("sendmail", 4 * _HOUR, False),
        ("sendmail", 4 * _HOUR + 1, True),
        ("postfix", 4 * _DAY, False),
        ("mox", 2 * _HOUR, True),
    ],
)
def test_the_author_is_warned_where_the_sender_warns_and_the_message_still_waits(
    sender: str, length: float, warned: bool
) -> None:
    assert _waiting(sender, length).warned is warned


@pytest.mark.parametrize("length", [0.0, -5.0, float("nan")])
def test_an_outage_of_no_length_delays_nothing(length: float) -> None:
    waiting = waiting_of(an_inspection(), sender_of("postfix"), length)
    assert (waiting.median_s, waiting.worst_s, waiting.total_worst_s) == (0.0, 0.0, 0.0)
    assert waiting.bounces == 0
    assert waiting.fate is Fate.DELIVERED


@pytest.mark.parametrize("length", [365 * _DAY, 1e30, float("inf")])
def test_a_year_outlasts_every_sender(length: float) -> None:
    for sender in SENDERS:
        waiting = waiting_of(an_inspection(), sender, length)
        assert waiting.fate is Fate.BOUNCED
        assert waiting.bounces > Fraction(9, 10)


def test_without_a_what_if_all_hosts_are_down() -> None:
    inspection = an_inspection(mx="10 a.example.org, 20 b.example.org")
    waiting = waiting_of(inspection, sender_of("postfix"), _HOUR)
    assert waiting.odds == ALL_FAIL
    assert waiting.median_s == 600.0


def test_a_backup_takes_the_mail_and_hands_it_on_by_its_own_schedule() -> None:
    inspection = an_inspection(mx="10 a.example.org, 20 b.example.org")
    backup = a_sender(QUEUES["sendmail"])
    waiting = waiting_of(inspection, sender_of("postfix"), 6 * _HOUR, backup=backup)
    assert waiting.odds == Odds(relayed=Fraction(1))
    assert (waiting.median_s, waiting.worst_s) == (300.0, 600.0)
    assert waiting.warned  # by the backup: Postfix itself warns nobody


def test_a_backup_keeps_mail_for_as_long_as_it_keeps_mail() -> None:
    inspection = an_inspection(mx="10 a.example.org, 20 b.example.org")
    mox, postfix = a_sender(QUEUES["mox"]), sender_of("postfix")
    assert waiting_of(inspection, mox, 3 * _DAY).fate is Fate.BOUNCED
    assert waiting_of(inspection, mox, 3 * _DAY, backup=postfix).fate is Fate.DELIVERED
    assert waiting_of(inspection, postfix, 3 * _DAY, backup=mox).fate is Fate.BOUNCED


def test_silent_hosts_delay_the_handover() -> None:
    inspection = an_inspection(mx="10 a.example.org, 20 b.example.org")
    silent = WhatIf((Off(What.TIER, "10", Behaviour.SILENT),))
    backup = sender_of("rfc5321")
    waiting = waiting_of(inspection, sender_of("postfix"), 600.0, silent, backup)
    assert waiting.odds.takes == 30.0
    assert waiting.wait_of(20.0) == 30.0  # the outage is over when the backup gets it
    assert waiting.wait_of(31.0) == 30.0 + 1800.0


def test_a_sender_whose_limit_keeps_it_from_the_backup_waits_by_itself() -> None:
    six = " ".join(f"192.0.2.{number}" for number in range(1, 7))
    inspection = an_inspection(
        mx="10 a.example.org, 20 b.example.org",
        hosts={"a.example.org": six, "b.example.org": "198.51.100.1"},
    )
    backup = a_sender(QUEUES["sendmail"])
    waits = {
        sender.id: waiting_of(inspection, sender, _HOUR, backup=backup)
        for sender in (sender_of("postfix"), sender_of("exim"))
    }
    assert waits["postfix"].odds == ALL_FAIL
    assert waits["postfix"].median_s == 600.0
    assert waits["exim"].odds.relayed == 1


def test_a_what_if_that_leaves_hosts_of_the_best_tier_delays_nothing() -> None:
    inspection = an_inspection(mx="10 a.example.org, 10 b.example.org")
    off = WhatIf((Off(What.HOST, "a.example.org"),))
    waiting = waiting_of(inspection, sender_of("postfix"), _HOUR, off)
    assert waiting.odds.taken == 1
    assert (waiting.median_s, waiting.worst_s) == (0.0, 0.0)


def test_a_limit_that_may_miss_the_live_address_makes_some_of_the_mail_wait() -> None:
    six = " ".join(f"192.0.2.{number}" for number in range(1, 7))
    inspection = an_inspection(mx="10 a.example.org", hosts={"a.example.org": six})
    off = WhatIf(tuple(Off(What.ADDRESS, address) for address in six.split()[1:]))
    waiting = waiting_of(inspection, sender_of("postfix"), _HOUR, off)
    assert waiting.odds.taken == Fraction(5, 6)  # of six addresses five are tried
    assert waiting.median_s == 0.0


def test_a_message_that_has_waited_may_be_delivered_during_the_outage() -> None:
    off = WhatIf((Off(What.FAMILY, "ipv4", Behaviour.TLS_BROKEN),))
    waiting = waiting_of(an_inspection(), sender_of("postfix"), _HOUR, off)
    assert waiting.odds.fails == waiting.odds.again.taken == 1
    assert waiting.wait_of(_HOUR) == 300.0  # in the clear, since it is five minutes old
    assert waiting.worst_s == 300.0
    exim = waiting_of(an_inspection(), sender_of("exim"), _HOUR, off)
    assert exim.odds.taken == 1


def test_a_backup_that_is_off_itself_takes_nothing() -> None:
    inspection = an_inspection(mx="10 a.example.org, 20 b.example.org")
    off = WhatIf((Off(What.FAMILY, "ipv4"),))
    backup = sender_of("rfc5321")
    assert waiting_of(inspection, sender_of("postfix"), _HOUR, off, backup).odds == ALL_FAIL


@pytest.mark.parametrize(
    ("mx", "cause", "fate"),
    [
        ("0 .", Cause.NULL_MX, Fate.BOUNCED),
        (Status.NXDOMAIN, Cause.NO_DOMAIN, Fate.BOUNCED),
        (Status.SERVFAIL, None, Fate.DELIVERED),
    ],
)
def test_what_dns_decides_no_end_of_an_outage_changes(
    mx: str | Status, cause: Cause | None, fate: Fate
) -> None:
    waiting = waiting_of(an_inspection(mx=mx), sender_of("rfc5321"), _HOUR)
    assert (waiting.cause, waiting.fate) == (cause, fate)
    assert waiting.bounces == (fate is Fate.BOUNCED)


def test_what_dns_left_open_is_taken_to_end_with_the_outage() -> None:
    waiting = waiting_of(an_inspection(mx=Status.SERVFAIL), sender_of("rfc5321"), _HOUR)
    assert waiting.unseen is Cause.LOOKUP_FAILED
    assert waiting.median_s == 900.0


def test_the_widest_gap_and_the_end_are_those_of_the_sources() -> None:
    assert widest_gap(QUEUES["postfix"]) == 4200.0
    assert widest_gap(QUEUES["exim"]) == 6 * _HOUR
    assert widest_gap(QUEUES["haraka"]) == 131072.0
    assert QUEUES["postfix"].given_up() == 433200.0
    assert QUEUES["exim"].given_up() == 361800.0
    assert QUEUES["opensmtpd"].given_up() == 345600.0
    assert QUEUES["qmail"].given_up() == 608400.0
