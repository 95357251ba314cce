"""What the author of a message gets back: an enhanced status code, and words of our own."""

import re

import pytest

from mxgui.model.records import Status
from mxgui.model.smtp import Outcome, Reply
from mxgui.routing.senders import SENDERS
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.replies import MOST_LETTERS, reply_of
from mxgui.routing.sending.simulation import simulate
from tests.builders import a_probe, an_inspection
from tests.routing.sending.cases import a_what_if, named, records

STATUS = re.compile(r"[45]\.\d{1,3}\.\d{1,3} \S")
AB = records("10 a, 10 b", a="4", b="4")


def reply(letter: str, known, off: str = "", own: str = "", seed: int = 0) -> str:
    simulation = simulate(known, named(letter), a_what_if(off, own), seed)
    return str(reply_of(simulation) or "")


@pytest.mark.parametrize(
    ("letter", "mx", "own", "expected"),
    [
        ("P", "0 .", "", "5.1.0 The domain takes no mail, as its MX record says."),
        ("R", "0 .", "", "5.1.10 The domain takes no mail, as its MX record says."),
        ("P", Status.NXDOMAIN, "", "5.4.4 There is no such domain."),
        ("M", Status.NXDOMAIN, "", "4.1.2 There is no such domain."),
        ("X", "", "", "5.1.2 The domain has neither a mail host nor an address."),
        ("P", "10 gone", "", "5.4.4 No mail host of the domain has an address to send to."),
        ("P", "10 a", "a", "5.4.6 Mail for the domain leads back to this server itself."),
        ("P", "10 gone, 20 a", "a", "4.4.4 The mail hosts before this one have no address now."),
        ("P", Status.SERVFAIL, "", "4.4.3 The mail hosts of the domain could not be looked up."),
    ],
)
def test_what_is_decided_before_any_connection(letter, mx, own, expected):
    assert reply(letter, records(mx, a="4"), "", own) == expected


@pytest.mark.parametrize(
    ("letter", "off", "expected"),
    [
        ("H", "a:554 b:554", "5.3.2 {} took no mail and said: 554"),
        ("X", "a:rcpt5 b:rcpt5", "5.1.1 {} refused the recipient and said: 550"),
        ("S", "a:ehlo b:ehlo", "5.5.1 {} took neither EHLO nor HELO."),
    ],
)
def test_what_a_host_makes_bounce(letter, off, expected):
    hosts = {expected.format(f"{name}.example") for name in "ab"}
    assert reply(letter, AB, off) in hosts


def test_a_message_that_nobody_bounces_has_no_reply():
    assert reply("P", AB) == ""
    assert reply("P", AB, "a:refused b:refused") == ""
    running = an_inspection(mx="10 a.example", ended=None, facts={})
    assert reply("P", running) == ""


def test_where_chance_decides_the_run_that_bounces_is_told_of():
    for seed in range(6):
        told = reply("X", AB, "a:refused b:554", seed=seed)
        assert told == "5.3.2 b.example took no mail and said: 554"


def test_mail_that_goes_round_and_hosts_without_address():
    assert reply("O", records("10 a", a="4"), own="a").startswith("5.4.6 a.example is this server")
    gone = records("10 a, 20 gone", a="4")
    assert reply("W", gone, "a:refused") == "5.4.4 gone.example has no address to send to."
    null = records("10 a, 20 .", a="4")
    assert reply("m", null, "a:refused").startswith("5.1.10 An MX record of the domain says")


def as_probed(greeting: Reply) -> str:
    probe = a_probe("mx1.example.org", "192.0.2.1", Outcome.REJECTED, greeting=greeting)
    known = an_inspection(probes={"192.0.2.1": probe})
    return str(reply_of(simulate(known, named("H"), WhatIf(as_probed=True))))


def test_a_host_that_was_probed_is_quoted_in_one_bounded_line():
    said = as_probed(Reply(554, ("no mail here", "and more")))
    assert said == "5.3.2 mx1.example.org took no mail and said: 554 no mail here"
    long = as_probed(Reply(554, ("x" * 5000,)))
    assert long.endswith("x…")
    assert len(long) < MOST_LETTERS + 60


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.id)
def test_every_reply_begins_with_a_status_code(sender):
    for known in (records("0 ."), records(""), records("10 gone"), records(Status.NXDOMAIN), AB):
        for off in ("", "a:554 b:554", "a:rcpt5 b:rcpt5"):
            told = reply_of(simulate(known, sender, a_what_if(off)))
            assert told is None or STATUS.match(str(told))


def test_an_exchange_of_a_dot_says_that_no_mail_is_taken_to_those_alone_who_read_it_so():
    known = records("10 a, 10 .", a="4")
    assert reply("m", known, "a:refused").startswith("5.1.10 An MX record of the domain says")
    assert reply("W", known, "a:refused").startswith("5.4.4 . has no address")
