"""What DNS said to some questions: status, TTL, aliases, errors, and what was tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from mxgui.model.inspection import Inspection
from mxgui.model.records import Answer, Attempt, AttemptResult, Status
from mxgui.model.security import Dnssec, Security
from mxgui.model.text import Text, counted, text
from mxgui.report.tries import MOST_TRIES
from mxgui.routing.labels import status_words
from mxgui.routing.security_words import reason_words
from mxgui.ui.dns_errors import error_words
from mxgui.ui.dossier.section import Line, Section
from mxgui.ui.looks import TRUST_LOOKS

_RESULTS = {
    AttemptResult.ANSWERED: text("answered"),
    AttemptResult.TIMEOUT: text("no answer"),
    AttemptResult.UNREACHABLE: text("not reachable"),
    AttemptResult.TRUNCATED: text("cut short, asked again over TCP"),
    AttemptResult.BAD_ANSWER: text("an answer that cannot be used"),
    AttemptResult.TLS_FAILED: text("TLS failed"),
    AttemptResult.HTTP_FAILED: text("HTTP failed"),
}


def lookups_section(
    title: Text, answers: Iterable[Answer], inspection: Inspection | None = None
) -> Section:
    """One section for some questions; those that nobody asked are left out.

    With the inspection, what each answer is worth by our own validation stands below it; what is
    the same for all of them is said once.
    """
    asked = [answer for answer in answers if answer.status is not Status.NOT_ASKED]
    worth = [tuple(_worth(answer, inspection)) for answer in asked]
    lines: list[Line] = []
    for at, answer in enumerate(asked):
        lines.extend(_lines(answer))
        if worth[at] not in worth[at + 1 :]:
            lines.extend(worth[at])
    return Section(title, tuple(lines))


def _worth(answer: Answer, inspection: Inspection | None) -> Iterator[Line]:
    """What DNSSEC says of an answer, and why it is less than secure."""
    if inspection is None:
        return
    security = inspection.security(answer.question.name, answer.question.type)
    if security.state is Dnssec.UNKNOWN and not security.stripped:
        return
    look = TRUST_LOOKS[security.state]
    yield Line(_trust_words(security), label=text("DNSSEC"), look=look)


def _trust_words(security: Security) -> Text:
    word = TRUST_LOOKS[security.state].word
    if security.state is Dnssec.SECURE:
        return word
    return text("{state}: {reason}", state=word, reason=reason_words(security))


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
