"""The course of one message through an outage."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from mxgui.routing.senders import sender_of
from mxgui.routing.sending.course import Course, Happens, course_of
from mxgui.routing.sending.lots import ALL_FAIL, Odds
from mxgui.routing.sending.situation import Cause
from mxgui.routing.sending.waiting import Waiting
from tests.routing.sending.queues import QUEUES, a_sender

_HOUR, _DAY = 3600.0, 86400.0


def _told(course: Course) -> list[tuple[float, Happens]]:
    return [(moment.at, moment.what) for moment in course.moments]


def _waiting(sender: str, length: float, odds: Odds = ALL_FAIL, **also: object) -> Waiting:
    waiting = Waiting(a_sender(QUEUES[sender]), length, odds)
    return replace(waiting, **also)  # type: ignore[arg-type]


def test_a_message_from_the_start_is_tried_until_the_first_try_after_the_end() -> None:
    course = course_of(_waiting("postfix", 1800.0))
    assert _told(course) == [
        *((at, Happens.FAILED) for at in (0.0, 300.0, 600.0, 1200.0)),
        (2400.0, Happens.DELIVERED),
    ]
    assert (course.begins, course.ends) == (0.0, 1800.0)


@pytest.mark.parametrize("after", [-60.0, 1800.0, 5000.0])
def test_before_and_after_the_outage_a_message_is_delivered_at_once(after: float) -> None:
    course = course_of(_waiting("postfix", 1800.0), after)
    assert _told(course) == [(0.0, Happens.DELIVERED)]
    assert (course.begins, course.ends) == (-after, 1800.0 - after)


def test_its_end_is_the_wait_that_the_lots_tell() -> None:
    for name in QUEUES:
        for after in (0.0, 100.0, 5000.0):
            waiting = _waiting(name, 6000.0)
            assert course_of(waiting, after).end.at == waiting.wait_of(6000.0 - after)


def test_the_author_is_warned_while_the_message_waits() -> None:
    course = course_of(_waiting("opensmtpd", 5 * _DAY))
    assert (4 * _HOUR, Happens.WARNED) in _told(course)
    assert course.end.what is Happens.BOUNCED
    assert course.end.at == 4 * _DAY


def test_a_message_in_the_middle_waits_for_the_next_try_of_the_host() -> None:
    queue = replace(QUEUES["exim"], of_host=True)
    course = course_of(Waiting(a_sender(queue), 2 * _HOUR, ALL_FAIL), 1000.0)
    assert [at for at, _ in _told(course)] == [800.0, 2600.0, 4400.0, 6200.0]


def test_a_message_for_a_host_that_failed_for_too_long_bounces_at_once() -> None:
    queue = replace(QUEUES["exim"], of_host=True)
    course = course_of(Waiting(a_sender(queue), 6 * _DAY, ALL_FAIL), 5 * _DAY)
    assert _told(course) == [(0.0, Happens.BOUNCED)]


def test_a_frozen_message_stays_where_it_is() -> None:
    course = course_of(Waiting(sender_of("exim"), _HOUR, ALL_FAIL, cause=Cause.OWN_BEST))
    assert course.is_kept
    assert not course_of(Waiting(sender_of("exim"), _HOUR, ALL_FAIL)).is_kept


def test_a_backup_has_it_from_the_handover_on() -> None:
    backup = a_sender(QUEUES["sendmail"])
    odds = Odds(relayed=Fraction(1), takes=60.0)
    course = course_of(_waiting("postfix", 1000.0, odds, backup=backup))
    assert _told(course) == [
        (60.0, Happens.HANDED),
        (60.0, Happens.FAILED),
        (660.0, Happens.FAILED),
        (1260.0, Happens.DELIVERED),
    ]
    assert course.end.by is backup
    assert course.moments[0].by is not backup


def test_a_handover_after_the_end_delivers() -> None:
    odds = Odds(relayed=Fraction(1), takes=60.0)
    waiting = _waiting("postfix", 30.0, odds, backup=a_sender(QUEUES["exim"]))
    assert _told(course_of(waiting)) == [(60.0, Happens.HANDED), (60.0, Happens.DELIVERED)]


def test_each_try_is_as_likely_as_those_before_it_fail() -> None:
    course = course_of(_waiting("postfix", 700.0, Odds(taken=Fraction(2, 3))))
    assert [moment.chance for moment in course.moments] == [
        Fraction(1),
        Fraction(1, 3),
        Fraction(1, 9),
        Fraction(1, 27),
    ]


def test_a_later_try_that_is_taken_ends_it_during_the_outage() -> None:
    odds = Odds(retry=Odds(taken=Fraction(1)))
    assert _told(course_of(_waiting("postfix", 5000.0, odds))) == [
        (0.0, Happens.FAILED),
        (300.0, Happens.DELIVERED),
    ]
    gone = Odds(retry=Odds(bounced=Fraction(1)))
    assert course_of(_waiting("postfix", 5000.0, gone)).end.what is Happens.BOUNCED


def test_what_dns_decides_is_decided_at_once_or_never() -> None:
    bounced = _waiting("postfix", 600.0, Odds(bounced=Fraction(1)), cause=Cause.NULL_MX)
    assert _told(course_of(bounced, -5.0)) == [(0.0, Happens.BOUNCED)]
    never = course_of(_waiting("mox", 600.0, cause=Cause.NO_TARGET))
    assert never.end.what is Happens.BOUNCED
    assert never.end.at == 57150.0
