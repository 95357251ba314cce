"""Knocks at hosts that behave, and at those that refuse in so many words."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from mxgui.model.smtp import (
    Extension,
    Outcome,
    Reason,
    Speaker,
    Stage,
    StartTls,
    StoppedBy,
)
from mxgui.net.limits import QUIT_WAIT
from mxgui.net.smtp import probe
from tests.builders import NOON
from tests.servers.certificates import server_context
from tests.servers.probing import (
    HELO,
    PATIENT,
    FailingDialer,
    HangingDialer,
    a_manner,
    a_target_at,
    knock,
    told_until_cancelled,
)
from tests.servers.smtp_acts import (
    EHLO,
    GREETING,
    PLAIN,
    close,
    encrypting,
    reset,
    silence,
    then,
    when,
)
from tests.servers.smtp_server import SmtpServer


async def test_a_host_without_starttls_is_greeted_and_left_politely():
    async with SmtpServer(PLAIN) as server:
        known = await knock(server.port)
    assert (known.outcome, known.stage, known.stopped_by) == (Outcome.GREETED, Stage.QUIT, None)
    assert known.greeting is not None
    assert known.greeting.first_word == "mx1.example.org"
    assert (known.command, known.starttls) == ("EHLO", StartTls.NOT_OFFERED)
    assert known.extensions == (Extension("SIZE", "52428800"), Extension("8BITMIME"))
    assert known.delivers
    assert server.heard == [f"EHLO {HELO}", "QUIT"]
    assert server.connections == 1


async def test_every_step_of_a_whole_probe_is_measured_and_kept_in_its_order():
    async with SmtpServer(encrypting(), server_context()) as server:
        known = await knock(server.port)
    assert [phase.stage for phase in known.phases] == list(Stage)
    assert [phase.at for phase in known.phases] == sorted(phase.at for phase in known.phases)
    assert sum(phase.took for phase in known.phases) <= known.took


async def test_a_host_with_starttls_is_asked_again_under_tls():
    async with SmtpServer(encrypting(), server_context()) as server:
        known = await knock(server.port)
    assert (known.outcome, known.stage, known.stopped_by) == (Outcome.GREETED, Stage.QUIT, None)
    assert known.starttls is StartTls.UNVERIFIED
    assert known.ehlo_tls is not None
    assert [extension.keyword for extension in known.extensions_tls] == ["SIZE", "8BITMIME"]
    assert server.heard == [f"EHLO {HELO}", "STARTTLS", f"EHLO {HELO}", "QUIT"]


async def test_the_transcript_has_both_sides_in_the_order_in_which_they_spoke():
    async with SmtpServer(encrypting(), server_context()) as server:
        known = await knock(server.port)
    said = [(line.speaker, line.text) for line in known.transcript]
    assert said[:5] == [
        (Speaker.SERVER, "220 mx1.example.org ESMTP"),
        (Speaker.CLIENT, f"EHLO {HELO}"),
        (Speaker.SERVER, "250-mx1.example.org"),
        (Speaker.SERVER, "250-SIZE 52428800"),
        (Speaker.SERVER, "250 STARTTLS"),
    ]
    assert (Speaker.NOTE, "TLSv1.3 TLS_AES_256_GCM_SHA384") in said
    assert said[-2:] == [(Speaker.CLIENT, "QUIT"), (Speaker.SERVER, "221 2.0.0 Bye")]
    times = [line.at for line in known.transcript]
    assert times == sorted(times)


async def test_a_greeting_of_several_lines_is_heard_to_its_end_before_anything_is_said():
    over = asyncio.Event()
    table = {**PLAIN, "greeting": then(b"220-welcome\r\n", when(over, b"220 mx1 here\r\n"))}
    async with SmtpServer(table) as server:
        told: list[Any] = []

        def tell(known):
            told.append(known.waiting.stage)
            if known.waiting.stage is Stage.GREETING:
                asyncio.get_running_loop().call_later(0.05, over.set)
            elif known.waiting.stage is Stage.EHLO:
                assert over.is_set()

        known = await probe(a_target_at(server.port), a_manner(), NOON, tell)
    assert told == [Stage.CONNECT, Stage.GREETING, Stage.EHLO, Stage.QUIT]
    assert known.greeting is not None
    assert known.greeting.lines == ("welcome", "mx1 here")


async def test_what_is_told_on_the_way_names_the_step_and_its_limit():
    async with SmtpServer(PLAIN) as server:
        told: list[Any] = []
        end = await probe(a_target_at(server.port), a_manner(), NOON, told.append)
    assert [known.waiting.stage for known in told] == [known.stage for known in told]
    assert {known.waiting.limit for known in told} == {PATIENT.connect, QUIT_WAIT}
    assert told[1].outcome is Outcome.NOT_TRIED
    assert told[2].outcome is Outcome.GREETED
    assert end.waiting is None
    assert end.began == NOON


@pytest.mark.parametrize(
    ("greeting", "outcome"),
    [
        (b"421 4.3.2 Too busy\r\n", Outcome.DEFERRED),
        (b"450 Greylisted\r\n", Outcome.DEFERRED),
        (b"554 5.7.1 No\r\n", Outcome.REJECTED),
        (b"521 Host does not accept mail\r\n", Outcome.REJECTED),
    ],
)
async def test_a_host_that_declines_in_its_greeting_is_left_politely(greeting, outcome):
    async with SmtpServer({**PLAIN, "greeting": greeting}) as server:
        known = await knock(server.port)
    assert (known.outcome, known.stage) == (outcome, Stage.GREETING)
    assert known.stopped_by is StoppedBy.REPLY
    assert known.starttls is StartTls.NOT_TESTED
    assert not known.delivers
    assert server.heard == ["QUIT"]


@pytest.mark.parametrize("code", [500, 501, 502, 503, 504, 550])
async def test_a_host_that_does_not_know_ehlo_is_greeted_with_helo(code):
    refusal = f"{code} What?\r\n".encode()
    async with SmtpServer({**PLAIN, "EHLO": refusal}) as server:
        known = await knock(server.port)
    assert server.heard == [f"EHLO {HELO}", f"HELO {HELO}", "QUIT"]
    assert (known.command, known.extensions) == ("HELO", ())
    assert (known.stage, known.stopped_by) == (Stage.QUIT, None)
    assert known.starttls is StartTls.NOT_OFFERED
    assert known.delivers
    assert [phase.stage for phase in known.phases].count(Stage.EHLO) == 1


@pytest.mark.parametrize(
    ("ehlo", "helo", "heard"),
    [
        (b"421 Closing\r\n", PLAIN["HELO"], [f"EHLO {HELO}", "QUIT"]),
        (b"451 Later\r\n", PLAIN["HELO"], [f"EHLO {HELO}", "QUIT"]),
        (b"502 No\r\n", b"550 Neither\r\n", [f"EHLO {HELO}", f"HELO {HELO}", "QUIT"]),
    ],
)
async def test_a_host_that_takes_no_name_is_left_with_its_reply(ehlo, helo, heard):
    async with SmtpServer({**PLAIN, "EHLO": ehlo, "HELO": helo}) as server:
        known = await knock(server.port)
    assert (known.outcome, known.stage) == (Outcome.GREETED, Stage.EHLO)
    assert (known.stopped_by, known.command) == (StoppedBy.REPLY, "")
    assert known.ehlo is not None
    assert not known.delivers
    assert server.heard == heard


async def test_a_close_at_helo_keeps_the_reply_to_ehlo():
    async with SmtpServer({**PLAIN, "EHLO": b"502 No\r\n", "HELO": close}) as server:
        known = await knock(server.port)
    assert (known.stage, known.stopped_by) == (Stage.EHLO, StoppedBy.CLOSED)
    assert known.ehlo is not None
    assert known.ehlo.code == 502


async def test_nothing_is_expected_of_the_answer_to_quit():
    for act in (silence, close, reset, b"what?\r\n"):
        async with SmtpServer({**PLAIN, "QUIT": act}) as server:
            known = await knock(server.port)
        assert (known.outcome, known.stage, known.stopped_by) == (Outcome.GREETED, Stage.QUIT, None)


async def test_without_a_name_of_our_own_the_source_address_is_given():
    async with SmtpServer(PLAIN) as server:
        known = await knock(server.port, helo="")
    assert known.helo == "[127.0.0.1]"
    assert server.heard[0] == "EHLO [127.0.0.1]"


async def test_an_ipv4_address_written_into_ipv6_is_knocked_at_as_ipv4():
    async with SmtpServer(PLAIN) as server:
        target = replace(a_target_at(server.port), address="::ffff:127.0.0.1")
        known = await probe(target, a_manner(), NOON, lambda _told: None)
    assert known.delivers
    assert known.target == target


async def test_a_closed_port_refuses():
    async with SmtpServer(PLAIN) as server:
        port = server.port
    known = await knock(port)
    assert (known.outcome, known.stage) == (Outcome.REFUSED, Stage.CONNECT)
    assert (known.stopped_by, known.note) == (StoppedBy.RESET, "Connection refused")
    assert known.took_for(Stage.CONNECT) is not None
    assert known.transcript == ()


async def test_a_connect_that_fails_is_an_outcome_with_the_systems_own_word():
    unreachable = OSError(113, "Connect call failed ('192.0.2.1', 25)")
    known = await knock(25, dialer=FailingDialer(unreachable))
    assert known.outcome in (Outcome.UNREACHABLE, Outcome.NOT_TRIED)  # 113 is Linux' number
    assert known.note


async def test_a_connect_that_is_never_answered_times_out():
    patience = replace(PATIENT, connect=0.05)
    known = await knock(25, patience, dialer=HangingDialer())
    assert (known.outcome, known.stage) == (Outcome.TIMED_OUT, Stage.CONNECT)
    assert known.stopped_by is StoppedBy.TIMEOUT
    assert known.took_for(Stage.CONNECT)


async def test_a_cancelled_connect_tells_that_nothing_is_known():
    told = await told_until_cancelled(25, Stage.CONNECT, a_manner(dialer=HangingDialer()))
    assert (told[-1].outcome, told[-1].reason) == (Outcome.NOT_TRIED, Reason.CANCELLED)
    assert (told[-1].stopped_by, told[-1].waiting) == (StoppedBy.CANCELLED, None)


CANCELS = [
    (Stage.GREETING, encrypting(greeting=silence), Outcome.NOT_TRIED),
    (Stage.EHLO, encrypting(EHLO=silence), Outcome.GREETED),
    (Stage.STARTTLS, encrypting(STARTTLS=silence), Outcome.GREETED),
    (Stage.HANDSHAKE, encrypting(STARTTLS=then(b"220 Go\r\n", silence)), Outcome.GREETED),
    (Stage.EHLO_TLS, encrypting(EHLO_tls=silence), Outcome.GREETED),
    (Stage.QUIT, encrypting(QUIT=silence), Outcome.GREETED),
]


@pytest.mark.parametrize(("stage", "table", "outcome"), CANCELS)
async def test_a_cancelled_probe_tells_what_is_known_at_every_step(stage, table, outcome):
    async with SmtpServer(table, server_context()) as server:
        told = await told_until_cancelled(server.port, stage)
    assert told[-1].waiting is None
    assert (told[-1].outcome, told[-1].stage) == (outcome, stage)
    assert told[-1].stopped_by is StoppedBy.CANCELLED
    assert told[-1].reason is (Reason.CANCELLED if outcome is Outcome.NOT_TRIED else None)
    assert "QUIT" not in server.heard or stage is Stage.QUIT


@pytest.mark.parametrize(("stage", "table", "outcome"), CANCELS)
async def test_a_probe_can_be_cancelled_at_every_step_on_the_loop_of_the_window(
    stage, table, outcome, qloop
):
    async with SmtpServer(table, server_context()) as server:
        told = await told_until_cancelled(server.port, stage)
    assert (told[-1].outcome, told[-1].stage) == (outcome, stage)


async def test_a_whole_probe_runs_on_the_loop_of_the_window(qloop):
    async with SmtpServer(encrypting(), server_context()) as server:
        known = await knock(server.port)
    assert [phase.stage for phase in known.phases] == list(Stage)
    assert known.starttls is StartTls.UNVERIFIED


async def test_replies_that_come_all_at_once_are_taken_in_their_order():
    table = {**PLAIN, "greeting": GREETING + EHLO, "EHLO": b""}
    async with SmtpServer(table) as server:
        known = await knock(server.port)
    assert known.delivers
    assert known.extensions[0].keyword == "SIZE"
