"""No finding that matters appears on the way and is gone at the end, whatever comes in what order.

For every prefix of every stream of events: what is of notice or worse is still there in the whole,
and no milder there.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mxgui.app.inspect_domain import inspect_domain
from mxgui.model.event import Began, Ended, Event, Learned, LineStep, chain_step, probe_step
from mxgui.model.inspection import Inspection, begin, learn
from mxgui.model.plan import NORMAL, PATIENT, Plan, ProbeMode
from mxgui.model.records import Alias, Answer, Status
from mxgui.model.security import Check, Dnssec, Security, SecurityStep, Why
from mxgui.model.smtp import Outcome, Phase, Probe, Reason, Reply, Stage, StoppedBy
from mxgui.rules.engine import judge
from mxgui.rules.finding import Finding, Severity
from tests.builders import (
    NOON,
    a_chain,
    a_failed_answer,
    a_line,
    a_probe,
    an_answer,
    began,
)
from tests.fakes import FakeClock, FakeNetwork
from tests.planned import mx_records
from tests.rules import faults
from tests.rules.judging import asked, connecting, learned

DOMAIN = "example.org"
EXCHANGES = ("a.example.org", "b.example.org", "c.example.org", "localhost", "192.0.2.7", ".")
ADDRESSES = {
    "A": ("20.0.0.1", "20.0.0.2", "20.0.1.1", "10.0.0.1", "192.0.2.1", "127.0.0.1"),
    "AAAA": ("2a00::1", "2a00::2", "2a00:1::1", "fe80::1"),
}
PLANNED = ((), (), (), mx_records("10 a.example.org, 20 b.example.org, 20 ."))
FAILURES = tuple(
    status for status in Status if status not in (Status.NOERROR, Status.NODATA, Status.NOT_ASKED)
)
OUTCOMES = tuple(outcome for outcome in Outcome if outcome is not Outcome.NOT_TRIED)
FAULTS: tuple[Callable[[str, str], Probe], ...] = (
    faults.rejecting,
    partial(faults.rejecting, reply=faults.AIMED),
    faults.refusing_ehlo,
    partial(faults.refusing_ehlo, reply=faults.BUSY),
    faults.failing_at_ehlo,
    partial(faults.failing_at_ehlo, by=StoppedBy.TIMEOUT),
    faults.failing_under_tls,
    faults.knowing_helo_only,
    faults.unencrypted,
    faults.refusing_starttls,
    faults.breaking_handshake,
    faults.stalling,
    partial(faults.stalling, waited=5.0),
    faults.injecting,
    faults.speaking,
    faults.expired,
    partial(faults.showing, key="RSA 1024"),
    partial(faults.showing, names=("other.example.net",)),
    partial(faults.showing, not_after=NOON + timedelta(days=3)),
    faults.never_ending,
    partial(a_probe, outcome=Outcome.SILENT, phases=(Phase(Stage.GREETING, 0.0, 40.0),)),
    partial(a_probe, greeting=Reply(220, ("****************2****",))),
    partial(a_probe, extensions=(), extensions_tls=()),
    *(partial(a_probe, outcome=outcome) for outcome in OUTCOMES),
)


@dataclass(frozen=True)
class World:
    """What there is to learn: the answers, and how each address would behave."""

    plan: Plan
    mx: Answer
    answers: tuple[Answer, ...]
    probes: tuple[Probe, ...]
    securities: tuple[Security, ...]
    seed: int
    cut: float


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw a domain with all kinds of faults."""
    patience = draw(st.sampled_from((NORMAL, PATIENT)))
    proxy = draw(st.sampled_from(("", "", "socks5://127.0.0.1:1080")))
    plan = Plan(
        allow_private=draw(st.booleans()),
        patience=patience,
        proxy=proxy,
        also_direct=draw(st.booleans()),
        mx=draw(st.sampled_from(PLANNED)),
    )
    mx = draw(mx_answers())
    names = [DOMAIN] if mx.status is Status.NODATA else [r.exchange for r in mx.mx]
    names += [record.exchange for record in plan.mx]
    answers = [
        draw(address_answers(name, kind))
        for name in dict.fromkeys(names)
        if name.endswith(DOMAIN)
        for kind in ("A", "AAAA")
    ]
    owners = {str(found): a.question.name for a in reversed(answers) for found in a.addresses}
    probes = [
        seen_from(vantage, fault(host, address))
        for vantage in plan.vantages
        for address, host in owners.items()
        if (fault := draw(st.sampled_from((*FAULTS, None)))) is not None
    ]
    securities = tuple(draw(securities_of(answer)) for answer in (mx, *answers))
    chance = draw(st.integers(0, 2**32))
    cut = draw(st.floats(0, 2))
    return World(plan, mx, tuple(answers), tuple(probes), securities, chance, cut)


@st.composite
def securities_of(draw: st.DrawFn, answer: Answer) -> Security:
    state = draw(st.sampled_from(Dnssec))
    unchecked = Status.NOT_ASKED
    if answer.status is Status.SERVFAIL:
        unchecked = draw(st.sampled_from((Status.NOERROR, Status.SERVFAIL)))
    zone = answer.question.name
    delegation = SecurityStep(
        Check.DELEGATION, draw(st.sampled_from(Why)), state, "org", zone, "DS"
    )
    in_vain = SecurityStep(Check.SIGNATURE, Why.UNANCHORED, state, zone, zone, "MX")
    steps = draw(st.sampled_from(((), (delegation,), (delegation, in_vain))))
    stripped = draw(st.booleans()) and state is Dnssec.UNKNOWN
    return Security(answer.question, state, steps=steps, stripped=stripped, unchecked=unchecked)


def seen_from(vantage: str, probe: Probe) -> Probe:
    """The same, through a proxy."""
    return replace(probe, target=replace(probe.target, vantage=vantage))


@st.composite
def mx_answers(draw: st.DrawFn) -> Answer:
    status = draw(st.sampled_from((Status.NOERROR, Status.NOERROR, Status.NODATA, *FAILURES)))
    if status is not Status.NOERROR:
        return a_failed_answer(DOMAIN, "MX", status, aliases=draw(alias_steps(DOMAIN)))
    record = st.tuples(st.sampled_from((0, 10, 20)), st.sampled_from(EXCHANGES))
    records = draw(st.lists(record, min_size=1, max_size=5, unique=True))
    return an_answer(DOMAIN, "MX", ", ".join(f"{n} {name}" for n, name in records))


def alias_steps(name: str) -> st.SearchStrategy[tuple[Alias, ...]]:
    """No alias, one, or two that lead in a circle."""
    there, back = Alias(name, "other.example.net", 60), Alias("other.example.net", name, 60)
    return st.sampled_from(((), (), (there,), (there, back)))


@st.composite
def address_answers(draw: st.DrawFn, name: str, kind: str) -> Answer:
    status = draw(st.sampled_from((Status.NOERROR, Status.NOERROR, Status.NODATA, *FAILURES)))
    if status is not Status.NOERROR:
        return a_failed_answer(name, kind, status, aliases=draw(alias_steps(name)))
    found = draw(st.lists(st.sampled_from(ADDRESSES[kind]), max_size=2, unique=True))
    return an_answer(name, kind, " ".join(found))


def stream_of(world: World) -> Iterator[Event]:
    """Tell it as a run would: each step asked, then learned, in an order that chance gives."""
    chance = random.Random(world.seed)
    yield began(DOMAIN, world.plan)
    yield Learned(LineStep(), a_line())
    yield asked(world.mx)
    yield learned(world.mx)
    told: set[str] = set()
    securities = {security.question: security for security in world.securities}
    open_facts: list[Answer | Probe | Security] = [securities[world.mx.question], *world.answers]
    under_way: list[Answer | Probe | Security] = []
    while open_facts or under_way:
        pool, other = (open_facts, under_way) if chance.random() < 0.5 else (under_way, open_facts)
        pool = pool or other
        fact = pool.pop(chance.randrange(len(pool)))
        if pool is open_facts:
            yield asked(fact)
            if isinstance(fact, Probe):
                yield learned(connecting(fact))
            under_way.append(fact)
            continue
        yield learned(fact)
        if isinstance(fact, Probe) and fact.tls is not None:
            yield Learned(chain_step(probe_step(fact.target)), a_chain(fact))
        if isinstance(fact, Answer):
            open_facts.append(securities[fact.question])
            addresses = {str(found) for found in fact.addresses} - told
            told |= addresses
            open_facts += [p for p in world.probes if p.target.address in addresses]


def cut_short(events: Sequence[Event], share: float) -> list[Event]:
    """Give the stream of a run that was stopped part of the way; probes under way are told."""
    kept = list(events[: max(1, int(len(events) * share))])
    known = folded(kept)
    for step, probe in known.knocks:
        if probe.running:
            stopped = a_probe(probe.target.host, probe.target.address, Outcome.NOT_TRIED)
            stopped = seen_from(step.vantage, stopped)
            assert stopped.reason is Reason.CANCELLED
            kept.append(learned(stopped))
    return kept


def folded(events: Sequence[Event]) -> Inspection:
    """What is known after these events, which start with Began."""
    first, *rest = events
    assert isinstance(first, Began)
    known = begin(first)
    for event in rest:
        known = learn(known, event)
    return known


def that_matter(inspection: Inspection) -> dict[tuple[str, str], Finding]:
    """The findings of notice or worse."""
    found = judge(inspection)
    return {
        (finding.id, finding.subject): finding
        for finding in found
        if not Severity.NOTICE.is_worse_than(finding.severity)
    }


def check_every_prefix(events: Sequence[Event]) -> None:
    """The property itself."""
    whole = that_matter(folded(events))
    known = folded(events[:1])
    for place, event in enumerate(events[1:], start=1):
        known = learn(known, event)
        for key, finding in that_matter(known).items():
            assert key in whole, f"{key} was told after event {place} and is gone at the end"
            assert not finding.severity.is_worse_than(whole[key].severity), key
            if finding.severity is not whole[key].severity:
                assert finding.provisional, key


@given(worlds())
@settings(max_examples=400)
def test_what_matters_stays_whatever_comes_first(world):
    events = [*stream_of(world), Ended(NOON)]
    check_every_prefix(events)
    if world.cut < 1:
        check_every_prefix([*cut_short(events[:-1], world.cut), Ended(NOON, cut_short=True)])


@given(worlds())
def test_nothing_is_provisional_at_the_end(world):
    events = [*stream_of(world), Ended(NOON)]
    assert not any(finding.provisional for finding in judge(folded(events)))


SHAPES = {
    "sound": ("10 a.example.org, 20 b.example.org", {}),
    "best refused": ("10 a.example.org, 20 b.example.org", {"20.0.0.1": Outcome.REFUSED}),
    "all refused": (
        "10 a.example.org, 20 b.example.org",
        {"20.0.0.1": Outcome.REFUSED, "20.0.0.2": Outcome.REFUSED},
    ),
    "one silent": ("10 a.example.org, 20 b.example.org", {"20.0.0.1": Outcome.TIMED_OUT}),
    "target missing": ("10 gone.example.org, 20 b.example.org", {}),
    "null": ("0 .", {}),
    "null mixed": ("0 ., 10 a.example.org", {}),
    "implicit": ("", {}),
}


@pytest.mark.parametrize("mode", ProbeMode)
@pytest.mark.parametrize("shape", SHAPES)
async def test_what_matters_stays_in_the_streams_of_the_real_job(shape, mode):
    mx, outcomes = SHAPES[shape]
    hosts = {"a.example.org": "20.0.0.1", "b.example.org": "20.0.0.2", DOMAIN: "20.0.0.9"}
    answers = [an_answer(DOMAIN, "MX", mx)]
    answers += [an_answer(name, "A", address) for name, address in hosts.items()]
    probes = [
        a_probe(name, address, outcomes.get(address, Outcome.GREETED))
        for name, address in hosts.items()
    ]
    events: list[Event] = []
    plan = Plan(mode=mode)
    network = FakeNetwork(answers, probes)
    await inspect_domain(began(DOMAIN, plan), network, events.append, FakeClock())
    check_every_prefix(events)
