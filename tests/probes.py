"""Probes of mail hosts in one line each, with all that such an outcome brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from mxgui.model.certificate import Certificate, Tls
from mxgui.model.chain import Chain, PathProblem
from mxgui.model.smtp import (
    Outcome,
    Phase,
    Probe,
    Reason,
    Reply,
    Said,
    Speaker,
    Stage,
    StartTls,
    StoppedBy,
    Target,
    extensions_of,
)

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

_STOPPED = {
    Outcome.DEFERRED: StoppedBy.REPLY,
    Outcome.REJECTED: StoppedBy.REPLY,
    Outcome.NOT_SMTP: StoppedBy.BAD_REPLY,
    Outcome.SILENT: StoppedBy.TIMEOUT,
    Outcome.CLOSED: StoppedBy.CLOSED,
    Outcome.REFUSED: StoppedBy.RESET,
    Outcome.TIMED_OUT: StoppedBy.TIMEOUT,
}
_CONNECTED = (
    Outcome.DEFERRED,
    Outcome.REJECTED,
    Outcome.NOT_SMTP,
    Outcome.SILENT,
    Outcome.CLOSED,
)
_GREETINGS = {
    Outcome.DEFERRED: Reply(421, ("4.3.2 Come back later",)),
    Outcome.REJECTED: Reply(554, ("5.7.1 No mail from you",)),
}


def a_target(host: str = "mx1.example.org", address: str = "192.0.2.1", port: int = 25) -> Target:
    """Where to knock."""
    return Target(host, address, port)


def a_certificate(name: str = "mx1.example.org", **facts: Any) -> Certificate:
    """A certificate for a name, valid on NOON; its bytes are no real certificate."""
    der = f"certificate of {name}".encode()
    told: dict[str, Any] = {
        "subject": f"CN={name}",
        "issuer": "CN=Example CA",
        "names": (name,),
        "common_names": (name,),
        "not_before": NOON - timedelta(days=30),
        "not_after": NOON + timedelta(days=60),
        "spki_sha256": sha256(name.encode()).hexdigest(),
        "key": "EC 256",
        "signature": "ecdsa-with-sha256",
        "digest": "sha256",
        "serial": "01",
    }
    return Certificate(der, sha256(der).hexdigest(), **{**told, **facts})


def a_chain(probe: Probe, **facts: Any) -> Chain:
    """The check of the chain that a probe was shown: trusted, unless it is out of date."""
    chain = probe.tls.chain if probe.tls is not None else ()
    leaf = chain[0]
    problems = []
    if leaf.not_after is not None and leaf.not_after < NOON:
        problems.append(PathProblem.EXPIRED)
    if leaf.not_before is not None and leaf.not_before > NOON:
        problems.append(PathProblem.NOT_YET_VALID)
    told: dict[str, Any] = {
        "trusted": not problems,
        "anchor": "" if problems else "CN=Example Root",
        "problems": tuple(problems),
        "signed_by": tuple(
            (place + 1,) if place + 1 < len(chain) else () for place in range(len(chain))
        ),
        "path": tuple(range(len(chain))),
    }
    return Chain(**{"sha256": leaf.sha256, **told, **facts})


def a_reply(code: int = 250, *lines: str) -> Reply:
    """A reply, one argument a line."""
    return Reply(code, lines or ("ok",))


def a_probe(
    host: str = "mx1.example.org",
    address: str = "192.0.2.1",
    outcome: Outcome = Outcome.GREETED,
    **facts: Any,
) -> Probe:
    """An ended probe with all that such an outcome brings; `facts` replace what differs."""
    target = Target(host, address, facts.pop("port", 25))
    probe = Probe(target, outcome, began=NOON, helo="mail.example.net")
    return replace(probe, **{**dict(_told_of(target, outcome)), **facts})


def _told_of(target: Target, outcome: Outcome) -> Iterator[tuple[str, Any]]:
    """Give the fields that an outcome fills."""
    if outcome is Outcome.NOT_TRIED:
        yield "began", None
        yield "helo", ""
        yield "reason", Reason.CANCELLED
        return
    stages = list(Stage) if outcome is Outcome.GREETED else [Stage.CONNECT]
    if outcome in _CONNECTED:
        stages = [Stage.CONNECT, Stage.GREETING]
    yield "stage", stages[-1]
    yield "phases", tuple(Phase(stage, place / 100, 0.01) for place, stage in enumerate(stages))
    yield "took", len(stages) / 100
    yield "stopped_by", _STOPPED.get(outcome)
    yield "greeting", _GREETINGS.get(outcome)
    if outcome is Outcome.GREETED:
        yield from _session_with(target.host)


def _session_with(host: str) -> Iterator[tuple[str, Any]]:
    """Give the fields that a whole friendly session fills."""
    ehlo = Reply(250, (f"{host} at your service", "SIZE 52428800", "8BITMIME", "STARTTLS"))
    ehlo_tls = Reply(250, (f"{host} at your service", "SIZE 52428800", "8BITMIME"))
    chain = (a_certificate(host), a_certificate("Example CA"))
    yield "greeting", Reply(220, (f"{host} ESMTP",))
    yield "command", "EHLO"
    yield "ehlo", ehlo
    yield "extensions", extensions_of(ehlo)
    yield "starttls", StartTls.UNVERIFIED
    yield "tls", Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384", host, chain=chain)
    yield "ehlo_tls", ehlo_tls
    yield "extensions_tls", extensions_of(ehlo_tls)
    yield (
        "transcript",
        (
            Said(0.01, Speaker.SERVER, f"220 {host} ESMTP"),
            Said(0.02, Speaker.CLIENT, "EHLO mail.example.net"),
            *(Said(0.03, Speaker.SERVER, f"250-{line}") for line in ehlo.lines),
            Said(0.04, Speaker.CLIENT, "STARTTLS"),
            Said(0.05, Speaker.NOTE, "encrypted from here on"),
            Said(0.06, Speaker.CLIENT, "QUIT"),
        ),
    )
