"""mox as it comes."""

from mxgui.routing.senders.mox import SENDER
from mxgui.routing.sending.behaviour import Behaviour
from tests.routing.senders.meeting import (
    SIX,
    TWO,
    A,
    B,
    after,
    fate,
    first,
    nulls,
    own,
    times,
    tried,
)


def test_equal_hosts_are_shuffled_and_all_addresses_tried():
    assert first(SENDER) == ["1/3"] * 3
    assert tried(SENDER, TWO, SIX, A) == [A] * 6 + [B]


def test_a_null_record_alone_is_one_whatever_its_preference():
    assert nulls(SENDER) == ["bounced", "bounced", "delivered"]


def test_what_is_not_in_dns_is_tried_again():
    assert fate(SENDER, f"10 {A}", {}) == "deferred"
    assert fate(SENDER, "", {"example.org": ""}) == "deferred"


def test_the_first_permanent_error_ends_it():
    assert after(SENDER, Behaviour.REJECTS) == "bounced"
    assert after(SENDER, Behaviour.EHLO_FAILS) == "bounced"
    assert after(SENDER, Behaviour.RCPT_REJECTS) == "bounced"


def test_an_error_for_now_leads_to_the_next_host():
    assert after(SENDER, Behaviour.DEFERS) == "delivered"
    assert after(SENDER, Behaviour.RCPT_DEFERS) == "delivered"


def test_it_does_not_know_itself_and_mail_goes_round_in_a_circle():
    assert own(SENDER, A) == "bounced"


def test_it_gives_up_after_eight_tries():
    assert times(SENDER) == ([0, 450, 1350, 3150, 6750, 13950, 28350], 8, 57150)
    assert SENDER.queue.warns == (6750,)
