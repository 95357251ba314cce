"""OpenSMTPD 6.8 as it comes."""

from mxgui.routing.senders.opensmtpd import SENDER
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.outage import Off, What, WhatIf
from tests.routing.senders.meeting import (
    SIX,
    THREE,
    TWO,
    A,
    B,
    C,
    after,
    fate,
    first,
    nulls,
    own,
    times,
    tried,
)


def test_the_first_answer_leads_and_the_others_follow_from_the_last_one():
    assert first(SENDER) == ["1", "0", "0"]
    assert tried(SENDER, THREE, None, A, B, C) == [A, C, B]


def test_every_address_that_refuses_is_passed():
    assert tried(SENDER, TWO, SIX, A) == [A] * 6 + [B]


def test_two_silent_hosts_keep_it_from_the_third():
    silent = WhatIf(tuple(Off(What.HOST, host, Behaviour.SILENT) for host in (A, B)))
    assert fate(SENDER, f"10 {A}, 20 {B}, 30 {C}", None, silent) == "deferred"


def test_nothing_in_dns_but_a_missing_domain_bounces():
    assert nulls(SENDER) == ["deferred", "deferred", "delivered"]
    assert fate(SENDER, f"10 {A}", {}) == "deferred"


def test_no_greeting_bounces_and_a_recipient_that_is_put_off_stays():
    assert after(SENDER, Behaviour.REJECTS) == "delivered"
    assert after(SENDER, Behaviour.REJECTS, f"10 {A}") == "deferred"
    assert after(SENDER, Behaviour.RCPT_DEFERS) == "deferred"


def test_it_does_not_know_itself_and_mail_goes_round_in_a_circle():
    assert own(SENDER, A) == "bounced"


def test_it_tries_at_squares_and_the_clock_ends_it():
    assert times(SENDER) == ([0, 400, 1600, 3600, 6400, 10000, 14400], 30, 345600)
    assert SENDER.queue.warns == (14400,)
