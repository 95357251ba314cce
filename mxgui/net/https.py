"""One request for a policy on an open TLS connection, and its reply as far as it is any good.

Status, headers and body are bounded whatever comes; a redirect is told and never followed. HTTP is
h11's, which opens nothing by itself.
"""

from __future__ import annotations

from asyncio import StreamReader, StreamWriter
from collections.abc import Callable, Iterable

import h11

from mxgui.model.policy import POLICY_PATH, POLICY_PORT, STATUS_OK, FetchOutcome
from mxgui.net.failure import plain
from mxgui.net.limits import CHUNK_BYTES, NOTE_LETTERS
from mxgui.net.visible import cut, visible

BODY_BYTES = 64 * 1024  # of a policy; RFC 8461, section 3.3, suggests 64 kilobytes
HEADER_BYTES = 16_384  # of status line and headers; servers themselves stop at 8 to 16 KiB
WIRE_BYTES = 512 * 1024  # in all: room for a policy in chunks of one byte
TEXT_LETTERS = 65_536  # that are kept of a policy; escapes make four letters of one byte
VALUE_LETTERS = 400  # of a header
_REDIRECTS = range(300, 400)


class Ended(Exception):
    """The fetch is over, for this reason."""

    def __init__(self, outcome: FetchOutcome, note: str = "") -> None:
        """Keep the reason."""
        super().__init__(note)
        self.outcome = outcome
        self.note = note


class Reply:
    """One request and its reply, read as far as it is any good."""

    def __init__(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Take a connection on which nothing was said yet."""
        self._reader = reader
        self._writer = writer
        self._http = h11.Connection(h11.CLIENT, max_incomplete_event_size=HEADER_BYTES)
        self._beginning = b""
        self._read = 0
        self._at_end = False

    async def read(self, host: str, port: int, learn: Callable[..., None]) -> None:
        """Ask for the policy, and learn the fields of a PolicyFetch. Raises Ended in any case."""
        self._writer.write(self._request(host, port))
        head = await self._head()
        learn(
            status=head.status_code,
            media_type=_header(head.headers, b"content-type"),
            encoding=_header(head.headers, b"content-encoding") or "",
        )
        if head.status_code in _REDIRECTS:
            learn(location=_header(head.headers, b"location"))
            raise Ended(FetchOutcome.REDIRECT)
        if head.status_code != STATUS_OK:
            raise Ended(FetchOutcome.STATUS)
        body = await self._body()
        learn(text=readable(body), is_utf8=_is_utf8(body))
        raise Ended(FetchOutcome.FETCHED)

    def _request(self, host: str, port: int) -> bytes:
        authority = host if port == POLICY_PORT else f"{host}:{port}"
        headers = [
            ("Host", authority),
            ("User-Agent", "mxgui"),
            ("Accept", "text/plain"),
            ("Accept-Encoding", "identity"),
            ("Cache-Control", "no-cache"),
            ("Connection", "close"),
        ]
        asked = self._http.send(h11.Request(method="GET", target=POLICY_PATH, headers=headers))
        return (asked or b"") + (self._http.send(h11.EndOfMessage()) or b"")

    async def _head(self) -> h11.Response:
        while True:
            event = await self._event()
            if isinstance(event, h11.Response):
                return event
            if not isinstance(event, h11.InformationalResponse):
                raise Ended(FetchOutcome.CLOSED)

    async def _body(self) -> bytes:
        body = bytearray()
        while True:
            event = await self._event()
            if not isinstance(event, h11.Data):
                return bytes(body)
            body += event.data
            if len(body) > BODY_BYTES:
                raise Ended(FetchOutcome.TOO_BIG)

    async def _event(self) -> object:
        try:
            while (event := self._http.next_event()) is h11.NEED_DATA:
                self._http.receive_data(await self._chunk())
        except h11.RemoteProtocolError as error:
            was_cut = self._at_end and b"HTTP/".startswith(self._beginning[:5])
            outcome = FetchOutcome.CLOSED if was_cut else FetchOutcome.NOT_HTTP
            raise Ended(outcome, cut(visible(str(error)), NOTE_LETTERS)) from error
        return event

    async def _chunk(self) -> bytes:
        try:
            chunk = await self._reader.read(CHUNK_BYTES)
        except OSError as error:
            raise Ended(FetchOutcome.CLOSED, plain(error)) from error
        self._at_end = not chunk
        self._read += len(chunk)
        self._beginning = self._beginning or chunk
        if self._read > WIRE_BYTES:
            raise Ended(FetchOutcome.TOO_BIG)
        return chunk


def readable(body: bytes) -> str:
    """Give a body as lines that are harmless to look at; a tab is a space, which it counts as."""
    lines = (visible(_line(line)) for line in body.split(b"\n"))
    return cut("\n".join(lines), TEXT_LETTERS)


def _line(line: bytes) -> bytes:
    return line.removesuffix(b"\r").replace(b"\t", b" ")


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _header(headers: Iterable[tuple[bytes, bytes]], name: bytes) -> str | None:
    found = (value for own, value in headers if own.lower() == name)
    value = next(found, None)
    return None if value is None else cut(visible(value), VALUE_LETTERS)
