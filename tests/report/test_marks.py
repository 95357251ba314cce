"""Every state has a shape of its own, so that colour never stands alone."""

from mxgui.report.marks import Shape, shape_of_state, shape_of_tone
from mxgui.routing.reach import State
from mxgui.routing.shapes import Tone


def test_every_state_has_its_own_shape():
    shapes = [shape_of_state(state, Tone.PLAIN) for state in State]
    assert len(set(shapes)) == len(shapes)


def test_every_tone_has_its_own_shape():
    shapes = [shape_of_tone(tone) for tone in Tone]
    assert len(set(shapes)) == len(shapes)


def test_an_address_that_answers_with_a_flaw_has_the_mark_of_a_warning():
    assert shape_of_state(State.OK, Tone.WARN) is Shape.BANG
