"""One inspection under way."""

import asyncio
from datetime import timedelta

from mxgui.app.tasks import Tasks
from mxgui.app.work import Lookups, Work
from mxgui.model.event import Asked, AskStep, Event, Learned, Resumed
from mxgui.model.records import Question, RecordType, Status
from mxgui.model.security import Dnssec, Security
from tests.builders import NOON, PLAN, a_failed_answer, an_answer, an_inspection, began
from tests.fakes import FakeClock, FakeNetwork, network_of

QUESTION = Question("example.org", RecordType.MX)


async def test_a_question_is_told_when_asked_and_when_answered():
    told: list[Event] = []
    work = Work.begun(began(), network_of(an_inspection()), told.append, FakeClock())
    await work.ask("example.org", RecordType.MX)
    assert told[1:] == [
        Asked(AskStep(QUESTION), 0.0),
        Learned(AskStep(QUESTION), work.known.answer("example.org", RecordType.MX)),
    ]
    assert work.known.answer("example.org", RecordType.MX).mx


async def test_who_waits_for_an_answer_goes_on_when_it_has_come():
    lookups = Lookups()
    lookups.expect(QUESTION)
    async with Tasks() as group:
        waiter = group.create_task(lookups.wait(QUESTION))
        await asyncio.sleep(0)
        assert not waiter.done()
        lookups.done(QUESTION)


async def test_what_came_before_anybody_waited_is_not_waited_for():
    lookups = Lookups()
    lookups.expect(QUESTION)
    lookups.done(QUESTION)
    await lookups.wait(QUESTION)


async def test_what_was_never_expected_is_not_waited_for():
    await Lookups().wait(QUESTION)
    Lookups().done(QUESTION)


async def test_the_times_of_steps_are_seconds_since_it_began():
    clock = FakeClock()
    told: list[Event] = []
    work = Work.begun(began(), FakeNetwork([an_answer()]), told.append, clock)
    clock.advance(3)
    await work.ask("example.org", RecordType.MX)
    assert told[1] == Asked(AskStep(QUESTION), 3.0)


async def test_what_is_resumed_counts_on_from_where_it_ended():
    clock = FakeClock()
    told: list[Event] = []
    ended = an_inspection(ended=NOON + timedelta(seconds=7))
    resumed = Resumed(PLAN, NOON + timedelta(hours=1))
    work = Work.resumed(ended, resumed, network_of(ended), told.append, clock)
    clock.advance(3)
    await work.ask("example.org", RecordType.MX)
    assert told[:2] == [resumed, Asked(AskStep(QUESTION), 10.0)]
    assert work.known.running


async def test_who_needs_to_know_what_an_answer_is_worth_waits_for_its_validation():
    secure = Security(QUESTION, Dnssec.SECURE)
    network = FakeNetwork([an_answer()], facts=[secure])
    work = Work.begun(began(), network, lambda _: None, FakeClock())
    async with Tasks() as group:
        work.validate_in(group)
        await work.ask("example.org", RecordType.MX)
        assert (await work.security(QUESTION)).state is Dnssec.SECURE


async def test_what_was_never_asked_is_worth_nothing_and_is_not_waited_for():
    work = Work.begun(began(), FakeNetwork(), lambda _: None, FakeClock())
    assert (await work.security(QUESTION)).state is Dnssec.UNKNOWN


async def test_an_answer_that_did_not_come_is_not_validated():
    failed = a_failed_answer(status=Status.TIMEOUT)
    work = Work.begun(began(), FakeNetwork([failed]), lambda _: None, FakeClock())
    async with Tasks() as group:
        work.validate_in(group)
        await work.ask("example.org", RecordType.MX)
        assert (await work.security(QUESTION)).state is Dnssec.UNKNOWN


async def test_what_was_answered_is_not_asked_again():
    known = an_inspection()
    network = network_of(known)
    work = Work(known, network, lambda _: None, FakeClock())
    question = Question("mx1.example.org", RecordType.A)
    work.lookups.expect(question)
    assert await work.answer(question.name, question.type) == known.answer(
        question.name, question.type
    )
    await work.lookups.wait(question)
    assert not network.asked
    await work.answer("other.example.org", RecordType.A)
    assert [str(asked) for asked in network.asked] == ["other.example.org A"]
