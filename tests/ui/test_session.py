"""The session starts and stops work, folds what it tells, and draws once a frame."""

import asyncio

import pytest

from mxgui.model.event import Learned, probe_step
from mxgui.model.plan import ProbeMode
from mxgui.model.resolver import BadResolver
from mxgui.model.text import text
from mxgui.ui.wishes import (
    Choose,
    Close,
    Inspect,
    OpenDemo,
    ProbeAgain,
    ProbeAs,
    Save,
    Stop,
)
from tests.builders import a_probe
from tests.ui.watched import Watched


async def test_what_was_typed_is_inspected_and_drawn(qloop):
    watched = Watched()
    shown = await watched.whole("Ann <ann@example.org>")
    assert shown.result is not None
    assert shown.result.inspection.entry.domain.ascii == "example.org"
    assert len(shown.result.diagram.rows) == 3
    assert shown.note is not None
    assert not shown.note.is_problem


async def test_all_events_of_one_frame_are_one_redraw(qloop):
    watched = Watched()
    await watched.whole()
    assert len(watched.drawn) <= 2  # the beginning and the end may fall into two frames


async def test_bad_input_says_so_and_the_old_result_stays(qloop):
    watched = Watched()
    before = await watched.whole()
    watched.session.fulfil(Inspect("two..dots"))
    shown = await watched.until(lambda shown: shown.note is not None and shown.note.is_problem)
    assert shown.result is before.result
    assert len(watched.work.plans) == 1


async def test_a_single_label_is_asked_back_about_first(qloop):
    watched = Watched()
    watched.session.fulfil(Inspect("museum"))
    shown = await watched.until(lambda shown: shown.note is not None)
    assert shown.note is not None
    assert shown.note.offer == "museum."
    assert not watched.work.plans


async def test_stopping_keeps_what_is_known(qloop):
    watched = Watched()
    watched.session.fulfil(Inspect("example.org"))
    await watched.work.begun.wait()
    watched.session.fulfil(Stop())
    shown = await watched.until(lambda shown: not shown.busy)
    assert shown.result is not None
    assert shown.result.inspection.cut_short
    assert len(shown.result.inspection.probes) == 3
    assert not watched.errors


async def test_the_same_domain_again_cancels_the_run_before(qloop):
    watched = Watched()
    watched.session.fulfil(Inspect("example.org"))
    await watched.work.begun.wait()
    shown = await watched.whole("Ann <ann@example.org>")
    assert watched.work.cancelled == 1
    assert [each.name for each in shown.opened] == ["example.org"]
    assert shown.result is not None
    assert not shown.result.inspection.cut_short


async def test_time_is_drawn_while_work_runs_and_stands_still_after(qloop):
    watched = Watched()
    watched.session.fulfil(Inspect("example.org"))
    first = await watched.until(lambda shown: shown.result is not None)
    later = await watched.until(lambda shown: shown.now > first.now)
    assert later.result is first.result  # nothing was computed anew for a tick
    shown = await watched.whole()
    watched.session.fulfil(Choose("host 0"))
    assert (await watched.until(lambda shown: shown.chosen == "host 0")).now == shown.now


async def test_probing_again_takes_no_earlier_result(qloop):
    watched = Watched()
    watched.session.fulfil(ProbeAgain())  # nothing to do yet
    await watched.whole()
    watched.session.fulfil(ProbeAs(ProbeMode.AS_SENDER))
    watched.session.fulfil(ProbeAgain())
    await watched.until(lambda shown: not shown.busy and len(watched.work.plans) == 2)
    assert [plan.fresh for plan in watched.work.plans] == [False, True]
    assert watched.work.plans[1].mode is ProbeMode.AS_SENDER


async def test_the_host_that_a_bounce_names_is_chosen(qloop):
    watched = Watched()
    shown = await watched.whole("<ann@example.org>: host a.example.org[192.0.2.1] said: 550 no")
    assert shown.result is not None
    row = next(row for row in shown.result.diagram.rows if row.key == shown.chosen)
    assert row.address == "192.0.2.1"


async def test_a_bug_in_the_work_is_told_and_the_session_lives_on(qloop):
    watched = Watched()
    watched.work.error = ValueError("a bug")
    watched.work.go_on.set()
    watched.session.fulfil(Inspect("example.org"))
    await watched.until(lambda shown: shown.result is not None and not shown.busy)
    assert [str(error) for error in watched.errors] == ["a bug"]
    watched.work.error = None
    assert (await watched.whole()).result is not None


async def test_a_resolver_that_cannot_be_used_is_told_at_the_field(qloop):
    watched = Watched()
    watched.work.error = BadResolver(text("No such resolver."))
    watched.work.go_on.set()
    watched.session.fulfil(Inspect("example.org"))
    shown = await watched.until(lambda shown: shown.note is not None)
    assert shown.note is not None
    assert str(shown.note.words) == "No such resolver."
    assert not watched.errors


@pytest.mark.parametrize("problem", [None, text("The disk is full.")])
async def test_saving_is_told_with_what_was_in_the_way(qloop, problem):
    watched = Watched(problem=problem)
    wish = Save("html", "report.html")
    watched.session.fulfil(wish)  # there is nothing to save yet
    await watched.whole()
    watched.session.fulfil(wish)
    first = await watched.until(lambda shown: shown.saved is not None)
    watched.session.fulfil(wish)
    second = await watched.until(lambda shown: shown.saved != first.saved)
    assert watched.saver.saved == [("example.org", wish)] * 2
    assert first.saved is not None
    assert second.saved is not None
    assert (first.saved.problem, second.saved.number) == (problem, 2)


async def test_closing_ends_all_work_that_runs(qloop):
    watched = Watched()
    watched.session.fulfil(Inspect("example.org"))
    await watched.work.begun.wait()
    watched.session.fulfil(Close())
    assert await watched.session.errands.get() == Close()
    await watched.session.close()
    assert watched.work.cancelled == 1
    assert len(asyncio.all_tasks()) == 1  # this test


async def test_what_only_the_start_can_do_is_an_errand(qloop):
    watched = Watched()
    watched.session.fulfil(OpenDemo())
    assert await watched.session.errands.get() == OpenDemo()


async def test_words_of_a_run_that_was_replaced_count_no_more(qloop):
    watched = Watched()
    watched.session.fulfil(Inspect("example.org"))
    await watched.work.begun.wait()
    late = watched.work.emits[0]
    await watched.whole("example.org")
    probe = a_probe("late.example.org", "192.0.2.99")
    late(Learned(probe_step(probe.target), probe))
    watched.session.fulfil(Choose("domain"))
    shown = await watched.until(lambda shown: shown.chosen == "domain")
    assert shown.result is not None
    assert shown.result.inspection.probe("192.0.2.99") is None
