"""Policy hosts that mean no good: the fetch ends, says how, and takes little."""

import gzip
from collections.abc import Callable

import pytest

from mxgui.model.policy import FetchOutcome, TlsProblem
from mxgui.model.sts import read_policy
from mxgui.net.policy import fetch_policy
from tests.builders import NOON
from tests.net.fetching import HASTY, a_host, a_way, an_errand, fetched
from tests.servers.policy_server import (
    HEAD,
    POLICY,
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
from tests.servers.probing import CountingDialer

CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
LONG = HEAD + b"Content-Length: 4000\r\n\r\n"
ENDINGS: dict[str, tuple[Reply, FetchOutcome]] = {
    "an endless body": (without_end(HEAD + b"\r\n", b"x" * 4096), FetchOutcome.TOO_BIG),
    "endless chunks": (
        without_end(CHUNKED, b"1000\r\n" + b"x" * 4096 + b"\r\n"),
        FetchOutcome.TOO_BIG,
    ),
    "endless hints": (without_end(b"", b"HTTP/1.1 103 No\r\n\r\n"), FetchOutcome.TOO_BIG),
    "endless headers": (without_end(HEAD, b"X: " + b"y" * 900 + b"\r\n"), FetchOutcome.NOT_HTTP),
    "a megabyte of header": (HEAD + b"X: " + b"y" * 1_000_000 + b"\r\n\r\n", FetchOutcome.NOT_HTTP),
    "an endless first line": (without_end(b"HTTP/1.1 200 ", b"O" * 4096), FetchOutcome.NOT_HTTP),
    "HTTP/0.9": (POLICY, FetchOutcome.NOT_HTTP),
    "another protocol": (b"220 mail.example.org ESMTP\r\n", FetchOutcome.NOT_HTTP),
    "garbage": (bytes(range(256)) * 8, FetchOutcome.NOT_HTTP),
    "two lengths": (
        HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        FetchOutcome.NOT_HTTP,
    ),
    "a bad chunk": (CHUNKED + b"zz\r\nxx\r\n", FetchOutcome.NOT_HTTP),
    "nothing, closed": (close, FetchOutcome.CLOSED),
    "nothing, reset": (reset, FetchOutcome.CLOSED),
    "half a head, closed": (after(b"HTTP/1.1 200 OK\r\nContent-T", close), FetchOutcome.CLOSED),
    "half a head, reset": (after(b"HTTP/1.1 200 OK\r\nContent-T", reset), FetchOutcome.CLOSED),
    "half a body, closed": (after(LONG + POLICY, close), FetchOutcome.CLOSED),
    "half a body, reset": (after(LONG + POLICY, reset), FetchOutcome.CLOSED),
    "half a chunk, closed": (after(CHUNKED + b"1000\r\nxx", close), FetchOutcome.CLOSED),
    "a length over all": (
        HEAD + b"Content-Length: 99999999999\r\n\r\n" + b"x" * 70_000,
        FetchOutcome.TOO_BIG,
    ),
}
SLOW: dict[str, Reply] = {
    "silence": say_nothing,
    "a drip": dripping(a_reply(), 0.1),
    "a body that stops": after(LONG + POLICY, say_nothing),
}
EARLY = {
    "reset": (reset, TlsProblem.CLOSED),
    "closed": (close, TlsProblem.CLOSED),
    "plain HTTP": (speak_in_the_clear, TlsProblem.NOT_TLS),
    "garbage": (talk_garbage, TlsProblem.NOT_TLS),
}


@pytest.mark.parametrize("name", ENDINGS)
async def test_every_bad_reply_ends_in_its_own_way(name: str):
    reply, outcome = ENDINGS[name]
    fetch = await fetched(reply)
    assert fetch.outcome is outcome, fetch.note
    assert fetch.text == ""


@pytest.mark.parametrize("name", SLOW)
async def test_who_is_slow_is_left_at_the_limit_of_the_whole(name: str):
    fetch = await fetched(SLOW[name], patience=HASTY)
    assert fetch.outcome is FetchOutcome.TOO_SLOW


@pytest.mark.parametrize("name", EARLY)
async def test_what_comes_instead_of_tls_is_told_apart(name: str):
    early, problem = EARLY[name]
    fetch = await fetched(a_reply(), early=early)
    assert (fetch.outcome, fetch.tls_problem) == (FetchOutcome.TLS_FAILED, problem)


async def test_a_handshake_that_hangs_is_too_slow():
    fetch = await fetched(a_reply(), early=say_nothing, patience=HASTY)
    assert fetch.outcome is FetchOutcome.TOO_SLOW


async def test_a_host_without_tls_at_all_is_none_to_believe():
    async with PolicyServer(a_reply()) as server:
        fetch = await fetch_policy(an_errand(server.port), a_way(HASTY), NOON)
    assert fetch.outcome in (FetchOutcome.TLS_FAILED, FetchOutcome.TOO_SLOW)


BOMBS: dict[str, Callable[[], bytes]] = {
    "gzip": lambda: a_reply(gzip.compress(bytes(30_000_000)), b"Content-Encoding: gzip"),
    "100,000 mx lines": lambda: a_reply(b"mx: a.example\r\n" * 100_000),
    "as many as fit": lambda: a_reply(b"".join(b"mx: %d.a\n" % n for n in range(7_000))[:65_536]),
    "NULs": lambda: a_reply(bytes(65_536)),
    "escapes": lambda: a_reply(b"\x1b[2J" * 16_384),
    "single bytes": lambda: in_chunks(POLICY * 600, 1),
}


@pytest.mark.parametrize("name", BOMBS)
async def test_a_bomb_is_bounded_in_what_is_read_and_in_what_is_kept(name: str):
    dialer = CountingDialer()
    async with a_host(BOMBS[name]()) as server:
        fetch = await fetch_policy(an_errand(server.port), a_way(dialer=dialer), NOON)
    assert fetch.outcome in (FetchOutcome.FETCHED, FetchOutcome.TOO_BIG)
    assert len(fetch.text) <= 65_536
    assert all(letter.isprintable() or letter == "\n" for letter in fetch.text)
    assert dialer.taken < 700_000
    assert read_policy(fetch.text).mx in ((), ("*.example.org",)) or "mx" in name or "fit" in name
