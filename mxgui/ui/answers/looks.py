"""The look of how a question to DNS ended, and of each try of it; no Qt here."""

from __future__ import annotations

from mxgui.model.records import Attempt, AttemptResult, Status
from mxgui.model.text import text
from mxgui.report.marks import Shape
from mxgui.routing.shapes import Tone, Words
from mxgui.ui.looks import Look

STATUS_LOOKS = {
    Status.NOERROR: Look(Shape.CHECK, text("Found"), Tone.OK),
    Status.NODATA: Look(Shape.BAR, text("No such record"), Tone.PLAIN),
    Status.NXDOMAIN: Look(Shape.CROSS, text("No such name"), Tone.FAIL),
    Status.SERVFAIL: Look(Shape.BANG, text("SERVFAIL"), Tone.WARN),
    Status.REFUSED: Look(Shape.BANG, text("Refused"), Tone.WARN),
    Status.TIMEOUT: Look(Shape.BANG, text("No answer"), Tone.WARN),
    Status.BAD_ANSWER: Look(Shape.BANG, text("Not usable"), Tone.WARN),
    Status.LOOP: Look(Shape.BANG, text("Aliases in a circle"), Tone.WARN),
    Status.NOT_ASKED: Look(Shape.RING, text("Not asked"), Tone.IDLE),
}
ABSENT = Look(Shape.BAR, text("No such name"), Tone.PLAIN)  # of a record that need not be
ASKING = Look(Shape.DOTS, text("Asking"), Tone.RUNNING)
_TRIES = {
    AttemptResult.ANSWERED: Look(Shape.CHECK, text("Answered"), Tone.OK),
    AttemptResult.TIMEOUT: Look(Shape.BANG, text("No answer"), Tone.WARN),
    AttemptResult.UNREACHABLE: Look(Shape.CROSS, text("Not reachable"), Tone.FAIL),
    AttemptResult.TRUNCATED: Look(Shape.BAR, text("Cut short"), Tone.PLAIN),
    AttemptResult.BAD_ANSWER: Look(Shape.BANG, text("Not usable"), Tone.WARN),
    AttemptResult.TLS_FAILED: Look(Shape.CROSS, text("TLS failed"), Tone.FAIL),
    AttemptResult.HTTP_FAILED: Look(Shape.CROSS, text("HTTP failed"), Tone.FAIL),
}
_ANSWERED_BADLY = Look(Shape.BANG, text("Answered"), Tone.WARN)
_GOOD = (None, "NOERROR", "NXDOMAIN")  # a name that does not exist is a good answer too


def look_of_try(attempt: Attempt) -> Look:
    """How one try is meant; an answer that is no help, such as SERVFAIL, is a warning."""
    if attempt.result is AttemptResult.ANSWERED and attempt.rcode not in _GOOD:
        return _ANSWERED_BADLY
    return _TRIES[attempt.result]


def with_code(look: Look, code: str | None) -> Words:
    """The word of a look and a code behind it, unless the two are the same."""
    if not code or str(look.word).casefold() == code.casefold():
        return look.word
    return text("{word} · {code}", word=look.word, code=code)
