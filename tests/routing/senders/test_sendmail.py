"""Sendmail 8.17 as it comes, with the queue interval of Debian."""

from mxgui.routing.senders.sendmail import SENDER
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


def test_equal_hosts_have_equal_shares_and_ipv6_comes_first_within_one():
    hosts = {A: "192.0.2.1 2001:db8::1", B: "192.0.2.2"}
    shares = met(SENDER, f"10 {A}, 10 {B}", hosts).chances.first
    assert {each.entry.address: str(each.share) for each in shares} == {
        "2001:db8::1": "1/2",
        "192.0.2.1": "0",
        "192.0.2.2": "1/2",
    }


def test_no_number_of_addresses_keeps_it_from_the_backup():
    assert tried(SENDER, TWO, SIX, A) == [A] * 6 + [B]


def test_only_the_null_mx_of_rfc_7505_is_one():
    assert nulls(SENDER) == ["bounced", "bounced", "delivered"]


def test_mail_bounces_where_the_refusal_comes_last():
    how = (Behaviour.REFUSED, Behaviour.DEFERS, Behaviour.REJECTS)
    off = tuple(Off(What.HOST, host, each) for host, each in zip((A, B, C), how, strict=True))
    assert fates(met(SENDER, THREE, None, WhatIf(off))) == {"deferred": "2/3", "bounced": "1/3"}


def test_a_recipient_that_is_put_off_is_tried_at_the_next_host():
    assert after(SENDER, Behaviour.RCPT_DEFERS) == "delivered"


def test_a_greeting_that_fails_is_that_of_all_addresses_of_the_host():
    hosts = {A: "192.0.2.1 192.0.2.2", B: "192.0.2.9"}
    off = WhatIf((Off(What.HOST, A, Behaviour.DEFERS),))
    run = met(SENDER, TWO, hosts, off).run
    assert [attempt.entry.host for attempt in run.attempts] == [A, B]


def test_it_knows_itself_by_name():
    assert own(SENDER, A) == "bounced"
    assert fate(SENDER, "10 192.0.2.1") == "delivered"


def test_every_run_of_the_queue_tries_everything_for_five_days():
    assert times(SENDER) == ([0, 600, 1200, 1800, 2400, 3000, 3600], 721, 432000)
    assert SENDER.queue.warns == (14400,)
    assert first(SENDER) == ["1/3"] * 3
