"""What certificates come to, in the JSON of format 1: a judgement beside the facts of a probe."""

from __future__ import annotations

from typing import Any

from mxgui.model.inspection import Inspection
from mxgui.model.smtp import Probe
from mxgui.report.values import Value
from mxgui.routing.certificates import certificate_view, starttls_of


def with_certificates(
    value: dict[str, Any], inspection: Inspection, probe: Probe
) -> dict[str, Value]:
    """Give a probe's value with what its certificates are worth for the host it was meant for.

    As long as the chain is not checked, whether it is trusted and its problems stay null.
    """
    told = {**value, "starttls": starttls_of(inspection, probe, probe.target.host).value}
    view = certificate_view(inspection, probe, probe.target.host)
    if view is None:
        return told
    known = view.chain is not None
    judged = {
        "name_matches": {"dns_id": view.dns_id, "cn": view.cn},
        "trusted": view.trusted,
        "problems": list(view.problems) if known else None,
    }
    return {**told, "tls": {**value["tls"], **judged}}
