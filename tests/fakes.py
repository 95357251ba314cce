"""Stand-ins for the world outside: a network over dictionaries, and a clock that is set by hand."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from mxgui.model.authority import ServerAnswer
from mxgui.model.chain import Chain
from mxgui.model.event import Fact
from mxgui.model.inspection import Inspection
from mxgui.model.line import DIRECT, PROXY, Line
from mxgui.model.policy import FetchOutcome, PolicyFetch
from mxgui.model.records import Answer, Pointer, Question, RecordType, Status, Tlsa, Transport
from mxgui.model.security import Security
from mxgui.model.smtp import Outcome, Probe, Reason, Stage, StoppedBy, Target, Waiting
from tests.builders import NOON, a_line

Stopwatch = Callable[[], float]
Tell = Callable[[Probe], None]
HELD = 40.0  # seconds; the limit that a running probe of the fake names


class FakeClock:
    """A clock that stands still until a test lets time pass."""

    def __init__(self, start: datetime = NOON) -> None:
        self._start = start
        self._passed = 0.0

    def now(self) -> datetime:
        """The moment, UTC."""
        return self._start + timedelta(seconds=self._passed)

    def seconds(self) -> float:
        """Seconds since the clock was made."""
        return self._passed

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._passed += seconds


class SleepyClock(FakeClock):
    """The clock of a computer that sleeps: meanwhile only the calendar goes on."""

    def __init__(self) -> None:
        super().__init__()
        self._slept = timedelta()

    def now(self) -> datetime:
        """The moment, UTC."""
        return super().now() + self._slept

    def sleep(self, *, hours: float) -> None:
        """Let the computer sleep; fewer than no hours are a calendar that was set back."""
        self._slept += timedelta(hours=hours)


class FakeNetwork:
    """The Network of an inspection, over answers and probes that were prepared.

    A name that has no answer at all does not exist; one that has answers of another type has no
    such records. An address is called by the first name that leads to it, does not answer without
    a probe, and nobody trusts a chain whose leaf has no check. `asked`, `probed` and `checked`
    record what was wanted, in order; `hold` stops a question, an address, the line or `policy`
    until the event is set. `facts` are what validation says, the checks of chains, the policies and
    what name servers say; a domain without a prepared policy has a policy host out of reach.
    """

    def __init__(
        self,
        answers: Iterable[Answer] = (),
        probes: Iterable[Probe] = (),
        line: Line | None = None,
        resolver: str = "192.0.2.53:53 (system)",
        facts: Iterable[Fact] = (),
    ) -> None:
        self.answers = {answer.question: answer for answer in answers}
        self.probes = {probe.target.address: probe for probe in probes}
        self.fetched: list[tuple[str, tuple[str, ...]]] = []
        self.line = line or a_line()
        self.through = Line(PROXY, helo="mail.example.net", proxy="socks5://192.0.2.80:1080")
        self.answers_through: dict[str, Probe] = {}  # by address; without one as directly
        self.resolver = resolver
        told = tuple(facts)
        self.securities = {one.question: one for one in told if isinstance(one, Security)}
        self.chains = {one.sha256: one for one in told if isinstance(one, Chain)}
        self.policies = {one.domain: one for one in told if isinstance(one, PolicyFetch)}
        servers = (one for one in told if isinstance(one, ServerAnswer))
        self.servers = {(each.address, each.question, each.transport): each for each in servers}
        self.asked: list[Question] = []
        self.asked_directly: list[ServerAnswer] = []
        self.probed: list[Target] = []
        self.checked: list[tuple[Target, tuple[Tlsa, ...]]] = []
        self.closed = False
        self._holds: dict[tuple[str, Stage], asyncio.Event] = {}
        self._begun: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)

    def hold(self, what: str, stage: Stage = Stage.CONNECT) -> asyncio.Event:
        """Hold `example.org MX`, `192.0.2.1` or `line` until the event that is given back is set.

        A probe is held at the stage named.
        """
        return self._holds.setdefault((what, stage), asyncio.Event())

    async def begun(self, what: str) -> None:
        """Wait until something of that name was asked, or has come to where it is held."""
        await self._begun[what].wait()

    async def find_line(self, watch: Stopwatch, vantage: str = DIRECT) -> Line:
        """Give the line that was prepared."""
        await self._pass("line")
        line = self.line if vantage == DIRECT else self.through
        return replace(line, at=watch())

    async def ask(self, question: Question, watch: Stopwatch) -> Answer:
        """Give the answer that was prepared."""
        began = watch()
        self.asked.append(question)
        await self._pass(str(question))
        return replace(self._answer(question), at=began, took=watch() - began)

    async def prepare(self, question: Question) -> None:
        """Have nothing to prepare."""

    async def validate(self, question: Question, watch: Stopwatch) -> Security:
        """Give what was prepared, else that nothing is known; held as `example.org MX secure`."""
        began = watch()
        await self._pass(f"{question} secure")
        security = self.securities.get(question, Security(question))
        return replace(security, at=began, took=watch() - began)

    async def ask_server(self, asked: ServerAnswer, watch: Stopwatch) -> ServerAnswer:
        """Give what was prepared for the address, whichever way it is asked; silence otherwise."""
        began = watch()
        self.asked_directly.append(asked)
        await self._pass(f"{asked.address} {asked.question}")
        key = asked.address, asked.question
        found = self.servers.get((*key, asked.transport)) or self.servers.get((*key, Transport.UDP))
        if found is None:
            return replace(asked, status=Status.TIMEOUT, at=began, took=watch() - began)
        return replace(found, zone=asked.zone, server=asked.server, at=began)

    async def probe(self, target: Target, watch: Stopwatch, tell: Tell) -> Probe:
        """Tell a probe at every stage that the prepared one reached, then give it."""
        began = watch()
        self.probed.append(target)
        end = replace(self._probe(target), target=target, at=began)
        seen = Probe(target, at=began, began=end.began, helo=end.helo)
        try:
            for stage in _stages_until(end.stage):
                seen = _as_seen_at(stage, seen, end)
                tell(replace(seen, waiting=Waiting(stage, watch(), HELD)))
                await self._pass(target.address, stage)
        except asyncio.CancelledError:
            tell(_cancelled(seen))
            raise
        return end

    async def check_chain(self, probe: Probe, records: Sequence[Tlsa], watch: Stopwatch) -> Chain:
        """Give the check that was prepared for the leaf."""
        self.checked.append((probe.target, tuple(records)))
        leaf = probe.tls.chain[0].sha256 if probe.tls and probe.tls.chain else ""
        return replace(self.chains.get(leaf, Chain(leaf)), at=watch())

    async def fetch_policy(
        self, domain: str, addresses: Sequence[str], watch: Stopwatch, version: str = ""
    ) -> PolicyFetch:
        """Give the policy that was prepared."""
        began = watch()
        self.fetched.append((domain, tuple(addresses)))
        await self._pass("policy")
        unreachable = PolicyFetch(domain, FetchOutcome.NOT_REACHABLE)
        fetch = self.policies.get(domain, unreachable)
        return replace(fetch, version=version, at=began, took=watch() - began)

    async def close(self) -> None:
        """Remember that it was closed."""
        self.closed = True

    async def _pass(self, what: str, stage: Stage = Stage.CONNECT) -> None:
        gate = self._holds.get((what, stage))
        if gate is None:
            await asyncio.sleep(0)  # others get their turn, as they do on a real network
        if gate is not None or what not in {held for held, _ in self._holds}:
            self._begun[what].set()
        if gate is not None:
            await gate.wait()

    def _answer(self, question: Question) -> Answer:
        known = self.answers.get(question)
        if known is not None:
            return known
        if question.type is RecordType.PTR:
            return self._name(question)
        exists = any(other.name == question.name for other in self.answers)
        return Answer(question, Status.NODATA if exists else Status.NXDOMAIN)

    def _name(self, question: Question) -> Answer:
        for answer in self.answers.values():
            if any(found.reverse_pointer == question.name for found in answer.addresses):
                return Answer(question, Status.NOERROR, (Pointer(answer.question.name),), ttl=300)
        return Answer(question, Status.NXDOMAIN)

    def _probe(self, target: Target) -> Probe:
        silence = Probe(target, Outcome.TIMED_OUT, stopped_by=StoppedBy.TIMEOUT, began=NOON)
        direct = self.probes.get(target.address, silence)
        through = self.answers_through.get(target.address, direct)
        return through if target.vantage == PROXY else direct


def network_of(inspection: Inspection) -> FakeNetwork:
    """A network on which everything is as the inspection knows it."""
    return FakeNetwork(
        inspection.answers,
        inspection.probes,
        inspection.line,
        inspection.origin.resolver,
        inspection.facts.values(),
    )


def _stages_until(last: Stage) -> list[Stage]:
    order = list(Stage)
    return order[: order.index(last) + 1]


def _as_seen_at(stage: Stage, seen: Probe, end: Probe) -> Probe:
    """Give what is known of a probe once it has come to a stage."""
    order = list(Stage)
    done = tuple(phase for phase in end.phases if order.index(phase.stage) < order.index(stage))
    seen = replace(seen, stage=stage, phases=done)
    if order.index(stage) > order.index(Stage.GREETING):
        seen = replace(seen, outcome=end.outcome, greeting=end.greeting)
    if order.index(stage) > order.index(Stage.EHLO):
        seen = replace(seen, command=end.command, ehlo=end.ehlo, extensions=end.extensions)
    return seen


def _cancelled(seen: Probe) -> Probe:
    """Give what is kept of a probe that was stopped."""
    nothing = seen.outcome is Outcome.NOT_TRIED
    reason = Reason.CANCELLED if nothing else None
    return replace(seen, stopped_by=StoppedBy.CANCELLED, reason=reason)
