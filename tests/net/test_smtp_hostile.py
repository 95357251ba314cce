"""Knocks at hosts that are slow, silent, rude, broken, or no mail hosts at all."""

import asyncio
from asyncio import StreamWriter
from dataclasses import replace

import pytest

from mxgui.model.plan import Patience
from mxgui.model.smtp import Outcome, Speaker, Stage, StoppedBy
from mxgui.net.limits import LINE_BYTES, REPLY_BYTES, whole_of
from mxgui.net.smtp import Manner, probe
from tests.builders import NOON
from tests.fakes import FakeClock
from tests.servers.certificates import server_context
from tests.servers.probing import (
    HELO,
    PATIENT,
    CountingDialer,
    a_manner,
    a_target_at,
    knock,
)
from tests.servers.smtp_acts import (
    PLAIN,
    close,
    dripping,
    encrypting,
    flooding,
    reset,
    silence,
    then,
)
from tests.servers.smtp_server import SmtpServer

SOCKET_CHUNK = 256 * 1024  # bytes that asyncio reads from a socket at once, before it can pause


def ends(known):
    """How a probe ended: outcome, last stage, and by what."""
    return known.outcome, known.stage, known.stopped_by


def server_lines(known):
    """What the host said, as it was kept."""
    return [line.text for line in known.transcript if line.speaker is Speaker.SERVER]


async def knock_at(table, patience=PATIENT):
    """Probe a host that does as the table says."""
    async with SmtpServer(table, server_context()) as server:
        return await knock(server.port, patience)


@pytest.mark.parametrize(
    ("act", "outcome", "by"),
    [
        (silence, Outcome.SILENT, StoppedBy.TIMEOUT),
        (then(b"220-wait for", silence), Outcome.SILENT, StoppedBy.TIMEOUT),
        (then(b"22", silence), Outcome.SILENT, StoppedBy.TIMEOUT),
        (dripping(b"220-a slow greeting without an end "), Outcome.SILENT, StoppedBy.TIMEOUT),
        (dripping(b"220-a line\r\n"), Outcome.SILENT, StoppedBy.TIMEOUT),
        (dripping(b"\0\1\2"), Outcome.NOT_SMTP, StoppedBy.TIMEOUT),
        (then(b"J\0\0\0\x0b8.0.36", silence), Outcome.NOT_SMTP, StoppedBy.TIMEOUT),
    ],
)
async def test_a_greeting_that_never_ends_takes_no_longer_than_its_limit(act, outcome, by):
    known = await knock_at({"greeting": act}, replace(PATIENT, greeting=0.2))
    assert ends(known) == (outcome, Stage.GREETING, by)
    assert known.greeting is None
    assert known.took < PATIENT.connect


@pytest.mark.parametrize(
    ("act", "outcome", "by"),
    [
        (close, Outcome.CLOSED, StoppedBy.CLOSED),
        (then(b"220-mx1\r\n", close), Outcome.CLOSED, StoppedBy.CLOSED),
        (then(b"220 mx1 without an end", close), Outcome.CLOSED, StoppedBy.CLOSED),
        (reset, Outcome.CLOSED, StoppedBy.RESET),
        (then(b"HTTP/1.1 400", close), Outcome.NOT_SMTP, StoppedBy.CLOSED),
    ],
)
async def test_a_host_that_goes_before_its_greeting_is_whole_has_closed(act, outcome, by):
    known = await knock_at({"greeting": act})
    assert ends(known) == (outcome, Stage.GREETING, by)
    assert known.greeting is None


@pytest.mark.parametrize(
    ("banner", "kept"),
    [
        (b"SSH-2.0-OpenSSH_9.2p1\r\n", ["SSH-2.0-OpenSSH_9.2p1"]),
        (b"HTTP/1.1 400 No\r\n\r\n<p>\r\n", ["HTTP/1.1 400 No", "", "<p>"]),
        (b"* OK IMAP4rev1 ready\r\n", ["* OK IMAP4rev1 ready"]),
        (b"+OK POP3 ready\r\n", ["+OK POP3 ready"]),
        (b"\x1b[2J\x1b]0;mine\x07\n", [r"\x1b[2J\x1b]0;mine\x07"]),
        (b"\x15\x03\x01\x00\x02\x02\x16\n", [r"\x15\x03\x01\x00\x02\x02\x16"]),
        (b"220mx1 no space\r\n", ["220mx1 no space"]),
        (b"199 a code that no reply has\r\n", ["199 a code that no reply has"]),
        (b"\r\n", [""]),
    ],
)
async def test_what_is_no_smtp_is_told_as_that_with_its_words_kept_visibly(banner, kept):
    known = await knock_at({"greeting": banner})
    assert ends(known) == (Outcome.NOT_SMTP, Stage.GREETING, StoppedBy.BAD_REPLY)
    assert server_lines(known) == kept


async def test_a_greeting_that_asks_for_more_is_no_smtp():
    known = await knock_at({"greeting": b"354 Go on\r\n"})
    assert ends(known) == (Outcome.NOT_SMTP, Stage.GREETING, StoppedBy.BAD_REPLY)
    assert known.greeting is not None


async def test_lines_may_end_in_a_bare_line_feed():
    table = {**PLAIN, "greeting": b"220-a\n220 b\n", "EHLO": b"250-mx1\n250 PIPELINING\n"}
    known = await knock_at(table)
    assert known.delivers
    assert known.extensions[0].keyword == "PIPELINING"


async def test_what_could_steer_a_terminal_or_turn_a_line_is_kept_as_escapes():
    table = {**PLAIN, "greeting": "220 mx\x1b[31m\u202e\u2066\x9b\0\r x\r\n".encode()}
    known = await knock_at(table)
    assert known.greeting is not None
    assert known.greeting.text == r"mx\x1b[31m\u202e\u2066\x9b\x00\x0d x"
    assert server_lines(known)[0] == r"220 mx\x1b[31m\u202e\u2066\x9b\x00\x0d x"


async def test_bytes_that_are_no_text_are_kept_as_escapes():
    known = await knock_at({**PLAIN, "greeting": b"220 mx \xff\xfe\x80\r\n"})
    assert known.greeting is not None
    assert known.greeting.text == r"mx \xff\xfe\x80"


@pytest.mark.parametrize(
    ("cue", "stage"),
    [
        ("greeting", Stage.GREETING),
        ("EHLO", Stage.EHLO),
        ("STARTTLS", Stage.STARTTLS),
        ("EHLO tls", Stage.EHLO_TLS),
    ],
)
@pytest.mark.parametrize("line", [b"220-" + b"x" * 60 + b"\r\n", b"220 " + b"x" * 1_000])
async def test_a_flood_ends_the_probe_at_once_and_is_hardly_read(cue, stage, line):
    dialer = CountingDialer()
    async with SmtpServer(
        encrypting(**{cue.replace(" ", "_"): flooding(line)}), server_context()
    ) as server:
        known = await probe(a_target_at(server.port), a_manner(dialer=dialer), NOON, lambda _: None)
    assert (known.stage, known.stopped_by) == (stage, StoppedBy.TOO_LONG)
    assert dialer.taken <= 2 * SOCKET_CHUNK
    kept = sum(len(line) for line in server_lines(known))
    assert kept <= REPLY_BYTES + LINE_BYTES


async def test_a_flood_in_the_greeting_is_no_smtp():
    known = await knock_at({"greeting": flooding(b"220-never done\r\n")})
    assert ends(known) == (Outcome.NOT_SMTP, Stage.GREETING, StoppedBy.TOO_LONG)


CUES = [
    ("EHLO", Stage.EHLO),
    ("STARTTLS", Stage.STARTTLS),
    ("EHLO_tls", Stage.EHLO_TLS),
]
ENDS = [
    (silence, {StoppedBy.TIMEOUT}),
    (dripping(b"250-a\r\n"), {StoppedBy.TIMEOUT}),
    (dripping(b"250 never ends "), {StoppedBy.TIMEOUT}),
    (close, {StoppedBy.CLOSED}),
    (then(b"250-mx1", close), {StoppedBy.CLOSED}),
    (reset, {StoppedBy.RESET, StoppedBy.CLOSED}),
    (b"What do you want?\r\n", {StoppedBy.BAD_REPLY}),
    (b"354 Go on\r\n", {StoppedBy.BAD_REPLY}),
]


@pytest.mark.parametrize(("cue", "stage"), CUES)
@pytest.mark.parametrize(("act", "by"), ENDS)
async def test_a_host_that_fails_at_a_command_ends_the_probe_there(cue, stage, act, by):
    slow = StoppedBy.TIMEOUT in by
    known = await knock_at(encrypting(**{cue: act}), replace(PATIENT, command=0.3 if slow else 10))
    assert (known.outcome, known.stage) == (Outcome.GREETED, stage)
    assert known.stopped_by in by
    assert known.greeting is not None
    assert known.took_for(stage) is not None
    assert known.took_for(Stage.QUIT) is None


async def test_no_host_makes_a_probe_longer_than_its_whole_limit():
    clock = FakeClock()
    patience = Patience(10, 10, 10)
    limits = []

    def tell(known):
        limits.append(known.waiting.limit)
        clock.advance(known.waiting.limit * 0.9)

    async with SmtpServer(encrypting(), server_context()) as server:
        manner = Manner(CountingDialer(), patience, HELO, clock.seconds)
        known = await probe(a_target_at(server.port), manner, NOON, tell)
    assert limits[:4] == [10, 10, 10, 10]
    assert limits[4] < 10
    assert known.took <= whole_of(patience)


class Nameless(StreamWriter):
    """A connection of which the system tells no address any more, as after a reset on macOS."""

    def get_extra_info(self, name, default=None):
        """Tell all but our own end."""
        return default if name == "sockname" else super().get_extra_info(name, default)


class NamelessDialer:
    """Connects, to be reset at once."""

    async def open(self, address, port, limit):
        """Give a connection that has no address on our side."""
        reader, writer = await asyncio.open_connection(address, port, limit=limit)
        writer.__class__ = Nameless
        return reader, writer


async def test_a_connection_that_was_reset_before_it_told_our_address_is_closed():
    async with SmtpServer(PLAIN) as server:
        manner = a_manner(helo="", dialer=NamelessDialer())
        known = await probe(a_target_at(server.port), manner, NOON, lambda _told: None)
    assert ends(known) == (Outcome.CLOSED, Stage.CONNECT, StoppedBy.RESET)
