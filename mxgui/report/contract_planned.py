"""Planned records against the published ones, in the JSON of format 1."""

from __future__ import annotations

from fractions import Fraction

from mxgui.model.records import Mx
from mxgui.report.comparison import ComparedHost, Comparison, Outlook, comparison_of
from mxgui.report.report import Report
from mxgui.report.values import Value, share
from mxgui.rules.finding import Finding


def comparison_value(report: Report) -> dict[str, Value] | None:
    """What the plan changes; null where nothing is planned, or as long as a part is not known."""
    comparison = comparison_of(report.inspection)
    if comparison is None:
        return None
    return {
        "published": [_record(record) for record in comparison.answer.mx],
        "published_status": comparison.answer.status.value,
        "hosts": [_host(own, comparison) for own in comparison.hosts],
        "verdict": {
            "published": _verdict(comparison.published),
            "planned": _verdict(comparison.planned),
        },
        "findings": _findings(comparison),
        "not_judged": list(comparison.not_judged),
    }


def _record(record: Mx) -> dict[str, Value]:
    return {"preference": record.preference, "host": record.exchange}


def _host(own: ComparedHost, comparison: Comparison) -> dict[str, Value]:
    records = own.records
    is_known = comparison.published is not None
    return {
        "host": records.host,
        "change": records.change.value,
        "published": list(records.before),
        "planned": list(records.now),
        "first_published": _share(own.first_before) if is_known else None,
        "first_planned": _share(own.first_now),
    }


def _share(exact: Fraction | None) -> float:
    return share(exact or Fraction(0))


def _verdict(outlook: Outlook | None) -> Value:
    return outlook.verdict.value if outlook else None


def _findings(comparison: Comparison) -> dict[str, Value] | None:
    if comparison.published is None:
        return None
    return {
        "come": [_finding(one) for one in comparison.come],
        "go": [_finding(one) for one in comparison.go],
        "changed": [
            {**_finding(one), "published_severity": before.value}
            for one, before in comparison.weighed
        ],
    }


def _finding(finding: Finding) -> dict[str, Value]:
    return {"id": finding.id, "severity": finding.severity.value, "subject": finding.subject}
