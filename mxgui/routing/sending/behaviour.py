"""What a mail host does to a sender that connects to one of its addresses."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from mxgui.model.inspection import Inspection
from mxgui.model.smtp import Outcome, Probe, StartTls, StoppedBy
from mxgui.routing.reach import State, state_of


class Behaviour(Enum):
    """What happens at an address, up to the first word that is not the usual one."""

    TAKES = "takes"
    REFUSED = "refused"  # the connection is refused at once
    SILENT = "silent"  # no answer to the connection
    UNREACHABLE = "unreachable"  # the path says that there is no way
    MUTE = "mute"  # a connection, and never a greeting
    CLOSED = "closed"  # closed before a greeting
    DEFERS = "421"  # the greeting is a 4yz
    REJECTS = "554"  # the greeting is a 5yz
    EHLO_FAILS = "ehlo"  # it takes neither EHLO nor HELO
    TLS_BROKEN = "tls"  # STARTTLS is offered, and encryption does not come about
    RCPT_DEFERS = "rcpt4"  # MAIL or RCPT is answered with a 4yz
    RCPT_REJECTS = "rcpt5"  # MAIL or RCPT is answered with a 5yz
    ITSELF = "itself"  # the sender's own machine: the message would go round in a circle


# What a sender meets before there is a connection
UNCONNECTED = frozenset((Behaviour.REFUSED, Behaviour.SILENT, Behaviour.UNREACHABLE))

# What a host can be switched to in a what-if, in the words of the command line
SWITCHES = {
    "refused": Behaviour.REFUSED,
    "silent": Behaviour.SILENT,
    "421": Behaviour.DEFERS,
    "554": Behaviour.REJECTS,
    "tls": Behaviour.TLS_BROKEN,
}

_OF_OUTCOME = {
    Outcome.GREETED: Behaviour.TAKES,  # as far as that goes
    Outcome.REFUSED: Behaviour.REFUSED,
    Outcome.TIMED_OUT: Behaviour.SILENT,
    Outcome.UNREACHABLE: Behaviour.UNREACHABLE,
    Outcome.SILENT: Behaviour.MUTE,
    Outcome.CLOSED: Behaviour.CLOSED,
    Outcome.NOT_SMTP: Behaviour.CLOSED,
    Outcome.DEFERRED: Behaviour.DEFERS,
    Outcome.REJECTED: Behaviour.REJECTS,
}
_STOPPED: Mapping[StoppedBy | None, Behaviour] = {
    StoppedBy.TIMEOUT: Behaviour.MUTE,
    StoppedBy.CLOSED: Behaviour.CLOSED,
    StoppedBy.RESET: Behaviour.CLOSED,
}


def behaviour_of(inspection: Inspection, address: str) -> Behaviour | None:
    """Tell what an address was seen to do; None if that was not seen from here.

    Silence that may be our own line's is not seen.
    """
    state = state_of(inspection, address)
    probe = inspection.probe(address)
    if probe is None or not state.is_settled or state in (State.NOT_TRIED, State.UNHEARD):
        return None
    return behaviour_in(probe) if probe.outcome in _OF_OUTCOME else None


def behaviour_in(probe: Probe) -> Behaviour:
    """Tell what an address did to a probe; one that was not tried is as one without a way."""
    if probe.outcome is not Outcome.GREETED:
        return _OF_OUTCOME.get(probe.outcome, Behaviour.UNREACHABLE)
    if not probe.command:
        return _without_hello(probe)
    is_broken = probe.starttls in (StartTls.FAILED, StartTls.REFUSED)
    return Behaviour.TLS_BROKEN if is_broken else Behaviour.TAKES


def _without_hello(probe: Probe) -> Behaviour:
    """What it did that greeted and took neither EHLO nor HELO."""
    if probe.ehlo is not None and 400 <= probe.ehlo.code < 500:
        return Behaviour.DEFERS  # to a sender the same as such a greeting
    if probe.ehlo is None and probe.stopped_by is StoppedBy.CANCELLED:
        return Behaviour.TAKES  # the greeting was good, and no more is known
    return _STOPPED.get(probe.stopped_by, Behaviour.EHLO_FAILS)
