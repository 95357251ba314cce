"""The rows of the table of DNS answers, in the order of asking; no Qt here.

All that is in a row stays as it is once the answer has come. What changes with time, the TTL and
the seconds of a question under way, is asked for with the time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from mxgui.model.event import AskStep, SecureStep
from mxgui.model.inspection import Inspection
from mxgui.model.records import (
    Answer,
    Attempt,
    AttemptResult,
    Mx,
    Question,
    Record,
    RecordType,
    Status,
)
from mxgui.model.security import Security
from mxgui.model.text import text
from mxgui.routing.reverse import questions_aside
from mxgui.routing.shapes import Words
from mxgui.ui.answers.looks import ABSENT, ASKING, STATUS_LOOKS
from mxgui.ui.answers.trust import VALIDATING
from mxgui.ui.answers.ttl import ttl_words
from mxgui.ui.dns_errors import short_words
from mxgui.ui.looks import TRUST_LOOKS, Look

_MOST_RECORDS = 12  # in a cell; the page has all
_TURNS = {RecordType.TLSA: 1, RecordType.TXT: 2, RecordType.CAA: 3}  # else that of the route
_BESIDE = (*_TURNS, RecordType.PTR, RecordType.NS)  # a route needs none of them


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One question, and what came of it; `answer` is None while it is under way."""

    key: str
    question: Question
    begin: float
    look: Look
    records: Words = ""
    server: str = ""
    transport: str = ""
    rcode: str = ""
    flags: str = ""
    errors: Words = ""
    aliases: str = ""
    answer: Answer | None = field(default=None, compare=False)
    trust: Look | None = None
    security: Security | None = field(default=None, compare=False)

    @property
    def is_beside(self) -> bool:
        """Whether the route does not hang on it."""
        return self.question.type in _BESIDE

    def took(self, now: float) -> Words:
        """How long the answer took, or how long it has been waited for by now."""
        if self.answer is None:
            return _duration(max(0.0, now - self.begin))
        return _duration(self.answer.took)

    def ttl(self, age: float) -> Words:
        """How long the answer still holds."""
        return ttl_words(self.answer, age) if self.answer is not None else ""

    def matches(self, typed: str) -> bool:
        """Whether name, type or status have all the words that were typed."""
        has = f"{self.question} {self.look.word} {self.rcode}".casefold()
        return all(word in has for word in typed.casefold().split())


def rows_of(inspection: Inspection, before: Sequence[AnswerRow] = ()) -> tuple[AnswerRow, ...]:
    """One row a question; `before` are the rows that were last made.

    Those of the route come first, then those of encryption and policies. What was asked for names
    of addresses and for servers comes last: it is much, and the route does not hang on it.
    """
    known = {row.key: row for row in before}
    aside = questions_aside(inspection)

    def rank(row: AnswerRow) -> tuple[bool, int, float]:
        return row.question in aside, _TURNS.get(row.question.type, 0), row.begin

    return tuple(sorted(_rows(inspection, known), key=rank))


def by_whom(answer: Answer) -> Attempt | None:
    """The try that brought the answer, else the last one."""
    brought = [one for one in answer.attempts if one.result is AttemptResult.ANSWERED]
    return next(reversed(brought or answer.attempts), None)


def record_words(record: Record) -> str:
    """A record as it stands in a zone."""
    return f"{record.preference} {record.exchange}" if isinstance(record, Mx) else str(record)


def _rows(inspection: Inspection, known: dict[str, AnswerRow]) -> Iterator[AnswerRow]:
    for step, fact in inspection.facts.items():
        if isinstance(step, AskStep) and isinstance(fact, Answer):
            secure = SecureStep(step.question, step.vantage)
            found = inspection.facts.get(secure)
            security = found if isinstance(found, Security) else None
            trust = VALIDATING if secure in inspection.waiting else _trust(security)
            old = known.get(_key(step))
            is_same = old is not None and old.answer is fact and old.security is security
            if old is not None and is_same and old.trust == trust:
                yield old
            else:
                yield replace(_row(step, fact), trust=trust, security=security)
    for step, since in inspection.waiting.items():
        if isinstance(step, AskStep) and step not in inspection.facts:
            row = AnswerRow(_key(step), step.question, since, ASKING)
            old = known.get(row.key)
            yield old if old == row else row


def _trust(security: Security | None) -> Look | None:
    return TRUST_LOOKS[security.state] if security is not None else None


def _key(step: AskStep) -> str:
    return f"{step.vantage} {step.question}"


def _row(step: AskStep, answer: Answer) -> AnswerRow:
    asked = by_whom(answer)
    return AnswerRow(
        _key(step),
        step.question,
        answer.at,
        _look(step.question, answer),
        _found(answer),
        asked.server if asked is not None else "",
        asked.transport.value.upper() if asked is not None else "",
        answer.rcode or "",
        answer.flags,
        _errors(answer),
        ", ".join(alias.target for alias in answer.aliases),
        answer,
    )


def _look(question: Question, answer: Answer) -> Look:
    """How it ended; that there is no name for a record which need not be is no failure."""
    if answer.status is Status.NXDOMAIN and question.type in _BESIDE:
        return ABSENT
    return STATUS_LOOKS[answer.status]


def _found(answer: Answer) -> Words:
    """The records in a line, or how many more there are."""
    shown = ", ".join(record_words(record) for record in answer.records[:_MOST_RECORDS])
    more = len(answer.records) - _MOST_RECORDS + answer.left_out
    if len(answer.records) <= _MOST_RECORDS:
        more = answer.left_out
    return text("{records} and {n} more", records=shown, n=more) if more > 0 else shown


def _errors(answer: Answer) -> Words:
    if len(answer.ede) < 2:
        return short_words(answer.ede[0]) if answer.ede else ""
    return text("{errors}", errors=tuple(short_words(error) for error in answer.ede))


def _duration(took: float) -> Words:
    return text("{took}", took=timedelta(seconds=took))
