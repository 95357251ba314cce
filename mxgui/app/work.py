"""One inspection under way: what is known of it, who waits for what, and where it is told."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from mxgui.app.clock import Clock, stopwatch
from mxgui.app.network import Network
from mxgui.app.tasks import Tasks
from mxgui.model.event import (
    Asked,
    AskStep,
    Began,
    Emit,
    Event,
    Fact,
    Learned,
    Resumed,
    SecureStep,
    Step,
)
from mxgui.model.inspection import Inspection, begin, learn
from mxgui.model.records import Answer, Question, RecordType, Status
from mxgui.model.security import Security

F = TypeVar("F", bound=Fact)

# Seconds before that begins which nothing waits for, such as a validation: forty answers come
# together, and what they lead to goes out first. The rest is done while that is under way.
LET_GO = 0.03

# Of other outcomes nothing came that could be validated. One that failed is asked for again.
_VALIDATED = {Status.NOERROR, Status.NODATA, Status.NXDOMAIN, Status.LOOP, Status.SERVFAIL}
# No sender acts on what these say
_NEVER_VALIDATED = (RecordType.PTR, RecordType.NS)


class Lookups:
    """Which answers are still to come; those who need one wait here."""

    def __init__(self) -> None:
        """Expect nothing yet."""
        self._expected: dict[Question, bool] = {}  # whether it has come
        self._events: dict[Question, asyncio.Event] = {}  # of those that somebody waits for

    def expect(self, question: Question) -> None:
        """Say that an answer will come."""
        self._expected[question] = False

    def is_expected(self, question: Question) -> bool:
        """Whether somebody said that the answer will come."""
        return question in self._expected

    def done(self, question: Question) -> None:
        """Say that it has come."""
        if question in self._expected:
            self._expected[question] = True
        event = self._events.pop(question, None)
        if event is not None:
            event.set()

    async def wait(self, question: Question) -> None:
        """Wait for an answer; what was never expected is not waited for."""
        if self._expected.get(question, True):
            return
        event = self._events.get(question)
        if event is None:
            event = self._events[question] = asyncio.Event()
        await event.wait()


class Work:
    """One inspection under way: what is known of it, and the one place that tells."""

    def __init__(self, known: Inspection, network: Network, emit: Emit, clock: Clock) -> None:
        """Go on from what is known; time runs on from where that ended."""
        self.network = network
        self.watch = stopwatch(clock, already=known.lasted.total_seconds() if known.lasted else 0.0)
        self.known = known
        self.lookups = Lookups()
        self._validations = Lookups()
        self._group: Tasks | None = None
        self._way = asyncio.Lock()
        self._emit = emit

    @classmethod
    def begun(cls, began: Began, network: Network, emit: Emit, clock: Clock) -> Work:
        """Begin, and say so."""
        work = cls(begin(began), network, emit, clock)
        emit(began)
        return work

    @classmethod
    def resumed(
        cls, known: Inspection, resumed: Resumed, network: Network, emit: Emit, clock: Clock
    ) -> Work:
        """Take up an inspection that has ended, and say so."""
        work = cls(known, network, emit, clock)
        work.tell(resumed)
        return work

    def tell(self, event: Event) -> None:
        """Fold an event into what is known, and pass it on."""
        self.known = learn(self.known, event)
        self._emit(event)

    async def find(self, step: Step, work: Coroutine[Any, Any, F]) -> F:
        """Do one step, telling that it is asked and what was learned."""
        self.tell(Asked(step, self.watch()))
        fact = await work
        self.tell(Learned(step, fact))
        return fact

    def validate_in(self, group: Tasks) -> None:
        """From now on validate every answer, in tasks of that group."""
        self._group = group

    async def ask(self, name: str, kind: RecordType) -> Answer:
        """Ask DNS one question, and let those go on who wait for the answer.

        Its validation begins at once, and holds up nobody who does not wait for `security`.
        """
        question = Question(name, kind)
        self._validations.expect(question)
        group = self._group if kind not in _NEVER_VALIDATED else None
        if group is not None:
            group.create_task(self._prepare(question))
        answer = await self.find(AskStep(question), self.network.ask(question, self.watch))
        self.lookups.done(question)
        if group is not None and answer.status in _VALIDATED:
            group.create_task(self._validate(question))
        else:
            self._validations.done(question)
        return answer

    async def answer(self, name: str, kind: RecordType) -> Answer:
        """Give the answer that is known, and ask only if there is none yet."""
        question = Question(name, kind)
        known = self.known.facts.get(AskStep(question))
        if not isinstance(known, Answer):
            return await self.ask(name, kind)
        self.lookups.done(question)
        return known

    async def security(self, question: Question) -> Security:
        """Wait for the validation of an answer; UNKNOWN if it was never asked for."""
        await self._validations.wait(question)
        return self.known.security(question.name, question.type)

    async def give_way(self) -> None:
        """Let those go first for whom somebody waits; of the others one goes on in each turn."""
        await asyncio.sleep(LET_GO)
        async with self._way:
            await asyncio.sleep(0)

    async def _prepare(self, question: Question) -> None:
        await asyncio.sleep(0)  # the question itself goes out first
        await self.network.prepare(question)

    async def _validate(self, question: Question) -> None:
        await self.give_way()
        await self.find(SecureStep(question), self.network.validate(question, self.watch))
        self._validations.done(question)
