"""Planned records in an ended inspection: what is new is asked, and nothing on the way back."""

from dataclasses import replace

from mxgui.app.replanning import follow_plan
from mxgui.app.resuming import resume
from mxgui.model.records import RecordType
from mxgui.model.smtp import Outcome
from mxgui.report.report import report_of
from mxgui.routing.planned import as_published
from mxgui.routing.route import route_of
from tests.builders import an_inspection
from tests.fakes import FakeClock, network_of
from tests.planned import a_planned, mx_records

PLANNED = "10 new.example.net, 20 mx1.example.org"
WORLD = a_planned(PLANNED)
KNOWN = an_inspection(mx="10 mx1.example.org", hosts={"mx1.example.org": "192.0.2.2"})


async def followed(known, records, world=WORLD):
    network = network_of(world)
    plan = replace(known.plan, mx=mx_records(records))
    found = await resume(known, plan, network, lambda _: None, FakeClock(), follow_plan)
    return found, network


async def test_only_the_new_host_is_looked_up_and_probed():
    known, _ = await followed(KNOWN, "")  # names of addresses and TLSA are asked for meanwhile
    found, network = await followed(known, PLANNED)
    assert [target.host for target in network.probed] == ["new.example.net"]
    assert {q.name for q in network.asked if q.type in (RecordType.A, RecordType.AAAA)} == {
        "new.example.net"
    }
    assert all(host.addresses for host in route_of(found).hosts)


async def test_back_to_the_published_records_nothing_is_asked():
    known, _ = await followed(KNOWN, PLANNED)
    found, network = await followed(known, "")
    assert not network.asked
    assert not network.probed
    assert route_of(found) == route_of(as_published(known))
    again, network = await followed(found, PLANNED)
    assert not network.asked
    assert not network.probed
    assert again.plan.mx == mx_records(PLANNED)


async def test_another_order_of_the_same_hosts_asks_nothing():
    known, _ = await followed(KNOWN, PLANNED)
    found, network = await followed(known, "10 mx1.example.org, 10 new.example.net")
    assert not network.asked
    assert not network.probed
    assert len(route_of(found).tiers) == 1


async def test_a_new_name_for_an_address_that_was_probed_has_a_handshake_of_its_own():
    hosts = {"mx1.example.org": "192.0.2.2", "same.example.net": "192.0.2.2"}
    world = a_planned("10 same.example.net", hosts=hosts)
    found, network = await followed(KNOWN, "10 same.example.net", world)
    assert [(target.host, target.own) for target in network.probed] == [("same.example.net", True)]
    assert [probe.target.host for probe in report_of(found).probes] == ["same.example.net"]
    back, network = await followed(found, "", world)
    assert not network.probed
    assert [probe.target.host for probe in report_of(back).probes] == ["mx1.example.org"]


async def test_a_host_that_fails_is_not_tried_again_by_going_to_and_fro():
    world = a_planned(PLANNED, probes={"192.0.2.1": Outcome.TIMED_OUT})
    known, network = await followed(KNOWN, PLANNED, world)
    assert len(network.probed) == 1
    _, network = await followed(known, "10 new.example.net", world)
    assert not network.probed


async def test_probes_of_hosts_off_the_route_are_not_listed():
    found, _ = await followed(KNOWN, "10 new.example.net")
    assert [probe.target.host for probe in report_of(found).probes] == ["new.example.net"]
