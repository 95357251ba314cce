"""Hostile STARTTLS: handshakes that break, stall, flood or lie."""

from __future__ import annotations

import ssl

from tests.hostile.papers import context_of, leaf, usual_context
from tests.hostile.peer import Peer, Words, hasty
from tests.hostile.records import (
    ALERT,
    DATA,
    HANDSHAKE,
    HELLO_REQUEST,
    answering,
    certificates,
    for_ever,
    message,
    record,
    server_hello,
    showing,
    wait,
)
from tests.hostile.stage import Stage
from tests.servers.smtp_acts import (
    EHLO,
    GO_AHEAD,
    close,
    dripping,
    encrypting,
    flooding,
    go_ahead_injected,
    reset,
    silence,
    then,
)
from tests.servers.smtp_server import Peer as Client
from tests.servers.smtp_server import Says, SmtpServer

FAILED: Words = {"verdict": "degraded", "outcome": "greeted", "starttls": "failed"}
SHAKING: Words = {**FAILED, "stage": "handshake"}
# We may have waited too short a time: senders fall back to clear text, and mail flows.
STALLED: Words = {**SHAKING, "verdict": "flows", "stopped_by": "timeout"}
ENCRYPTED: Words = {"outcome": "greeted", "stage": "ehlo_tls", "starttls": "verified"}
SHORT = 1.0  # seconds for a step that never ends
PLANTED = b"<x-hostile>\x1b[2J\xe2\x80\xae\0"


def at(**cues: Says) -> Stage:
    """A mail host that means well but for what is given."""
    return Stage(mail=lambda: SmtpServer(encrypting(**cues), usual_context()))


def peer(name: str, says: Says, finds: str = "TLS-OFFERED-FAILS", **wanted: object) -> Peer:
    """A host that is odd once STARTTLS is asked for, and ends."""
    return Peer(name, at(STARTTLS=says), wanted, tuple(finds.split()))


def slow(name: str, says: Says, finds: str = "TLS-HANDSHAKE-HANGS", **wanted: object) -> Peer:
    """One that does not end; the plan has little patience for it."""
    plan = hasty(command=SHORT)
    return Peer(name, at(STARTTLS=says), wanted, tuple(finds.split()), plan=plan)


async def _in_next_packet(client: Client) -> None:
    """Put plain words behind the reply to STARTTLS, in a packet of their own."""
    await client.say(GO_AHEAD)
    await client.say(b"250-evil.example\r\n250 " + PLANTED + b"\r\n")
    await client.begin_tls()


async def _half_a_handshake(client: Client) -> None:
    await client.say(GO_AHEAD)
    await client.take()
    await client.say(record(HANDSHAKE, server_hello())[:20])
    await client.stay()


async def _clear_after(client: Client) -> None:
    """Shake hands, and go on in the clear."""
    await client.say(GO_AHEAD)
    await client.begin_tls()
    await client.hear()
    client.in_the_clear(EHLO)
    await client.stay()


def many_tickets() -> ssl.SSLContext:
    """A context that sends a thousand session tickets behind the handshake."""
    made = context_of(leaf())
    made.num_tickets = 1_000
    return made


HELLO = record(HANDSHAKE, server_hello())
BEFORE = (
    slow("silence in place of an answer to STARTTLS", silence, "TLS-OFFERED-FAILS",
         **{**STALLED, "stage": "starttls"}),
    peer("STARTTLS is refused with markup and escapes", b"454 " + PLANTED + b"\r\n",
         verdict="degraded", starttls="refused", stopped_by="reply"),
    peer("an answer to STARTTLS with code 354", b"354 go on\r\n", **FAILED, stopped_by="bad_reply"),
    peer("a reset in place of an answer to STARTTLS", reset, **FAILED, stage="starttls"),
    peer("a flood in place of an answer to STARTTLS", flooding(b"220-x\r\n"),
         "SMTP-REPLY-TOO-LONG", **FAILED, stage="starttls", stopped_by="too_long"),
    peer("plain words in the packet of the reply to STARTTLS", go_ahead_injected, "TLS-INJECTED",
         outcome="greeted", starttls="verified", injected=True),
    peer("plain words in the packet behind the reply to STARTTLS", _in_next_packet, "TLS-INJECTED",
         outcome="greeted"),
    peer("a megabyte of plain words behind the reply to STARTTLS",
         then(GO_AHEAD + b"250-x\r\n" * 150_000, wait), "SMTP-REPLY-TOO-LONG", **FAILED),
)  # fmt: skip
HANDSHAKES = (
    peer("a close in place of a handshake", then(GO_AHEAD, close), **SHAKING, stopped_by="closed"),
    peer("a reset in place of a handshake", answering(then=reset), **SHAKING),
    slow("silence in place of a handshake", then(GO_AHEAD, silence), **STALLED),
    peer("garbage in place of a handshake", answering(bytes(range(256)) * 64), **SHAKING),
    peer("NULs in place of a handshake", answering(bytes(100_000)), **SHAKING),
    peer("an alert in place of a handshake", answering(record(ALERT, b"\2\x28")), **SHAKING),
    peer("half a record, then a close", answering(HELLO[:20]), **SHAKING, stopped_by="closed"),
    slow("half a record, then silence", _half_a_handshake, **STALLED),
    slow("a handshake that drips", answering(then=dripping(b"\x16\3\3\x3e\x80" + bytes(16_000))),
         **STALLED),
    slow("an endless flood of HelloRequest",
         for_ever(record(HANDSHAKE, message(HELLO_REQUEST, b"") * 1_000)), **STALLED),
    peer("an endless flood of warnings", for_ever(record(ALERT, b"\1\x5a") * 1_000), **SHAKING),
    peer("an endless flood of empty records", for_ever(record(HANDSHAKE, b"") * 1_000), **SHAKING),
    peer("an endless flood of protected data before any key",
         for_ever(record(DATA, bytes(16_000))), **SHAKING),
    peer("a handshake message of 16 MB",
         for_ever(HELLO + record(HANDSHAKE, b"\x0b\xff\xff\xff" + bytes(200_000))), **SHAKING),
    peer("the certificate comes twice",
         answering(HELLO + record(HANDSHAKE, certificates(b"") * 2)), **SHAKING),
)  # fmt: skip
CHAINS = (
    peer("a chain of 10 MB", showing(*[leaf().der + bytes(100_000)] * 100), **SHAKING),
    peer("one certificate of 10 MB", showing(bytes(10_000_000)), **SHAKING),
    peer("a certificate of broken DER", showing(b"\x30\x82\xff\xff\x30\x80\0"), **SHAKING),
    peer("an empty certificate", showing(b""), **SHAKING),
    peer("no certificate at all", showing(), **SHAKING),
    peer("a chain of one byte certificates", showing(*[b"\x30"] * 20_000), **SHAKING),
)  # fmt: skip
AFTER = (
    Peer("silence under TLS", at(EHLO_tls=silence), {**ENCRYPTED, "stopped_by": "timeout"},
         plan=hasty(command=SHORT)),
    Peer("a reset under TLS", at(EHLO_tls=reset), ENCRYPTED),
    Peer("an endless flood under TLS", at(EHLO_tls=flooding(b"250-x\r\n" * 100)),
         {**ENCRYPTED, "stopped_by": "too_long"}, ("SMTP-REPLY-TOO-LONG",)),
    Peer("one endless line under TLS", at(EHLO_tls=flooding(b"x" * 10_000)),
         {**ENCRYPTED, "stopped_by": "too_long"}, ("SMTP-REPLY-TOO-LONG",)),
    Peer("bytes in the clear behind the handshake", at(STARTTLS=_clear_after), ENCRYPTED),
    Peer("a thousand session tickets",
         Stage(mail=lambda: SmtpServer(encrypting(), many_tickets())),
         {"verdict": "flows", "outcome": "greeted", "starttls": "verified"}),
)  # fmt: skip
PEERS = (*BEFORE, *HANDSHAKES, *CHAINS, *AFTER)
