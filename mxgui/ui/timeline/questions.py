"""A question to DNS as a row of the time line, and each of its tries as a row below it; no Qt."""

from __future__ import annotations

from dataclasses import replace

from mxgui.model.event import AskStep
from mxgui.model.records import Answer, Attempt, AttemptResult, Status
from mxgui.model.text import text
from mxgui.routing.shapes import Tone, Words
from mxgui.ui.answers.looks import ASKING, STATUS_LOOKS, look_of_try, with_code
from mxgui.ui.timeline.row import Row, Span, Style, in_lanes

MOST_LANES = 4  # of one bar; more could not be seen
_GOOD = (Tone.OK, Tone.PLAIN)


def question_key(step: AskStep) -> str:
    """The key of the row of a question."""
    return f"ask {step.vantage} {step.question}"


def asking_row(step: AskStep, since: float) -> Row:
    """A question under way."""
    question = step.question
    span = Span(str(question), since, None)
    return Row(
        question_key(step),
        step,
        question.name,
        question.type.value,
        ASKING,
        ASKING.word,
        since,
        None,
        (span,),
        is_open=True,
    )


def answer_row(step: AskStep, answer: Answer) -> Row:
    """A question that has ended, with all its tries."""
    question, look = step.question, STATUS_LOOKS[answer.status]
    key = question_key(step)
    return Row(
        key,
        step,
        question.name,
        question.type.value,
        look,
        with_code(look, answer.rcode),
        answer.at,
        answer.took,
        _spans(answer),
        tuple(_try(f"{key} try {at}", step, one) for at, one in enumerate(answer.attempts, 1)),
        fact=answer,
    )


def _spans(answer: Answer) -> tuple[Span, ...]:
    """The whole, and upon it one stretch a try, so that the pauses between them are seen."""
    style = Style.BROKE if answer.status.is_failure else Style.WELL
    if answer.status is Status.TIMEOUT:
        style = Style.UNHEARD
    whole = Span(str(answer.question), answer.at, answer.at + answer.took, style=style)
    if not answer.attempts:
        return (whole,)
    tries = in_lanes([_span(attempt) for attempt in answer.attempts])
    seen = (replace(span, lane=min(span.lane, MOST_LANES - 1)) for span in tries)
    return (replace(whole, style=Style.WAITED), *seen)


def _style(attempt: Attempt) -> Style:
    unheard = attempt.result in (AttemptResult.TIMEOUT, AttemptResult.UNREACHABLE)
    return Style.UNHEARD if unheard else Style.BROKE


def _span(attempt: Attempt) -> Span:
    good = look_of_try(attempt).tone in _GOOD
    return Span(
        _name(attempt),
        attempt.at,
        attempt.at + attempt.took,
        style=Style.WELL if good else _style(attempt),
    )


def _name(attempt: Attempt) -> Words:
    return text(
        "{server} over {transport}",
        server=attempt.server,
        transport=attempt.transport.value.upper(),
    )


def _try(key: str, step: AskStep, attempt: Attempt) -> Row:
    look = look_of_try(attempt)
    return Row(
        key,
        step,
        attempt.server,
        attempt.transport.value.upper(),
        look,
        with_code(look, attempt.rcode),
        attempt.at,
        attempt.took,
        (_span(attempt),),
        note=attempt.note,
    )
