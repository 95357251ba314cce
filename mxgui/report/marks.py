"""The round marks of documents: a shape for every state, so that colour never stands alone."""

from __future__ import annotations

from enum import Enum

from mxgui.routing.reach import State
from mxgui.routing.shapes import Tone


class Shape(Enum):
    """What stands in the circle of a mark: a path in a square of 16 by 16 around its middle."""

    CHECK = "M-3.2 .2 L-.9 2.6 L3.3 -2.4"
    BANG = "M0 -3.8 V.8 M0 3.5 V3.6"
    CROSS = "M-2.6 -2.6 L2.6 2.6 M-2.6 2.6 L2.6 -2.6"
    RING = "M-3.2 0 A3.2 3.2 0 1 1 3.2 0 A3.2 3.2 0 1 1 -3.2 0"
    CLOCK = "M-4.6 0 A4.6 4.6 0 1 1 4.6 0 A4.6 4.6 0 1 1 -4.6 0 M0 -2.4 V.2 L1.8 1.4"
    DOTS = "M-3.6 0 H-3.5 M0 0 H.1 M3.6 0 H3.7"
    QUERY = "M-2.1 -1.9 A2.2 2.2 0 1 1 .9 .1 Q0 .6 0 1.4 M0 3.7 V3.8"
    BAR = "M-3.2 0 H3.2"
    LETTER_I = "M0 -.4 V3.8 M0 -3.6 V-3.5"
    LOCK = "M-3.4 -.6 H3.4 V4.2 H-3.4 Z M-2.2 -.6 V-2.4 A2.2 2.2 0 0 1 2.2 -2.4 V-.6"
    OPEN_LOCK = "M-3.4 -.6 H3.4 V4.2 H-3.4 Z M-2.2 -.6 V-2.4 A2.2 2.2 0 0 1 1.8 -3.6"


_OF_STATE = {
    State.PENDING: Shape.CLOCK,
    State.RUNNING: Shape.DOTS,
    State.OK: Shape.CHECK,
    State.TEMPORARY: Shape.BANG,
    State.FAILED: Shape.CROSS,
    State.UNHEARD: Shape.QUERY,
    State.NOT_TRIED: Shape.RING,
}
_OF_TONE = {
    Tone.PLAIN: Shape.BAR,
    Tone.OK: Shape.CHECK,
    Tone.WARN: Shape.BANG,
    Tone.FAIL: Shape.CROSS,
    Tone.RUNNING: Shape.DOTS,
    Tone.IDLE: Shape.QUERY,
}


def shape_of_state(state: State, tone: Tone) -> Shape:
    """The shape of an address row; one that answers with a flaw has the bang of a warning."""
    return Shape.BANG if tone is Tone.WARN else _OF_STATE[state]


def shape_of_tone(tone: Tone) -> Shape:
    """The shape of a note, a notice or a finding."""
    return _OF_TONE[tone]
