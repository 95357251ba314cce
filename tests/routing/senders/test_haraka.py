"""Haraka 3 as it comes."""

import pytest

from mxgui.routing.senders.haraka import SENDER
from mxgui.routing.sending.behaviour import Behaviour
from tests.routing.senders.meeting import (
    SIX,
    THREE,
    TWO,
    A,
    B,
    after,
    fate,
    first,
    met,
    nulls,
    own,
    times,
    tried,
)


def test_only_the_first_two_listed_are_ever_first():
    assert first(SENDER) == ["1/2", "1/2", "0"]


def test_every_address_that_refuses_is_passed():
    assert tried(SENDER, TWO, SIX, A) == [A] * 6 + [B]


def test_only_the_null_mx_of_rfc_7505_is_one():
    assert nulls(SENDER) == ["bounced", "deferred", "delivered"]
    assert fate(SENDER, f"10 {A}", {}) == "deferred"


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (Behaviour.SILENT, "delivered"),
        (Behaviour.MUTE, "delivered"),
        (Behaviour.CLOSED, "delivered"),
        (Behaviour.DEFERS, "deferred"),
        (Behaviour.REJECTS, "bounced"),
        (Behaviour.EHLO_FAILS, "bounced"),
        (Behaviour.TLS_BROKEN, "delivered"),
        (Behaviour.RCPT_DEFERS, "deferred"),
    ],
)
def test_a_reply_is_final_and_silence_is_not(how, expected):
    assert after(SENDER, how) == expected


def test_thirty_seconds_of_silence_end_any_attempt():
    waits = SENDER.waits
    assert (waits.connect, waits.greeting, waits.command) == (30, 30, 30)


def test_only_its_own_addresses_are_left_out():
    assert own(SENDER, A) == "delivered"
    assert met(SENDER, THREE, {A: "127.0.0.1", B: "192.0.2.1"}).run.attempts[0].entry.host == B


def test_it_doubles_its_waits_thirteen_tries_long():
    assert times(SENDER) == ([0, 64, 192, 448, 960, 1984, 4032], 13, 262080)
