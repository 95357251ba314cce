"""Connections that carry DNS: kept from question to question, and given up when they are no use."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import pytest
import trustme

from mxgui.model.records import Question, RecordType
from mxgui.model.resolver import ResolverSpec
from mxgui.net.queries import Message, NoReply, Strangers, query_for
from mxgui.net.streams import MAX_LATE, STALLED, Stream, TlsClient, connect
from tests.net.asking import serving, trusting
from tests.servers.dns_acts import SILENT, Act
from tests.servers.dns_server import LOOPBACK, DnsServer, Key, Says

NAME = "example.test"
TABLE: dict[Key, Says] = {(NAME, "MX"): ["10 a.test"], ("silent.test", "MX"): SILENT}


async def asked(client: TlsClient, name: str = NAME) -> Message:
    """The reply to a question about that name."""
    return await client.ask(query_for(Question(name, RecordType.MX)), Strangers())


@asynccontextmanager
async def serving_tls(table: Mapping[Key, Says]) -> AsyncIterator[tuple[DnsServer, TlsClient]]:
    """A server over TLS, and a client for it."""
    authority = trustme.CA()
    async with DnsServer(table, tls=serving(authority, "localhost")) as server:
        spec = ResolverSpec.parse(f"tls://localhost:{server.tls_port}#{LOOPBACK}")
        client = TlsClient(spec, trusting(authority))
        yield server, client
        await client.close()


async def test_questions_share_a_connection():
    async with serving_tls(TABLE) as (server, client):
        async with asyncio.TaskGroup() as group:
            for _ in range(30):
                group.create_task(asked(client))
        await asked(client)
        assert server.connections["tls"] == 1


async def test_replies_find_their_questions_in_any_order():
    table: dict[Key, Says] = {
        ("late.test", "MX"): Act(["10 late.test"], delay=0.1),
        ("soon.test", "MX"): Act(["10 soon.test"]),
    }
    async with serving_tls(table) as (_, client), asyncio.TaskGroup() as group:
        late = group.create_task(asked(client, "late.test"))
        soon = group.create_task(asked(client, "soon.test"))
    for name, task in (("late.test", late), ("soon.test", soon)):
        assert task.result().answer[0].to_text().endswith(f"10 {name}.")


async def test_a_connection_that_was_closed_while_idle_is_opened_again():
    async with serving_tls(TABLE) as (server, client):
        await asked(client)
        server.drop()
        await asked(client)
        assert server.connections["tls"] == 2


async def test_a_server_that_closes_without_a_word_is_not_asked_again_at_once():
    async with serving_tls({(NAME, "MX"): Act(closes_tcp=True)}) as (server, client):
        with pytest.raises(EOFError):
            await asked(client)
        assert server.connections["tls"] == 1


async def test_a_cancelled_question_leaves_the_connection_to_the_others():
    async with serving_tls(TABLE) as (server, client):
        await asked(client)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await asked(client, "silent.test")
        await asked(client)
        assert server.connections["tls"] == 1


async def test_a_host_without_address_is_looked_up_by_the_system():
    authority = trustme.CA()
    async with DnsServer(TABLE, tls=serving(authority, "localhost")) as server:
        spec = ResolverSpec.parse(f"tls://localhost:{server.tls_port}")
        client = TlsClient(spec, trusting(authority))
        assert (await asked(client)).answer
        await client.close()


async def test_an_id_that_is_in_use_is_changed():
    async with DnsServer(TABLE) as server:
        stream = await connect(ResolverSpec.plain(LOOPBACK, server.port), None)
        waiting = query_for(Question("silent.test", RecordType.MX), message_id=7)
        second = query_for(Question(NAME, RecordType.MX), message_id=7)
        async with asyncio.TaskGroup() as group:
            task = group.create_task(stream.ask(waiting, Strangers()))
            await asyncio.sleep(0)
            assert (await stream.ask(second, Strangers())).answer
            task.cancel()
        assert second.id != 7
        stream.close()


async def test_a_connection_that_is_given_up_closes_when_nobody_waits_any_more():
    table: dict[Key, Says] = {(NAME, "MX"): Act(["10 a.test"], delay=0.05)}
    async with DnsServer(table) as server:
        stream = await connect(ResolverSpec.plain(LOOPBACK, server.port), None)
        async with asyncio.TaskGroup() as group:
            query = query_for(Question(NAME, RecordType.MX))
            task = group.create_task(stream.ask(query, Strangers()))
            await asyncio.sleep(0)
            stream.retire()
            assert not stream.is_fit
        assert task.result().answer
        with pytest.raises((EOFError, OSError)):
            await stream.ask(query_for(Question(NAME, RecordType.MX)), Strangers())


async def test_a_flood_of_messages_for_nobody_ends_the_connection():
    act = Act(["10 a.test"], strangers=MAX_LATE + 1)
    async with DnsServer({(NAME, "MX"): act}) as server:
        stream = await connect(ResolverSpec.plain(LOOPBACK, server.port), None)
        with pytest.raises(EOFError):
            await stream.ask(query_for(Question(NAME, RecordType.MX)), Strangers())


async def test_a_flood_of_messages_to_other_questions_ends_the_question():
    act = Act(["10 a.test"], other_question=True, copies=100)
    async with DnsServer({(NAME, "MX"): act}) as server:
        stream = await connect(ResolverSpec.plain(LOOPBACK, server.port), None)
        with pytest.raises(NoReply):
            await stream.ask(query_for(Question(NAME, RecordType.MX)), Strangers())
        stream.close()


class Silence(asyncio.Transport):
    """A connection on which nothing ever comes."""

    def write(self, data: bytes | bytearray | memoryview) -> None:
        pass

    def is_closing(self) -> bool:
        return False


async def test_a_connection_that_sits_on_questions_gets_no_more_of_them():
    now = 0.0
    stream = Stream(lambda: now)
    stream.connection_made(Silence())
    now = 100.0
    assert stream.is_fit, "nobody waits"
    async with asyncio.TaskGroup() as group:
        query = query_for(Question(NAME, RecordType.MX))
        task = group.create_task(stream.ask(query, Strangers()))
        await asyncio.sleep(0)
        now += STALLED
        assert stream.is_fit
        now += 0.1
        assert not stream.is_fit
        task.cancel()
