"""How long an answer still holds, counting down from what the resolver had left; no Qt here."""

from __future__ import annotations

from datetime import timedelta
from math import floor

from mxgui.model.records import Answer
from mxgui.model.text import text
from mxgui.routing.shapes import Words


def left_of(answer: Answer, age: float) -> int | None:
    """Seconds until an answer expires; None if nobody told, never below 0.

    `age` is seconds since the inspection began; the count begins when the answer came.
    """
    if answer.ttl is None:
        return None
    passed = max(0.0, age - (answer.at + answer.took))
    return max(0, answer.ttl - floor(passed))


def ttl_words(answer: Answer, age: float) -> Words:
    """The time left, and the whole of it where that is known."""
    left = left_of(answer, age)
    if left is None:
        return ""
    if answer.ttl_original is None:
        return text("{left}", left=timedelta(seconds=left)) if left else text("expired")
    whole = timedelta(seconds=answer.ttl_original)
    if not left:
        return text("expired, of {whole}", whole=whole)
    return text("{left} of {whole}", left=timedelta(seconds=left), whole=whole)
