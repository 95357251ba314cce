"""Postfix 3.7 as it comes."""

from mxgui.routing.senders.postfix import SENDER
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.outage import Off, What, WhatIf
from tests.routing.senders.meeting import (
    SIX,
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


def test_a_host_with_three_addresses_is_tried_first_three_times_as_often():
    hosts = {A: "192.0.2.1 192.0.2.2 192.0.2.3", B: "192.0.2.4"}
    assert first(SENDER, f"10 {A}, 10 {B}", hosts) == ["1/4"] * 4


def test_five_addresses_are_all_that_a_run_tries():
    assert tried(SENDER, TWO, SIX, A) == [A] * 5
    assert fate(SENDER, TWO, SIX, WhatIf((Off(What.HOST, A),))) == "deferred"


def test_a_backup_of_the_other_family_has_its_place_among_the_five():
    hosts = {A: " ".join(f"2001:db8::{n}" for n in range(1, 8)), B: "192.0.2.9"}
    assert fate(SENDER, TWO, hosts, WhatIf((Off(What.HOST, A),))) == "delivered"


def test_a_null_record_bounces_all_mail_whatever_stands_beside_it():
    assert nulls(SENDER) == ["bounced", "bounced", "bounced"]


def test_a_refusal_in_the_greeting_never_bounces_mail():
    assert after(SENDER, Behaviour.REJECTS) == "delivered"
    assert after(SENDER, Behaviour.REJECTS, f"10 {A}") == "deferred"


def test_two_sessions_are_all_that_a_run_has():
    off = tuple(Off(What.HOST, host, Behaviour.RCPT_DEFERS) for host in (A, B))
    assert fates(met(SENDER, what_if=WhatIf(off))) == {"deferred": "1/3", "delivered": "2/3"}


def test_a_broken_handshake_is_no_session():
    off = tuple(Off(What.HOST, host, Behaviour.TLS_BROKEN) for host in (A, B))
    assert fates(met(SENDER, what_if=WhatIf(off))) == {"delivered": "1"}
    assert C in tried(SENDER, f"10 {A}, 10 {B}, 20 {C}", None, A, B)


def test_a_sender_that_is_the_best_host_bounces():
    assert own(SENDER, A) == "bounced"
    assert own(SENDER, B) == "delivered"


def test_it_waits_as_long_again_and_gives_up_after_five_days():
    assert times(SENDER) == ([0, 300, 600, 1200, 2400, 4800, 9000], 108, 433200)
    assert not SENDER.queue.warns
