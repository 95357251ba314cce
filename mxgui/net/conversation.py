"""One SMTP connection: what we say, and replies that are bounded however long the other side talks.

A reply is parsed as senders parse it (RFC 5321, section 4.2): lines may end in a bare line feed,
and the code of a reply is that of its last line.
"""

from __future__ import annotations

import asyncio
import re
import ssl
from asyncio import StreamReader, StreamWriter
from dataclasses import dataclass

from mxgui.model.smtp import Reply, Speaker, StoppedBy
from mxgui.net.failure import plain, stopped_by
from mxgui.net.limits import CHUNK_BYTES, LINE_BYTES, REPLY_BYTES, REPLY_LINES
from mxgui.net.session import Session
from mxgui.net.transcript import Transcript
from mxgui.net.visible import visible

_LINE = re.compile(rb"([2-5][0-9]{2})(?:([ -])(.*))?\Z", re.DOTALL)
_BEGINNING = re.compile(rb"(?:[2-5][0-9]{0,2})?\Z|[2-5][0-9]{2}[ \r\n-]")
_REFUSAL = re.compile(rb"[45][0-9]{2}[ -]")


class Broken(Exception):
    """A conversation that did not come to its end: by what, and the system's own word for it."""

    def __init__(self, by: StoppedBy | None, note: str = "") -> None:
        """Keep the cause."""
        super().__init__(note)
        self.by = by
        self.note = note


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """One line of a reply; `last` unless a hyphen stands behind the code."""

    code: int
    last: bool
    text: str


def reply_line(line: bytes) -> ReplyLine | None:
    """Read one line of a reply without its end; None if it is no SMTP."""
    found = _LINE.match(line)
    if found is None:
        return None
    return ReplyLine(int(found[1]), found[2] != b"-", visible(found[3] or b""))


def may_be_smtp(beginning: bytes) -> bool:
    """Whether so much of a line can become a line of SMTP."""
    return _BEGINNING.match(beginning) is not None


def is_refusal(words: bytes) -> bool:
    """Whether plain words begin as a reply that refuses: a host that does not mean its STARTTLS."""
    return _REFUSAL.match(words) is not None


class Conversation:
    """Speaks and listens on one connection, and writes down every line."""

    def __init__(self, reader: StreamReader, writer: StreamWriter, transcript: Transcript) -> None:
        """Begin where nothing has been said."""
        self._reader = reader
        self._writer = writer
        self._transcript = transcript
        self._heard = bytearray()
        self._session: Session | None = None

    @property
    def source(self) -> str:
        """The address that the connection comes from, on this side."""
        name = self._writer.get_extra_info("sockname")
        return str(name[0]) if name else ""

    def say(self, line: str) -> None:
        """Send one line, in ASCII."""
        self._transcript.add(Speaker.CLIENT, line)
        # Whether it arrives is told by the reply; to wait here could hide one that came before.
        self._send(line.encode("ascii") + b"\r\n")

    async def reply(self) -> Reply:
        """Hear one whole reply. Raises Broken when there is none to be had."""
        lines: list[str] = []
        room = REPLY_BYTES
        while True:
            line = await self._line()
            room -= len(line)
            self._transcript.add(Speaker.SERVER, line.rstrip(b"\r\n"))
            read = reply_line(line.removesuffix(b"\n").removesuffix(b"\r"))
            if read is None:
                raise Broken(StoppedBy.BAD_REPLY)
            lines.append(read.text)
            if room < 0 or len(lines) > REPLY_LINES:
                raise Broken(StoppedBy.TOO_LONG)
            if read.last:
                return Reply(read.code, tuple(lines))

    async def early(self) -> bytes:
        """Take what the other side has sent beyond its last reply, as far as it is here already."""
        await asyncio.sleep(0)  # lets in what the system holds for us
        more = bytes(self._heard)
        self._heard.clear()
        while len(more) < REPLY_BYTES:
            chunk = _at_once(self._reader)
            if not chunk:
                return more
            more += chunk
        raise Broken(StoppedBy.TOO_LONG)

    async def encrypt(self, context: ssl.SSLContext, name: str | None) -> ssl.SSLObject:
        """Shake hands, and speak under TLS from here on. Raises Broken when it fails."""
        self._session = Session(self._reader, self._writer, context, name)
        try:
            await self._session.shake_hands()
        except OSError as error:
            raise _broken(error) from error
        return self._session.tls

    @property
    def in_place_of_tls(self) -> bytes:
        """The plain bytes that came where the other side's first record of TLS ought to be."""
        return self._session.plain if self._session is not None else b""

    def keep_rest(self) -> bytes:
        """Write down what was heard and never read as a reply, and give it."""
        rest = bytes(self._heard[:LINE_BYTES])
        self._heard.clear()
        self._transcript.add_all(Speaker.SERVER, rest)
        return rest

    def hang_up(self) -> None:
        """End the connection at once; harmless when it has ended."""
        self._writer.transport.abort()

    async def _line(self) -> bytes:
        """Hear one line with its end."""
        while True:
            end = self._heard.find(b"\n", 0, LINE_BYTES)
            if end >= 0:
                line = bytes(self._heard[: end + 1])
                del self._heard[: end + 1]
                return line
            if len(self._heard) >= LINE_BYTES:
                raise Broken(StoppedBy.TOO_LONG)
            self._heard += await self._chunk()

    async def _chunk(self) -> bytes:
        try:
            chunk = await self._read()
        except OSError as error:
            raise _broken(error) from error
        if not chunk:
            raise Broken(StoppedBy.CLOSED)
        return chunk

    async def _read(self) -> bytes:
        if self._session is not None:
            return await self._session.read()
        return await self._reader.read(CHUNK_BYTES)

    def _send(self, data: bytes) -> None:
        if self._session is not None:
            self._session.write(data)
        else:
            self._writer.write(data)


def _broken(error: OSError) -> Broken:
    return Broken(stopped_by(error), plain(error))


def _at_once(reader: StreamReader) -> bytes:
    """Read what is there without waiting: a read that would wait is dropped unfinished."""
    reading = reader.read(CHUNK_BYTES)
    try:
        reading.send(None)
    except StopIteration as done:
        return bytes(done.value)
    except OSError:
        return b""  # the next step will meet it, and name it
    reading.close()
    return b""
