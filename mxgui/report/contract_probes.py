"""Probes in the JSON of format 1: what each mail host said, and how long each step took."""

from __future__ import annotations

from collections.abc import Sequence

from mxgui.model.certificate import Certificate, Tls
from mxgui.model.event import ProbeStep
from mxgui.model.inspection import Inspection
from mxgui.model.smtp import Extension, Probe, Reply, Said, Stage, Target
from mxgui.report.values import Value, milliseconds, moment
from mxgui.routing.route import Route
from mxgui.routing.sts import sts_of, sts_of_session

_TIMED = (
    Stage.CONNECT,
    Stage.GREETING,
    Stage.EHLO,
    Stage.STARTTLS,
    Stage.HANDSHAKE,
    Stage.EHLO_TLS,
)


def probe_value(inspection: Inspection, probe: Probe, route: Route) -> dict[str, Value]:
    """One probe; what its certificates and DANE come to is put in beside."""
    target = probe.target
    names = (
        [] if target.own else dict.fromkeys(host.name for host in route.hosts_at(target.address))
    )
    own = route.host(target.host)
    return {
        "host": target.host,
        "address": target.address,
        "port": target.port,
        "preference": own.preference if own else None,
        "vantage": target.vantage,
        "shared_with": [
            name for name in names if name != target.host and _shares(inspection, target, name)
        ],
        "began": moment(probe.began),
        "outcome": probe.outcome.value,
        "reason": probe.reason.value if probe.reason else None,
        "stage": probe.stage.value,
        "stopped_by": probe.stopped_by.value if probe.stopped_by else None,
        "phases": {f"{stage.value}_ms": milliseconds(probe.took_for(stage)) for stage in _TIMED},
        "greeting": _reply(probe.greeting),
        "greeting_name": (probe.greeting.first_word or None) if probe.greeting else None,
        "ehlo": _ehlo(probe),
        "extensions": _extensions(probe.ehlo, probe.extensions),
        "extensions_tls": _extensions(probe.ehlo_tls, probe.extensions_tls),
        "starttls": probe.starttls.value,
        "tls": _tls(probe.tls),
        "dane": None,
        "sts": _sts(probe, inspection),
        "transcript": [_said(said) for said in probe.transcript],
    }


def _sts(probe: Probe, inspection: Inspection) -> Value:
    return sts_of_session(inspection, sts_of(inspection), probe.target.host, probe).value


def _shares(inspection: Inspection, target: Target, name: str) -> bool:
    """Whether a name has no handshake of its own there."""
    own = ProbeStep(target.address, target.port, target.vantage, name)
    return own not in inspection.facts


def _reply(reply: Reply | None) -> dict[str, Value] | None:
    return {"code": reply.code, "text": reply.text} if reply else None


def _ehlo(probe: Probe) -> dict[str, Value] | None:
    if probe.ehlo is None:
        return None
    return {
        "code": probe.ehlo.code,
        "command": probe.command or None,
        "text": probe.ehlo.text,
    }


def _extensions(reply: Reply | None, extensions: Sequence[Extension]) -> dict[str, Value] | None:
    """Keyword to parameters; one offered twice, as AUTH often is, has the parameters of both."""
    if reply is None:
        return None
    found: dict[str, str] = {}
    for extension in extensions:
        both = f"{found.get(extension.keyword, '')} {extension.parameters}"
        found[extension.keyword] = " ".join(dict.fromkeys(both.split()))
    return dict(found)


def _tls(tls: Tls | None) -> dict[str, Value] | None:
    if tls is None:
        return None
    return {
        "version": tls.version,
        "cipher": tls.cipher,
        "sni": tls.sni,
        "injected": tls.injected,
        "certificate": _certificate(tls.chain[0]) if tls.chain else None,
        "chain_length": len(tls.chain),
        "name_matches": None,
        "trusted": None,
        "problems": None,
    }


def _certificate(leaf: Certificate) -> dict[str, Value]:
    return {
        "subject": leaf.subject,
        "issuer": leaf.issuer,
        "names": list(leaf.names),
        "not_before": moment(leaf.not_before),
        "not_after": moment(leaf.not_after),
        "sha256": leaf.sha256,
        "spki_sha256": leaf.spki_sha256 or None,
        "key": leaf.key or None,
    }


def _said(said: Said) -> dict[str, Value]:
    return {"at_ms": milliseconds(said.at), "from": said.speaker.value, "text": said.text}
