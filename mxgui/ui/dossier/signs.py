"""The marks of steps in the panel of details: one shape, word and colour for each way it went."""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.report.marks import Shape
from mxgui.routing.shapes import Tone
from mxgui.ui.looks import Look

GOOD = Look(Shape.CHECK, text("Good"), Tone.OK)
FLAWED = Look(Shape.BANG, text("Flawed"), Tone.WARN)
FAILS = Look(Shape.CROSS, text("Fails"), Tone.FAIL)
UNDER_WAY = Look(Shape.DOTS, text("Under way"), Tone.RUNNING)
CALM = Look(Shape.RING, text("Nothing to tell"), Tone.IDLE)

_OF_TONE = {Tone.OK: GOOD, Tone.WARN: FLAWED, Tone.FAIL: FAILS, Tone.RUNNING: UNDER_WAY}


def sign_of(tone: Tone) -> Look:
    """The mark of a step, by how it is meant; a ring where it is neither good nor bad."""
    return _OF_TONE.get(tone, CALM)
