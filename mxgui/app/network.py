"""What an inspection needs from the outside world."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from mxgui.app.clock import Stopwatch
from mxgui.model.line import DIRECT, Line
from mxgui.model.records import Answer, Question
from mxgui.model.smtp import Probe, Target


class Network(Protocol):
    """One door for DNS and SMTP; what goes wrong out there comes back as a fact, never raised."""

    @property
    def resolver(self) -> str:
        """The resolvers in use, as they are shown."""
        ...

    async def find_line(self, watch: Stopwatch, vantage: str = DIRECT) -> Line:
        """Find out what a vantage can do."""
        ...

    async def ask(self, question: Question, watch: Stopwatch) -> Answer:
        """Ask DNS one question."""
        ...

    async def probe(self, target: Target, watch: Stopwatch, tell: Callable[[Probe], None]) -> Probe:
        """Knock at one address, telling at every phase what is known so far."""
        ...

    async def close(self) -> None:
        """Let go of all connections."""
        ...
