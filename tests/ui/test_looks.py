"""Every state, severity and verdict has a shape, a word and a tone."""

import pytest

from mxgui.model.text import text
from mxgui.report.grade import Grade
from mxgui.report.report import report_of
from mxgui.routing.reach import State
from mxgui.rules.finding import Severity
from mxgui.ui.looks import (
    GRADE_LOOKS,
    PROBLEM,
    QUESTION,
    REMARK,
    RUNNING_LOOK,
    SEVERITY_LOOKS,
    STATE_LOOKS,
    look_of,
    look_of_note,
)
from mxgui.ui.shown import FieldNote
from tests.ui.showing import a_result, a_running


@pytest.mark.parametrize(
    ("kinds", "looks"),
    [(State, STATE_LOOKS), (Severity, SEVERITY_LOOKS), (Grade, GRADE_LOOKS)],
)
def test_every_kind_has_a_look_with_a_word_of_its_own(kinds, looks):
    assert set(looks) == set(kinds)
    assert len({str(look.word) for look in looks.values()}) == len(looks)


def test_states_are_told_apart_without_colour():
    assert len({look.shape for look in STATE_LOOKS.values()}) == len(State)
    assert len({(look.shape, str(look.word)) for look in GRADE_LOOKS.values()}) == len(Grade)


def test_while_work_runs_the_look_is_no_verdict():
    assert look_of(report_of(a_running())) is RUNNING_LOOK
    assert look_of(a_result()) is GRADE_LOOKS[Grade.FLAWED]


def test_a_problem_a_question_and_a_remark_look_different():
    words = text("words")
    notes = (FieldNote(words, is_problem=True), FieldNote(words, offer="x."), FieldNote(words))
    assert [look_of_note(note) for note in notes] == [PROBLEM, QUESTION, REMARK]
    assert len({look.shape for look in (PROBLEM, QUESTION, REMARK)}) == 3
