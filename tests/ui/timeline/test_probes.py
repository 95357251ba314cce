"""A probe is a row, and each of its steps a stretch of its bar and a row below."""

from dataclasses import replace

import pytest

from mxgui.model.event import ProbeStep
from mxgui.model.smtp import Outcome, Phase, Probe, Reason, Stage, StoppedBy, Waiting
from mxgui.routing.reach import State
from mxgui.ui.looks import STATE_LOOKS
from mxgui.ui.timeline.probes import STAGE_NAMES, probe_row, queued_row
from mxgui.ui.timeline.row import Row, Style
from tests.builders import a_probe
from tests.ui.showing import a_waiting_probe

STEP = ProbeStep("192.0.2.1", 25)


def row_of(probe: Probe, state: State = State.OK) -> Row:
    return probe_row(STEP, probe, STATE_LOOKS[state])


def words(row: Row) -> list[tuple[str, str]]:
    return [(str(part.name), str(part.ended)) for part in row.parts]


def test_a_whole_session_unfolds_into_all_its_steps():
    row = row_of(a_probe(at=0.5))
    assert str(row.ended) == "Answers · 220"
    assert [span.stage for span in row.spans] == list(Stage)
    assert words(row) == [
        ("Connect", "Done"),
        ("Greeting", "Done · 220"),
        ("EHLO", "Done · 250"),
        ("STARTTLS", "Done"),
        ("TLS handshake", "Done · TLS 1.3"),
        ("EHLO again", "Done · 250"),
        ("QUIT", "Said"),
    ]
    assert all(part.spans == (span,) for part, span in zip(row.parts, row.spans, strict=True))


def test_every_step_has_a_name():
    assert set(STAGE_NAMES) == set(Stage)


def test_a_running_probe_grows_with_its_step():
    row = row_of(a_waiting_probe(Stage.GREETING, since=0.2), State.RUNNING)
    assert str(row.ended) == "waiting for the greeting"
    assert row.is_open
    assert [(span.stage, span.end) for span in row.spans] == [(Stage.GREETING, None)]
    assert words(row) == [("Greeting", "Under way")]
    assert row.took is None


def test_helo_after_ehlo_goes_on_with_the_same_step():
    phases = (Phase(Stage.CONNECT, 0.0, 0.1), Phase(Stage.EHLO, 0.1, 0.1))
    probe = replace(a_waiting_probe(), phases=phases, waiting=Waiting(Stage.EHLO, 0.2, 30.0))
    row = row_of(probe, State.RUNNING)
    assert [(span.stage, span.begin, span.end) for span in row.spans] == [
        (Stage.CONNECT, 0.0, 0.1),
        (Stage.EHLO, 0.1, None),
    ]


@pytest.mark.parametrize(
    ("outcome", "ended", "last"),
    [
        (Outcome.REFUSED, "Fails · refused", ("Connect", "Fails · refused")),
        (Outcome.TIMED_OUT, "Fails · no answer in 10 ms", None),
        (Outcome.UNREACHABLE, "Fails · unreachable", None),
        (Outcome.REJECTED, "Fails · 554", ("Greeting", "Turned down · 554")),
        (Outcome.SILENT, "Fails · no greeting in 20 ms", ("Greeting", "No answer")),
        (Outcome.NOT_SMTP, "Fails · not SMTP", ("Greeting", "No proper reply")),
    ],
)
def test_the_step_at_which_a_probe_ended_is_hatched_and_says_why(outcome, ended, last):
    row = row_of(a_probe(outcome=outcome), State.FAILED)
    assert str(row.ended) == ended
    assert [span.style for span in row.spans][-1] is Style.BROKE
    assert all(span.style is Style.WELL for span in row.spans[:-1])
    if last is not None:
        assert words(row)[-1] == last


def test_a_host_that_turns_us_down_hears_quit_all_the_same():
    phases = tuple(Phase(stage, 0.1, 0.1) for stage in (Stage.CONNECT, Stage.GREETING, Stage.QUIT))
    probe = a_probe(outcome=Outcome.REJECTED, phases=phases, stage=Stage.GREETING)
    row = row_of(replace(probe, stopped_by=StoppedBy.REPLY), State.FAILED)
    assert [span.style for span in row.spans] == [Style.WELL, Style.BROKE, Style.WELL]
    assert words(row)[-1] == ("QUIT", "Said")


def test_an_earlier_result_has_its_durations_and_no_bar():
    row = row_of(a_probe(at=-90.0, reused_age=90.0))
    assert (row.begin, row.earlier, row.spans) == (None, 90.0, ())
    assert row.took == pytest.approx(0.07)
    assert all(part.begin is None and part.spans == () and part.took for part in row.parts)


def test_an_address_that_nobody_knocked_at_has_its_reason_and_no_duration():
    probe = a_probe(outcome=Outcome.NOT_TRIED, reason=Reason.PRIVATE_ADDRESS, at=0.3)
    row = row_of(probe, State.NOT_TRIED)
    assert str(row.ended) == "not tried: private address"
    assert (row.took, row.spans, row.parts) == (None, (), ())


def test_a_probe_that_waits_its_turn_says_so():
    row = queued_row(STEP, 0.4)
    assert str(row.ended) == "waiting its turn"
    assert [span.style for span in row.spans] == [Style.WAITED]
    assert row.key == row_of(a_probe()).key


def test_the_words_of_the_system_are_kept_for_the_tooltip():
    assert row_of(a_probe(outcome=Outcome.REFUSED, note="no way")).note == "no way"


def test_what_was_only_not_heard_from_here_is_not_said_to_have_failed():
    probe = a_probe(outcome=Outcome.TIMED_OUT)
    styles = {
        state: row_of(probe, state).spans[-1].style for state in (State.UNHEARD, State.FAILED)
    }
    assert styles == {State.UNHEARD: Style.UNHEARD, State.FAILED: Style.BROKE}
