"""TLS in our own hands: handshakes, words on both sides, and plain bytes in place of TLS."""

import asyncio
import ssl
from typing import cast

import pytest

from mxgui.net.session import Session
from mxgui.net.tls import lenient_context
from tests.servers.certificates import server_context
from tests.servers.smtp_server import LOOPBACK


class Server:
    """A server that speaks TLS from the first byte and says what it was given to say."""

    def __init__(self, says=b"", context=None):
        self.says = says
        self.context = context or server_context()
        self.heard = b""

    async def __aenter__(self):
        self._listener = await asyncio.start_server(self._serve, LOOPBACK, 0, ssl=self.context)
        self.port = self._listener.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_):
        self._listener.close()

    async def _serve(self, reader, writer):
        self.heard = await reader.readline()
        writer.write(self.says)
        await writer.drain()
        writer.close()


async def connected(port):
    reader, writer = await asyncio.open_connection(LOOPBACK, port)
    return Session(reader, writer, lenient_context(), "mx1.example.org"), writer


async def test_both_sides_are_heard_under_tls():
    async with Server(b"x" * 100_000) as server:
        session, writer = await connected(server.port)
        await session.shake_hands()
        session.write(b"hello\n")
        said = b""
        while chunk := await session.read():
            said += chunk
        writer.close()
    assert (server.heard, len(said)) == (b"hello\n", 100_000)
    assert session.tls.version() == "TLSv1.3"
    assert session.plain == b""


class Sink:
    """A writer into nothing."""

    def write(self, data):
        self.data = data


def fed(*chunks: bytes) -> Session:
    """A session whose other side says this, and ends."""
    reader = asyncio.StreamReader()
    for chunk in chunks:
        reader.feed_data(chunk)
    reader.feed_eof()
    return Session(reader, cast("asyncio.StreamWriter", Sink()), lenient_context(), None)


@pytest.mark.parametrize("words", [b"250-evil.example\r\n", b"\x00", b"<html>"])
async def test_what_comes_in_place_of_tls_is_kept(words):
    session = fed(words)
    with pytest.raises(OSError):  # noqa: PT011 - each is an error of its own kind
        await session.shake_hands()
    assert session.plain == words


@pytest.mark.parametrize("record", [b"\x15\x03\x03\x00\x02\x02\x28", b"\x16\x03\x03\x00"])
async def test_an_alert_or_half_a_record_is_not_plain(record):
    session = fed(record)
    with pytest.raises(OSError):  # noqa: PT011
        await session.shake_hands()
    assert session.plain == b""


async def test_a_close_under_the_handshake_is_an_end_and_no_reset():
    with pytest.raises(ConnectionAbortedError) as raised:
        await fed().shake_hands()
    assert raised.value.errno is None


async def test_to_write_where_nobody_listens_raises_nothing():
    session = fed(b"garbage")
    with pytest.raises(ssl.SSLError):
        await session.shake_hands()
    session.write(b"EHLO")
