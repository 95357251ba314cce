"""The main job, from what was typed to the end."""

import asyncio

import pytest

from mxgui.app.inspect_domain import began_now, inspect_domain
from mxgui.model.event import Asked, AskStep, Began, Ended, Event, LineStep, ProbeStep, SecureStep
from mxgui.model.inspection import begin, learn
from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.records import RecordType, Status
from mxgui.model.smtp import Outcome, Reason
from tests.builders import NOON, a_question, an_inspection, began
from tests.fakes import FakeClock, FakeNetwork, network_of

ADDRESSES = (RecordType.A, RecordType.AAAA)
THREE = "10 a.example.org, 10 b.example.org, 20 c.example.org"


async def inspected(wanted, plan=None, network=None):
    """Inspect on a network where everything is as `wanted` says; the events, and the result."""
    told: list[Event] = []
    first = Began(wanted.entry, plan or wanted.plan, wanted.origin, NOON)
    found = await inspect_domain(first, network or network_of(wanted), told.append, FakeClock())
    return told, found


def folded(events):
    known = begin(events[0])
    for event in events:
        known = learn(known, event)
    return known


async def test_everything_there_is_to_know_is_found():
    wanted = an_inspection(mx=THREE)
    _, found = await inspected(wanted)
    assert set(found.facts) >= set(wanted.facts)

    assert not found.running
    assert not found.cut_short


async def test_folding_what_was_told_gives_the_result():
    told, found = await inspected(an_inspection(mx=THREE))
    assert folded(told) == found


async def test_it_begins_with_began_and_ends_with_ended():
    told, _ = await inspected(an_inspection())
    assert isinstance(told[0], Began)
    assert [type(event) for event in told].count(Ended) == 1
    assert isinstance(told[-1], Ended)


async def test_no_mx_leads_to_the_domains_own_addresses():
    _, found = await inspected(an_inspection(mx="", hosts={"example.org": "192.0.2.1"}))
    assert [probe.target.address for probe in found.probes] == ["192.0.2.1"]


@pytest.mark.parametrize("status", [Status.NXDOMAIN, Status.SERVFAIL, Status.TIMEOUT])
async def test_without_a_route_nothing_more_is_asked(status):
    wanted = an_inspection(mx=status)
    told, _ = await inspected(wanted)
    asked = [event.step for event in told if isinstance(event, Asked)]
    of_hosts = [s for s in asked if isinstance(s, AskStep) and s.question.type in ADDRESSES]
    assert not of_hosts
    assert not [step for step in asked if isinstance(step, ProbeStep)]
    assert LineStep() in asked


async def test_a_null_mx_is_not_looked_up():
    _, found = await inspected(an_inspection(mx="0 ."))
    assert not found.probes
    asked = {answer.question.type for answer in found.answers}
    assert not asked & {*ADDRESSES, RecordType.TLSA, RecordType.CAA}


async def test_an_address_literal_is_probed_and_only_its_name_is_asked_for():
    _, found = await inspected(an_inspection("[192.0.2.7]"))
    assert [str(answer.question) for answer in found.answers] == ["7.2.0.192.in-addr.arpa PTR"]
    assert [probe.target.address for probe in found.probes] == ["192.0.2.7"]


async def test_addresses_of_all_exchanges_are_asked_side_by_side():
    network = network_of(an_inspection(mx=THREE))
    gates = [network.hold(f"{host}.example.org A") for host in "abc"]
    told: list[Event] = []

    async def all_asked():
        for host in "abc":
            await network.begun(f"{host}.example.org A")
        for gate in gates:
            gate.set()

    async with asyncio.TaskGroup() as group:
        group.create_task(all_asked())
        group.create_task(inspect_domain(began(), network, told.append, FakeClock()))
    assert isinstance(told[-1], Ended)


async def test_dns_only_probes_nothing():
    _, found = await inspected(an_inspection(), Plan(mode=ProbeMode.NONE))
    assert found.probes == ()


async def test_every_answer_is_validated_and_nobody_waits_for_it_but_the_end():
    wanted = an_inspection()
    gate = (network := network_of(wanted)).hold("example.org MX secure")
    told: list[Event] = []
    async with asyncio.TaskGroup() as group:
        task = group.create_task(inspect_domain(began(), network, told.append, FakeClock()))
        await network.begun("192.0.2.1")
        assert not task.done()
        gate.set()
    assert {SecureStep(answer.question) for answer in wanted.answers} <= set(task.result().facts)
    assert isinstance(told[-1], Ended)


async def test_a_question_that_got_no_answer_has_nothing_to_validate():
    _, found = await inspected(an_inspection(mx=Status.TIMEOUT))
    assert SecureStep(a_question()) not in found.facts


async def test_a_cancelled_inspection_still_ends_and_keeps_what_was_known():
    network = network_of(an_inspection(mx=THREE))
    network.hold("192.0.2.1")
    told: list[Event] = []
    task = asyncio.ensure_future(  # noqa: TID251 - a test may hold a task
        inspect_domain(began(), network, told.append, FakeClock())
    )
    await network.begun("192.0.2.1")
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert told[-1] == Ended(NOON, cut_short=True)
    stopped = folded(told).probe("192.0.2.1")
    assert not stopped.running
    assert stopped.reason is Reason.CANCELLED


async def test_a_bug_in_the_network_still_ends_and_is_not_hidden():
    class Broken(FakeNetwork):
        async def ask(self, question, watch):
            raise ZeroDivisionError

    told: list[Event] = []
    with pytest.raises(ExceptionGroup) as caught:
        await inspect_domain(began(), Broken(), told.append, FakeClock())
    assert caught.group_contains(ZeroDivisionError)
    assert told[-1] == Ended(NOON, cut_short=True)


async def test_what_was_heard_earlier_is_kept_with_the_line():
    from mxgui.model.line import Heard

    heard = (Heard(25, 4, NOON),)
    network = network_of(an_inspection(probes={"192.0.2.1": Outcome.TIMED_OUT}))
    found = await inspect_domain(began(), network, lambda _: None, FakeClock(), heard)
    assert found.line is not None
    assert found.line.heard == heard


def test_the_opening_event_carries_the_moment():
    first = began_now(an_inspection().entry, Plan(), an_inspection().origin, FakeClock())
    assert first.at == NOON


async def test_probes_are_kept_under_their_address():
    told, _ = await inspected(an_inspection(mx=THREE))
    steps = {event.step for event in told if isinstance(event, Asked)}
    assert {step.address for step in steps if isinstance(step, ProbeStep)} == {
        "192.0.2.1",
        "192.0.2.2",
        "192.0.2.3",
    }


async def test_names_of_addresses_are_asked_for_while_others_are_still_looked_up():
    network = network_of(an_inspection(mx=THREE))
    gate = network.hold("c.example.org A")
    told: list[Event] = []

    async def named():
        await network.begun("1.2.0.192.in-addr.arpa PTR")
        gate.set()

    async with asyncio.TaskGroup() as group:
        group.create_task(named())
        group.create_task(inspect_domain(began(), network, told.append, FakeClock()))
    assert folded(told).answer("3.2.0.192.in-addr.arpa", RecordType.PTR).pointers


async def test_of_a_missing_exchange_it_is_asked_whether_its_domain_is_missing_too():
    mx = "10 mx1.gone-company.net, 20 mx2.gone-company.net, 30 gone-too.net, 40 gone.example.org"
    wanted = an_inspection(mx=mx, hosts={"gone.example.org": ""})
    told, _ = await inspected(wanted)
    steps = [event.step for event in told if isinstance(event, Asked)]
    asked = [step.question for step in steps if isinstance(step, AskStep)]
    names = [question.name for question in asked if question.type is RecordType.NS]
    assert names == ["gone-company.net"]
