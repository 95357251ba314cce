"""One server asked once, with all that this may take: without EDNS, and over TCP."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from mxgui.model.records import Attempt, AttemptResult, Question, Status, Transport
from mxgui.net.answers import Reading, read
from mxgui.net.clock import Stopwatch
from mxgui.net.queries import NoReply, Strangers, query_for
from mxgui.net.servers import Server, send

# How servers from before EDNS, or with a broken idea of it, turn it down (RFC 6891, section 7).
_NO_EDNS = {"FORMERR", "NOTIMP", "BADVERS"}


@dataclass(frozen=True, slots=True)
class Pace:
    """How soon a question is repeated, and how long a try stays open, in seconds.

    A resolver near by answers what it has in its cache within milliseconds, and most of the rest
    within one second. Five seconds are the C library's patience with one try (resolv.conf(5)).
    """

    step: float = 1.25
    wait: float = 5.0


USUAL_PACE = Pace()


@dataclass(frozen=True, slots=True)
class Try:
    """One try under way; every message sent in it is told to `attempts`, also when cancelled."""

    server: Server
    question: Question
    watch: Stopwatch
    wait: float  # seconds for each message
    attempts: list[Attempt]
    checked: bool = True  # whether the resolver may hold back what it finds bogus

    async def run(self) -> Reading | AttemptResult:
        """Ask, and give what a reply says, or why there is none to read.

        A truncated reply is asked for over TCP; when that fails it is BAD_ANSWER, as a part of
        the records is worse than none.
        """
        transport, edns, is_truncated = self.server.transport, True, False
        while True:
            heard = await self._ask(transport, edns=edns)
            if heard is AttemptResult.TRUNCATED and transport is Transport.UDP:
                transport, is_truncated = Transport.TCP, True
            elif edns and isinstance(heard, Reading) and heard.answer.rcode in _NO_EDNS:
                edns = False
            elif is_truncated and isinstance(heard, AttemptResult):
                return AttemptResult.BAD_ANSWER
            else:
                return heard

    async def _ask(self, transport: Transport, *, edns: bool) -> Reading | AttemptResult:
        """Send one message and wait for its reply."""
        at, strangers = self.watch(), Strangers()
        heard: Reading | NoReply = NoReply(AttemptResult.TIMEOUT, "no reply until the asking ended")
        # HTTP wants the id 0, so that its caches see equal questions (RFC 8484, section 4.1).
        message_id = 0 if transport is Transport.HTTPS else None
        query = query_for(self.question, edns=edns, message_id=message_id, checked=self.checked)
        try:
            async with asyncio.timeout(self.wait):
                message = await send(self.server, transport, query, strangers)
            heard = read(message, self.question)
        except TimeoutError:
            heard = NoReply(AttemptResult.TIMEOUT)
        except NoReply as failure:
            heard = failure
        finally:
            attempt = self._attempt(transport, at, heard, strangers.count)
            self.attempts.append(attempt)
        return heard if isinstance(heard, Reading) else attempt.result

    def _attempt(
        self, transport: Transport, at: float, heard: Reading | NoReply, strangers: int
    ) -> Attempt:
        """Tell what came of one message."""
        result, rcode = AttemptResult.ANSWERED, None
        if isinstance(heard, NoReply):
            result = heard.result
            if strangers and result is AttemptResult.TIMEOUT:
                result = AttemptResult.BAD_ANSWER
        else:
            rcode = heard.answer.rcode
            if heard.answer.status is Status.BAD_ANSWER:
                result = AttemptResult.BAD_ANSWER
        passed_over = f"replies to other questions: {strangers}" if strangers else ""
        note = "; ".join(part for part in (heard.note, passed_over) if part)
        took = self.watch() - at
        return Attempt(str(self.server.spec), transport, result, at, took, rcode, note)
