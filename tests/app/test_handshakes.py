"""Handshakes for one name each come last, one after the other, and are no addresses more."""

from dataclasses import replace

from mxgui.app.handshakes import shake_hands_apart
from mxgui.app.resuming import resume
from mxgui.model.event import ProbeStep
from mxgui.model.plan import Plan, ProbeMode
from mxgui.report.report import report_of
from mxgui.routing.route import route_of
from mxgui.routing.verdict import coverage_of
from tests.builders import an_inspection
from tests.fakes import FakeClock, network_of
from tests.policies import with_policy

ONE, TWO, THREE = "mx1.example.org", "mx2.example.org", "mx3.example.org"
ADDRESS, OTHER = "192.0.2.1", "192.0.2.3"
HOSTS = {ONE: ADDRESS, TWO: ADDRESS, THREE: f"{ADDRESS} {OTHER}"}


def known(**plan):
    mx = f"10 {ONE}, 20 {TWO}, 30 {THREE}"
    return with_policy(an_inspection(mx=mx, hosts=HOSTS, plan=Plan(**plan)))


async def after(inspection):
    network = network_of(inspection)
    told: list[object] = []
    found = await resume(
        inspection, inspection.plan, network, told.append, FakeClock(), shake_hands_apart
    )
    return found, network


async def test_each_name_is_asked_for_and_told_under_its_own_step():
    found, network = await after(known())
    assert [(t.host, t.address, t.own) for t in network.probed] == [
        (TWO, ADDRESS, True),
        (THREE, ADDRESS, True),
    ]
    assert ProbeStep(ADDRESS, 25, host=TWO) in found.facts
    assert found.probe(ADDRESS, host=TWO).target.host == TWO
    assert found.probe(ADDRESS).target.host == ONE


async def test_it_counts_as_no_further_address():
    before = known()
    found, _ = await after(before)
    assert len(found.probes) == len(before.probes) == 2
    assert report_of(found).order == report_of(before).order
    route = route_of(found)
    assert coverage_of(found, route) == coverage_of(before, route)
    assert report_of(found).states == report_of(before).states


async def test_documents_list_it_behind_the_shared_one():
    found, _ = await after(known())
    listed = [(probe.target.host, probe.target.address) for probe in report_of(found).probes]
    assert listed == [(ONE, ADDRESS), (TWO, ADDRESS), (THREE, ADDRESS), (THREE, OTHER)]


async def test_walking_as_a_sender_no_other_name_is_of_interest():
    _, network = await after(known(mode=ProbeMode.AS_SENDER))
    assert network.probed == []


async def test_what_was_done_is_not_done_again():
    found, _ = await after(known())
    _, network = await after(replace(found))
    assert network.probed == []
