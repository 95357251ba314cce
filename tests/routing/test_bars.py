"""Bars of address rows: as long as the steps took, and growing while a probe runs."""

from dataclasses import replace

import pytest

from mxgui.model.smtp import Outcome, Phase, Probe, Stage, StoppedBy, Target, Waiting
from mxgui.routing.bars import growing, track
from mxgui.routing.diagram import diagram_of
from mxgui.routing.route import route_of
from mxgui.routing.shapes import AddressRow, Tone
from tests.builders import ProbeFact, a_probe, an_inspection

GROUPS = [None, Stage.CONNECT, Stage.GREETING, Stage.HANDSHAKE]


def row(probe: ProbeFact, **facts) -> AddressRow:
    inspection = an_inspection(probes={"192.0.2.1": probe}, **facts)
    return diagram_of(inspection, route_of(inspection)).rows[0]


def running(stage: Stage, since: float, *phases: Phase) -> AddressRow:
    waiting = Waiting(stage, since, 40.0)
    probe = Probe(Target("mx1.example.org", "192.0.2.1"), waiting=waiting, phases=phases)
    return row(probe, ended=None)


def test_the_bar_is_as_long_as_the_steps_took():
    shown = row(Outcome.GREETED)
    assert [part.stage for part in shown.segments] == GROUPS
    _, connect, greeting, handshake = (part.box.width for part in shown.segments)
    assert connect < greeting < handshake
    assert {part.broke for part in shown.segments} == {None}


@pytest.mark.parametrize(
    ("outcome", "tone"),
    [(Outcome.DEFERRED, Tone.WARN), (Outcome.REJECTED, Tone.FAIL), (Outcome.SILENT, Tone.IDLE)],
)
def test_what_ended_badly_shows_its_steps_and_which_of_them_ended_it(outcome, tone):
    shown = row(outcome)
    assert [part.stage for part in shown.segments] == GROUPS[:3]
    assert [part.broke for part in shown.segments] == [None, None, tone]
    assert all(shown.box.contains(part.box) for part in shown.segments)


def test_longer_words_push_the_bar_to_the_left_until_there_is_no_room():
    near, far = row(Outcome.GREETED), row(Outcome.CLOSED)
    assert far.segments[0].box.x < near.segments[0].box.x
    mute = a_probe(command="", ehlo=None, stopped_by=StoppedBy.TIMEOUT)
    assert row(mute).spent
    assert not row(mute).segments


def test_an_address_that_was_not_probed_has_no_bar():
    assert not row(None).segments
    assert not row(Outcome.NOT_TRIED).segments


def test_while_a_probe_runs_its_last_step_grows_and_nothing_before_it_moves():
    shown = running(Stage.GREETING, 0.1, Phase(Stage.CONNECT, 0.0, 0.1))
    assert not shown.segments
    early, late = list(growing(shown, 1.0)), list(growing(shown, 21.0))
    assert [part.stage for part in late] == GROUPS[:3]
    assert early[:2] == late[:2]
    assert early[2].box.width < late[2].box.width
    assert late[2].took == pytest.approx(20.9)


def test_the_growing_bar_is_full_when_the_limit_is_up_and_never_leaves_the_row():
    shown = running(Stage.EHLO, 3.0, Phase(Stage.CONNECT, 0.0, 1.0), Phase(Stage.GREETING, 1.0, 2))
    full = list(growing(shown, 43.0))
    assert full == list(growing(shown, 99.0))
    assert full[-1].box.right == pytest.approx(track(shown).right - 1)
    assert all(shown.box.contains(part.box) for part in full)
    assert next(iter(growing(shown, 0.0))).box.x == full[0].box.x


def test_an_ended_probe_grows_no_more():
    assert not list(growing(row(Outcome.GREETED), 5.0))


def test_a_step_without_any_limit_divides_nothing_by_zero():
    shown = running(Stage.CONNECT, 0.0)
    assert shown.waiting is not None
    bare = replace(shown, spent=(), waiting=replace(shown.waiting, limit=0.0))
    assert len(list(growing(bare, 1.0))) == 1
