"""The exit code that an inspection comes to."""

from __future__ import annotations

from collections.abc import Sequence

from mxgui.model.inspection import Inspection
from mxgui.model.plan import ProbeMode
from mxgui.rules.finding import Finding, Severity

FINE, FOUND, INCONCLUSIVE, INTERRUPTED = 0, 1, 3, 130
_ORDER = (Severity.CRITICAL, Severity.ERROR, Severity.WARNING, Severity.NOTICE)


def exit_code(inspection: Inspection, findings: Sequence[Finding], fail_on: Severity | None) -> int:
    """Give 1 for a finding at or above `fail_on` that rests on facts, 3 if nothing is certain.

    `fail_on` is None for `never`, which turns 1 into 0 and nothing else.
    """
    if inspection.cut_short:
        return INTERRUPTED
    if fail_on is not None and _has_reached(findings, fail_on):
        return FOUND
    return INCONCLUSIVE if _is_inconclusive(inspection) else FINE


def _has_reached(findings: Sequence[Finding], fail_on: Severity) -> bool:
    counted = _ORDER[: _ORDER.index(fail_on) + 1]
    return any(finding.severity in counted and not finding.provisional for finding in findings)


def _is_inconclusive(inspection: Inspection) -> bool:
    """Whether DNS did not tell the route, or probing was asked for and nothing came of it."""
    from mxgui.routing.route import route_of
    from mxgui.routing.verdict import Verdict, usable_addresses, verdict_of

    route = route_of(inspection)
    if verdict_of(inspection, route) is not Verdict.UNKNOWN:
        return False
    return inspection.plan.mode is not ProbeMode.NONE or not usable_addresses(route)
