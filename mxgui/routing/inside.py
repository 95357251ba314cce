"""Whether the resolver tells something else than the name servers do: a view of its own."""

from __future__ import annotations

from mxgui.model.authority import ServerAnswer
from mxgui.model.inspection import Inspection
from mxgui.model.records import Answer, Mx, Question, RecordType, Status
from mxgui.routing.authority import ZoneAsked, is_blocked, is_intercepted, zones_asked
from mxgui.routing.special import is_private


def resolver_strays(inspection: Inspection) -> tuple[Question, ...]:
    """The questions to which the resolver answers what no name server does.

    Only what has settled counts. An alias is no reason, nor are some of the servers' addresses: a
    server may spread load. Addresses of an inner network are a view of its own: see `own_view`.
    """
    return tuple(
        question
        for question in _apart(inspection)
        if question.type is RecordType.MX or not _is_inner(inspection, question)
    )


def own_view(inspection: Inspection) -> tuple[Question, ...]:
    """The questions whose answer shows that the resolver is inside, or has not seen a change.

    Other MX records than those of all name servers; or addresses of an inner network where the
    name servers give others.
    """
    return tuple(
        question
        for question in _apart(inspection)
        if question.type is RecordType.MX or _is_inner(inspection, question)
    )


def _apart(inspection: Inspection) -> list[Question]:
    if is_blocked(inspection) or is_intercepted(inspection):
        return []
    return [
        question
        for zone in zones_asked(inspection)
        if zone.is_settled
        for question in zone.questions
        if question.type is not RecordType.NS and _strays(inspection, zone, question)
    ]


def _strays(inspection: Inspection, zone: ZoneAsked, question: Question) -> bool:
    told = inspection.answer(question.name, question.type)
    said = [answer for own in zone.servers if (answer := own.said(question)) is not None]
    if not said or told.aliases or any(_has_alias(answer) for answer in said):
        return False
    theirs = {line for answer in said for line in answer.answer}
    if told.status.is_absent:
        return all(answer.status is Status.NOERROR for answer in said)
    return told.status is Status.NOERROR and not set(_lines(told)) <= theirs


def _has_alias(answer: ServerAnswer) -> bool:
    return any(line.startswith("CNAME ") for line in answer.answer)


def _lines(answer: Answer) -> list[str]:
    return [
        f"{record.preference} {record.exchange}" if isinstance(record, Mx) else str(record)
        for record in answer.records
    ]


def _is_inner(inspection: Inspection, question: Question) -> bool:
    return any(map(is_private, inspection.answer(question.name, question.type).addresses))
