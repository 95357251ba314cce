"""A server for DNS over HTTPS on loopback, HTTP/1.1 or HTTP/2, before a scripted DNS server."""

from __future__ import annotations

import asyncio
import ssl
from collections import defaultdict
from contextlib import suppress

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import DataReceived, Event, StreamEnded

from tests.servers.dns_server import LOOPBACK, DnsServer


class DohServer:
    """Takes queries by POST and gives what `answers` says to them.

    `status`, `content_type` and `body` replace parts of the reply. Nothing comes while `is_silent`.
    It speaks HTTP/2 alone, or HTTP/1.1 alone.
    """

    def __init__(self, answers: DnsServer, tls: ssl.SSLContext, *, http2: bool = False) -> None:
        tls.set_alpn_protocols(["h2" if http2 else "http/1.1"])
        self.status = 200
        self.content_type = "application/dns-message"
        self.body: bytes | None = None
        self.is_silent = False
        self.heads: list[str] = []
        self.connections = 0
        self._answers = answers
        self._tls = tls
        self._writers: set[asyncio.StreamWriter] = set()

    async def __aenter__(self) -> DohServer:
        self._listener = await asyncio.start_server(self._serve, LOOPBACK, 0, ssl=self._tls)
        self.port = self._listener.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._listener.close()
        self.drop()
        await asyncio.sleep(0)

    def drop(self) -> None:
        """Close all connections, as a server does that finds them idle."""
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()

    @property
    def url(self) -> str:
        """Give it as `--resolver` wants it."""
        return f"https://{LOOPBACK}:{self.port}/dns-query"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        self.connections += 1
        tls = writer.get_extra_info("ssl_object")
        speak = self._speak_2 if tls.selected_alpn_protocol() == "h2" else self._speak_1
        with suppress(OSError, EOFError):
            await speak(reader, writer)
        writer.transport.abort()

    async def _speak_1(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("ascii").lower()
            self.heads.append(head)
            length = int(head.partition("content-length:")[2].split()[0])
            body = self._body(await reader.readexactly(length))
            if body is not None:
                fields = {"content-type": self.content_type, "content-length": len(body)}
                lines = [f"HTTP/1.1 {self.status} Said", *(f"{k}: {v}" for k, v in fields.items())]
                writer.write("\r\n".join([*lines, "\r\n"]).encode("ascii") + body)

    async def _speak_2(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = H2Connection(H2Configuration(client_side=False))
        connection.initiate_connection()
        asked: dict[int, bytes] = defaultdict(bytes)
        while True:
            writer.write(connection.data_to_send())
            for event in connection.receive_data(await reader.read(65_536)):
                self._take(event, asked, connection)
            if reader.at_eof():
                break

    def _take(self, event: Event, asked: dict[int, bytes], connection: H2Connection) -> None:
        if isinstance(event, DataReceived) and event.stream_id is not None:
            asked[event.stream_id] += event.data or b""
            connection.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
        elif isinstance(event, StreamEnded) and event.stream_id is not None:
            body = self._body(asked.pop(event.stream_id))
            if body is not None:
                head = [(":status", str(self.status)), ("content-type", self.content_type)]
                connection.send_headers(event.stream_id, head)
                connection.send_data(event.stream_id, body, end_stream=True)

    def _body(self, query: bytes) -> bytes | None:
        _, wires = self._answers.replies(query, "https")
        if self.is_silent or not wires:
            return None
        return wires[-1] if self.body is None else self.body
