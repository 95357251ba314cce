"""DNS over HTTPS: both versions of HTTP, and all that can go wrong before a DNS message comes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import trustme

from mxgui.model.records import Answer, AttemptResult, Mx, Status, Transport
from mxgui.model.resolver import ResolverSpec
from mxgui.net.resolver import Resolver
from mxgui.net.tries import Pace
from tests.net.asking import AGAIN, CALM, LONG, SHORT, ask, is_cancelled, results, serving, trusting
from tests.servers.dns_server import LOOPBACK, DnsServer
from tests.servers.doh_server import DohServer

NAME = "example.test"


@asynccontextmanager
async def over_https(
    *names: str, http2: bool = False, patience: float = LONG, pace: Pace = AGAIN
) -> AsyncIterator[tuple[DohServer, Resolver]]:
    """A server with a certificate for these names, and a resolver that asks it."""
    authority = trustme.CA()
    async with (
        DnsServer({(NAME, "MX"): ["10 a.test"]}) as dns,
        DohServer(dns, serving(authority, *(names or (LOOPBACK,))), http2=http2) as server,
    ):
        spec = ResolverSpec.parse(server.url)
        resolver = Resolver([spec], patience, trust=trusting(authority), pace=pace)
        yield server, resolver
        await resolver.close()


async def refused(server: DohServer, resolver: Resolver) -> Answer:
    """The answer where no try brings a message."""
    answer = await ask(resolver, NAME)
    assert answer.status is Status.TIMEOUT
    assert server.connections
    return answer


@pytest.mark.parametrize("http2", [False, True])
async def test_a_question_travels_over_either_version_of_http(http2: bool):
    async with over_https(http2=http2, pace=CALM) as (server, resolver):
        answer = await ask(resolver, NAME)
        await ask(resolver, NAME)
        assert server.connections == 1, "the connection is kept"
    assert answer.mx == (Mx(10, "a.test"),)
    assert [attempt.transport for attempt in answer.attempts] == [Transport.HTTPS]


@pytest.mark.parametrize("http2", [False, True])
async def test_a_connection_that_was_closed_while_idle_is_opened_again(http2: bool):
    async with over_https(http2=http2, pace=CALM) as (server, resolver):
        await ask(resolver, NAME)
        server.drop()
        answer = await ask(resolver, NAME)
        assert server.connections == 2
    assert results(answer) == [AttemptResult.ANSWERED]


async def test_a_query_tells_no_more_than_it_has_to():
    async with over_https() as (server, resolver):
        await ask(resolver, NAME)
    fields = {line.partition(":")[0] for line in server.heads[0].splitlines()[1:] if line}
    assert fields == {"host", "content-type", "accept", "accept-encoding", "content-length"}


@pytest.mark.parametrize(
    ("change", "note"),
    [
        ({"status": 503}, "HTTP status 503"),
        ({"status": 302}, "HTTP status 302"),
        ({"content_type": "text/html"}, "not application/dns-message but text/html"),
        ({"body": b"x" * 70_000}, "longer than any DNS message"),
    ],
)
async def test_what_is_no_dns_message_is_told(change: dict[str, object], note: str):
    async with over_https() as (server, resolver):
        for field, value in change.items():
            setattr(server, field, value)
        answer = await refused(server, resolver)
    assert set(results(answer)) == {AttemptResult.HTTP_FAILED}
    assert answer.attempts[0].note == note


async def test_a_body_that_is_no_reply_is_a_bad_answer():
    async with over_https() as (server, resolver):
        server.body = b"\0\0\x81\x80 something else"
        answer = await ask(resolver, NAME)
    assert answer.status is Status.BAD_ANSWER


async def test_a_certificate_for_another_name_counts_as_no_answer():
    async with over_https("other.test") as (_, resolver):
        answer = await ask(resolver, NAME)
    assert answer.status is Status.TIMEOUT
    assert set(results(answer)) == {AttemptResult.TLS_FAILED}
    assert "certificate is not valid for" in answer.attempts[0].note


async def test_a_silent_server_takes_no_more_than_the_patience():
    async with over_https(patience=SHORT) as (server, resolver):
        server.is_silent = True
        answer = await refused(server, resolver)
    assert set(results(answer)) == {AttemptResult.TIMEOUT}


async def test_a_cancel_leaves_no_connection_half_open():
    async with over_https() as (_, resolver):
        assert all([await is_cancelled(resolver, turns, NAME) for turns in range(60)])
        assert (await ask(resolver, NAME)).status is Status.NOERROR
