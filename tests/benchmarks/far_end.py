"""The far end of the delay line: a resolver, and mail hosts at all addresses of `domains`.

Every domain has all that can be had: its zone is signed down from an own root, its hosts have TLSA
records and names that lead back, and there is a policy for MTA-STS, with a host that gives it.
They do as little as they can, since their work is measured along with ours: an answer is made once
and then kept, and one listener serves all addresses. Run as `python -m tests.benchmarks.far_end`;
it says `ready` and serves until killed.
"""

from __future__ import annotations

import asyncio
import ssl
from asyncio import DatagramTransport, StreamReader, StreamWriter
from contextlib import suppress
from ipaddress import ip_address
from typing import cast

import dns.flags
import dns.message
import dns.rcode

from tests.benchmarks.domains import (
    ALL,
    HERE,
    NAME_SERVER,
    OWN_NAME,
    POLICY_HOST,
    RESOLVER,
    Exchange,
    MailDomain,
)
from tests.benchmarks.papers import pin, server_context
from tests.servers.signed_server import World, find
from tests.servers.signing import Zone

READY = "ready"
MUTE = {address for domain in ALL if not domain.greets for address in domain.addresses}
BACKLOG = 200  # connections that may wait to be accepted

Records = dict[tuple[str, str], list[str]]

GREETING = b"220 mx.bench.example ESMTP\r\n"
EHLO = b"250-mx.bench.example\r\n250-SIZE 52428800\r\n250-8BITMIME\r\n250 STARTTLS\r\n"
EHLO_TLS = b"250-mx.bench.example\r\n250-SIZE 52428800\r\n250 8BITMIME\r\n"
RECORD = '"v=STSv1; id=20260101T1;"'
REPORTS = '"v=TLSRPTv1; rua=mailto:tls@bench.example"'


def zone() -> Records:
    """All records of the world, but for the names of addresses."""
    records: Records = {(OWN_NAME, "A"): [HERE], ("bench.example", "CAA"): ['0 issue "ca.example"']}
    for domain in ALL:
        records |= _of_domain(domain)
        for exchange in domain.exchanges:
            records |= _of_exchange(exchange)
    return records


def _of_domain(domain: MailDomain) -> Records:
    return {
        (domain.name, "MX"): [f"{x.preference} {x.name}." for x in domain.exchanges],
        (domain.name, "TXT"): ['"v=spf1 mx -all"'],
        (f"_mta-sts.{domain.name}", "TXT"): [RECORD],
        (f"_smtp._tls.{domain.name}", "TXT"): [REPORTS],
        (f"mta-sts.{domain.name}", "A"): [POLICY_HOST],
    }


def _of_exchange(exchange: Exchange) -> Records:
    return {
        (exchange.name, "A"): list(exchange.ipv4),
        (exchange.name, "AAAA"): list(exchange.ipv6),
        (f"_25._tcp.{exchange.name}", "TLSA"): [pin()],
    }


def names() -> Records:
    """The names of all addresses of mail hosts."""
    hosts = [exchange for domain in ALL for exchange in domain.exchanges]
    return {
        (ip_address(address).reverse_pointer, "PTR"): [f"{host.name}."]
        for host in hosts
        for address in host.addresses
    }


def signed(records: Records) -> World:
    """The same in a signed zone, below a signed root; the names of addresses nobody signs."""
    zones = (
        Zone("."),
        Zone("example", f"ns A {NAME_SERVER}", iterations=0),
        Zone("bench.example", _written(records)),
        Zone("arpa", _written(names()), is_signed=False),
    )
    return World(zones)


def _written(records: Records) -> str:
    """Records as in a master file."""
    return "\n".join(
        f"{owner}. {kind} {record}" for (owner, kind), found in records.items() for record in found
    )


class Answers:
    """Answers at once what it knows, with signatures; as a name server to who wants no more."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._made: dict[bytes, bytes] = {}  # both without the id in front

    def to(self, wire: bytes) -> bytes:
        """Give the answer to a query."""
        asked = wire[2:]
        if asked not in self._made:
            self._made[asked] = self._answer(wire)[2:]
        return wire[:2] + self._made[asked]

    def _answer(self, wire: bytes) -> bytes:
        query = dns.message.from_wire(wire)
        question = query.question[0]
        recurses = bool(query.flags & dns.flags.RD)
        reply = dns.message.make_response(query, recursion_available=recurses)
        if not recurses:
            reply.flags |= dns.flags.AA
        found = find(self._world, question.name, int(question.rdtype))
        reply.set_rcode(dns.rcode.Rcode.make(found.rcode))
        reply.answer, reply.authority = found.answer, found.authority
        return reply.to_wire(want_shuffle=False)


class Resolver(asyncio.DatagramProtocol):
    """Answers over UDP."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("DatagramTransport", transport)  # not of that class in 3.11

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self._transport.sendto(self._answers.to(data), addr)


class NameServer:
    """Answers over TCP."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    async def serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Answer question after question."""
        with suppress(OSError, asyncio.IncompleteReadError):
            while True:
                octets = int.from_bytes(await reader.readexactly(2), "big")
                made = self._answers.to(await reader.readexactly(octets))
                writer.write(len(made).to_bytes(2, "big") + made)
        writer.close()


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


async def give_policy(reader: StreamReader, writer: StreamWriter) -> None:
    """Give the policy of the domain that is asked for, and close."""
    with suppress(OSError, ssl.SSLError, asyncio.IncompleteReadError):
        request = (await reader.readuntil(b"\r\n\r\n")).decode()
        host = request.lower().partition("\r\nhost: ")[2].partition("\r\n")[0]
        pattern = host.replace("mta-sts", "*", 1)
        body = f"version: STSv1\nmode: enforce\nmx: {pattern}\nmax_age: 604800\n".encode()
        head = f"Content-Type: text/plain\r\nContent-Length: {len(body)}\r\nConnection: close"
        writer.write(f"HTTP/1.1 200 OK\r\n{head}\r\n\r\n".encode() + body)
        await writer.drain()
    writer.close()


async def serve() -> None:
    """Open everything, say so, and serve for ever."""
    loop = asyncio.get_running_loop()
    answers = Answers(signed(zone()))
    context = server_context()
    host = MailHost(context)
    for own in (RESOLVER, NAME_SERVER):  # each answers from the address that was asked
        await loop.create_datagram_endpoint(lambda: Resolver(answers), local_addr=(own, 53))
    async with (
        await asyncio.start_server(NameServer(answers).serve, NAME_SERVER, 53, backlog=BACKLOG),
        await asyncio.start_server(host.serve, "0.0.0.0", 25, backlog=BACKLOG),
        await asyncio.start_server(host.serve, "::", 25, backlog=BACKLOG),
        await asyncio.start_server(give_policy, POLICY_HOST, 443, ssl=context),
    ):
        print(READY, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve())
