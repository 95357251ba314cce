"""The way to the demo's mail hosts: from an address of the demo to the listener behind it.

It has the shape of every dialer and raises OSError as connecting does. An address that the demo
does not know is unreachable, so that nothing ever leaves loopback.
"""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mxgui.demo.hosts import Fate

HTTPS_PORT = 443


@dataclass(frozen=True, slots=True)
class Door:
    """What stands behind a demo address: its fate, a place on loopback, seconds there and back."""

    fate: Fate
    host: str = ""
    port: int = 0
    distance: float = 0.0


@dataclass(frozen=True, slots=True)
class DemoDialer:
    """Opens connections to demo addresses; each takes as long as the host is far.

    Mail hosts listen on `port`, policy hosts on `web_port`, and none on any other.
    """

    doors: Mapping[str, Door]
    port: int
    web_doors: Mapping[str, Door] = field(default_factory=dict)
    web_port: int = HTTPS_PORT

    async def open(
        self, address: str, port: int, limit: int
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Connect; `limit` bounds the reader's buffer, in bytes.

        Raises OSError as a connect would. An address where nothing answers waits for ever.
        """
        door = self._door(address, port)
        if door.fate is Fate.MUTE:
            await asyncio.get_running_loop().create_future()  # done only by being cancelled
        await asyncio.sleep(door.distance)
        match door.fate:
            case Fate.LISTENS:
                return await asyncio.open_connection(door.host, door.port, limit=limit)
            case Fate.REFUSES:
                raise ConnectionRefusedError(errno.ECONNREFUSED, os.strerror(errno.ECONNREFUSED))
            case _:
                raise OSError(errno.EHOSTUNREACH, os.strerror(errno.EHOSTUNREACH))

    def _door(self, address: str, port: int) -> Door:
        """Give what is met at an address and port; where a host is, other ports refuse."""
        doors = {self.port: self.doors, self.web_port: self.web_doors}.get(port, {})
        if address in doors:
            return doors[address]
        known = self.doors.get(address) or self.web_doors.get(address) or Door(Fate.UNREACHABLE)
        return replace(known, fate=Fate.REFUSES) if known.fate is Fate.LISTENS else known
