"""TLS on a connection that began in plain text (RFC 3207), byte by byte in our own hands.

So it can be seen what comes where a record of TLS ought to be, and what a host had said before a
handshake failed; the event loops of asyncio show neither.
"""

from __future__ import annotations

import ssl
from asyncio import StreamReader, StreamWriter
from contextlib import suppress

from mxgui.net.limits import CHUNK_BYTES, REPLY_BYTES

_FIRST_OF_TLS = (
    0x15,
    0x16,
)  # alert and handshake: the kinds of record that a server can begin with


class Session:
    """One TLS session as a client, over streams that stay as they are.

    Reading raises OSError as a plain connection does; ssl.SSLError is one. `plain` are the bytes
    that came in place of the server's first record, up to a bound; empty if that was TLS.
    """

    def __init__(
        self, reader: StreamReader, writer: StreamWriter, context: ssl.SSLContext, name: str | None
    ) -> None:
        """Begin; nothing is sent before the handshake."""
        self._reader = reader
        self._writer = writer
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=name)
        self.plain = b""
        self._began = False

    async def shake_hands(self) -> None:
        """Come to an agreement. Raises OSError, and ConnectionAbortedError if the other closes."""
        while True:
            try:
                self.tls.do_handshake()
            except ssl.SSLWantReadError:
                await self._hear()
            else:
                return
            finally:
                self._send()

    async def read(self) -> bytes:
        """Give some of what is said; empty at the end."""
        while True:
            try:
                return self.tls.read(CHUNK_BYTES)
            except ssl.SSLWantReadError:
                self._send()
                await self._hear()
            except ssl.SSLZeroReturnError:
                return b""

    def write(self, data: bytes) -> None:
        """Send; what is in the way of it is met by the next read."""
        with suppress(ssl.SSLError):
            self.tls.write(data)
        self._send()

    async def _hear(self) -> None:
        self._send()
        chunk = await self._reader.read(CHUNK_BYTES)
        if not chunk:
            raise ConnectionAbortedError  # without a number: an end, and no reset
        if not self._began:
            self._began = True
            self.plain = b"" if chunk[0] in _FIRST_OF_TLS else chunk[:REPLY_BYTES]
        self._incoming.write(chunk)

    def _send(self) -> None:
        data = self._outgoing.read()
        if data:
            self._writer.write(data)
