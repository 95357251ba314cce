"""A cancel of a question: it always gets through, at any moment, and leaves nothing open."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import trustme

from mxgui.model.records import Status
from mxgui.model.resolver import ResolverSpec
from mxgui.net.resolver import Resolver
from tests.net.asking import LONG, QUICK, ask, is_cancelled, resolver_at, serving, trusting
from tests.servers.dns_acts import SILENT, Act
from tests.servers.dns_server import LOOPBACK, DnsServer, Says

NAME = "example.test"
TABLE: dict[tuple[str, str], Says] = {(NAME, "MX"): ["10 a.test"], ("silent.test", "MX"): SILENT}


@asynccontextmanager
async def answering(way: str) -> AsyncIterator[Resolver]:
    """A resolver on loopback that is asked in this way."""
    authority = trustme.CA()
    act = Act(["10 a.test"], is_truncated=way == "tcp")
    async with DnsServer({**TABLE, (NAME, "MX"): act}, tls=serving(authority, LOOPBACK)) as server:
        named = f"tls://{LOOPBACK}:{server.tls_port}" if way == "tls" else server.address
        resolver = Resolver([ResolverSpec.parse(named)], LONG, trust=trusting(authority))
        yield resolver
        await resolver.close()


async def test_no_cancel_is_swallowed_though_a_reply_arrives_with_it():
    async with DnsServer(TABLE) as server:
        resolver = resolver_at(server)
        got_through = [await is_cancelled(resolver, number % 20, NAME) for number in range(1_000)]
        assert all(got_through)
        assert (await ask(resolver, NAME)).status is Status.NOERROR


@pytest.mark.parametrize("way", ["udp", "tcp", "tls"])
async def test_every_moment_of_a_question_can_be_cancelled(way: str):
    async with answering(way) as resolver:
        assert all([await is_cancelled(resolver, turns, NAME) for turns in range(60)])
        assert (await ask(resolver, NAME)).status is Status.NOERROR


async def test_a_cancelled_question_frees_its_place():
    async with DnsServer(TABLE) as server:
        resolver = resolver_at(server)
        assert all([await is_cancelled(resolver, 3, "silent.test") for _ in range(50)])
        assert (await ask(resolver, NAME)).status is Status.NOERROR


async def test_tries_that_are_open_end_with_their_question():
    async with DnsServer(TABLE) as server:
        resolver = resolver_at(server, pace=QUICK)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await ask(resolver, "silent.test")
        asked = server.asked("silent.test", "MX")
        await ask(resolver, NAME)
    assert asked > 1
    assert server.asked("silent.test", "MX") == asked


async def test_questions_run_on_the_loop_of_the_window(qloop):
    async with answering("udp") as resolver:
        assert (await ask(resolver, NAME)).status is Status.NOERROR
        assert all([await is_cancelled(resolver, turns, NAME) for turns in range(200)])


@pytest.mark.parametrize("way", ["tcp", "tls"])
async def test_connections_run_on_the_loop_of_the_window(qloop, way: str):
    async with answering(way) as resolver:
        assert (await ask(resolver, NAME)).status is Status.NOERROR
        assert all([await is_cancelled(resolver, turns, NAME) for turns in range(60)])
