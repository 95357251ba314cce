"""The zone of a name, found by walking up."""

import asyncio

import pytest

from mxgui.app.work import Work
from mxgui.app.zones import MOST_LABELS, Zone, Zones, ancestors, lies_in, parent_of
from mxgui.model.records import Question, RecordType, Status
from tests.builders import a_failed_answer, an_answer, began
from tests.fakes import FakeClock, FakeNetwork

ORG = an_answer("org", "NS", "a.org, b.org")
EXAMPLE = an_answer("example.org", "NS", "ns1.example.org, ns2.example.net")
ROOT = an_answer(".", "NS", "a.root")


def zones_of(*answers):
    network = FakeNetwork(answers)
    work = Work.begun(began(), network, lambda _: None, FakeClock())
    return Zones(work), work, network


async def test_the_zone_of_a_host_is_the_first_name_above_with_servers():
    zones, _, _ = zones_of(EXAMPLE, ORG, an_answer("mx1.example.org", "NS"))
    found = await zones.of("mx1.example.org")
    assert found == Zone("example.org", ("ns1.example.org", "ns2.example.net"))


async def test_the_zone_above_one_delegates_it():
    zones, _, _ = zones_of(EXAMPLE, ORG, ROOT)
    assert await zones.above("example.org") == Zone("org", ("a.org", "b.org"))
    assert await zones.above("org") == Zone(".", ("a.root",))
    assert await zones.above(".") is None


async def test_a_name_for_which_the_resolver_fails_may_be_a_zone_of_its_own():
    zones, _, _ = zones_of(a_failed_answer("example.org", "NS"), ORG)
    assert await zones.of("example.org") == Zone("org", ("a.org", "b.org"), unclear="example.org")


async def test_no_servers_at_all_is_no_zone():
    failed = [a_failed_answer(name, "NS", Status.TIMEOUT) for name in ("example.org", "org", ".")]
    zones, _, _ = zones_of(*failed)
    assert await zones.of("example.org") is None


async def test_nothing_is_asked_twice():
    zones, _, network = zones_of(EXAMPLE, ORG)
    async with asyncio.TaskGroup() as group:
        for name in ("a.example.org", "b.example.org", "example.org"):
            group.create_task(zones.of(name))
    assert network.asked.count(Question("example.org", RecordType.NS)) == 1


async def test_what_the_main_job_asks_for_is_waited_for():
    zones, work, network = zones_of(an_answer("mx1.example.org", "A", "192.0.2.1"))
    question = Question("mx1.example.org", RecordType.A)
    work.lookups.expect(question)
    async with asyncio.TaskGroup() as group:
        found = group.create_task(zones.addresses("mx1.example.org"))
        await asyncio.sleep(0)
        group.create_task(work.ask(question.name, question.type))
    assert found.result() == ("192.0.2.1",)
    assert network.asked.count(question) == 1


async def test_addresses_of_both_families_come_in_turn():
    zones, _, _ = zones_of(
        an_answer("ns1.example.org", "A", "192.0.2.1 192.0.2.2"),
        an_answer("ns1.example.org", "AAAA", "2001:db8::1"),
    )
    found = await zones.addresses("ns1.example.org")
    assert found == ("192.0.2.1", "2001:db8::1", "192.0.2.2")


@pytest.mark.parametrize(
    ("name", "above"), [("a.b.c", ("a.b.c", "b.c", "c", ".")), ("c", ("c", ".")), (".", (".",))]
)
def test_the_names_above_a_name(name, above):
    assert ancestors(name) == above


def test_of_a_very_long_name_only_the_upper_part_is_walked():
    assert len(ancestors("a." * 100 + "org")) == MOST_LABELS + 1


def test_names_above_and_inside():
    assert (parent_of("a.b"), parent_of("b")) == ("b", ".")
    assert lies_in("a.example.org", "example.org")
    assert lies_in("example.org", ".")
    assert not lies_in("badexample.org", "example.org")
