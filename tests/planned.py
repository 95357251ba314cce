"""Inspections along planned records, with the published ones as a fact beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from mxgui.model.event import AskStep, Learned
from mxgui.model.inspection import Inspection, learn
from mxgui.model.plan import Plan
from mxgui.model.planned import record_words
from mxgui.model.records import Answer, Mx, RecordType, Status
from tests.builders import a_failed_answer, a_question, an_answer, an_inspection, records_of

PUBLISHED = "10 mx1.example.org"


def mx_records(written: str) -> tuple[Mx, ...]:
    """Read `10 mx1.example.org, 20 mx2.example.org`."""
    return tuple(one for one in records_of(written, RecordType.MX) if isinstance(one, Mx))


def a_planned(
    mx: str, published: str | Status | Answer = PUBLISHED, plan: Plan | None = None, **facts: Any
) -> Inspection:
    """An ended inspection along planned records, in which all hosts were looked at.

    `published` are the records in DNS, or why there are none; the rest is as for `an_inspection`.
    """
    written = published if isinstance(published, str) else ""
    if isinstance(published, Answer):
        written = ", ".join(map(record_words, published.mx))
    known = an_inspection(mx=", ".join(filter(None, (mx, written))), **facts)
    question = a_question()
    if isinstance(published, Status):
        published = a_failed_answer(status=published)
    elif isinstance(published, str):
        published = an_answer(records=published)
    known = learn(known, Learned(AskStep(question), published))
    return replace(known, plan=replace(plan or known.plan, mx=mx_records(mx)))
