"""One probe of a host on loopback, as the tests of the network want it."""

from __future__ import annotations

import asyncio
from asyncio import StreamReader, StreamReaderProtocol, StreamWriter
from collections.abc import Callable, Iterable
from time import perf_counter
from typing import SupportsIndex

from mxgui.model.plan import Patience
from mxgui.model.smtp import Probe, Stage, Target
from mxgui.net.dialer import Dialer, DirectDialer
from mxgui.net.smtp import Manner, probe
from tests.builders import NOON
from tests.servers.smtp_server import LOOPBACK

PATIENT = Patience(10, 10, 10)  # nothing that answers is this slow
HASTY = Patience(0.2, 0.2, 0.2)  # for hosts that never answer
HOST = "mx1.example.org"
HELO = "probe.example.net"

Tell = Callable[[Probe], None]


def a_target_at(port: int, host: str = HOST) -> Target:
    """The host behind a port of this machine."""
    return Target(host, LOOPBACK, port)


def a_manner(
    patience: Patience = PATIENT, helo: str = HELO, dialer: Dialer | None = None
) -> Manner:
    """A way to knock on a real clock."""
    start = perf_counter()
    return Manner(dialer or DirectDialer(), patience, helo, lambda: perf_counter() - start)


async def knock(port: int, patience: Patience = PATIENT, **differs: object) -> Probe:
    """Probe a port of this machine; what is told on the way is dropped."""
    manner = a_manner(patience, **differs)  # type: ignore[arg-type]
    return await probe(a_target_at(port), manner, NOON, lambda _told: None)


async def told_until_cancelled(
    port: int, stage: Stage, manner: Manner | None = None
) -> list[Probe]:
    """Probe a port, cancel as soon as that stage is told, and give all that was told."""
    told: list[Probe] = []
    reached = asyncio.Event()

    def tell(known: Probe) -> None:
        told.append(known)
        if known.waiting is not None and known.waiting.stage is stage:
            reached.set()

    async with asyncio.TaskGroup() as group:
        manner = manner or a_manner()
        task = group.create_task(probe(a_target_at(port), manner, NOON, tell))
        await reached.wait()
        await asyncio.sleep(0)
        task.cancel()
    assert task.cancelled()
    return told


class FailingDialer:
    """Every connect fails with the error given."""

    def __init__(self, error: OSError) -> None:
        self._error = error

    async def open(self, address: str, port: int, limit: int) -> tuple[StreamReader, StreamWriter]:
        """Fail."""
        raise self._error


class HangingDialer:
    """No connect ever ends."""

    async def open(self, address: str, port: int, limit: int) -> tuple[StreamReader, StreamWriter]:
        """Wait for ever."""
        await asyncio.Event().wait()
        raise AssertionError("nobody sets it")


class CountingReader(StreamReader):
    """Counts the bytes that were taken from the connection."""

    taken = 0

    def feed_data(self, data: Iterable[SupportsIndex]) -> None:
        """Take some."""
        self.taken += len(bytes(data))
        super().feed_data(data)


class CountingDialer:
    """Connects as usual, and knows how much was read."""

    def __init__(self) -> None:
        self.readers: list[CountingReader] = []

    @property
    def taken(self) -> int:
        """Bytes read over all connections."""
        return sum(reader.taken for reader in self.readers)

    async def open(self, address: str, port: int, limit: int) -> tuple[StreamReader, StreamWriter]:
        """Connect."""
        loop = asyncio.get_running_loop()
        reader = CountingReader(limit, loop)
        protocol = StreamReaderProtocol(reader, loop=loop)
        transport, _ = await loop.create_connection(lambda: protocol, address, port)
        self.readers.append(reader)
        return reader, StreamWriter(transport, protocol, reader, loop)
