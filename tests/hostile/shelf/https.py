"""Hostile policy hosts (MTA-STS), beside a mail host that means well."""

from __future__ import annotations

import gzip
from dataclasses import replace

from tests.hostile.papers import WEB_HOST, by_hand, context_of, leaf, names_of, shown_by_hand
from tests.hostile.peer import PLAN, Peer, Waits, Words, hasty
from tests.hostile.records import ALERT, HANDSHAKE, HELLO_REQUEST, message, record
from tests.hostile.stage import WITH_POLICY, Stage
from tests.servers.policy_server import (
    HEAD,
    PolicyServer,
    Reply,
    a_reply,
    after,
    close,
    dripping,
    in_chunks,
    reset,
    say_nothing,
    speak_in_the_clear,
    talk_garbage,
    without_end,
)
from tests.servers.smtp_server import Act

POLICY = b"version: STSv1\nmode: enforce\nmx: mx.hostile.example\nmax_age: 604800\n"
FAILED: Words = {"verdict": "flows", "outcome": "greeted", "mta_sts": "fetch_failed"}
VALID: Words = {"verdict": "flows", "outcome": "greeted", "mta_sts": "valid", "sts": "pass"}
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
PLANTED = b"<x-hostile>\x1b[2J\xe2\x80\xae\0\xff</x-hostile>"
WEB = ("mta-sts.hostile.example", "A")
SHORT = 0.5


def peer(name: str, reply: Reply, finds: str, **wanted: object) -> Peer:
    """A policy host with a good certificate that says this."""
    stage = Stage(WITH_POLICY, web=lambda: PolicyServer(reply, context_of(leaf(WEB_HOST))))
    return Peer(name, stage, wanted, tuple(finds.split()), waits=Waits(fetches=1))


def slow(name: str, reply: Reply, early: Act | None = None) -> Peer:
    """One that never comes to an end; the plan has little patience for it."""
    stage = Stage(WITH_POLICY, web=lambda: PolicyServer(reply, context_of(leaf(WEB_HOST)), early))
    plan = hasty(connect=SHORT, greeting=SHORT, command=2 * SHORT)
    return Peer(name, stage, {"mta_sts": "fetch_failed", "problem": "too_slow"},
                ("STS-FETCH-SIZE",), plan=plan, waits=Waits(fetches=1))  # fmt: skip


def early(name: str, act: Act, **wanted: object) -> Peer:
    """One that does this in place of a handshake."""
    stage = Stage(WITH_POLICY, web=lambda: PolicyServer(b"", context_of(leaf(WEB_HOST)), act))
    waits = Waits(fetches=1)
    return Peer(name, stage, {**FAILED, **wanted}, ("STS-FETCH-TLS",), waits=waits)


def shown(name: str, *ders: bytes, **differs: bytes) -> Peer:
    """One with a certificate made by hand."""
    made = shown_by_hand(by_hand(**differs), *ders)
    stage = Stage(WITH_POLICY, web=lambda: PolicyServer(a_reply(POLICY), made()))
    return Peer(name, stage, FAILED, ("STS-FETCH-TLS",), waits=Waits(fetches=1))


FLOODS = (
    peer("an endless policy", without_end(HEAD + b"\r\n", b"mx: a.example\r\n" * 300),
         "STS-FETCH-SIZE", **FAILED, problem="too_big"),
    peer("endless chunks of one byte", without_end(CHUNKED, b"1\r\nx\r\n" * 800),
         "STS-FETCH-SIZE", **FAILED, problem="too_big"),
    peer("a chunk of 2^63 bytes", CHUNKED + b"7fffffffffffffff\r\n" + b"x" * 200_000,
         "STS-FETCH-SIZE", **FAILED, problem="too_big"),
    peer("endless headers", without_end(HEAD, b"X: " + b"y" * 900 + b"\r\n"), "STS-FETCH-STATUS",
         **FAILED, problem="not_http"),
    peer("a header of 10 MB", HEAD + b"X: " + b"y" * 10_000_000 + b"\r\n\r\n", "STS-FETCH-STATUS",
         **FAILED, problem="not_http"),
    peer("endless hints of status 103", without_end(b"", b"HTTP/1.1 103 No\r\n\r\n" * 100),
         "STS-FETCH-SIZE", **FAILED, problem="too_big"),
    peer("a bomb of gzip", a_reply(gzip.compress(bytes(50_000_000)), b"Content-Type: text/plain",
         b"Content-Encoding: gzip"), "STS-POL-SYNTAX", mta_sts="policy_invalid"),
    peer("100,000 lines of mx", a_reply(POLICY + b"mx: a.example\n" * 100_000), "STS-FETCH-SIZE",
         **FAILED, problem="too_big"),
    peer("4,000 patterns, the right one last", a_reply(POLICY.replace(
         b"mx: mx.hostile.example\n", b"".join(b"mx: *.%d.b\n" % n for n in range(4_000))
         + b"mx: mx.hostile.example\n")), "STS-OK", **VALID),
    peer("a policy of 64 KiB of NULs", a_reply(bytes(65_000)), "STS-POL-SYNTAX",
         mta_sts="policy_invalid"),
    peer("30,000 empty lines", a_reply(b"\r\n" * 30_000), "STS-POL-SYNTAX",
         mta_sts="policy_invalid"),
)  # fmt: skip
WORDS = (
    peer("a policy of markup, escapes and turned letters",
         a_reply(POLICY + PLANTED + b": " + PLANTED + b"\nmx: " + PLANTED + b"\n"),
         "STS-POL-SYNTAX", mta_sts="policy_invalid"),
    peer("a redirect to itself", a_reply(b"", b"Location: https://mta-sts.hostile.example/",
         status=b"301 Moved"), "STS-FETCH-REDIRECT", **FAILED, problem="redirect"),
    peer("a redirect of markup", a_reply(b"", b"Location: javascript:<x-hostile>\x1b[2J",
         status=b"302 <x-hostile>"), "STS-FETCH-REDIRECT", **FAILED),
    peer("status 999", a_reply(POLICY, status=b"999 <x-hostile>"), "STS-FETCH-STATUS", **FAILED),
    peer("a media type of markup", a_reply(POLICY, b"Content-Type: <x-hostile>"), "STS-FETCH-CTYPE",
         **VALID),
    peer("max_age of 300 digits", a_reply(POLICY.replace(b"604800", b"9" * 300)), "STS-POL-MAXAGE",
         mta_sts="policy_invalid"),
    peer("two lengths", HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
         "STS-FETCH-STATUS", **FAILED, problem="not_http"),
    peer("HTTP/0.9", POLICY, "STS-FETCH-STATUS", **FAILED, problem="not_http"),
    peer("a policy byte by byte", in_chunks(POLICY, 1), "STS-OK", **VALID),
)  # fmt: skip
ENDS = (
    peer("a close in place of a policy", close, "STS-FETCH-STATUS", **FAILED, problem="closed"),
    peer("a reset in place of a policy", reset, "STS-FETCH-STATUS", **FAILED, problem="closed"),
    peer("half a policy, then a close", after(HEAD + b"Content-Length: 999\r\n\r\nversion", close),
         "STS-FETCH-STATUS", **FAILED, problem="closed"),
    slow("a policy host that says nothing", say_nothing),
    slow("a policy that drips", dripping(a_reply(POLICY), 0.1)),
    slow("a policy host that stalls in the handshake", b"", say_nothing),
    slow("a policy host that floods the handshake with HelloRequest", b"", without_end(
         b"", record(HANDSHAKE, message(HELLO_REQUEST, b"") * 1_000))),
    early("a policy host that closes in place of a handshake", close),
    early("a policy host that speaks in the clear", speak_in_the_clear),
    early("a policy host that speaks garbage", talk_garbage),
    early("a policy host that floods the handshake with warnings",
          without_end(b"", record(ALERT, b"\1\x5a") * 1_000)),
    shown("a policy host with a certificate for 5,000 others",
          extensions=names_of(*[b"n%d.example" % n for n in range(5_000)])),
    shown("a policy host with a NUL in its name",
          extensions=names_of(WEB_HOST.encode() + b"\0.evil.example")),
    Peer("a policy host that is home", Stage({**WITH_POLICY, WEB: ["127.0.0.1", "10.0.0.1"]}),
         {"mta_sts": "fetch_failed", "problem": "private_address"},
         plan=replace(PLAN, allow_private=False)),
)  # fmt: skip
PEERS = (*FLOODS, *WORDS, *ENDS)
