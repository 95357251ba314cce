"""The fakes behave as the network and the clock that they stand for."""

import asyncio
from datetime import timedelta

import pytest

from mxgui.app.clock import Clock
from mxgui.app.network import Network
from mxgui.model.records import RecordType, Status
from mxgui.model.smtp import Outcome, Probe, Reason, Stage, StoppedBy
from tests.builders import (
    NOON,
    a_line,
    a_probe,
    a_question,
    a_target,
    an_answer,
    an_inspection,
)
from tests.fakes import FakeClock, FakeNetwork, network_of

CLOCK = FakeClock()


def test_the_clock_stands_still_until_time_is_let_pass():
    clock: Clock = FakeClock()
    assert (clock.now(), clock.seconds()) == (NOON, 0.0)
    clock = FakeClock()
    clock.advance(1.5)
    assert (clock.now(), clock.seconds()) == (NOON + timedelta(seconds=1.5), 1.5)


async def test_answers_are_those_prepared_and_absence_is_told_apart():
    network: Network = FakeNetwork([an_answer("a.example", "A", "192.0.2.1")])
    statuses = [
        (await network.ask(a_question(name, kind), CLOCK.seconds)).status
        for name, kind in (("a.example", "A"), ("a.example", "AAAA"), ("b.example", "A"))
    ]
    assert statuses == [Status.NOERROR, Status.NODATA, Status.NXDOMAIN]


async def test_a_probe_tells_every_stage_and_gives_the_prepared_end():
    network = network_of(an_inspection())
    told: list[Probe] = []
    end = await network.probe(a_target(), CLOCK.seconds, told.append)
    assert [probe.waiting.stage for probe in told if probe.waiting] == list(Stage)
    assert [probe.outcome for probe in told[:3]] == [
        Outcome.NOT_TRIED,
        Outcome.NOT_TRIED,
        Outcome.GREETED,
    ]
    assert end == a_probe()
    assert network.probed == [a_target()]


async def test_an_address_without_a_probe_does_not_answer():
    told: list[Probe] = []
    end = await FakeNetwork().probe(a_target(), CLOCK.seconds, told.append)
    assert end.outcome is Outcome.TIMED_OUT


@pytest.mark.parametrize(
    ("stage", "outcome", "reason"),
    [
        (Stage.GREETING, Outcome.NOT_TRIED, Reason.CANCELLED),
        (Stage.STARTTLS, Outcome.GREETED, None),
    ],
)
async def test_a_cancelled_probe_tells_what_it_knew(stage, outcome, reason):
    network = FakeNetwork(probes=[a_probe()])
    network.hold("192.0.2.1", stage)
    told: list[Probe] = []
    async with asyncio.TaskGroup() as group:
        task = group.create_task(network.probe(a_target(), CLOCK.seconds, told.append))
        await network.begun("192.0.2.1")
        task.cancel()
    last = told[-1]
    assert (last.outcome, last.reason, last.stopped_by) == (outcome, reason, StoppedBy.CANCELLED)
    assert not last.running


async def test_a_held_question_is_answered_once_it_is_let_go():
    network = FakeNetwork()
    gate = network.hold("example.org MX")
    async with asyncio.TaskGroup() as group:
        task = group.create_task(network.ask(a_question(), CLOCK.seconds))
        await network.begun("example.org MX")
        assert not task.done()
        gate.set()
    assert network.asked == [a_question("example.org", RecordType.MX)]


async def test_the_line_is_the_prepared_one():
    assert await FakeNetwork(line=a_line(ipv6=False)).find_line(CLOCK.seconds) == a_line(ipv6=False)
