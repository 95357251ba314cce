"""The one thing that went wrong at an address, if anything did, as its probe tells."""

from __future__ import annotations

from enum import Enum

from mxgui.model.smtp import Outcome, Probe, Stage, StartTls, StoppedBy
from mxgui.routing.masked import is_masked


class Failure(Enum):
    """What goes wrong at an address; the value is the id of the finding that tells of it."""

    REFUSED = "SMTP-REFUSED"
    TIMED_OUT = "SMTP-TIMEOUT"
    UNREACHABLE = "SMTP-UNREACH"
    CLOSED = "SMTP-CLOSED"
    SILENT = "SMTP-NO-GREETING"
    DEFERRED = "SMTP-4XX-GREETING"
    REJECTED = "SMTP-5XX-GREETING"
    NOT_SMTP = "SMTP-NOT-SMTP"
    TOO_LONG = "SMTP-REPLY-TOO-LONG"
    EHLO = "SMTP-EHLO-FAILED"
    HELO_ONLY = "SMTP-HELO-ONLY"
    STARTTLS = "TLS-OFFERED-FAILS"
    HANDSHAKE = "TLS-HANDSHAKE-HANGS"
    INJECTED = "TLS-INJECTED"
    UNENCRYPTED = "TLS-NONE"


_BEFORE_EHLO = {
    Outcome.REFUSED: Failure.REFUSED,
    Outcome.TIMED_OUT: Failure.TIMED_OUT,
    Outcome.UNREACHABLE: Failure.UNREACHABLE,
    Outcome.CLOSED: Failure.CLOSED,
    Outcome.SILENT: Failure.SILENT,
    Outcome.DEFERRED: Failure.DEFERRED,
    Outcome.REJECTED: Failure.REJECTED,
    Outcome.NOT_SMTP: Failure.NOT_SMTP,
}
_NO_FAILURE = (None, StoppedBy.CANCELLED)


def failure_of(probe: Probe) -> Failure | None:
    """Tell what went wrong in an ended probe; None if nothing did, or nothing is known.

    One probe has one failure, the first that it met: so no cause makes two findings.
    """
    if probe.running:
        return None
    if probe.stopped_by is StoppedBy.TOO_LONG:
        return Failure.TOO_LONG
    if probe.outcome is Outcome.GREETED:
        return _after_greeting(probe)
    return _BEFORE_EHLO.get(probe.outcome)


def _after_greeting(probe: Probe) -> Failure | None:
    if _failed_ehlo(probe):
        return Failure.EHLO
    if probe.command == "HELO":
        return Failure.HELO_ONLY
    match probe.starttls:
        case StartTls.REFUSED:
            return Failure.STARTTLS
        case StartTls.FAILED:
            return _in_handshake(probe)
        case StartTls.NOT_OFFERED if not is_masked(probe):
            return Failure.UNENCRYPTED
        case _:
            return None


def _in_handshake(probe: Probe) -> Failure:
    if probe.injected:
        return Failure.INJECTED
    stalled = probe.stage is Stage.HANDSHAKE and probe.stopped_by is StoppedBy.TIMEOUT
    return Failure.HANDSHAKE if stalled else Failure.STARTTLS


def _failed_ehlo(probe: Probe) -> bool:
    """Whether it ended at EHLO: at the first, or at the one under TLS."""
    if probe.stopped_by in _NO_FAILURE:
        return False
    return not probe.command or probe.starttls in (StartTls.UNVERIFIED, StartTls.VERIFIED)
