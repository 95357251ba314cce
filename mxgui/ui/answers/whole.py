"""The whole of one answer for the page beside the table: records, tries, aliases, raw; no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mxgui.model.records import Answer, Attempt
from mxgui.model.security import Security
from mxgui.model.text import Text, counted, text
from mxgui.routing.shapes import Words
from mxgui.ui.answers.looks import STATUS_LOOKS, look_of_try, with_code
from mxgui.ui.answers.rows import AnswerRow, record_words
from mxgui.ui.answers.trust import trust_sections
from mxgui.ui.dns_errors import error_words
from mxgui.ui.dossier.section import Line, Section

RAW_LETTERS = 65_536  # of the answer as text; one saved elsewhere may have more than we keep
LINE_LETTERS = 2_000  # of one line of it; Qt lays out a line as a whole
MOST_TRIES = 60  # of one question; a patient run asks about once a second


def sections_of(row: AnswerRow) -> tuple[Section, ...]:
    """All that is known of a question, in the order of reading."""
    title = str(row.question)
    if row.answer is None:
        asking = text("Under way since {at} s after the beginning.", at=round(row.begin, 3))
        return (Section(title, (Line(asking),), mono=True),)
    return tuple(_sections(title, row.answer, row.security))


def _sections(title: str, answer: Answer, security: Security | None) -> Iterator[Section]:
    yield Section(title, tuple(_head(answer)), mono=True)
    if answer.records:
        lines = [Line(record_words(record), mono=True) for record in answer.records]
        if answer.left_out:
            lines.append(Line(_left_out(answer.left_out)))
        yield Section(text("Records"), tuple(lines))
    if answer.aliases:
        yield Section(text("Aliases"), tuple(_aliases(answer)))
    if security is not None:
        yield from trust_sections(security)
    if answer.ede:
        errors = tuple(Line(error_words(error)) for error in answer.ede)
        yield Section(text("Extended DNS errors"), errors)
    if answer.attempts:
        yield Section(text("Tries"), tuple(_tries(answer)))
    if answer.raw:
        yield Section(text("The answer as text"), tuple(_raw(answer.raw)))


def _head(answer: Answer) -> Iterator[Line]:
    look = STATUS_LOOKS[answer.status]
    yield Line(
        text(
            "{status}, after {took}",
            status=with_code(look, answer.rcode),
            took=timedelta(seconds=answer.took),
        )
    )
    yield Line(text("{at} s after the beginning", at=round(answer.at, 3)), label=text("asked"))
    if answer.ttl is not None:
        yield Line(_ttl(answer), label=text("TTL"))
    if answer.flags:
        yield Line(answer.flags, label=text("flags"), mono=True)
    if answer.ad is not None:
        yield Line(_authenticated(answer.ad), label=text("ad"))


def _ttl(answer: Answer) -> Text:
    left = text("{left} when it came", left=timedelta(seconds=answer.ttl or 0))
    if answer.ttl_original is None:
        return left
    whole = timedelta(seconds=answer.ttl_original)
    return text("{left}, of {whole}", left=left, whole=whole)


def _authenticated(ad: bool) -> Text:
    if ad:
        return text("the resolver says that DNSSEC vouches for this; it is its word only")
    return text("the resolver does not say that DNSSEC vouches for this")


def _left_out(more: int) -> Text:
    return counted(
        "{n} more record came and was left out: too many to keep.",
        "{n} more records came and were left out: too many to keep.",
        more,
    )


def _aliases(answer: Answer) -> Iterator[Line]:
    for alias in answer.aliases:
        yield Line(
            text(
                "{name} is an alias of {target} (TTL {ttl})",
                name=alias.name,
                target=alias.target,
                ttl=timedelta(seconds=alias.ttl),
            )
        )


def _tries(answer: Answer) -> Iterator[Line]:
    for attempt in answer.attempts[:MOST_TRIES]:
        yield Line(_try(attempt), label=text("{at} s", at=round(attempt.at, 3)))
    more = len(answer.attempts) - MOST_TRIES
    if more > 0:
        yield Line(text("and {n} more", n=more))


def _try(attempt: Attempt) -> Words:
    words = text(
        "{server} over {transport}: {result}, after {took}",
        server=attempt.server,
        transport=attempt.transport.value.upper(),
        result=with_code(look_of_try(attempt), attempt.rcode),
        took=timedelta(seconds=attempt.took),
    )
    return text("{words} ({note})", words=words, note=attempt.note) if attempt.note else words


def _raw(raw: str) -> Iterator[Line]:
    for line in raw[:RAW_LETTERS].splitlines():
        yield Line(_cut(line), mono=True)
    more = len(raw) - RAW_LETTERS
    if more > 0:
        yield Line(counted("Not shown: {n} more letter.", "Not shown: {n} more letters.", more))


def _cut(line: str) -> Words:
    more = len(line) - LINE_LETTERS
    if more <= 0:
        return line
    return counted(
        "{line} … and {n} more letter",
        "{line} … and {n} more letters",
        more,
        line=line[:LINE_LETTERS],
    )
