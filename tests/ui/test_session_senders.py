"""The session looks at every opened domain as the sender that was chosen, without any work."""

from mxgui.model.plan import ProbeMode
from mxgui.ui.wishes import Inspect, ProbeAs, SendAs
from tests.ui.watched import Watched


def sender_of_shown(shown) -> str:
    return shown.result.inspection.plan.sender if shown.result is not None else ""


async def test_another_sender_is_drawn_at_once_and_nothing_is_asked(qloop):
    watched = Watched()
    before = await watched.whole()
    watched.session.fulfil(SendAs("postfix"))
    shown = await watched.until(lambda shown: sender_of_shown(shown) == "postfix")
    assert shown.plan.sender == "postfix"
    assert len(watched.work.plans) == 1
    assert not shown.busy
    assert shown.result is not None
    assert before.result is not None
    assert [row.badge for row in shown.result.diagram.rows] == ["1–2", "1–2", "3"]
    assert [host.badge for host in before.result.diagram.hosts] == ["1", "2"]
    assert shown.result.inspection.facts is before.result.inspection.facts


async def test_the_next_domain_is_inspected_as_the_sender_that_was_chosen(qloop):
    watched = Watched()
    await watched.whole()
    watched.session.fulfil(SendAs("exim"))
    watched.session.fulfil(Inspect("example.net"))
    await watched.until(lambda shown: len(watched.work.plans) == 2)
    assert watched.work.plans[-1].sender == "exim"


async def test_probes_that_went_as_one_sender_stay_so(qloop):
    watched = Watched()
    watched.session.fulfil(ProbeAs(ProbeMode.AS_SENDER))
    await watched.whole()
    watched.session.fulfil(SendAs("qmail"))
    shown = await watched.until(lambda shown: shown.plan.sender == "qmail")
    assert sender_of_shown(shown) == "rfc5321"
