"""Taking up an inspection that has ended."""

import asyncio
from dataclasses import replace

import pytest

from mxgui.app.resuming import resume
from mxgui.app.work import Work
from mxgui.model.event import Ended, Event, Resumed
from mxgui.model.inspection import learn
from mxgui.model.records import RecordType
from tests.builders import NOON, PLAN, an_answer, an_inspection
from tests.fakes import FakeClock, network_of

ENDED = an_inspection(answers=[an_answer("example.net", "A", "192.0.2.9")])


async def one_more(work: Work) -> None:
    await work.ask("example.net", RecordType.A)


async def test_the_events_that_are_told_lead_from_what_was_known_to_what_is_given_back():
    told: list[Event] = []
    plan = replace(PLAN, fresh=True)
    known = await resume(ENDED, plan, network_of(ENDED), told.append, FakeClock(), one_more)
    folded = ENDED
    for event in told:
        folded = learn(folded, event)
    assert folded == known
    assert told[0] == Resumed(plan, NOON)
    assert told[-1] == Ended(NOON)


async def test_nothing_that_was_known_is_asked_again():
    network = network_of(ENDED)
    await resume(ENDED, PLAN, network, lambda _: None, FakeClock(), one_more)
    assert [str(question) for question in network.asked] == ["example.net A"]
    assert not network.probed


async def test_a_cancelled_pass_still_ends():
    told: list[Event] = []
    network = network_of(ENDED)
    network.hold("example.net A")
    task = asyncio.ensure_future(  # noqa: TID251 - a test may hold a task
        resume(ENDED, PLAN, network, told.append, FakeClock(), one_more)
    )
    await network.begun("example.net A")
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert told[-1] == Ended(NOON, cut_short=True)
