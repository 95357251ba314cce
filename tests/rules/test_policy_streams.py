"""What matters about MTA-STS stays as well, whatever comes in what order (see `test_streams`)."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from mxgui.model.event import (
    AskStep,
    ChainStep,
    Ended,
    Event,
    Learned,
    PolicyStep,
    ProbeStep,
    Step,
)
from mxgui.model.inspection import Inspection
from mxgui.model.policy import FetchOutcome
from mxgui.model.records import Answer, RecordType, Status
from mxgui.model.smtp import Outcome, Probe, StoppedBy
from mxgui.rules.engine import judge
from tests.builders import NOON, a_probe, began
from tests.policies import POLICY, RECORD, TESTING, a_fetch, a_protected, texts
from tests.rules import faults
from tests.rules.test_streams import check_every_prefix, cut_short, folded

NAMED = "10 a.example.org, 10 b.example.org, 20 c.example.org"
MIXED = "10 a.example.org, 20 x.other.example"
POLICIES = (
    POLICY,
    TESTING,
    POLICY.replace("*.", "a."),
    POLICY.replace("*.example.org", "*.other.example"),
    f"{POLICY}mx: gone.example\n",
    f"{POLICY}\n",
    "<html>",
    a_fetch(outcome=FetchOutcome.STATUS, status=404),
    a_fetch(outcome=FetchOutcome.TOO_SLOW, limit=25.0),
    None,
)
RECORDS = (
    RECORD,
    RECORD,
    None,
    "v=STSv1;",
    texts("_mta-sts.example.org", RECORD, "v=STSv1; id=2"),
    texts("_mta-sts.example.org", status=Status.SERVFAIL),
    texts("_mta-sts.example.org", status=Status.TIMEOUT),
)
FAULTS: tuple[Callable[[str, str], Probe], ...] = (
    faults.unencrypted,
    faults.breaking_handshake,
    partial(faults.breaking_handshake, by=StoppedBy.TIMEOUT),
    faults.rejecting,
    *(partial(a_probe, outcome=one) for one in (Outcome.REFUSED, Outcome.TIMED_OUT)),
    a_probe,
    a_probe,
)


@dataclass(frozen=True)
class World:
    """A whole inspection, the chance that orders its facts, and how much of it is told."""

    whole: Inspection
    seed: int
    cut: float


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw a domain with a policy and with faults of its hosts."""
    mx = draw(st.sampled_from((NAMED, MIXED, "10 a.example.org", "", "0 .")))
    names = [part.split()[1] for part in mx.split(",")] if mx else ["example.org"]
    hosts = {name: f"20.0.{at}.1 20.0.{at}.2" for at, name in enumerate(names)}
    addresses = [(name, own) for name, both in hosts.items() for own in both.split()]
    probes = {own: draw(st.sampled_from(FAULTS))(name, own) for name, own in addresses}
    record = draw(st.sampled_from(RECORDS))
    whole = a_protected(
        draw(st.sampled_from(POLICIES)) if record == RECORD else None,
        record,
        mx=mx,
        hosts=hosts,
        probes=probes,
        own=draw(st.sampled_from(((), (RECORD,), ("v=spf1 -all",)))),
        reporting=draw(
            st.sampled_from((None, "v=TLSRPTv1;", "v=TLSRPTv1; rua=mailto:a@b.example"))
        ),
        untrusted=[own for _, own in addresses if draw(st.booleans())],
    )
    return World(whole, draw(st.integers(0, 2**32)), draw(st.floats(0, 2)))


def stream_of(world: World) -> Iterator[Event]:
    """Tell its facts in an order that chance gives, none before what it rests on."""
    chance = random.Random(world.seed)
    yield began("example.org", world.whole.plan)
    left = dict(world.whole.facts)
    told: set[Step] = set()
    while left:
        ready = [step for step in left if rests_on(step, world.whole) <= told]
        step = chance.choice(ready)
        told.add(step)
        yield Learned(step, left.pop(step))


def rests_on(step: Step, whole: Inspection) -> set[Step]:
    """The steps that a run has done before it begins this one."""
    answers = {one: fact for one, fact in whole.facts.items() if isinstance(fact, Answer)}
    match step:
        case PolicyStep():
            return {one for one in answers if answers[one].question.name.startswith("_mta-sts.")}
        case ProbeStep():
            found = {one: map(str, fact.addresses) for one, fact in answers.items()}
            return {one for one, addresses in found.items() if step.address in addresses}
        case ChainStep():
            return {ProbeStep(step.address, step.port, step.vantage, step.host)}
        case AskStep(question) if question.type in (RecordType.A, RecordType.AAAA):
            return {one for one in answers if answers[one].question.type is RecordType.MX}
        case _:
            return set()


@given(worlds())
@settings(max_examples=300)
def test_what_matters_stays_whatever_comes_first(world):
    events = [*stream_of(world), Ended(NOON)]
    check_every_prefix(events)
    if world.cut < 1:
        check_every_prefix([*cut_short(events[:-1], world.cut), Ended(NOON, cut_short=True)])


@given(worlds())
def test_nothing_is_provisional_at_the_end(world):
    assert not any(finding.provisional for finding in judge(world.whole))


def test_a_policy_that_comes_last_changes_nothing_that_was_told():
    whole = a_protected(mx=MIXED, untrusted=["20.0.0.1"])
    steps = sorted(whole.facts, key=lambda step: isinstance(step, PolicyStep))
    told = (Learned(step, whole.facts[step]) for step in steps)
    events: list[Event] = [began(), *told, Ended(NOON)]
    check_every_prefix(events)
    assert any(finding.id == "STS-CERT" for finding in judge(folded(events)))
