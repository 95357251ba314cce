"""What a probe says about an address: does mail get in there, as far as can be seen from here?

Silence is not failure. Until something on that port has answered over that family from this line,
in this run or in the last 24 hours, it may as well be our own line that is blocked.

Of several vantages the one counts that tells most of an address: what one of them saw alive is
alive, and silence of our own line is no news where a proxy was answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from functools import cache, partial
from typing import TypeAlias

from mxgui.model.inspection import Inspection
from mxgui.model.line import DIRECT
from mxgui.model.once import once
from mxgui.model.plan import Patience
from mxgui.model.smtp import Outcome, Probe, StoppedBy

WHOLE_GREETING_WAIT = 300.0  # seconds; RFC 5321, section 4.5.3.2.1: a sender waits that long
WHOLE_COMMAND_WAIT = 300.0  # seconds; the same section, for the commands that have a limit there


class State(Enum):
    """How an address stands, worst news last but for the two that are no news at all."""

    PENDING = "pending"  # its turn has not come
    RUNNING = "running"
    OK = "ok"  # greeted us, and took EHLO or HELO: a sender would go on to deliver
    TEMPORARY = "temporary"  # answered "not now"
    FAILED = "failed"  # a sender would turn to the next address
    UNHEARD = "unheard"  # silence that may be our own line's
    NOT_TRIED = "not_tried"

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is to come."""
        return self not in (State.PENDING, State.RUNNING)

    @property
    def is_down(self) -> bool:
        """Whether it was seen that a sender gets no further here now."""
        return self in (State.FAILED, State.TEMPORARY)


Seen: TypeAlias = "tuple[State, Probe | None]"


@once
def state_of(inspection: Inspection, address: str) -> State:
    """Tell how an address stands by the latest probe of it, from the vantage that tells most."""
    is_open = partial(port_open, inspection, vantage=inspection.vantage_of(address))
    return _state(inspection, inspection.probe(address), is_open)


@once
def state_from(inspection: Inspection, address: str, vantage: str) -> State:
    """Tell how an address stands as one vantage sees it."""
    probe = inspection.probe(address, vantage)
    return _state(inspection, probe, partial(port_open, inspection, vantage=vantage))


def seen_at(inspection: Inspection, addresses: Iterable[str]) -> dict[str, Seen]:
    """How each of these addresses stands, and its latest probe; quicker than one by one."""
    is_open = cache(partial(port_open, inspection))
    seen: dict[str, Seen] = {}
    for address in addresses:
        probe = inspection.probe(address)
        by_vantage = partial(is_open, vantage=inspection.vantage_of(address))
        seen[address] = (_state(inspection, probe, by_vantage), probe)
    return seen


def _state(
    inspection: Inspection, probe: Probe | None, is_open: Callable[[int], bool | None]
) -> State:
    if probe is None:
        return State.PENDING if inspection.running else State.NOT_TRIED
    if probe.running:
        return State.RUNNING
    if probe.outcome.is_mute:
        return State.FAILED if is_open(probe.target.family) else State.UNHEARD
    if probe.outcome is Outcome.SILENT:
        # Some hosts delay their greeting on purpose: who waited less than a sender knows nothing.
        patient = inspection.plan.patience.greeting >= WHOLE_GREETING_WAIT
        return State.FAILED if patient else State.UNHEARD
    return _settled(probe, inspection.plan.patience)


def _settled(probe: Probe, patience: Patience) -> State:
    match probe.outcome:
        case Outcome.NOT_TRIED | Outcome.BLOCKED_HERE | Outcome.PROXY_NO_ANSWER:
            return State.NOT_TRIED
        case Outcome.DEFERRED:
            return State.TEMPORARY
        case Outcome.GREETED:
            return _after_greeting(probe, patience)
        case _:
            return State.FAILED


def _after_greeting(probe: Probe, patience: Patience) -> State:
    if probe.command:
        return State.OK
    if probe.ehlo is not None and 400 <= probe.ehlo.code < 500:
        return State.TEMPORARY
    if probe.stopped_by is StoppedBy.TIMEOUT and patience.command < WHOLE_COMMAND_WAIT:
        return State.UNHEARD
    # Cancelled between greeting and EHLO: the greeting was good, and no more is known.
    cut = probe.ehlo is None and probe.stopped_by is StoppedBy.CANCELLED
    return State.OK if cut else State.FAILED


@once
def port_open(inspection: Inspection, family: int, vantage: str = DIRECT) -> bool | None:
    """Whether the probed port is open from there over that family; None if that is not known.

    It is known to be open once anything at the other end was heard. That it is closed cannot be
    known from silence.
    """
    heard_now = any(
        step.vantage == vantage and probe.target.family == family and probe.outcome.answered
        for step, probe in inspection.knocks
    )
    if heard_now:
        return True
    line = inspection.line_of(vantage)
    port = inspection.plan.port
    earlier = line.heard if line is not None else ()
    if any(heard.port == port and heard.family == family for heard in earlier):
        return True
    return None
