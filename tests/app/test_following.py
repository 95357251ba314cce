"""A route is followed once: what is known already is neither asked nor probed again."""

import asyncio

from mxgui.app.inspect_domain import inspect_domain
from mxgui.model.event import Began
from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.records import RecordType, Status
from mxgui.model.smtp import Outcome, Reason
from mxgui.routing.planned import as_published
from mxgui.routing.route import route_of
from mxgui.routing.verdict import Verdict, verdict_of
from tests.builders import NOON, PLAN, a_failed_answer, an_inspection
from tests.fakes import FakeClock, network_of
from tests.planned import a_planned

PLANNED = "10 new.example.net, 20 mx1.example.org"
WORLD = a_planned(PLANNED, "10 mx1.example.org, 20 old.example.org")


async def run(wanted, network=None):
    first = Began(wanted.entry, wanted.plan, wanted.origin, NOON)
    network = network or network_of(wanted)
    return await inspect_domain(first, network, lambda _: None, FakeClock()), network


async def test_the_planned_hosts_are_probed_first_and_then_what_is_left_of_the_published():
    found, network = await run(WORLD)
    assert [target.host for target in network.probed] == [
        "new.example.net",
        "mx1.example.org",
        "old.example.org",
    ]
    assert verdict_of(found, route_of(found)) is Verdict.FLOWS
    assert all(host.addresses for host in route_of(as_published(found)).hosts)
    asked = [str(question) for question in network.asked]
    assert len(asked) == len(set(asked))


async def test_planned_hosts_do_not_wait_for_the_published_answer():
    network = network_of(WORLD)
    gate = network.hold("example.org MX")

    async def release():
        await network.begun("192.0.2.1")
        gate.set()

    async with asyncio.TaskGroup() as group:
        group.create_task(release())
        running = group.create_task(run(WORLD, network))
    found, _ = running.result()
    assert [host.name for host in route_of(found).hosts] == ["new.example.net", "mx1.example.org"]


async def test_a_published_answer_that_fails_leaves_the_plan_whole():
    wanted = a_planned("10 new.example.net", Status.SERVFAIL)
    found, network = await run(wanted)
    assert [target.host for target in network.probed] == ["new.example.net"]
    assert found.answer("example.org", RecordType.MX).status is Status.SERVFAIL


async def test_with_dns_alone_the_published_hosts_are_looked_up_too_and_each_once():
    plan = Plan(mode=ProbeMode.NONE)
    found, network = await run(
        a_planned(
            "10 new.example.net, 20 mx1.example.org", plan=plan, published="5 old.example.org"
        )
    )
    asked = [str(question) for question in network.asked]
    assert "old.example.org A" in asked
    assert len(asked) == len(set(asked))
    assert not found.probes


async def test_walking_as_a_sender_each_route_is_walked_by_itself():
    plan = Plan(mode=ProbeMode.AS_SENDER)
    wanted = a_planned(
        "10 new.example.net, 20 mx1.example.org",
        "10 old.example.org, 20 mx1.example.org",
        plan=plan,
        probes={"192.0.2.1": Outcome.GREETED},
    )
    found, network = await run(wanted)
    assert [target.host for target in network.probed] == ["new.example.net", "old.example.org"]
    left = {probe.target.host: probe.reason for probe in found.probes if probe.reason}
    assert left == {"mx1.example.org": Reason.DELIVERED_EARLIER}


async def test_a_missing_exchange_of_a_missing_domain_is_asked_for_once():
    answers = (
        a_failed_answer("mx.gone.net", "A", Status.NXDOMAIN),
        a_failed_answer("mx.gone.net", "AAAA", Status.NXDOMAIN),
    )
    wanted = an_inspection(mx="10 mx.gone.net", hosts={}, answers=answers, plan=PLAN)
    _, network = await run(wanted)
    asked = [str(question) for question in network.asked]
    assert asked.count("gone.net NS") == 1
