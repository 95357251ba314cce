"""A probe in one short phrase, wherever it is shown: on the graph, in a table, in a report."""

from __future__ import annotations

from datetime import timedelta

from mxgui.model.smtp import Outcome, Probe, Reason, Reply, Stage, StoppedBy, Waiting
from mxgui.model.text import Text, text

_STAGES = {
    Stage.CONNECT: text("connecting"),
    Stage.GREETING: text("waiting for the greeting"),
    Stage.EHLO: text("waiting for the reply to EHLO"),
    Stage.STARTTLS: text("waiting for the reply to STARTTLS"),
    Stage.HANDSHAKE: text("TLS handshake"),
    Stage.EHLO_TLS: text("waiting for EHLO under TLS"),
    Stage.QUIT: text("saying goodbye"),
}
_REASONS = {
    Reason.PRIVATE_ADDRESS: text("not tried: private address"),
    Reason.DELIVERED_EARLIER: text("not tried: delivered earlier"),
    Reason.STOPPED_EARLIER: text("not tried: the sender stops before"),
    Reason.NOT_IN_RUN: text("not tried: not in this run"),
    Reason.FAMILY_OFF: text("not tried: family switched off"),
    Reason.NO_IPV6_HERE: text("not tried: no IPv6 here"),
    Reason.NO_IPV4_HERE: text("not tried: no IPv4 here"),
    Reason.PORT_BLOCKED_HERE: text("not tried: port blocked here"),
    Reason.CANCELLED: text("stopped"),
    Reason.TOO_MANY: text("not tried: too many addresses"),
    Reason.PROXY_DOWN: text("not tried: the proxy cannot be used"),
}
_OUTCOMES = {
    Outcome.REFUSED: text("refused"),
    Outcome.CLOSED: text("closed without greeting"),
    Outcome.NOT_SMTP: text("not SMTP"),
    Outcome.UNREACHABLE: text("unreachable"),
    Outcome.BLOCKED_HERE: text("blocked by this machine"),
    Outcome.PROXY_NO_ANSWER: text("the proxy gave no answer"),
}


def outcome_words(probe: Probe) -> Text:
    """A probe in one phrase: `220 · 34 ms`, `refused`, `no answer in 15 s`."""
    if probe.waiting is not None:
        return stage_words(probe.waiting.stage)
    if probe.reason is not None and probe.outcome is Outcome.NOT_TRIED:
        return _REASONS[probe.reason]
    if probe.outcome is Outcome.GREETED and not probe.command:
        return _after_greeting(probe)
    if probe.greeting is not None:
        took = timedelta(seconds=session_time(probe))
        return text("{code} · {took}", code=probe.greeting.code, took=took)
    return _without_greeting(probe)


def session_time(probe: Probe) -> float:
    """Give the seconds that a session took up to our goodbye, whose answer nobody needs."""
    return sum(phase.took for phase in probe.phases if phase.stage is not Stage.QUIT)


def stage_words(stage: Stage) -> Text:
    """What a probe is doing."""
    return _STAGES[stage]


def waiting_words(waiting: Waiting, now: float) -> Text:
    """What a running probe waits for and how long already; `now` is inspection time in seconds."""
    return text(
        "{doing}, {spent} of {limit} s",
        doing=stage_words(waiting.stage),
        spent=max(0, min(int(now - waiting.since), int(waiting.limit))),
        limit=round(waiting.limit),
    )


def _after_greeting(probe: Probe) -> Text:
    if probe.ehlo is not None:
        return text("EHLO refused: {code}", code=probe.ehlo.code)
    if probe.stopped_by is StoppedBy.CANCELLED:
        return text("stopped after the greeting")
    return text("{code}, then no reply to EHLO", code=_code(probe.greeting))


def _code(reply: Reply | None) -> int:
    return reply.code if reply is not None else 0


def _without_greeting(probe: Probe) -> Text:
    took = timedelta(seconds=probe.took)
    if probe.outcome is Outcome.TIMED_OUT:
        return text("no answer in {took}", took=took)
    if probe.outcome is Outcome.SILENT:
        return text("no greeting in {took}", took=took)
    return _OUTCOMES.get(probe.outcome, text("not tried"))
