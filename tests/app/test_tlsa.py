"""At which names TLSA records are asked for, and when."""

import asyncio

import pytest

from mxgui.app.inspect_domain import inspect_domain
from mxgui.app.tlsa import ask_tlsa, expect_tlsa
from mxgui.app.work import Work
from mxgui.model.event import Began, Learned
from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.records import Question, RecordType, Status, Tlsa
from mxgui.model.smtp import Probe
from tests.builders import NOON, a_failed_answer, an_inspection, began
from tests.dane_facts import MX1, alias_answer, tlsa_answer
from tests.fakes import FakeClock, FakeNetwork, network_of

FAR, BETWEEN = "far.example.net", "between.example.net"
TLSA = RecordType.TLSA


async def owners(wanted, **plan):
    """The names at which TLSA records were asked for in a whole run, each as often as it was."""
    network = network_of(wanted)
    first = Began(wanted.entry, Plan(mode=ProbeMode.NONE, **plan), wanted.origin, NOON)
    await inspect_domain(first, network, lambda event: None, FakeClock())
    return [question.name for question in network.asked if question.type is TLSA]


async def test_every_exchange_is_asked_for_once_at_its_own_name():
    asked = await owners(an_inspection(mx="10 a.example.org, 20 b.example.org, 30 a.example.org"))
    assert sorted(asked) == ["_25._tcp.a.example.org", "_25._tcp.b.example.org"]


async def test_the_port_is_the_one_that_is_knocked_at():
    assert await owners(an_inspection(), port=2525) == [f"_2525._tcp.{MX1}"]


async def test_it_is_asked_beside_the_addresses():
    wanted = an_inspection()
    network = network_of(wanted)
    gate = network.hold(f"{MX1} A")
    first = began()
    async with asyncio.TaskGroup() as group:
        group.create_task(inspect_domain(first, network, lambda event: None, FakeClock()))
        await network.begun(f"_25._tcp.{MX1} TLSA")
        gate.set()


async def test_of_an_alias_the_end_is_asked_too_and_nothing_in_between():
    wanted = an_inspection(answers=[alias_answer(MX1, "A", "192.0.2.1", BETWEEN, FAR)])
    assert sorted(await owners(wanted)) == [f"_25._tcp.{FAR}", f"_25._tcp.{MX1}"]


async def test_a_chain_is_checked_with_the_records_at_the_end_of_an_alias():
    anchor = Tlsa(2, 1, 0, b"\x01\x02")
    wanted = an_inspection(
        answers=[alias_answer(MX1, "A", "192.0.2.1", FAR), tlsa_answer(FAR, [anchor])]
    )
    network = network_of(wanted)
    gate = network.hold(f"_25._tcp.{FAR} TLSA")
    probed = asyncio.Event()

    def told(event):
        if isinstance(event, Learned) and isinstance(event.fact, Probe) and not event.fact.running:
            probed.set()

    async with asyncio.TaskGroup() as group:
        group.create_task(inspect_domain(began(), network, told, FakeClock()))
        await network.begun(f"_25._tcp.{FAR} TLSA")
        await probed.wait()
        assert network.checked == []
        gate.set()
    assert [records for _, records in network.checked] == [(anchor,)]


async def test_the_end_of_one_family_s_aliases_is_asked_before_the_other_family_is_known():
    wanted = an_inspection(
        answers=[
            alias_answer(MX1, "A", "192.0.2.1", FAR),
            a_failed_answer(MX1, "AAAA", Status.NODATA),
        ]
    )
    network = network_of(wanted)
    gate = network.hold(f"{MX1} AAAA")
    async with asyncio.TaskGroup() as group:
        group.create_task(inspect_domain(began(), network, lambda event: None, FakeClock()))
        await network.begun(f"_25._tcp.{FAR} TLSA")
        gate.set()


async def test_an_end_that_is_an_exchange_itself_is_asked_once():
    wanted = an_inspection(
        mx=f"10 {MX1}, 20 {FAR}", answers=[alias_answer(MX1, "A", "192.0.2.1", FAR)]
    )
    assert sorted(await owners(wanted)) == [f"_25._tcp.{FAR}", f"_25._tcp.{MX1}"]


async def test_a_domain_that_is_an_alias_and_its_own_mail_host_is_asked_too():
    wanted = an_inspection(
        mx="",
        hosts={},
        answers=[
            alias_answer("example.org", "MX", "", FAR),
            a_failed_answer(FAR, "AAAA", Status.NODATA),
            alias_answer(FAR, "A", "192.0.2.1"),
        ],
    )
    assert sorted(await owners(wanted)) == ["_25._tcp.example.org", f"_25._tcp.{FAR}"]


@pytest.mark.parametrize("mx", ["0 .", "10 192.0.2.1", "10 localhost", f"10 {'a' * 64}.org"])
async def test_what_can_have_none_is_never_asked(mx):
    assert await owners(an_inspection(mx=mx)) == []


async def test_an_address_literal_is_never_asked():
    assert await owners(an_inspection("[192.0.2.1]")) == []


async def test_a_name_too_long_for_tlsa_is_not_asked_and_nothing_is_raised():
    long = ".".join(["a" * 63] * 3 + ["b" * 61])
    assert await owners(an_inspection(mx=f"10 {long}")) == []


async def test_who_needs_the_records_can_wait_for_them():
    network = FakeNetwork([tlsa_answer(MX1, ())])
    work = Work.begun(began(), network, lambda event: None, FakeClock())
    question = Question(f"_25._tcp.{MX1}", TLSA)
    expect_tlsa(work, [MX1])
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(work.lookups.wait(question))
        await asyncio.sleep(0)
        assert not waiting.done()
        await ask_tlsa(work, [MX1])
