"""DANE in the JSON of format 1: the TLSA records of a host, and the decision at each probe."""

from __future__ import annotations

from mxgui.model.inspection import Inspection
from mxgui.model.records import RecordType, Status
from mxgui.model.smtp import Probe
from mxgui.report.report import Report
from mxgui.report.values import Value
from mxgui.routing.dane import dane_of
from mxgui.routing.dane_words import step_words
from mxgui.routing.route import Host
from mxgui.routing.tlsa import discovered, is_named, tlsa_bases, tlsa_owner


def tlsa_value(inspection: Inspection, host: Host) -> dict[str, Value] | None:
    """The TLSA records that count, else what the first candidate has; null if nobody asked."""
    found = discovered(inspection, host)
    bases = (found.base,) if found.base else (*tlsa_bases(inspection, host), host.name)
    for base in bases if is_named(inspection, host) else ():
        owner = tlsa_owner(base, inspection.plan.port)
        if owner is None:
            continue
        answer = inspection.answer(owner, RecordType.TLSA)
        if answer.status is not Status.NOT_ASKED:
            return {
                "base": base,
                "status": answer.status.value,
                "dnssec": inspection.security(owner, RecordType.TLSA).state.value,
                "ttl": answer.ttl,
                "records": [str(record).rstrip() for record in answer.tlsa],
            }
    return None


def host_dane_value(inspection: Inspection, host: Host) -> str:
    """What DNS says of DANE at a host."""
    return discovered(inspection, host).dane.value


def probe_dane_value(report: Report, known: Inspection, probe: Probe) -> dict[str, Value] | None:
    """The decision at the address of a probe, with its steps as sentences; null for no host.

    `known` is what the vantage of the probe knows: another one decides nothing here.
    """
    host = report.route.host(probe.target.host)
    addresses = host.addresses if host is not None else ()
    own = next((one for one in addresses if one.address == probe.target.address), None)
    if host is None or own is None:
        return None
    dane = dane_of(known, host, own, probe)
    return {
        "verdict": dane.verdict.value,
        "records": [
            {
                "record": str(one.record).rstrip(),
                "result": one.result.value if one.result else None,
            }
            for one in dane.records
        ],
        "trace": [report.say(step_words(step)) for step in dane.steps],
    }
