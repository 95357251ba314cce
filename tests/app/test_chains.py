"""The check of a chain comes after its probe, and not before the TLSA records it may need."""

import asyncio
from dataclasses import replace

from mxgui.app.chains import check_chain
from mxgui.app.inspect_domain import inspect_domain
from mxgui.app.work import Work
from mxgui.model.chain import Chain
from mxgui.model.event import AskStep, Learned, probe_step
from mxgui.model.records import Alias, Question, RecordType, Tlsa
from tests.builders import PLAN, a_probe, an_answer, an_inspection, began
from tests.fakes import FakeClock, FakeNetwork, network_of

HOST = "mx1.example.org"
RECORD = Tlsa(2, 1, 0, b"\x01\x02")
OWNER = f"_25._tcp.{HOST}"


def working(*answers, probe=None, plan=PLAN):
    """A run that has learned these answers and a probe."""
    network = FakeNetwork(facts=[Chain(_leaf(), trusted=True)])
    work = Work.begun(began(plan=plan), network, lambda _event: None, FakeClock())
    for answer in (an_answer(records=f"10 {HOST}"), *answers):
        work.tell(learned_of(answer))
    probe = probe or a_probe()
    work.tell(Learned(probe_step(probe.target), probe))
    return work, network, probe


def learned_of(answer):
    return Learned(AskStep(answer.question), answer)


def _leaf():
    tls = a_probe().tls
    assert tls is not None
    return tls.chain[0].sha256


async def test_a_chain_is_checked_at_once_if_no_records_are_expected():
    work, network, probe = working(an_answer(HOST, "A", "192.0.2.1"))
    await check_chain(work, probe_step(probe.target), probe)
    assert network.checked == [(probe.target, ())]
    found = work.known.chain_of(probe)
    assert found is not None
    assert found.trusted


async def test_it_waits_for_the_records_of_its_host():
    work, network, probe = working(an_answer(HOST, "A", "192.0.2.1"))
    question = Question(OWNER, RecordType.TLSA)
    work.lookups.expect(question)
    async with asyncio.TaskGroup() as group:
        group.create_task(check_chain(work, probe_step(probe.target), probe))
        await asyncio.sleep(0)
        assert network.checked == []
        work.tell(learned_of(an_answer(OWNER, "TLSA", "2 1 0 0102")))
        work.lookups.done(question)
    assert network.checked == [(probe.target, (RECORD,))]


async def test_records_at_the_end_of_an_alias_count_too():
    real = "real.example.net"
    alias = replace(an_answer(HOST, "A", "192.0.2.1"), aliases=(_alias(HOST, real),))
    records = an_answer(f"_25._tcp.{real}", "TLSA", "2 1 0 0102")
    work, network, probe = working(alias, records)
    await check_chain(work, probe_step(probe.target), probe)
    assert network.checked == [(probe.target, (RECORD,))]


def _alias(name, target):
    return Alias(name, target, 60)


async def test_records_of_every_exchange_at_the_address_count_for_a_shared_handshake():
    other = "mx2.example.org"
    answers = (
        an_answer(records=f"10 {HOST}, 20 {other}"),
        an_answer(HOST, "A", "192.0.2.1"),
        an_answer(other, "A", "192.0.2.1"),
        an_answer(f"_25._tcp.{other}", "TLSA", "2 1 0 0102"),
    )
    work, network, probe = working(*answers)
    await check_chain(work, probe_step(probe.target), probe)
    assert network.checked == [(probe.target, (RECORD,))]
    step = replace(probe_step(probe.target), host=HOST)
    await check_chain(work, step, probe)
    assert network.checked[1:] == [(probe.target, ())]


async def test_without_a_chain_there_is_nothing_to_check():
    work, network, probe = working(probe=replace(a_probe(), tls=None))
    await check_chain(work, probe_step(probe.target), probe)
    assert network.checked == []
    assert work.known.chain_of(probe) is None


async def test_a_whole_run_checks_every_chain_that_was_shown():
    wanted = an_inspection(mx=f"10 {HOST}, 20 mx2.example.org")
    found = await inspect_domain(began(), network_of(wanted), lambda _event: None, FakeClock())
    assert {chain.sha256 for chain in found.facts.values() if isinstance(chain, Chain)} == {
        probe.tls.chain[0].sha256 for probe in wanted.probes if probe.tls
    }
