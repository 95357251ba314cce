"""Stalwart as it comes."""

from mxgui.routing.senders.stalwart import SENDER
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
    fates,
    first,
    met,
    nulls,
    times,
    tried,
)


def test_ipv4_is_tried_before_ipv6():
    shares = met(SENDER, f"10 {A}", {A: "2001:db8::1 192.0.2.1"}).chances.first
    assert [share.entry.address for share in shares if share.share] == ["192.0.2.1"]


def test_two_addresses_of_a_host_are_all_that_is_tried():
    assert tried(SENDER, TWO, SIX, A) == [A, A, B]


def test_two_hosts_are_kept_before_anything_is_tried():
    down = WhatIf(tuple(Off(What.HOST, host) for host in (A, B)))
    assert fates(met(SENDER, THREE, None, down)) == {"deferred": "1/3", "delivered": "2/3"}
    assert fate(SENDER, f"10 {A}, 10 {B}, 20 {C}", None, down) == "deferred"
    assert first(SENDER) == ["1/3"] * 3


def test_a_null_record_alone_at_preference_0_bounces_all_mail():
    assert nulls(SENDER) == ["bounced", "bounced", "bounced"]


def test_the_last_host_decides_what_becomes_of_mail():
    assert after(SENDER, Behaviour.REJECTS) == "delivered"
    assert after(SENDER, Behaviour.REJECTS, f"10 {A}") == "bounced"


def test_after_the_greeting_nothing_moves_on():
    assert after(SENDER, Behaviour.RCPT_DEFERS) == "deferred"


def test_a_loopback_address_is_left_out():
    assert tried(SENDER, TWO, {A: "127.0.0.1", B: "192.0.2.9"}) == [B]


def test_its_last_waits_are_a_day_and_longer_than_its_patience():
    assert times(SENDER) == ([0, 120, 420, 1020, 1920, 3720, 7320], 9, 259200)
    assert [int(at) for at in SENDER.queue.tries()][-2:] == [14520, 100920]
