"""All that is known of one domain, and the fold that makes it out of events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import assert_never

from mxgui.model.authority import ServerAnswer
from mxgui.model.chain import Chain
from mxgui.model.entry import Entry
from mxgui.model.event import (
    Asked,
    AskStep,
    Began,
    ChainStep,
    Ended,
    Event,
    Fact,
    Learned,
    LineStep,
    PolicyStep,
    ProbeStep,
    Resumed,
    SecureStep,
    Step,
)
from mxgui.model.line import DIRECT, Line
from mxgui.model.plan import Origin, Plan
from mxgui.model.policy import PolicyFetch
from mxgui.model.records import Answer, Question, RecordType, Status
from mxgui.model.security import Security
from mxgui.model.smtp import Probe


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was asked of a domain and what was learned, in the order in which it was asked.

    Route, findings, pictures and reports are computed from it and never kept here. `waiting` holds
    the steps under way with the second at which each was asked. `rested` are seconds between an end
    and the moment at which it was resumed; times of steps and facts leave them out. Treat the
    mappings as frozen.
    """

    entry: Entry
    plan: Plan
    origin: Origin
    began: datetime
    ended: datetime | None = None
    cut_short: bool = False
    rested: float = 0.0
    waiting: Mapping[Step, float] = field(default_factory=dict)
    facts: Mapping[Step, Fact] = field(default_factory=dict)

    @property
    def running(self) -> bool:
        """Whether more may still be learned."""
        return self.ended is None

    @property
    def lasted(self) -> timedelta | None:
        """How long it took by the calendar, which may have been set back; None while it runs."""
        if self.ended is None:
            return None
        return max(self.ended - self.began - timedelta(seconds=self.rested), timedelta())

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What DNS said, in the order in which it was asked."""
        return tuple(fact for fact in self.facts.values() if isinstance(fact, Answer))

    @property
    def probes(self) -> tuple[Probe, ...]:
        """What the mail hosts said, in the order in which they were asked."""
        return tuple(fact for fact in self.facts.values() if isinstance(fact, Probe))

    @property
    def server_answers(self) -> tuple[ServerAnswer, ...]:
        """What name servers said when they were asked directly, in the order of asking."""
        return tuple(fact for fact in self.facts.values() if isinstance(fact, ServerAnswer))

    @property
    def line(self) -> Line | None:
        """What the direct line can do; None while that is not known."""
        fact = self.facts.get(LineStep(DIRECT))
        return fact if isinstance(fact, Line) else None

    def answer(self, name: str, kind: RecordType) -> Answer:
        """Give the answer to a question; one that says NOT_ASKED if there is none yet."""
        question = Question(name, kind)
        fact = self.facts.get(AskStep(question))
        return fact if isinstance(fact, Answer) else Answer(question, Status.NOT_ASKED)

    def is_asking(self, name: str, kind: RecordType) -> bool:
        """Whether that question is under way."""
        return AskStep(Question(name, kind)) in self.waiting

    def security(self, name: str, kind: RecordType) -> Security:
        """Give what validation says of an answer; one that says UNKNOWN if nothing yet."""
        question = Question(name, kind)
        fact = self.facts.get(SecureStep(question))
        return fact if isinstance(fact, Security) else Security(question)

    @property
    def policy(self) -> PolicyFetch | None:
        """What came of fetching the domain's MTA-STS policy; None if it was not fetched."""
        fact = self.facts.get(PolicyStep(self.entry.domain.ascii))
        return fact if isinstance(fact, PolicyFetch) else None

    def probe(self, address: str, vantage: str = DIRECT, host: str = "") -> Probe | None:
        """Give the probe of an address, as far as it has come; None if there is none.

        Where a host has a handshake of its own there, that one; else what its names share.
        """
        own = self.facts.get(ProbeStep(address, self.plan.port, vantage, host))
        fact = own or self.facts.get(ProbeStep(address, self.plan.port, vantage))
        return fact if isinstance(fact, Probe) else None

    def chain(self, address: str, vantage: str = DIRECT, host: str = "") -> Chain | None:
        """Give what was checked of the chain that such a probe was shown; None if nothing yet."""
        port = self.plan.port
        if isinstance(self.facts.get(ProbeStep(address, port, vantage, host)), Probe):
            fact = self.facts.get(ChainStep(address, port, vantage, host))
        else:
            fact = self.facts.get(ChainStep(address, port, vantage))
        return fact if isinstance(fact, Chain) else None


def begin(event: Began) -> Inspection:
    """Give the inspection of which nothing is known yet."""
    return Inspection(event.entry, event.plan, event.origin, event.at)


def learn(known: Inspection, event: Event) -> Inspection:
    """Give the inspection as it stands once the event is known."""
    match event:
        case Began():
            return begin(event)
        case Asked(step, at):
            return replace(known, waiting={**known.waiting, step: at})
        case Learned(step, fact):
            return _keep(known, step, fact)
        case Resumed(plan, at):
            return _resume(known, plan, at)
        case Ended(at, cut_short):
            return replace(known, ended=at, cut_short=known.cut_short or cut_short, waiting={})
        case _:
            assert_never(event)


def _resume(known: Inspection, plan: Plan, at: datetime) -> Inspection:
    """Go on; what was cut short before stays so, as nothing of it is made up for."""
    rest = (at - known.ended).total_seconds() if known.ended is not None else 0.0
    return replace(known, plan=plan, ended=None, rested=known.rested + max(rest, 0.0))


def _keep(known: Inspection, step: Step, fact: Fact) -> Inspection:
    facts = {**known.facts, step: fact}
    if isinstance(fact, Probe) and fact.running:
        return replace(known, facts=facts)
    waiting = {other: at for other, at in known.waiting.items() if other != step}
    return replace(known, facts=facts, waiting=waiting)
