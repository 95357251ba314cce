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
    chain_step,
    probe_step,
)
from mxgui.model.line import DIRECT, VANTAGES, Line
from mxgui.model.once import once
from mxgui.model.plan import Origin, Plan
from mxgui.model.policy import PolicyFetch
from mxgui.model.records import Answer, Question, RecordType, Status
from mxgui.model.security import Security
from mxgui.model.smtp import Probe


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was asked of a domain and what was learned, in the order in which it was asked.

    Route, findings, pictures and reports are computed from it and never kept here. `waiting` holds
    the steps under way with the second at which each was asked. `resumed` tells that more was done
    after its end; that this was stopped cuts nothing short of what came before. `rested` are the
    seconds in between; times of steps and facts leave them out. Treat the mappings as frozen.
    `computed` is none of what is known: there `once` keeps what follows from it.
    """

    entry: Entry
    plan: Plan
    origin: Origin
    began: datetime
    ended: datetime | None = None
    cut_short: bool = False
    resumed: bool = False
    rested: float = 0.0
    waiting: Mapping[Step, float] = field(default_factory=dict)
    facts: Mapping[Step, Fact] = field(default_factory=dict)
    computed: dict[object, object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

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
    @once
    def knocks(self) -> tuple[tuple[ProbeStep, Probe], ...]:
        """Every connection to a mail host: from each vantage, and those for one name alone."""
        return tuple(
            (step, fact)
            for step, fact in self.facts.items()
            if isinstance(step, ProbeStep) and isinstance(fact, Probe)
        )

    @property
    @once
    def probes(self) -> tuple[Probe, ...]:
        """What the mail hosts said: one probe an address, in the order in which they were asked.

        Of several vantages it is the one that tells most; a handshake for one name alone is no
        address more.
        """
        shared = [(step, fact) for step, fact in self.knocks if not step.host]
        found: dict[tuple[str, int], list[Probe]] = {}
        for step, fact in shared:
            found.setdefault((step.address, step.port), []).append(fact)
        return tuple(min(each, key=_hope) for each in found.values())

    @property
    def server_answers(self) -> tuple[ServerAnswer, ...]:
        """What name servers said when they were asked directly, in the order of asking."""
        return tuple(fact for fact in self.facts.values() if isinstance(fact, ServerAnswer))

    @property
    def line(self) -> Line | None:
        """What the direct line can do; None while that is not known."""
        return self.line_of(DIRECT)

    def line_of(self, vantage: str) -> Line | None:
        """What one vantage can do; None while that is not known."""
        fact = self.facts.get(LineStep(vantage))
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

    @once
    def probe(self, address: str, vantage: str | None = None, host: str = "") -> Probe | None:
        """Give the probe of an address, as far as it has come; None if there is none.

        Where a host has a handshake of its own there, that one; else what its names share. Without
        a vantage, of several the one that tells most; None as long as another may still tell more.
        """
        if vantage is None:
            return self._best(address, host)
        own = self.facts.get(ProbeStep(address, self.plan.port, vantage, host))
        fact = own or self.facts.get(ProbeStep(address, self.plan.port, vantage))
        return fact if isinstance(fact, Probe) else None

    @once
    def vantage_of(self, address: str) -> str:
        """Tell the vantage whose probe of the address tells most."""
        found = [(vantage, self.probe(address, vantage)) for vantage in VANTAGES]
        known = [(_hope(probe), vantage) for vantage, probe in found if probe is not None]
        return min(known, key=lambda each: each[0])[1] if known else self.plan.vantages[0]

    def _best(self, address: str, host: str) -> Probe | None:
        port, vantage = self.plan.port, self.vantage_of(address)
        best = self.probe(address, vantage, host)
        if best is None or best.running or not self.running:
            return best
        if best.delivers and vantage == self.plan.vantages[0]:
            return best  # of equals the first counts, whichever ends first
        wanted = (self.facts.get(ProbeStep(address, port, each)) for each in self.plan.vantages)
        is_over = all(isinstance(probe, Probe) and not probe.running for probe in wanted)
        return best if is_over else None

    def chain_of(self, probe: Probe) -> Chain | None:
        """Give what was checked of the chain that this very probe was shown; None if nothing yet.

        What an earlier probe of the address was shown says nothing of this one.
        """
        fact = self.facts.get(chain_step(probe_step(probe.target)))
        leaf = probe.tls.chain[0].sha256 if probe.tls is not None and probe.tls.chain else ""
        return fact if isinstance(fact, Chain) and fact.sha256 == leaf else None


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
            cut_short = known.cut_short if known.resumed else cut_short
            return replace(known, ended=at, cut_short=cut_short, waiting={})
        case _:
            assert_never(event)


def _resume(known: Inspection, plan: Plan, at: datetime) -> Inspection:
    """Go on; what was cut short before stays so, as nothing of it is made up for."""
    known = replace(known, resumed=True)
    rest = (at - known.ended).total_seconds() if known.ended is not None else 0.0
    return replace(known, plan=plan, ended=None, rested=known.rested + max(rest, 0.0))


def _keep(known: Inspection, step: Step, fact: Fact) -> Inspection:
    facts = {**known.facts, step: fact}
    if isinstance(fact, Probe) and fact.running:
        return replace(known, facts=facts)
    if step not in known.waiting:
        return replace(known, facts=facts)
    waiting = dict(known.waiting)
    del waiting[step]
    return replace(known, facts=facts, waiting=waiting)


def _hope(probe: Probe) -> int:
    """How much a probe tells, the less the more: one under way may yet tell all but delivery."""
    return 1 if probe.running and not probe.delivers else probe.telling + bool(probe.telling)
