"""One query over each transport, and the name of every failure."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import trustme

from mxgui.model.records import AttemptResult, Question, RecordType, Transport
from mxgui.model.resolver import ResolverSpec
from mxgui.net.queries import Message, NoReply, Strangers, query_for
from mxgui.net.servers import Server, send
from mxgui.net.streams import TlsClient
from tests.net.asking import serving, trusting
from tests.servers.dns_acts import Act
from tests.servers.dns_server import LOOPBACK, DnsServer

QUESTION = Question("example.test", RecordType.MX)
HOST = "dns.example"


async def sent(server: Server, transport: Transport | None = None) -> Message:
    """The reply of a server."""
    return await send(server, transport or server.transport, query_for(QUESTION), Strangers())


def over_tls(named: str, trust: ssl.SSLContext) -> Server:
    """A server over TLS, with the client that talks to it."""
    spec = ResolverSpec.parse(named)
    return Server(spec, TlsClient(spec, trust))


@asynccontextmanager
async def known_as(host: str, trust: ssl.SSLContext | None = None) -> AsyncIterator[Server]:
    """A server that shows a certificate for `dns.example`, taken for `host`."""
    authority = trustme.CA()
    act = Act(["10 a.test"], strangers=2)
    tls = serving(authority, HOST)
    async with DnsServer({("example.test", "MX"): act}, tls=tls) as dns:
        named = f"tls://{host}:{dns.tls_port}#{LOOPBACK}"
        server = over_tls(named, trust or trusting(authority))
        yield server
        assert server.client is not None
        await server.client.close()


@asynccontextmanager
async def listening(says: bytes) -> AsyncIterator[Server]:
    """A TCP server that says this and closes, whatever it is asked."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1_000)
        writer.write(says)
        writer.close()

    async with await asyncio.start_server(serve, LOOPBACK, 0) as listener:
        yield Server(ResolverSpec.plain(LOOPBACK, listener.sockets[0].getsockname()[1]))


@pytest.mark.parametrize("transport", [Transport.UDP, Transport.TCP])
async def test_a_query_is_answered_over_udp_and_over_tcp(transport: Transport):
    act = Act(["10 a.test"], strangers=2)
    async with DnsServer({("example.test", "MX"): act}) as server:
        reply = await sent(Server(ResolverSpec.plain(LOOPBACK, server.port)), transport)
        assert [seen.transport for seen in server.seen] == [transport.value]
    assert len(reply.answer) == 1


async def test_a_query_is_answered_over_tls_when_the_name_is_right():
    async with known_as(HOST) as server:
        assert server.transport is Transport.TLS
        assert len((await sent(server)).answer) == 1


async def test_a_wrong_name_fails_with_its_reason():
    async with known_as("other.example") as server:
        with pytest.raises(NoReply) as failure:
            await sent(server)
    assert failure.value.result is AttemptResult.TLS_FAILED
    assert "certificate is not valid for 'other.example'" in failure.value.note


async def test_an_untrusted_certificate_fails_with_its_reason():
    async with known_as(HOST, trusting(trustme.CA())) as server:
        with pytest.raises(NoReply) as failure:
            await sent(server)
    assert failure.value.result is AttemptResult.TLS_FAILED
    assert "issuer" in failure.value.note


async def test_a_server_that_speaks_no_tls_fails_in_tls():
    async with listening(b"220 mail.example ESMTP\r\n") as plain:
        server = over_tls(f"tls://{HOST}:{plain.spec.port}#{LOOPBACK}", trusting(trustme.CA()))
        with pytest.raises(NoReply) as failure:
            await sent(server)
    assert failure.value.result is AttemptResult.TLS_FAILED


@pytest.mark.parametrize(
    ("says", "result"),
    [
        (b"", AttemptResult.UNREACHABLE),
        (b"\x00", AttemptResult.UNREACHABLE),
        (b"\x01\x00half", AttemptResult.UNREACHABLE),
        (b"\x00\x04junk" * 40, AttemptResult.UNREACHABLE),
    ],
)
async def test_what_a_stream_brings_instead_of_a_message_has_a_name(
    says: bytes, result: AttemptResult
):
    async with listening(says) as server:
        with pytest.raises(NoReply) as failure:
            await sent(server, Transport.TCP)
    assert failure.value.result is result


@pytest.mark.parametrize("transport", [Transport.UDP, Transport.TCP])
async def test_a_port_where_nobody_listens_is_unreachable_at_once(transport: Transport):
    with pytest.raises(NoReply) as failure:
        await sent(Server(ResolverSpec.plain(LOOPBACK, 1)), transport)
    assert failure.value.result is AttemptResult.UNREACHABLE
    assert failure.value.note == "Connection refused"
