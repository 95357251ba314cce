"""What an outage makes of mail, in sentences."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from mxgui.routing.senders import SENDERS, sender_of
from mxgui.routing.sending.lots import ALL_FAIL, Odds
from mxgui.routing.sending.situation import Cause
from mxgui.routing.sending.waiting import Waiting
from mxgui.routing.sending.waiting_words import (
    NOT_TOLD,
    cause_words,
    gap_sentence,
    sentences_of_all,
    waiting_sentences,
)

_HOUR, _DAY = 3600.0, 86400.0


def _said(waiting: Waiting) -> list[str]:
    return [str(sentence) for sentence in waiting_sentences(waiting)]


def test_the_usual_sentences_say_that_nobody_is_told_and_how_far_apart_tries_are() -> None:
    assert _said(Waiting(sender_of("postfix"), _HOUR, ALL_FAIL)) == [
        str(NOT_TOLD),
        "Postfix leaves up to 1 h 10 min between two tries and gives a message up after 5 d.",
    ]


def test_the_clock_of_a_host_is_told_and_so_are_warnings() -> None:
    *_, host, warned = _said(Waiting(sender_of("exim"), 2 * _DAY, ALL_FAIL))
    assert host == "All mail waits for the next try of the host, not each message for its own."
    assert warned == (
        "The author of a message from the start is told 2 times of the delay: after 1 d and 2 d."
    )


def test_an_outage_past_the_end_says_how_much_bounces() -> None:
    *_, last = _said(Waiting(sender_of("rfc5321"), 10 * _DAY, ALL_FAIL))
    assert last == (
        "The outage outlasts RFC 5321: 50\u2009% of the messages bounce, each after 5 d."
    )
    all_bounce = _said(Waiting(sender_of("exim"), 5 * _DAY, ALL_FAIL))
    assert "The outage outlasts Exim: all messages bounce, the first after 4 d 4 h." in all_bounce


def test_a_year_is_a_true_sentence_too() -> None:
    *_, last = _said(Waiting(sender_of("rfc5321"), 365 * _DAY, ALL_FAIL))
    assert "99\u2009% of the messages bounce" in last


def test_no_time_delays_nothing() -> None:
    assert _said(Waiting(sender_of("exim"), 0.0, ALL_FAIL)) == [
        "An outage that lasts no time delays nothing."
    ]


@pytest.mark.parametrize(
    ("odds", "sentence"),
    [
        (Odds(bounced=Fraction(1)), "At mox mail bounces at once, outage or not: {why}."),
        (ALL_FAIL, "At mox mail queues and bounces after 15 h 52 min, outage or not: {why}."),
    ],
)
def test_what_no_end_of_an_outage_changes_is_said_so(odds: Odds, sentence: str) -> None:
    for cause in Cause:
        waiting = Waiting(sender_of("mox"), _HOUR, odds, cause=cause)
        assert _said(waiting) == [sentence.format(why=cause_words(cause))]


def test_what_is_frozen_waits_for_somebody_and_does_not_bounce() -> None:
    waiting = Waiting(sender_of("exim"), _HOUR, ALL_FAIL, cause=Cause.OWN_BEST)
    assert _said(waiting) == [
        "At Exim mail is frozen, outage or not, and waits for the administrator: the sender is "
        "itself the best exchange."
    ]


def test_the_clock_of_the_host_is_told_only_where_the_figures_go_by_it() -> None:
    by_host = "All mail waits for the next try of the host, not each message for its own."
    assert by_host in _said(Waiting(sender_of("exim"), _HOUR, ALL_FAIL))
    half = _said(Waiting(sender_of("exim"), _HOUR, Odds(bounced=Fraction(1, 2))))
    assert by_host not in half
    assert "Here each message is taken to be tried at its own times, not at the host's." in half


def test_hosts_that_are_up_take_the_message_in_the_same_run() -> None:
    at_once = Waiting(sender_of("postfix"), _HOUR, Odds(taken=Fraction(1)))
    assert _said(at_once) == [
        "At Postfix nothing queues: a host takes the message in the same run."
    ]
    later = replace(at_once, odds=Odds(taken=Fraction(1), takes=60.0))
    assert _said(later)[0].endswith("in the same run, after up to 1 min.")


def test_runs_that_fail_by_chance_or_bounce_are_told() -> None:
    (first, *_) = _said(Waiting(sender_of("postfix"), _HOUR, Odds(taken=Fraction(5, 6))))
    assert first.startswith("At Postfix 17\u2009% of the runs fail and are tried again")
    (first, *_) = _said(Waiting(sender_of("exim"), _HOUR, Odds(bounced=Fraction(1, 3))))
    assert first == "At Exim 33\u2009% of the runs bounce at once during the outage."


def test_what_is_not_known_or_goes_through_later_is_told() -> None:
    unseen = Waiting(sender_of("exim"), _HOUR, ALL_FAIL, unseen=Cause.LOOKUP_FAILED)
    assert _said(unseen)[0] == (
        "What is not known is taken to end with the outage: DNS gave no answer."
    )
    later = Waiting(sender_of("postfix"), _HOUR, Odds(retry=Odds(taken=Fraction(1))))
    assert _said(later)[0] == ("Postfix delivers a message that has waited even during the outage.")


@pytest.mark.parametrize(
    ("relayed", "sentence"),
    [
        (Fraction(1), "The backup takes the message in the first run, and its author sees it as"),
        (Fraction(1, 2), "The backup takes the message in 50\u2009% of the runs; from then on"),
        (Fraction(0), "Postfix never comes to the backup in a run: its mail waits in its own"),
    ],
)
def test_what_a_backup_does_is_said(relayed: Fraction, sentence: str) -> None:
    backup = sender_of("exim")
    waiting = Waiting(sender_of("postfix"), _HOUR, Odds(relayed=relayed), backup)
    said = _said(waiting)
    assert any(each.startswith(sentence) for each in said)
    keeper = backup if relayed else waiting.sender
    assert str(gap_sentence(keeper)) in said


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.id)
def test_every_sender_has_a_gap_and_an_end(sender: object) -> None:
    assert isinstance(sender, type(SENDERS[0]))
    assert "between two tries" in str(gap_sentence(sender))


def test_of_several_outages_what_holds_for_some_names_them() -> None:
    waitings = [
        Waiting(sender_of("mox"), length, ALL_FAIL) for length in (_HOUR, 4 * _HOUR, _DAY, 2 * _DAY)
    ]
    told = [str(sentence) for sentence in sentences_of_all(waitings)]
    assert told[:2] == [str(NOT_TOLD), str(gap_sentence(sender_of("mox")))]
    assert all(
        sentence.startswith(("4 h, 1 d and 2 d: ", "1 d: ", "2 d: ")) for sentence in told[2:]
    )
    assert next(sentence for sentence in told if "is told of the delay" in sentence).startswith(
        "4 h, "
    )
    assert len([sentence for sentence in told if "outlasts" in sentence]) == 2
    assert [str(sentence) for sentence in sentences_of_all(waitings[:1])] == _said(waitings[0])
    assert not list(sentences_of_all([]))
