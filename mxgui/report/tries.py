"""What was tried to get an answer that did not come, server by server."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mxgui.model.inspection import Inspection
from mxgui.model.records import Answer, Attempt, AttemptResult
from mxgui.model.text import Text, text

MOST_TRIES = 12  # of one question in a document; a patient run asks more often

_RESULTS = {
    AttemptResult.ANSWERED: text("answered"),
    AttemptResult.TIMEOUT: text("no answer"),
    AttemptResult.UNREACHABLE: text("unreachable"),
    AttemptResult.TRUNCATED: text("truncated"),
    AttemptResult.BAD_ANSWER: text("not usable"),
    AttemptResult.TLS_FAILED: text("TLS failed"),
    AttemptResult.HTTP_FAILED: text("HTTP failed"),
}


def failed_answers(inspection: Inspection) -> tuple[Answer, ...]:
    """The questions that stayed open although they were asked."""
    return tuple(answer for answer in inspection.answers if answer.status.is_failure)


def try_words(attempt: Attempt) -> Text:
    """One try in a phrase: server, transport, what came of it, how long it took."""
    result: Text | str = _RESULTS[attempt.result]
    if attempt.result is AttemptResult.ANSWERED and attempt.rcode:
        result = attempt.rcode
    words = text(
        "{server} over {transport}: {result}, {took}",
        server=attempt.server,
        transport=attempt.transport.value.upper(),
        result=result,
        took=timedelta(seconds=attempt.took),
    )
    return text("{words} ({note})", words=words, note=attempt.note) if attempt.note else words


def tries_of(answer: Answer) -> Iterator[Text]:
    """Each try of a question, the first ones if there were many."""
    for attempt in answer.attempts[:MOST_TRIES]:
        yield try_words(attempt)
    more = len(answer.attempts) - MOST_TRIES
    if more > 0:
        yield text("and {n} more", n=more)
