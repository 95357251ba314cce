"""How a connection to a mail host is opened: straight, or in another way with the same shape."""

from __future__ import annotations

import asyncio
from asyncio import StreamReader, StreamWriter
from typing import Protocol

from mxgui.model.smtp import Outcome


class SaidByProxy(OSError):
    """What a proxy says of a connection: the outcome, and its own word in one plain line."""

    def __init__(self, outcome: Outcome, word: str) -> None:
        """Keep both."""
        super().__init__(word)
        self.outcome = outcome


class Dialer(Protocol):
    """Opens connections; the demo network has its own, which stays on this machine."""

    async def open(self, address: str, port: int, limit: int) -> tuple[StreamReader, StreamWriter]:
        """Connect to an IP address; `limit` is how many bytes wait in the reader before it pauses.

        Raises OSError as connect does.
        """
        ...


class DirectDialer:
    """Opens connections straight from this machine."""

    async def open(self, address: str, port: int, limit: int) -> tuple[StreamReader, StreamWriter]:
        """Connect to an IP address. Raises OSError as connect does."""
        return await asyncio.open_connection(address, port, limit=limit)
