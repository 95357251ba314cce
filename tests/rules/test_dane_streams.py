"""No finding about DANE that matters is told and taken back, in whatever order facts come."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from mxgui.model.event import (
    Asked,
    AskStep,
    ChainStep,
    Ended,
    Event,
    Learned,
    LineStep,
    ProbeStep,
    SecureStep,
    Step,
)
from mxgui.model.inspection import Inspection
from mxgui.model.records import Status, Tlsa
from mxgui.model.security import Dnssec
from mxgui.model.smtp import Outcome, Probe
from tests.builders import NOON, a_line, began
from tests.dane_cases import Published, tlsa_of
from tests.rules import faults
from tests.rules.dane_worlds import GOOD, STALE, UNUSABLE, WHOLE, DaneHost, dane_world
from tests.rules.judging import HOSTS, connecting
from tests.rules.test_streams import check_every_prefix

STRONGER = tlsa_of(Published(3, 1, 2, "next"))
ANCHOR = tlsa_of(Published(2, 0, 1, "root"))
RECORDS: st.SearchStrategy[Sequence[Tlsa] | Status] = st.sampled_from(
    [
        (), (GOOD,), (GOOD,), (STALE,), (WHOLE,), (GOOD, STALE), (GOOD, STRONGER), (UNUSABLE,),
        (UNUSABLE, GOOD), (ANCHOR,), (ANCHOR, STALE), Status.SERVFAIL, Status.TIMEOUT,
    ]
)  # fmt: skip
SHOWN = st.sampled_from(
    [("leaf", "inner"), ("leaf", "inner", "root"), ("wildcard", "root"), ("misnamed", "root"),
     ("expired", "root"), ("next",)]
)  # fmt: skip
FAULTS = (
    faults.unencrypted, faults.refusing_starttls, faults.breaking_handshake,
    faults.knowing_helo_only,
)  # fmt: skip
PROBES = st.sampled_from(
    [None, None, None, None, Outcome.REFUSED, Outcome.TIMED_OUT]
    + [fault("a.example.org", "20.0.0.1") for fault in FAULTS]
)
STATES = st.dictionaries(
    st.sampled_from(
        ["example.org MX"]
        + [f"{letter}.example.org {kind}" for letter in "abc" for kind in ("A", "AAAA")]
        + [f"_25._tcp.{letter}.example.org TLSA" for letter in "abc"]
    ),
    st.sampled_from(list(Dnssec)),
    max_size=3,
)


@st.composite
def dane_hosts(draw: st.DrawFn) -> DaneHost:
    """Draw what there is at one host."""
    at = draw(st.dictionaries(st.sampled_from(("20.0.1.1", "2a00::1")), SHOWN, max_size=1))
    return DaneHost(draw(RECORDS), draw(SHOWN), draw(PROBES), at)


@st.composite
def worlds(draw: st.DrawFn) -> Inspection:
    """Draw a whole inspection of three hosts in two tiers."""
    hosts = {letter: draw(dane_hosts()) for letter in "abc"}
    mx = draw(st.sampled_from(("10 a, 10 b, 20 c", "10 a, 20 b, 30 c", "10 b", "10 a, 20 c")))
    kept = {letter: host for letter, host in hosts.items() if letter in mx}
    return dane_world(mx=mx, hosts=kept, states=draw(STATES))


def stream_of(whole: Inspection, seed: int) -> Iterator[Event]:
    """Tell the facts of an inspection in an order that chance gives, each after what it needs."""
    chance = random.Random(seed)
    yield began()
    yield Learned(LineStep(), a_line())
    left: list[Step] = [step for step in whole.facts if not isinstance(step, LineStep)]
    told: set[Step] = set()
    under_way: list[Step] = []
    while left or under_way:
        ready = [step for step in left if all(one in told for one in needs(step, whole))]
        if ready and (not under_way or chance.random() < 0.5):
            step = chance.choice(ready)
            left.remove(step)
            under_way.append(step)
            yield Asked(step, 0.0)
            fact = whole.facts[step]
            if isinstance(fact, Probe):
                yield Learned(step, connecting(fact))
            continue
        step = under_way.pop(chance.randrange(len(under_way)))
        told.add(step)
        yield Learned(step, whole.facts[step])


def needs(step: Step, whole: Inspection) -> list[Step]:
    """What has to be known before a step is begun."""
    [mx] = [
        one for one in whole.facts if isinstance(one, AskStep) and one.question.type.value == "MX"
    ]
    match step:
        case SecureStep(question):
            return [AskStep(question)]
        case ChainStep(address, port):
            return [ProbeStep(address, port)]
        case ProbeStep(address):
            kind = "AAAA" if ":" in address else "A"
            [host] = [name for name, known in HOSTS.items() if address in known.split()]
            return [
                one
                for one in whole.facts
                if isinstance(one, AskStep)
                and (one.question.name, one.question.type.value) == (host, kind)
            ]
        case AskStep(question) if question.type.value != "MX":
            return [mx]
        case _:
            return []


@given(worlds(), st.integers(0, 2**32))
@settings(max_examples=150)
def test_what_matters_about_dane_stays_whatever_comes_first(whole, seed):
    events = [*stream_of(whole, seed), Ended(NOON)]
    check_every_prefix(events)


@given(worlds(), st.integers(0, 2**32), st.floats(0, 1))
@settings(max_examples=50)
def test_it_stays_when_the_run_is_stopped(whole, seed, share):
    events = list(stream_of(whole, seed))
    kept = events[: max(2, int(len(events) * share))]
    running = {event.step for event in kept if isinstance(event, Learned)}
    stopped = [
        Learned(step, replace(fact, outcome=Outcome.NOT_TRIED))
        for step, fact in whole.facts.items()
        if step in running and isinstance(fact, Probe) and Learned(step, fact) not in kept
    ]
    check_every_prefix([*kept, *stopped, Ended(NOON, cut_short=True)])


def test_a_host_is_not_lost_while_its_other_family_may_still_come():
    hosts = {"a": DaneHost((ANCHOR,)), "b": DaneHost(), "c": DaneHost()}
    states = {"b.example.org AAAA": Dnssec.BOGUS}
    whole = dane_world(mx="10 a, 10 b, 20 c", hosts=hosts, states=states)
    for seed in range(60):
        check_every_prefix([*stream_of(whole, seed), Ended(NOON)])
