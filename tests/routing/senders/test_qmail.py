"""qmail as notqmail has it."""

from mxgui.routing.senders.qmail import SENDER
from mxgui.routing.sending.behaviour import Behaviour
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


def test_the_order_is_fixed_on_machines_of_64_bits():
    assert first(SENDER) == ["1", "0", "0"]
    assert tried(SENDER, THREE, None, A, B, C) == [A, C, B]


def test_ipv6_is_nothing_to_it():
    assert fate(SENDER, f"10 {A}", {A: "2001:db8::1"}) == "bounced"


def test_every_address_that_refuses_is_passed():
    assert tried(SENDER, TWO, SIX, A) == [A] * 6 + [B]


def test_a_null_record_is_one_that_cannot_be_used():
    assert nulls(SENDER) == ["bounced", "bounced", "delivered"]
    assert SENDER.replies["null_mx"] == "5.4.4"


def test_whoever_takes_the_connection_keeps_the_message():
    for how in (Behaviour.MUTE, Behaviour.CLOSED, Behaviour.DEFERS, Behaviour.REJECTS):
        assert after(SENDER, how) == "deferred"
    assert after(SENDER, Behaviour.EHLO_FAILS) == "deferred"
    assert after(SENDER, Behaviour.RCPT_DEFERS) == "deferred"
    assert after(SENDER, Behaviour.SILENT) == "delivered"


def test_encryption_that_fails_is_none_of_its_business():
    assert after(SENDER, Behaviour.TLS_BROKEN) == "delivered"


def test_a_sender_that_is_the_best_host_bounces():
    assert own(SENDER, A) == "bounced"


def test_it_tries_at_squares_for_a_week():
    assert times(SENDER) == ([0, 400, 1600, 3600, 6400, 10000, 14400], 40, 608400)
    assert not SENDER.queue.warns
