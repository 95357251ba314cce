"""The JSON of format 1: what scripts and monitoring read of an inspection.

Every key is always there; a part that this build does not know is null. Times are RFC 3339 in UTC
with milliseconds, names have no trailing dot. Only `facts` is read back; all else is written anew
from them each time.
"""

from __future__ import annotations

from typing import Any

from mxgui.model.codec import dump
from mxgui.model.entry import Entry
from mxgui.model.inspection import Inspection
from mxgui.model.line import DIRECT, Line
from mxgui.model.smtp import Probe
from mxgui.report.contract_authorities import authorities_value
from mxgui.report.contract_dane import probe_dane_value
from mxgui.report.contract_planned import comparison_value
from mxgui.report.contract_policies import policies_value
from mxgui.report.contract_probes import probe_value
from mxgui.report.contract_route import route_value
from mxgui.report.contract_tls import with_certificates
from mxgui.report.report import Report
from mxgui.report.values import Value, moment
from mxgui.routing.line import blocked_here
from mxgui.routing.order import Place, left_out
from mxgui.routing.reach import port_open
from mxgui.rules.engine import explain
from mxgui.rules.finding import Finding

FORMAT = 1


def report_value(report: Report) -> dict[str, Any]:
    """The whole report, in the order of the contract, with the facts at its end."""
    inspection = report.inspection
    return {
        **saved_head(inspection),
        "began": moment(inspection.began),
        "ended": moment(inspection.ended),
        "cut_short": inspection.cut_short,
        "planned": report.route.planned,
        "comparison": comparison_value(report),
        "resolver": inspection.origin.resolver,
        "vantages": _vantages(report),
        "verdict": report.verdict.value,
        "headline": report.say(report.headline),
        "route": route_value(inspection, report.route),
        "sender": inspection.plan.sender,
        "seed": inspection.plan.seed,
        "as": inspection.plan.own or None,
        "try_order": [_place(place) for place in report.order],
        "left_out": [_address(place) for place in left_out(inspection)],
        "probes": [_probe(probe, report) for probe in report.probes],
        "policies": policies_value(inspection),
        "authorities": authorities_value(inspection),
        "findings": [_finding(finding, report) for finding in report.findings],
        "facts": dump(inspection),
    }


def saved_value(inspection: Inspection) -> dict[str, Any]:
    """The least that can be read back: the head, and the facts."""
    return {**saved_head(inspection), "facts": dump(inspection)}


def saved_head(inspection: Inspection) -> dict[str, Value]:
    """What tells a reader which form this is, and of which domain."""
    return {
        "format": FORMAT,
        "version": inspection.origin.version,
        "domain": _domain(inspection.entry),
    }


def _domain(entry: Entry) -> dict[str, Value]:
    return {
        "input": entry.input,
        "taken_as": entry.taken_as.value,
        "ascii": entry.domain.ascii,
        "unicode": entry.domain.unicode,
    }


def _vantages(report: Report) -> list[Value]:
    lines = [fact for fact in report.inspection.facts.values() if isinstance(fact, Line)]
    return [_vantage(line, report.inspection) for line in lines]


def _vantage(line: Line, inspection: Inspection) -> dict[str, Value]:
    """One vantage; over which families a proxy gets out is known only from what was heard."""
    is_own = line.vantage == DIRECT
    heard = {family: port_open(inspection, family, line.vantage) for family in (4, 6)}
    knocks = [probe for step, probe in inspection.knocks if step.vantage == line.vantage]
    given = {probe.helo for probe in knocks if probe.helo}
    return {
        "id": line.vantage,
        "helo": line.helo or (given.pop() if len(given) == 1 else None),
        "proxy": line.proxy,
        "port_open": _port_open(inspection, any(heard.values()), is_own),
        "ipv4": line.ipv4 if is_own else heard[4],
        "ipv6": line.ipv6 if is_own else heard[6],
        "problem": line.problem.value if line.problem else None,
    }


def _port_open(inspection: Inspection, is_heard: bool, is_own: bool) -> bool | None:
    """Silence never proves that it is closed; a silent canary, or the own firewall, does."""
    if is_heard:
        return True
    blocked = blocked_here(inspection) if is_own and not inspection.running else None
    return False if blocked is not None and blocked.is_certain else None


def _probe(probe: Probe, report: Report) -> dict[str, Value]:
    value = with_certificates(
        probe_value(report.inspection, probe, report.route), report.inspection, probe
    )
    return {**value, "dane": probe_dane_value(report, probe)}


def _place(place: Place) -> dict[str, Value]:
    return {"position": place.position, **_address(place)}


def _address(place: Place) -> dict[str, Value]:
    """An address that is in no run of the sender's has no position."""
    return {"preference": place.preference, "host": place.host, "address": place.address}


def _finding(finding: Finding, report: Report) -> dict[str, Value]:
    rule = explain(finding.id)
    return {
        "id": finding.id,
        "severity": finding.severity.value,
        "provisional": finding.provisional,
        "subject": finding.subject,
        "text": report.say(finding.text),
        "why": report.say(rule.why),
        "fix": report.say(rule.fix),
        "references": [report.say(reference) for reference in rule.references],
        "includes": list(finding.includes),
    }
