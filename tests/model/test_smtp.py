"""What a mail host said: outcomes, replies, the extensions in a reply to EHLO."""

import pytest

from mxgui.model.smtp import Outcome, Reply, Stage, Waiting, extensions_of, offers
from tests.builders import a_probe, a_reply, a_target


@pytest.mark.parametrize("outcome", Outcome)
def test_a_host_that_was_heard_is_never_mute(outcome):
    assert not (outcome.answered and outcome.is_mute)


@pytest.mark.parametrize(
    "outcome", [Outcome.GREETED, Outcome.DEFERRED, Outcome.REJECTED, Outcome.NOT_SMTP]
)
def test_words_from_the_other_end_prove_that_the_port_is_open_from_here(outcome):
    assert outcome.answered


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome.SILENT,
        Outcome.CLOSED,
        Outcome.REFUSED,
        Outcome.NOT_TRIED,
        Outcome.BLOCKED_HERE,
        Outcome.PROXY_NO_ANSWER,
    ],
)
def test_what_a_firewall_or_proxy_can_do_in_a_hosts_name_proves_nothing(outcome):
    assert not outcome.answered
    assert not outcome.is_mute


@pytest.mark.parametrize("outcome", [Outcome.TIMED_OUT, Outcome.UNREACHABLE])
def test_where_nothing_was_heard_the_line_may_be_to_blame(outcome):
    assert outcome.is_mute


@pytest.mark.parametrize(("address", "family"), [("192.0.2.1", 4), ("2001:db8::1", 6)])
def test_the_family_of_a_target_is_that_of_its_address(address, family):
    assert a_target(address=address).family == family


def test_a_reply_is_its_lines():
    reply = a_reply(220, "mx1.example.org ESMTP ready", "for mail only")
    assert reply.text == "mx1.example.org ESMTP ready\nfor mail only"
    assert reply.first_word == "mx1.example.org"


@pytest.mark.parametrize("lines", [(), ("",), ("  ",), ("", "second")])
def test_a_reply_that_says_nothing_has_no_first_word(lines):
    assert Reply(220, lines).first_word == ""


@pytest.mark.parametrize(
    ("line", "keyword", "parameters"),
    [
        ("SIZE 52428800", "SIZE", "52428800"),
        ("8bitmime", "8BITMIME", ""),
        ("AUTH PLAIN LOGIN", "AUTH", "PLAIN LOGIN"),
        ("AUTH=LOGIN PLAIN", "AUTH", "LOGIN PLAIN"),
        ("LIMITS RCPTMAX=100 MAILMAX=5", "LIMITS", "RCPTMAX=100 MAILMAX=5"),
        ("  STARTTLS  ", "STARTTLS", ""),
        ("SIZE\t1000", "SIZE", "1000"),
    ],
)
def test_an_extension_is_a_keyword_and_its_parameters(line, keyword, parameters):
    [extension] = extensions_of(Reply(250, ("mx1.example.org", line)))
    assert (extension.keyword, extension.parameters) == (keyword, parameters)
    assert offers((extension,), keyword)


@pytest.mark.parametrize("lines", [(), ("mx1.example.org",), ("STARTTLS",), ("a", "", " ", "=")])
def test_the_first_line_and_empty_ones_are_no_extensions(lines):
    assert extensions_of(Reply(250, lines)) == ()


def test_a_probe_that_waits_is_running():
    assert a_probe(waiting=Waiting(Stage.GREETING, 1.0, 40.0)).running
    assert not a_probe().running


@pytest.mark.parametrize(
    ("outcome", "command", "delivers"),
    [
        (Outcome.GREETED, "EHLO", True),
        (Outcome.GREETED, "HELO", True),
        (Outcome.GREETED, "", False),
        (Outcome.DEFERRED, "", False),
    ],
)
def test_a_sender_goes_on_where_it_is_greeted_and_its_name_is_taken(outcome, command, delivers):
    assert a_probe(outcome=outcome, command=command).delivers is delivers


def test_the_time_of_a_stage_is_known_once_it_was_reached():
    probe = a_probe(outcome=Outcome.REFUSED)
    assert probe.took_for(Stage.CONNECT) == 0.01
    assert probe.took_for(Stage.GREETING) is None
