"""The letter of RFC 5321."""

from mxgui.model.smtp import Outcome
from mxgui.routing.senders.rfc5321 import SENDER
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.simulation import simulate
from mxgui.routing.sending.walk import Fate
from tests.builders import an_inspection
from tests.routing.senders.meeting import SIX, TWO, A, after, first, nulls, own, times, tried


def test_equal_hosts_are_shuffled_and_their_addresses_keep_their_order():
    assert first(SENDER) == ["1/3", "1/3", "1/3"]
    assert first(SENDER, f"10 {A}", {A: "2001:db8::1 192.0.2.1 192.0.2.2"}) == ["1", "0", "0"]


def test_localhost_is_no_name_of_a_host():
    assert tried(SENDER, f"10 localhost, 20 {A}", {A: "192.0.2.1"}) == [A]


def test_every_address_is_tried():
    assert len(tried(SENDER, TWO, SIX, A)) == 7


def test_only_the_null_mx_of_rfc_7505_is_one_beside_nothing_else():
    assert nulls(SENDER) == ["bounced", "bounced", "delivered"]


def test_a_refusal_of_the_recipient_is_final_and_one_in_the_greeting_is_not():
    assert after(SENDER, Behaviour.RCPT_REJECTS) == "bounced"
    assert after(SENDER, Behaviour.REJECTS) == "delivered"


def test_mail_comes_back_where_the_last_answer_is_a_permanent_one():
    alone = {"192.0.2.1": Outcome.REJECTED}
    found = simulate(an_inspection(probes=alone), SENDER, WhatIf(as_probed=True))
    assert found.fate is Fate.BOUNCED
    assert any(one.part == "final" for one in SENDER.unverified)


def test_a_sender_that_is_the_best_host_does_not_send_to_itself():
    assert own(SENDER, A) == "bounced"


def test_it_tries_every_half_hour_for_five_days():
    assert times(SENDER) == ([0, 1800, 3600, 5400, 7200, 9000, 10800], 241, 432000)
