"""A session that follows planned records upon what is known, and goes back without a question."""

from mxgui.ui.shown import Stage
from mxgui.ui.wishes import Inspect, PlanRoute, ProbeAgain
from tests.planned import mx_records
from tests.ui.watched import Watched

PLANNED = mx_records("10 mx2.example.org, 20 mx1.example.org")


def is_planned(shown):
    return shown.result is not None and shown.result.route.planned and not shown.busy


async def planned():
    watched = Watched()
    await watched.whole()
    watched.session.fulfil(PlanRoute(PLANNED))
    return watched, await watched.until(is_planned)


async def test_planned_records_are_followed_and_told_in_the_list_of_domains(qloop):
    watched, shown = await planned()
    assert watched.planned == [PLANNED]
    assert shown.latest_plan == PLANNED
    [opened] = shown.opened
    assert opened.planned
    assert opened.stage is Stage.ENDED
    assert len(watched.work.plans) == 1


async def test_going_back_keeps_the_plan_to_be_had_again(qloop):
    watched, _ = await planned()
    watched.session.fulfil(PlanRoute(()))
    shown = await watched.until(lambda now: not is_planned(now) and not now.busy)
    assert watched.planned == [PLANNED, ()]
    assert shown.latest_plan == PLANNED
    assert not shown.opened[0].planned


async def test_probing_again_keeps_the_plan_and_typing_the_domain_leaves_it(qloop):
    watched, _ = await planned()
    watched.session.fulfil(ProbeAgain())
    await watched.until(lambda now: len(watched.work.plans) == 2 and not now.busy)
    assert watched.work.plans[-1].mx == PLANNED
    watched.session.fulfil(Inspect("example.org"))
    await watched.until(lambda now: len(watched.work.plans) == 3 and not now.busy)
    assert watched.work.plans[-1].mx == ()


async def test_without_a_domain_or_while_it_runs_nothing_is_planned(qloop):
    watched = Watched()
    watched.session.fulfil(PlanRoute(PLANNED))
    watched.session.fulfil(Inspect("example.org"))
    await watched.work.begun.wait()
    watched.session.fulfil(PlanRoute(PLANNED))
    watched.work.go_on.set()
    await watched.until(lambda now: bool(now.result) and not now.busy)
    assert not watched.planned
