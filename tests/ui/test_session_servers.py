"""A session that asks name servers upon an inspection that has ended."""

from mxgui.ui.wishes import AskServers, Inspect
from tests.ui.watched import Watched


async def test_name_servers_are_asked_upon_what_is_known_and_nothing_is_begun_again(qloop):
    watched = Watched()
    whole = await watched.whole()
    watched.session.fulfil(AskServers())
    shown = await watched.until(
        lambda now: now.result is not None and now.result.inspection.plan.authoritative
    )
    shown = await watched.until(lambda now: not now.busy)
    assert shown.result is not None
    assert whole.result is not None
    assert shown.result.inspection.facts == whole.result.inspection.facts
    assert not shown.result.inspection.running
    assert len(watched.work.plans) == 1


async def test_name_servers_are_not_asked_while_the_inspection_runs(qloop):
    watched = Watched()
    watched.session.fulfil(Inspect("example.org"))
    await watched.work.begun.wait()
    watched.session.fulfil(AskServers())
    watched.work.go_on.set()
    shown = await watched.until(lambda now: bool(now.result) and not now.busy)
    assert shown.result is not None
    assert not shown.result.inspection.plan.authoritative
