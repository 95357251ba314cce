"""MTA-STS and TLS reporting in the JSON of format 1."""

from __future__ import annotations

from mxgui.model.inspection import Inspection
from mxgui.model.policy import FetchOutcome, PolicyFetch
from mxgui.report.values import Value, moment
from mxgui.routing.sts import Reporting, Sts, reporting_of, sts_of


def policies_value(inspection: Inspection) -> dict[str, Value]:
    """What the domain says of encryption; a verdict that is not known yet is null."""
    return {
        "mta_sts": _sts(sts_of(inspection)),
        "tlsrpt": _reporting(reporting_of(inspection)),
    }


def _sts(sts: Sts) -> dict[str, Value]:
    fetch, policy = sts.fetch, sts.policy
    has_text = fetch is not None and fetch.outcome is FetchOutcome.FETCHED
    return {
        "verdict": sts.verdict.value if sts.verdict else None,
        "record": _joined(sts.record.texts),
        "policy": fetch.text if fetch and has_text else None,
        "fetched_at": moment(fetch.moment) if fetch else None,
        "mode": policy.mode.value if policy and policy.mode else None,
        "max_age": policy.max_age if policy else None,
        "mx": list(policy.mx) if policy else None,
        "id": sts.record.id or None,
        "problem": _problem(sts),
        "line": sts.flaw.line if sts.flaw and sts.flaw.line else None,
        "fetch": _fetch(fetch) if fetch else None,
    }


def _problem(sts: Sts) -> Value:
    """The reason in a word; of a certificate that is not good, which way it is not."""
    if sts.problem is FetchOutcome.TLS_FAILED and sts.fetch and sts.fetch.tls_problem:
        return sts.fetch.tls_problem.value
    return sts.problem.value if sts.problem else None


def _fetch(fetch: PolicyFetch) -> dict[str, Value]:
    return {
        "outcome": fetch.outcome.value,
        "status": fetch.status,
        "media_type": fetch.media_type,
        "location": fetch.location,
        "port": fetch.port,
        "limit_s": fetch.limit,
        "age_s": fetch.reused_age,
        "tries": [{"address": one.address, "outcome": one.reach.value} for one in fetch.tries],
        "note": fetch.note or None,
    }


def _reporting(known: Reporting) -> dict[str, Value]:
    record = known.record
    return {
        "verdict": known.verdict.value if known.verdict else None,
        "record": _joined(record.texts),
        "rua": list(record.rua),
        "problem": record.fault.value if record.fault else None,
    }


def _joined(texts: tuple[str, ...]) -> str | None:
    """The record; several of them one a line, as they all stand there."""
    return "\n".join(texts) or None
