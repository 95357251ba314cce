"""KumoMTA as it comes."""

from mxgui.routing.senders.kumomta import SENDER
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.sender import Evidence
from tests.routing.senders.meeting import SIX, TWO, A, B, after, first, nulls, times, tried


def test_a_host_with_three_addresses_is_tried_first_three_times_as_often():
    hosts = {A: "192.0.2.1 192.0.2.2 192.0.2.3", B: "192.0.2.4"}
    assert first(SENDER, f"10 {A}, 10 {B}", hosts) == ["1/4"] * 4


def test_every_address_is_tried():
    assert tried(SENDER, TWO, SIX, A) == [A] * 6 + [B]


def test_a_null_record_bounces_all_mail_whatever_stands_beside_it():
    assert nulls(SENDER) == ["bounced", "bounced", "bounced"]


def test_what_its_source_does_not_settle_is_said():
    assert SENDER.evidence is Evidence.SOURCE
    assert {"lookups", "own", "reactions", "final"} <= {each.part for each in SENDER.unverified}
    assert after(SENDER, Behaviour.REJECTS) == "delivered"


def test_its_waits_double_for_a_week():
    assert times(SENDER) == ([0, 1200, 3600, 8400, 18000, 37200, 75600], 9, 604800)
