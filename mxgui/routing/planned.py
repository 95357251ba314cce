"""MX records that are planned in place of the published ones: what the route then rests on.

The published answer stays a fact beside them. Of a planned set nothing is signed, cached or served
by anybody yet: it has no TTL, and no state of DNSSEC, whatever the published answer has.
"""

from __future__ import annotations

from dataclasses import replace

from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.model.records import Answer, Question, RecordType, Status
from mxgui.model.security import Dnssec, Security


def is_planned(inspection: Inspection) -> bool:
    """Whether mail is followed along planned records; an address literal has none to plan."""
    return bool(inspection.plan.mx) and inspection.entry.domain.literal is None


def published_mx(inspection: Inspection) -> Answer:
    """Give what DNS said to the MX question."""
    return inspection.answer(inspection.entry.domain.ascii, RecordType.MX)


def mx_of(inspection: Inspection) -> Answer:
    """Give the records that the route rests on: the planned ones, else the published answer.

    A set holds no record twice (RFC 2181, section 5), so neither do the planned ones.
    """
    if not is_planned(inspection):
        return published_mx(inspection)
    question = Question(inspection.entry.domain.ascii, RecordType.MX)
    return Answer(question, Status.NOERROR, tuple(dict.fromkeys(inspection.plan.mx)))


def mx_security(inspection: Inspection) -> Security:
    """Give what validation says of these records; nobody can say it of planned ones."""
    domain = inspection.entry.domain.ascii
    if is_planned(inspection):
        return Security(Question(domain, RecordType.MX))
    return inspection.security(domain, RecordType.MX)


def zone_today(inspection: Inspection) -> Dnssec:
    """Tell whether the zone that planned records are for is signed, going by what it says today.

    An alias there may lead out of the zone: then only that all of it is secure tells something.
    """
    answer = published_mx(inspection)
    state = inspection.security(answer.question.name, RecordType.MX).state
    return Dnssec.UNKNOWN if answer.aliases and state is not Dnssec.SECURE else state


@once
def as_published(inspection: Inspection) -> Inspection:
    """Give the same facts with mail following the published records."""
    if not inspection.plan.mx:
        return inspection
    return replace(inspection, plan=replace(inspection.plan, mx=()))
