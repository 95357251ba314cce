"""What DNS said to some questions: status, TTL, aliases, errors, and what was tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from mxgui.model.records import Answer, Attempt, AttemptResult, Status
from mxgui.model.text import Text, counted, text
from mxgui.report.tries import MOST_TRIES
from mxgui.routing.labels import status_words
from mxgui.ui.dns_errors import error_words
from mxgui.ui.dossier.section import Line, Section

_RESULTS = {
    AttemptResult.ANSWERED: text("answered"),
    AttemptResult.TIMEOUT: text("no answer"),
    AttemptResult.UNREACHABLE: text("not reachable"),
    AttemptResult.TRUNCATED: text("cut short, asked again over TCP"),
    AttemptResult.BAD_ANSWER: text("an answer that cannot be used"),
    AttemptResult.TLS_FAILED: text("TLS failed"),
    AttemptResult.HTTP_FAILED: text("HTTP failed"),
}


def lookups_section(title: Text, answers: Iterable[Answer]) -> Section:
    """One section for some questions; those that nobody asked are left out."""
    asked = [answer for answer in answers if answer.status is not Status.NOT_ASKED]
    return Section(title, tuple(line for answer in asked for line in _lines(answer)))


def _lines(answer: Answer) -> Iterator[Line]:
    yield Line(_status(answer), label=answer.question.type.value)
    for alias in answer.aliases:
        yield Line(text("{name} is an alias of {target}", name=alias.name, target=alias.target))
    for error in answer.ede:
        yield Line(error_words(error), label=text("DNS error"))
    if answer.status.is_failure or len(answer.attempts) > 1:
        for attempt in answer.attempts[:MOST_TRIES]:
            yield Line(_attempt(attempt), label=text("tried"))
        more = len(answer.attempts) - MOST_TRIES
        if more > 0:
            yield Line(text("and {n} more tries", n=more))


def _status(answer: Answer) -> Text:
    took = timedelta(seconds=answer.took)
    if answer.status is not Status.NOERROR:
        return text("{words}, after {took}", words=status_words(answer), took=took)
    found = counted("{n} record", "{n} records", len(answer.records))
    if answer.ttl is None:
        return text("{found} in {took}", found=found, took=took)
    ttl = timedelta(seconds=answer.ttl)
    return text("{found} in {took}, TTL {ttl}", found=found, took=took, ttl=ttl)


def _attempt(attempt: Attempt) -> Text:
    result = attempt.rcode or _RESULTS[attempt.result]
    return text(
        "{server} over {transport}: {result} after {took}",
        server=attempt.server,
        transport=attempt.transport.value.upper(),
        result=result,
        took=timedelta(seconds=attempt.took),
    )
