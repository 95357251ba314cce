"""What an inspection needs from the outside world."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from mxgui.app.clock import Stopwatch
from mxgui.model.authority import ServerAnswer
from mxgui.model.chain import Chain
from mxgui.model.line import DIRECT, Line
from mxgui.model.policy import PolicyFetch
from mxgui.model.records import Answer, Question, Tlsa
from mxgui.model.security import Security
from mxgui.model.smtp import Probe, Target


class Network(Protocol):
    """One door for DNS, SMTP and policies; what goes wrong out there is a fact, never raised."""

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

    async def prepare(self, question: Question) -> None:
        """Ask for the keys that an answer will be validated with, while it is waited for."""
        ...

    async def validate(self, question: Question, watch: Stopwatch) -> Security:
        """Validate the answer that came to a question by DNSSEC."""
        ...

    async def ask_server(self, asked: ServerAnswer, watch: Stopwatch) -> ServerAnswer:
        """Put one question to a name server itself; `asked` has the question, and no answer."""
        ...

    async def probe(self, target: Target, watch: Stopwatch, tell: Callable[[Probe], None]) -> Probe:
        """Knock at one address, telling at every phase what is known so far."""
        ...

    async def check_chain(self, probe: Probe, records: Sequence[Tlsa], watch: Stopwatch) -> Chain:
        """Check the chain that a probe was shown, with the TLSA records of its host."""
        ...

    async def fetch_policy(
        self, domain: str, addresses: Sequence[str], watch: Stopwatch, version: str = ""
    ) -> PolicyFetch:
        """Fetch the MTA-STS policy of a domain from the addresses of its policy host."""
        ...

    async def close(self) -> None:
        """Let go of all connections."""
        ...
