"""A DNS server of the demo is heard over UDP and TCP on one port."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import dns.asyncquery
import dns.flags
import dns.message

from mxgui.demo.answers import reply
from mxgui.demo.conversations import LOOPBACK, Conversations
from mxgui.demo.dns_server import DnsServer
from tests.demo.world import LOOKUP


def answer(wire: bytes, limited: bool) -> bytes | None:
    return reply(wire, LOOKUP, 0.0, limited)


@asynccontextmanager
async def a_server() -> AsyncIterator[DnsServer]:
    conversations = Conversations()
    server = DnsServer(answer, conversations)
    await server.open()
    try:
        yield server
    finally:
        server.close()
        await conversations.close()


async def test_a_datagram_gets_its_answer():
    async with a_server() as server:
        query = dns.message.make_query("one-host.example", "MX")
        response = await dns.asyncquery.udp(query, LOOPBACK, port=server.port)
    assert response.answer[0][0].to_text() == "10 mail.one-host.example."


async def test_a_large_answer_is_cut_over_udp_and_whole_over_tcp():
    async with a_server() as server:
        query = dns.message.make_query("many.example", "MX", use_edns=0, payload=1232)
        response, used_tcp = await dns.asyncquery.udp_with_fallback(
            query, LOOPBACK, port=server.port
        )
    assert used_tcp
    assert len(response.answer[0]) == 40


async def test_one_connection_carries_several_questions():
    async with a_server() as server:
        reader, writer = await asyncio.open_connection(LOOPBACK, server.port)
        for name in ("one-host.example", "null-mx.example"):
            wire = dns.message.make_query(name, "MX").to_wire(prepend_length=True)
            writer.write(wire)
            length = int.from_bytes(await reader.readexactly(2))
            response = dns.message.from_wire(await reader.readexactly(length))
            assert response.answer[0].name.to_text() == f"{name}."
        writer.close()


async def test_garbage_is_dropped_and_the_next_question_answered():
    async with a_server() as server:
        reader, writer = await asyncio.open_connection(LOOPBACK, server.port)
        good = dns.message.make_query("null-mx.example", "MX").to_wire(prepend_length=True)
        writer.write(b"\x00\x03bad" + good)
        length = int.from_bytes(await reader.readexactly(2))
        response = dns.message.from_wire(await reader.readexactly(length))
        writer.close()
    assert response.answer[0][0].to_text() == "0 ."
