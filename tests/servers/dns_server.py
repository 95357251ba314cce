"""A DNS resolver on loopback that says what a table tells it to, and misbehaves on demand."""

from __future__ import annotations

import asyncio
import ssl
import struct
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeAlias, cast

import dns.flags
import dns.message
import dns.rrset

from tests.servers.dns_acts import Act, message_of, rrset_of, strange, truncate, wire_of

LOOPBACK = "127.0.0.1"
Says: TypeAlias = Sequence[str] | Act | tuple[Act, ...]  # several acts: one a query, the last stays
Key: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """One query that came."""

    name: str
    type: str
    transport: str
    edns: int  # its version, -1 without
    payload: int
    flags: int
    wants_signatures: bool


class DnsServer:
    """A scripted resolver over UDP and TCP on `port`, and over TLS on `tls_port` with a context.

    The table goes from name and type to records, or to what is done instead. Aliases (type CNAME)
    are followed within the table, as a resolver does. A name that has only other types is NODATA,
    any other NXDOMAIN.
    """

    def __init__(
        self,
        table: Mapping[Key, Says],
        *,
        tls: ssl.SSLContext | None = None,
        port: int = 0,
        at: str = LOOPBACK,
    ) -> None:
        self.table = {(name.lower(), kind): says for (name, kind), says in table.items()}
        self.port = port
        self.at = at
        self.tls_port = 0
        self.seen: list[Seen] = []
        self.waiting = 0  # queries that are not answered yet
        self.most_waiting = 0
        self.connections: Counter[str] = Counter()  # by transport
        self._tls = tls
        self._asked: Counter[Key] = Counter()
        self._udp: asyncio.DatagramTransport | None = None
        self._listeners: list[asyncio.Server] = []
        self._writers: set[asyncio.StreamWriter] = set()

    async def __aenter__(self) -> DnsServer:
        loop = asyncio.get_running_loop()
        for _ in range(20):  # a port that is free for TCP may be taken for UDP
            tcp = await asyncio.start_server(self._stream("tcp"), self.at, self.port)
            free = tcp.sockets[0].getsockname()[1]
            with suppress(OSError):
                self._udp, _ = await loop.create_datagram_endpoint(
                    lambda: _Datagrams(self), local_addr=(self.at, free)
                )
                break
            tcp.close()
        self.port = free
        self._listeners.append(tcp)
        if self._tls is not None:
            over_tls = await asyncio.start_server(self._stream("tls"), self.at, 0, ssl=self._tls)
            self.tls_port = over_tls.sockets[0].getsockname()[1]
            self._listeners.append(over_tls)
        return self

    async def __aexit__(self, *_: object) -> None:
        for listener in self._listeners:
            listener.close()
        self.drop()
        if self._udp is not None:
            self._udp.close()
        await asyncio.sleep(0)

    @property
    def address(self) -> str:
        """Give it as `--resolver` wants it."""
        return f"{self.at}:{self.port}"

    def drop(self) -> None:
        """Close all connections, as a server does that finds them idle."""
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()

    def asked(self, name: str, kind: str) -> int:
        """Count the queries for that name and type."""
        return sum(seen.name == name and seen.type == kind for seen in self.seen)

    def replies(self, wire: bytes, transport: str) -> tuple[float, list[bytes] | None]:
        """Take a query; give the messages that go back, and after how many seconds.

        None in place of messages: the connection is closed.
        """
        query = dns.message.from_wire(wire)
        question = query.question[0]
        key = (question.name.to_text(omit_final_dot=True).lower(), question.rdtype.name)
        wants_signatures = bool(query.ednsflags & dns.flags.DO)
        self.seen.append(
            Seen(*key, transport, query.edns, query.payload, int(query.flags), wants_signatures)
        )
        act = self._act(key)
        if act.closes_tcp and transport != "udp":
            return 0, None
        if act.is_silent:
            return 0, []
        message = message_of(query, act, self._answer(key, act))
        if transport == "udp" and act.is_truncated:
            truncate(message)
        wires = [strange(message, number) for number in range(act.strangers)]
        if act.wire is not None:
            wires.append(wire[:2] + act.wire if act.keeps_id else act.wire)
        else:
            wires += [wire_of(message)] * act.copies
        return act.delay, wires

    def _act(self, key: Key) -> Act:
        """Give what is to be done for this query, the how-manieth it may be."""
        says = self.table.get(key)
        turn = self._asked[key]
        self._asked[key] += 1
        match says:
            case Act():
                return says
            case (Act(), *_):
                chosen = says[min(turn, len(says) - 1)]
                assert isinstance(chosen, Act)
                return chosen
            case _:
                return Act()

    def _answer(self, key: Key, act: Act) -> tuple[str, list[dns.rrset.RRset]]:
        """Give the code and the records of the table, along its aliases."""
        name, kind = key
        found: list[dns.rrset.RRset] = []
        for _ in range(16):
            records = self._records((name, kind)) or (act.records if name == key[0] else ())
            if records:
                found.append(rrset_of(name, act.ttl, kind, records))
                return act.rcode, found
            target = self._records((name, "CNAME"))
            if not target:
                break
            found.append(rrset_of(name, act.ttl, "CNAME", target))
            name = target[0].rstrip(".").lower()
        exists = any(owner == name for owner, _ in self.table)
        return (act.rcode if exists or act.rcode != "NOERROR" else "NXDOMAIN"), found

    def _records(self, key: Key) -> Sequence[str]:
        says = self.table.get(key, ())
        if isinstance(says, Act):
            return says.records
        return [one for one in says if isinstance(one, str)]

    def count_waiting(self, step: int) -> None:
        """Note that a query begins or ends to wait for its reply."""
        self.waiting += step
        self.most_waiting = max(self.most_waiting, self.waiting)

    def _stream(self, transport: str):
        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self._writers.add(writer)
            self.connections[transport] += 1
            loop = asyncio.get_running_loop()
            with suppress(OSError, EOFError):
                while True:
                    (length,) = struct.unpack("!H", await reader.readexactly(2))
                    delay, wires = self.replies(await reader.readexactly(length), transport)
                    if wires is None:
                        break
                    loop.call_later(delay, _write, writer, wires)
            writer.transport.abort()

        return serve


def _write(writer: asyncio.StreamWriter, wires: list[bytes]) -> None:
    if not writer.is_closing():
        for wire in wires:
            writer.write(struct.pack("!H", len(wire)) + wire)


class _Datagrams(asyncio.DatagramProtocol):
    """The UDP side of a server."""

    def __init__(self, server: DnsServer) -> None:
        self._server = server

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.DatagramTransport", transport)  # not of that class in 3.11

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        delay, wires = self._server.replies(data, "udp")
        self._server.count_waiting(+1)
        asyncio.get_running_loop().call_later(delay, self._send, wires or [], addr)

    def _send(self, wires: list[bytes], addr: tuple[str, int]) -> None:
        self._server.count_waiting(-1)
        if not self._transport.is_closing():
            for wire in wires:
                self._transport.sendto(wire, addr)
