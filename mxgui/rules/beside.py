"""What fails in the domain's zone beside the lookup of MX: one cause, and so one finding."""

from __future__ import annotations

from collections.abc import Callable

from mxgui.model.records import Answer, RecordType, Status
from mxgui.rules.case import Case

_BESIDE = {"STS-LOOKUP-FAILED": "_mta-sts", "RPT-LOOKUP-FAILED": "_smtp._tls"}


def lost_beside(case: Case, is_lost: Callable[[Answer], bool]) -> tuple[str, ...]:
    """Give the ids of the findings about such lookups, those of which that holds."""
    return tuple(
        finding
        for finding, prefix in _BESIDE.items()
        if is_lost(case.inspection.answer(f"{prefix}.{case.domain}", RecordType.TXT))
    )


def failing_alike(case: Case, status: Status) -> tuple[str, ...]:
    """Give the ids of the findings about such lookups that ended like the one of MX."""
    return lost_beside(case, lambda answer: answer.status is status)
