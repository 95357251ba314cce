"""Every way a step went has a mark of its own."""

import pytest

from mxgui.report.marks import Shape
from mxgui.routing.shapes import Tone
from mxgui.ui.dossier.signs import sign_of


@pytest.mark.parametrize(
    ("tone", "shape"),
    [
        (Tone.OK, Shape.CHECK),
        (Tone.WARN, Shape.BANG),
        (Tone.FAIL, Shape.CROSS),
        (Tone.RUNNING, Shape.DOTS),
        (Tone.IDLE, Shape.RING),
        (Tone.PLAIN, Shape.RING),
    ],
)
def test_a_tone_has_its_mark(tone, shape):
    assert sign_of(tone).shape is shape
