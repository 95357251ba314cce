"""One name and type, asked round the resolvers until somebody knows or patience ends.

A try that hears nothing stays open while the next begins: a resolver that is slow every time is
heard all the same, and one that drops what took it too long (unbound does after 1.9 seconds) has
the answer ready when it is asked again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from mxgui.model.records import Answer, Attempt, AttemptResult, Question, Status
from mxgui.net.answers import MAX_ERRORS, Reading
from mxgui.net.clock import Stopwatch
from mxgui.net.servers import Server
from mxgui.net.tries import Pace, Try

# A resolver keeps a failure for a second at least (RFC 9520, section 3.2): asked at once it says
# the same again. Asked once more after the step of `Pace` it has really tried twice, and often the
# servers behind it have answered by then. More than that is only noise at its door.
MAX_STRIKES = 2

_DEFINITE = {Status.NOERROR, Status.NODATA, Status.NXDOMAIN, Status.LOOP}
_SILENT = {AttemptResult.TIMEOUT, AttemptResult.UNREACHABLE}

# What wins when nobody knew: a failure that somebody told beats silence, and one that tells
# something of the domain (SERVFAIL) beats one that tells something of us (REFUSED).
_WORST = (Status.SERVFAIL, Status.BAD_ANSWER, Status.REFUSED)


@dataclass(slots=True)
class Turn:
    """How one server stands in this inquiry; times in seconds of the stopwatch."""

    server: Server
    ready: float = 0.0  # not to be asked before
    struck: float = 0.0  # when it last answered uselessly
    strikes: int = 0

    @property
    def is_over(self) -> bool:
        """Whether it is not to be asked any more."""
        return self.strikes >= MAX_STRIKES

    def strike(self, began: float, now: float, step: float) -> None:
        """Count a useless answer, unless its try began before the last one was known.

        Several open tries get one and the same failure of the resolver, all at once.
        """
        if self.strikes == 0 or began >= self.struck:
            self.strikes += 1
            self.struck, self.ready = now, now + step


@dataclass(slots=True)
class Inquiry:
    """One question under way; `until` is when patience ends, by the stopwatch."""

    question: Question
    servers: Sequence[Server]
    watch: Stopwatch
    until: float
    pace: Pace
    checked: bool = True
    _found: Reading | None = None
    _useless: list[Answer] = field(default_factory=list)
    _attempts: list[Attempt] = field(default_factory=list)
    _stirred: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> Reading:
        """Ask until the answer is definite, all servers are useless, or patience ends.

        REFUSED is final for its server; SERVFAIL and other useless answers are when they come
        twice; silence never is.
        """
        turns = [Turn(server) for server in self.servers]
        async with asyncio.TaskGroup() as group:
            tries: list[asyncio.Task[None]] = []
            while (turn := await self._next(turns)) is not None:
                turn.ready = self.watch() + self.pace.step
                tries.append(group.create_task(self._try(turn)))
                await self._pause(tries[-1])
            for task in tries:
                task.cancel()
        heard = self._found or Reading(self._worst())
        attempts = tuple(sorted(self._attempts, key=lambda attempt: attempt.at))
        return replace(heard, answer=replace(heard.answer, attempts=attempts))

    async def _next(self, turns: Sequence[Turn]) -> Turn | None:
        """Wait for the server whose turn it is; None when there is no point in going on."""
        while self._goes_on():
            turn = min(
                (turn for turn in turns if not turn.is_over),
                key=lambda turn: turn.ready,
                default=None,
            )
            if turn is None or turn.ready <= self.watch():
                return turn
            await self._wait(turn.ready)
        return None

    async def _pause(self, latest: asyncio.Task[None]) -> None:
        """Give the latest try its time before the next server is asked."""
        until = self.watch() + self.pace.step
        while self._goes_on() and not latest.done() and self.watch() < until:
            await self._wait(until)

    def _goes_on(self) -> bool:
        return self._found is None and self.watch() < self.until

    async def _wait(self, until: float) -> None:
        """Wait until that moment, the end of patience or the end of any try; perhaps less.

        Qt's timers are early by up to a twentieth: who calls this looks at the stopwatch.
        """
        self._stirred.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(min(until, self.until) - self.watch()):
                await self._stirred.wait()

    async def _try(self, turn: Turn) -> None:
        """Ask one server once and take what came of it."""
        began = self.watch()
        try:
            one = Try(
                turn.server,
                self.question,
                self.watch,
                self.pace.wait,
                self._attempts,
                self.checked,
            )
            heard = await one.run()
            self._take(turn, began, heard)
        finally:
            self._stirred.set()

    def _take(self, turn: Turn, began: float, heard: Reading | AttemptResult) -> None:
        """Keep a definite answer; count a useless one against its server."""
        if isinstance(heard, AttemptResult):
            if heard not in _SILENT:
                turn.strike(began, self.watch(), self.pace.step)
        elif heard.answer.status in _DEFINITE:
            self._found = self._found or heard
        else:
            self._useless.append(heard.answer)
            turn.strike(began, self.watch(), self.pace.step)
            if heard.answer.status is Status.REFUSED:
                turn.strikes = MAX_STRIKES

    def _worst(self) -> Answer:
        """Give what is told when nobody knew; extended errors of all who said the same."""
        unread = {AttemptResult.BAD_ANSWER, AttemptResult.TRUNCATED}
        for status in _WORST:
            said = [answer for answer in self._useless if answer.status is status]
            if said:
                errors = dict.fromkeys(error for answer in said for error in answer.ede)
                return replace(said[0], ede=tuple(errors)[:MAX_ERRORS])
            if status is Status.BAD_ANSWER and any(a.result in unread for a in self._attempts):
                return Answer(self.question, status)
        return Answer(self.question, Status.TIMEOUT)
