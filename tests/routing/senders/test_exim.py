"""Exim 4.96 as it comes, with the queue runner of Debian."""

from dataclasses import replace

from mxgui.routing.senders.exim import SENDER
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
    own,
    times,
    tried,
)


def test_a_host_with_ipv4_alone_beside_one_with_both_is_never_first():
    assert first(SENDER, f"10 {A}, 10 {B}", {A: "2001:db8::1 192.0.2.1", B: "192.0.2.2"}) == [
        "1",
        "0",
        "0",
    ]


def test_a_host_has_its_share_whatever_its_number_of_addresses():
    hosts = {A: "192.0.2.1 192.0.2.2 192.0.2.3", B: "192.0.2.4"}
    assert first(SENDER, f"10 {A}, 10 {B}", hosts)[-1] == "1/2"


def test_after_five_tries_it_goes_on_with_the_next_preference():
    assert tried(SENDER, TWO, SIX, A) == [A] * 5 + [B]


def test_a_null_record_is_one_that_cannot_be_used():
    assert nulls(SENDER) == ["bounced", "bounced", "delivered"]


def test_mail_bounces_where_the_refusal_comes_last():
    assert after(SENDER, Behaviour.REJECTS) == "delivered"
    how = (Behaviour.REFUSED, Behaviour.DEFERS, Behaviour.REJECTS)
    off = tuple(Off(What.HOST, host, each) for host, each in zip((A, B, C), how, strict=True))
    assert fates(met(SENDER, THREE, None, WhatIf(off))) == {"deferred": "2/3", "bounced": "1/3"}


def test_an_address_in_place_of_a_name_and_a_loopback_address_are_not_used():
    assert fate(SENDER, "10 192.0.2.1") == "bounced"
    assert tried(SENDER, TWO, {A: "127.0.0.1", B: "192.0.2.9"}) == [B]


def test_a_sender_that_is_the_best_host_keeps_the_message():
    assert own(SENDER, A) == "deferred"


def test_it_tries_by_its_rules_at_each_run_of_the_queue():
    assert times(SENDER) == ([0, 1800, 3600, 5400, 7200, 9000, 12600], 25, 361800)
    ideal = replace(SENDER, queue=replace(SENDER.queue, quantum=0.0))
    assert times(ideal) == ([0, 900, 1800, 2700, 3600, 4500, 5400], 29, 363712)
    assert SENDER.queue.of_host
    assert SENDER.queue.warns[0] == 86400
