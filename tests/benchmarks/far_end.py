"""The far end of the delay line: a resolver, and mail hosts at all addresses of `domains`.

They do as little as they can, since their work is measured along with ours: an answer is made once
and then kept, and one listener serves all addresses. Run as `python -m tests.benchmarks.far_end`;
it says `ready` and serves until killed.
"""

from __future__ import annotations

import asyncio
import ssl
from asyncio import DatagramTransport, StreamReader, StreamWriter
from contextlib import suppress
from typing import cast

import dns.message
import dns.rcode

from tests.benchmarks.domains import ALL, HERE, OWN_NAME
from tests.servers.certificates import server_context
from tests.servers.signed_server import World, find
from tests.servers.signing import Zone

READY = "ready"
MUTE = {address for domain in ALL if not domain.greets for address in domain.addresses}
BACKLOG = 200  # connections that may wait to be accepted

Records = dict[tuple[str, str], list[str]]

GREETING = b"220 mx.bench.example ESMTP\r\n"
EHLO = b"250-mx.bench.example\r\n250-SIZE 52428800\r\n250-8BITMIME\r\n250 STARTTLS\r\n"
EHLO_TLS = b"250-mx.bench.example\r\n250-SIZE 52428800\r\n250 8BITMIME\r\n"


def zone() -> Records:
    """All records of the world."""
    records: Records = {(OWN_NAME, "A"): [HERE]}
    for domain in ALL:
        records[domain.name, "MX"] = [f"{x.preference} {x.name}." for x in domain.exchanges]
        for exchange in domain.exchanges:
            records[exchange.name, "A"] = list(exchange.ipv4)
            records[exchange.name, "AAAA"] = list(exchange.ipv6)
    return records


def signed(records: Records) -> World:
    """The same in a signed zone, below a signed root."""
    lines = [
        f"{owner}. {kind} {record}" for (owner, kind), found in records.items() for record in found
    ]
    zones = (Zone("."), Zone("example", iterations=0), Zone("bench.example", "\n".join(lines)))
    return World(zones)


class Resolver(asyncio.DatagramProtocol):
    """Answers at once what it knows, with signatures for who wants them."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._made: dict[bytes, bytes] = {}  # both without the id in front

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("DatagramTransport", transport)  # not of that class in 3.11

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        asked = data[2:]
        if asked not in self._made:
            self._made[asked] = self._answer(data)[2:]
        self._transport.sendto(data[:2] + self._made[asked], addr)

    def _answer(self, wire: bytes) -> bytes:
        query = dns.message.from_wire(wire)
        question = query.question[0]
        reply = dns.message.make_response(query, recursion_available=True)
        found = find(self._world, question.name, int(question.rdtype))
        reply.set_rcode(dns.rcode.Rcode.make(found.rcode))
        reply.answer, reply.authority = found.answer, found.authority
        return reply.to_wire(want_shuffle=False)


class MailHost:
    """Greets, takes EHLO, STARTTLS and QUIT; at some addresses it never says a word."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context

    async def serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Serve one connection to its end."""
        with suppress(OSError, ssl.SSLError):
            if str(writer.get_extra_info("sockname")[0]) in MUTE:
                await reader.read()
            else:
                await self._converse(reader, writer)
        writer.transport.abort()

    async def _converse(self, reader: StreamReader, writer: StreamWriter) -> None:
        writer.write(GREETING)
        said = EHLO
        while line := await reader.readline():
            match line[:4].upper():
                case b"EHLO":
                    writer.write(said)
                case b"STAR":
                    writer.write(b"220 go ahead\r\n")
                    await writer.start_tls(self._context)
                    said = EHLO_TLS
                case _:
                    writer.write(b"221 bye\r\n")
                    await writer.drain()
                    return


async def serve() -> None:
    """Open everything, say so, and serve for ever."""
    loop = asyncio.get_running_loop()
    world = signed(zone())
    host = MailHost(server_context())
    await loop.create_datagram_endpoint(lambda: Resolver(world), local_addr=("0.0.0.0", 53))
    async with (
        await asyncio.start_server(host.serve, "0.0.0.0", 25, backlog=BACKLOG),
        await asyncio.start_server(host.serve, "::", 25, backlog=BACKLOG),
    ):
        print(READY, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve())
