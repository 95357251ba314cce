"""maddy 0.9 as it comes."""

from mxgui.routing.senders.maddy import SENDER
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


def test_hosts_are_tried_as_the_answer_lists_them():
    assert first(SENDER) == ["1", "0", "0"]
    assert tried(SENDER, THREE, None, A, B, C) == [A, B, C]


def test_no_number_of_addresses_keeps_it_from_the_backup():
    assert tried(SENDER, TWO, SIX, A)[-1] == B


def test_a_null_record_bounces_the_mail_that_comes_to_it():
    assert nulls(SENDER) == ["bounced", "bounced", "bounced"]
    down = WhatIf((Off(What.HOST, A),))
    assert fate(SENDER, f"0 {A}, 10 .") == "delivered"
    assert fate(SENDER, f"0 {A}, 10 .", None, down) == "bounced"


def test_the_last_host_decides_what_becomes_of_mail():
    assert after(SENDER, Behaviour.REJECTS) == "delivered"
    assert after(SENDER, Behaviour.REJECTS, f"10 {A}") == "bounced"
    off = (Off(What.HOST, A, Behaviour.REJECTS), Off(What.HOST, B, Behaviour.DEFERS))
    assert fate(SENDER, TWO, None, WhatIf(off)) == "deferred"


def test_after_the_greeting_nothing_moves_on():
    assert after(SENDER, Behaviour.RCPT_DEFERS) == "deferred"


def test_it_does_not_know_itself_and_mail_goes_round_in_a_circle():
    assert own(SENDER, A) == "bounced"


def test_its_waits_grow_by_whole_quarters_of_an_hour():
    assert times(SENDER) == ([0, 900, 1800, 2700, 3600, 5400, 8100], 20, 237600)
