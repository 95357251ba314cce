"""Probes of hosts that greet and then go wrong, and refusals of two kinds, one a line."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from mxgui.model.certificate import Tls
from mxgui.model.smtp import Outcome, Phase, Probe, Reply, Stage, StartTls, StoppedBy
from tests.builders import NOON, a_certificate, a_probe

NEUTRAL = Reply(554, ("5.3.2 No SMTP service here",))
AIMED = Reply(554, ("5.7.1 Service unavailable; client host [198.51.100.7] blocked",))
BUSY = Reply(421, ("4.3.2 Come back later",))
UNENCRYPTED: dict[str, Any] = {"starttls": StartTls.NOT_OFFERED, "tls": None, "ehlo_tls": None}
UNINTRODUCED: dict[str, Any] = {
    **UNENCRYPTED,
    "command": "",
    "extensions": (),
    "starttls": StartTls.NOT_TESTED,
}


def rejecting(host: str, address: str, reply: Reply = NEUTRAL) -> Probe:
    """It greets with a 5xx reply."""
    return a_probe(host, address, Outcome.REJECTED, greeting=reply)


def refusing_ehlo(host: str, address: str, reply: Reply = NEUTRAL) -> Probe:
    """It greets, and answers EHLO and HELO with that reply."""
    told: dict[str, Any] = {
        **UNINTRODUCED,
        "ehlo": reply,
        "stopped_by": StoppedBy.REPLY,
        "stage": Stage.EHLO,
    }
    return a_probe(host, address, **told)


def failing_at_ehlo(host: str, address: str, by: StoppedBy = StoppedBy.CLOSED) -> Probe:
    """It greets, and no reply to EHLO can be had."""
    told: dict[str, Any] = {**UNINTRODUCED, "ehlo": None, "stopped_by": by, "stage": Stage.EHLO}
    return a_probe(host, address, **told)


def failing_under_tls(host: str, address: str, by: StoppedBy = StoppedBy.CLOSED) -> Probe:
    """It takes EHLO and STARTTLS, and fails at the second EHLO."""
    return a_probe(host, address, ehlo_tls=None, stopped_by=by, stage=Stage.EHLO_TLS)


def knowing_helo_only(host: str, address: str) -> Probe:
    """It refuses EHLO and takes HELO."""
    reply = Reply(250, (host,))
    return a_probe(host, address, **UNENCRYPTED, command="HELO", ehlo=reply, extensions=())


def unencrypted(host: str, address: str) -> Probe:
    """It does not offer STARTTLS."""
    return a_probe(host, address, **UNENCRYPTED)


def refusing_starttls(host: str, address: str) -> Probe:
    """It offers STARTTLS and answers it with a refusal."""
    told: dict[str, Any] = {
        **UNENCRYPTED,
        "starttls": StartTls.REFUSED,
        "stopped_by": StoppedBy.REPLY,
    }
    return a_probe(host, address, **told, stage=Stage.STARTTLS)


def breaking_handshake(host: str, address: str, by: StoppedBy = StoppedBy.CLOSED) -> Probe:
    """It offers STARTTLS, agrees to it, and the handshake does not come to its end."""
    told: dict[str, Any] = {**UNENCRYPTED, "starttls": StartTls.FAILED, "stopped_by": by}
    return a_probe(host, address, **told, stage=Stage.HANDSHAKE)


def stalling(host: str, address: str, waited: float = 30.0) -> Probe:
    """It offers STARTTLS, agrees to it, and the handshake stalls for so many seconds."""
    probe = breaking_handshake(host, address, StoppedBy.TIMEOUT)
    return replace(probe, phases=(*probe.phases[:4], Phase(Stage.HANDSHAKE, 0.1, waited)))


def injecting(host: str, address: str) -> Probe:
    """It sends plain words behind its reply to STARTTLS, and the handshake fails."""
    return replace(breaking_handshake(host, address, StoppedBy.BAD_REPLY), injected=True)


def tls_of(probe: Probe) -> Tls:
    """The session of a probe that has one."""
    assert probe.tls is not None
    return probe.tls


def speaking(host: str, address: str, version: str = "TLSv1") -> Probe:
    """It comes to encryption of that version."""
    probe = a_probe(host, address)
    return replace(probe, tls=replace(tls_of(probe), version=version))


def showing(host: str, address: str, **facts: Any) -> Probe:
    """It shows a certificate of which these facts differ, and its issuer."""
    probe = a_probe(host, address)
    chain = (a_certificate(host, **facts), a_certificate("Example CA"))
    return replace(probe, tls=replace(tls_of(probe), chain=chain))


def expired(host: str, address: str) -> Probe:
    """Its certificate ended yesterday."""
    return showing(host, address, not_after=NOON - timedelta(days=1))


def never_ending(host: str, address: str) -> Probe:
    """Its greeting has no end."""
    return a_probe(host, address, Outcome.NOT_SMTP, stopped_by=StoppedBy.TOO_LONG)


def never_ending_ehlo(host: str, address: str) -> Probe:
    """Its reply to EHLO has no end."""
    return failing_at_ehlo(host, address, StoppedBy.TOO_LONG)


def cancelled_at_ehlo(host: str, address: str) -> Probe:
    """It greeted, and then we were stopped."""
    return failing_at_ehlo(host, address, StoppedBy.CANCELLED)
