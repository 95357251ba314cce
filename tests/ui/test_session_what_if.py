"""The session holds a what-if for each domain, and draws what comes of it."""

from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.outage import AS_RECORDS_SAY, Off, What, WhatIf
from mxgui.ui.wishes import (
    Inspect,
    SeeAs,
    ShowMeasured,
    StartFrom,
    SupposeNothing,
    SwitchOff,
    UndoSupposing,
)
from tests.ui.watched import Watched

A = Off(What.HOST, "a.example.org", Behaviour.SILENT)
B = Off(What.HOST, "b.example.org", Behaviour.REJECTS)


async def test_parts_that_are_switched_off_one_after_the_other_add_up(qloop):
    watched = Watched()
    before = await watched.whole()
    assert before.result is not None
    watched.session.fulfil(SwitchOff(A))
    watched.session.fulfil(SwitchOff(B))  # before anything could be drawn
    shown = await watched.until(lambda shown: shown.supposes)
    assert shown.result is not None
    assert shown.result.what_if.off == (A, B)
    assert shown.can_undo
    assert shown.result.picture != before.result.picture
    assert shown.result.diagram == before.result.diagram
    assert shown.result.headline == before.result.headline


async def test_steps_are_taken_back_and_all_of_them_reset(qloop):
    watched = Watched()
    await watched.whole()
    for wish in (SwitchOff(A), StartFrom(True), SeeAs("b.example.org"), UndoSupposing()):
        watched.session.fulfil(wish)
    shown = await watched.until(lambda shown: shown.supposes)
    assert shown.what_if is not None
    assert (shown.what_if.as_probed, shown.what_if.own) == (True, "")
    watched.session.fulfil(SupposeNothing())
    shown = await watched.until(lambda shown: not shown.supposes)
    assert shown.result is not None
    assert shown.result.what_if == AS_RECORDS_SAY
    watched.session.fulfil(UndoSupposing())
    shown = await watched.until(lambda shown: shown.supposes)
    assert shown.what_if == WhatIf((A,), as_probed=True)


async def test_what_was_measured_is_seen_while_the_what_if_is_held(qloop):
    watched = Watched()
    before = await watched.whole()
    watched.session.fulfil(SwitchOff(A))
    watched.session.fulfil(ShowMeasured(True))
    shown = await watched.until(lambda shown: shown.measured)
    assert shown.supposes
    assert shown.result is not None
    assert before.result is not None
    assert shown.result.picture == before.result.picture


async def test_every_domain_has_a_what_if_of_its_own(qloop):
    watched = Watched()
    await watched.whole()
    watched.session.fulfil(SwitchOff(A))
    await watched.until(lambda shown: shown.supposes)
    watched.session.fulfil(Inspect("example.net"))
    shown = await watched.until(lambda shown: len(shown.opened) == 2)
    assert not shown.supposes


async def test_without_a_domain_nothing_is_supposed(qloop):
    watched = Watched()
    watched.session.fulfil(SwitchOff(A))
    assert not watched.session.shown.supposes
