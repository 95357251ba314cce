"""What is supposed of a domain: steps that can be taken back, and the picture that shows them."""

from mxgui.report.report import report_of
from mxgui.routing.route import route_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.outage import AS_RECORDS_SAY, Off, What, WhatIf
from mxgui.routing.sending.supposing import Part
from mxgui.ui.supposed import MOST_STEPS, Supposed
from mxgui.ui.wishes import (
    SeeAs,
    ShowMeasured,
    StartFrom,
    Suppose,
    SupposeNothing,
    SwitchOff,
    SwitchOn,
    UndoSupposing,
)
from tests.ui.showing import two_tiers

ROUTE = route_of(two_tiers())
A = Off(What.HOST, "a.example.org", Behaviour.SILENT)
B = Off(What.HOST, "b.example.org", Behaviour.REJECTS)


def after(*wishes) -> Supposed:
    supposed = Supposed()
    for wish in wishes:
        supposed.look(wish, ROUTE)
    return supposed


def test_every_step_adds_to_the_one_before():
    supposed = after(SwitchOff(A), SwitchOff(B), StartFrom(True), SeeAs("b.example.org"))
    assert supposed.what_if == WhatIf((A, B), as_probed=True, own="b.example.org")
    supposed.look(SwitchOn(Part(What.HOST, "a.example.org")), ROUTE)
    assert supposed.what_if.off == (B,)


def test_steps_are_taken_back_one_by_one_and_a_reset_is_a_step():
    supposed = after(SwitchOff(A), SwitchOff(B), SupposeNothing())
    assert supposed.can_undo
    for left in ((A, B), (A,), (), ()):
        supposed.look(UndoSupposing(), ROUTE)
        assert supposed.what_if.off == left
    assert not supposed.can_undo


def test_what_changes_nothing_is_no_step():
    assert not after(StartFrom(False), SeeAs(""), Suppose(AS_RECORDS_SAY)).can_undo


def test_only_so_many_steps_are_kept():
    supposed = Supposed()
    for at in range(MOST_STEPS + 10):
        supposed.look(StartFrom(at % 2 == 0), ROUTE)
    for _ in range(MOST_STEPS):
        assert supposed.can_undo
        supposed.look(UndoSupposing(), ROUTE)
    assert not supposed.can_undo


def test_what_was_found_is_seen_until_the_next_step():
    supposed = after(ShowMeasured(True))
    assert not supposed.measured  # nothing is supposed
    supposed = after(SwitchOff(A), ShowMeasured(True))
    assert supposed.measured
    supposed.look(SwitchOff(B), ROUTE)
    assert not supposed.measured
    supposed.look(ShowMeasured(True), ROUTE)
    supposed.look(Suppose(AS_RECORDS_SAY), ROUTE)
    assert not supposed.measured


def test_only_the_picture_of_the_window_shows_what_is_supposed():
    found = report_of(two_tiers())
    report = after(SwitchOff(A)).upon(found)
    assert report.diagram is found.diagram
    assert report.picture != found.picture
    assert (report.headline, report.findings) == (found.headline, found.findings)
    measured = after(SwitchOff(A), ShowMeasured(True)).upon(found)
    assert measured.picture == found.picture
    assert measured.what_if == report.what_if
    assert after().upon(found) is found
