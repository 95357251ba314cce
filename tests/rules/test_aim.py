"""A refusal that speaks of its reader is no news about the host."""

from dataclasses import replace

import pytest

from mxgui.model.event import LineStep
from mxgui.model.smtp import Reply
from mxgui.rules.aim import is_aimed_at_us, reply_against
from tests.builders import a_line, a_probe, an_inspection
from tests.rules.faults import NEUTRAL, refusing_ehlo, rejecting

AT = ("mx.blackbox.example", "20.0.0.1")
INSPECTION = an_inspection()


@pytest.mark.parametrize(
    "words",
    [
        "5.7.1 Refused",
        "Service unavailable; [x] blocked using zen.example.net",
        "Your access has been rejected due to the sending MTA's poor reputation",
        "Access denied",
        "192.0.2.99 is listed in a DNSBL",
        "No dynamic addresses here",
        "We do not accept mail from hosts without reverse DNS",
        "Connection rejected by policy",
        "You are not welcome",
        "Too many connections",
        "Go away, 198.51.100.7",
        "IP=203.0.113.99 - A problem occurred. (Ask your postmaster for help)",
        "Connections will not be accepted from there, because the ip is in a list",
        "No thanks to 203.0.113.99",
        "gmx.net (mxgmx) Nemesis ESMTP Service not available\nBad DNS PTR resource record.",
        "Host is not allowed to connect",
        "Blocked - see https://ipcheck.example/?ip=x",
        "MAIL.example.net is not a name that we know",
    ],
)
def test_words_about_lists_rules_or_ourselves_are_aimed_at_us(words):
    assert is_aimed_at_us(INSPECTION, rejecting(*AT, Reply(554, (words,))))


@pytest.mark.parametrize(
    "words",
    [
        "No SMTP service here",
        "5.3.2 mx.blackbox.example takes no mail",
        "",
        "Out of order",
        "20.0.0.1 is closed",
    ],
)
def test_other_words_are_for_everybody(words):
    assert not is_aimed_at_us(INSPECTION, rejecting(*AT, Reply(554, (words,))))


def test_every_line_of_the_reply_counts():
    assert not is_aimed_at_us(INSPECTION, rejecting(*AT, Reply(554, ("No service",))))
    assert is_aimed_at_us(INSPECTION, rejecting(*AT, Reply(554, ("No service", "blocked"))))


def test_our_own_address_in_the_literal_that_we_greet_by_is_ourselves():
    probe = replace(rejecting(*AT, Reply(554, ("2001:db8::7, no",))), helo="[IPv6:2001:db8::7]")
    assert is_aimed_at_us(INSPECTION, probe)


def test_without_a_line_the_words_alone_count():
    facts = {step: fact for step, fact in INSPECTION.facts.items() if step != LineStep()}
    blind = replace(INSPECTION, facts=facts)
    assert not is_aimed_at_us(blind, rejecting(*AT))
    empty = replace(blind, facts={**facts, LineStep(): a_line(helo="", sources=())})
    assert not is_aimed_at_us(empty, replace(rejecting(*AT), helo=""))


def test_the_reply_that_counts_is_the_greeting_or_that_to_ehlo():
    assert reply_against(rejecting(*AT)) == NEUTRAL
    assert reply_against(refusing_ehlo(*AT)) == NEUTRAL
    assert not is_aimed_at_us(INSPECTION, a_probe(*AT, greeting=None, ehlo=None))
