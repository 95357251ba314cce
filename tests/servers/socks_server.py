"""A SOCKS5 proxy on loopback (RFC 1928, RFC 1929) that leads where it is told, or misbehaves."""

from __future__ import annotations

import asyncio
from asyncio import StreamReader, StreamWriter
from contextlib import suppress
from enum import Enum
from ipaddress import ip_address

from tests.servers.smtp_server import LOOPBACK

_VERSION, _NO_LOGIN, _LOGIN, _NO_WAY = 5, 0, 2, 0xFF


class Habit(Enum):
    """How a proxy behaves once it is asked for a connection, or before."""

    GOOD = "good"
    HANGS_UP = "hangs up"  # after CONNECT, as `ssh -D` does when it comes to nothing
    SILENT = "silent"  # after CONNECT
    MUTE = "mute"  # from the beginning
    GARBAGE = "garbage"  # another protocol
    ODD_REPLY = "odd reply"  # to CONNECT


class SocksServer:
    """A proxy on `port`; whatever is asked for, it connects to loopback at the port asked.

    `code` is what it answers in place of connecting. `login` is who may use it. `asked` are the
    addresses and ports that clients wanted, `connections` how many clients there were.
    """

    def __init__(
        self, habit: Habit = Habit.GOOD, *, code: int = 0, login: tuple[str, str] | None = None
    ) -> None:
        self.habit = habit
        self.code = code
        self.login = login
        self.port = 0
        self.asked: list[tuple[str, int]] = []
        self.connections = 0
        self._tasks: set[asyncio.Task[object]] = set()
        self._listener: asyncio.Server | None = None

    @property
    def url(self) -> str:
        """How it is named on the command line, without who may use it."""
        return f"socks5://{LOOPBACK}:{self.port}"

    async def __aenter__(self) -> SocksServer:
        self._listener = await asyncio.start_server(self._serve, LOOPBACK, 0)
        self.port = self._listener.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._listener is not None
        self._listener.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.sleep(0)  # lets the transports close

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.connections += 1
        try:
            await self._talk(reader, writer)
        except (OSError, EOFError, asyncio.CancelledError):  # the client went, or the test ended
            pass
        finally:
            self._tasks.discard(task)
            writer.transport.abort()

    async def _talk(self, reader: StreamReader, writer: StreamWriter) -> None:
        if self.habit is Habit.MUTE:
            await _until_gone(reader)
        if self.habit is Habit.GARBAGE:
            writer.write(b"220 this is no proxy\r\n")
            await _until_gone(reader)
        if not await self._let_in(reader, writer):
            return
        address, port = await self._wanted(reader)
        self.asked.append((address, port))
        await self._answer(port, reader, writer)

    async def _let_in(self, reader: StreamReader, writer: StreamWriter) -> bool:
        _, count = await reader.readexactly(2)
        ways = await reader.readexactly(count)
        way = _NO_LOGIN if self.login is None else _LOGIN
        way = way if way in ways else _NO_WAY
        writer.write(bytes((_VERSION, way)))
        if way != _LOGIN:
            return way == _NO_LOGIN
        _, length = await reader.readexactly(2)
        user = (await reader.readexactly(length)).decode()
        password = (await reader.readexactly((await reader.readexactly(1))[0])).decode()
        is_known = (user, password) == self.login
        writer.write(bytes((1, 0 if is_known else 1)))
        await writer.drain()
        return is_known

    async def _wanted(self, reader: StreamReader) -> tuple[str, int]:
        *_, kind = await reader.readexactly(4)
        packed = await reader.readexactly(4 if kind == 1 else 16)
        port = int.from_bytes(await reader.readexactly(2))
        return str(ip_address(packed)), port

    async def _answer(self, port: int, reader: StreamReader, writer: StreamWriter) -> None:
        match self.habit:
            case Habit.HANGS_UP:
                return
            case Habit.SILENT:
                await _until_gone(reader)
            case Habit.ODD_REPLY:
                writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                await writer.drain()
                await _until_gone(reader)
        if self.code:
            writer.write(_reply(self.code))
            await writer.drain()
            return
        far_reader, far_writer = await asyncio.open_connection(LOOPBACK, port)
        writer.write(_reply(0))
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(_pass_on(reader, far_writer))
                group.create_task(_pass_on(far_reader, writer))
        finally:
            far_writer.transport.abort()


def _reply(code: int) -> bytes:
    return bytes((_VERSION, code, 0, 1)) + bytes(6)


async def _pass_on(reader: StreamReader, writer: StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(4096):
            writer.write(data)
            await writer.drain()
    with suppress(OSError, RuntimeError):
        writer.close()


async def _until_gone(reader: StreamReader) -> None:
    while await reader.read(4096):
        pass
    raise EOFError
