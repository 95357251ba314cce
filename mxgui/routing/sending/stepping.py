"""One run step by step, with what is found at each address: which one is next, and why none is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mxgui.model.smtp import Reason
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.sender import Next, Sender
from mxgui.routing.sending.situation import Entry, switched
from mxgui.routing.sending.walk import Fate, Run, walk


def next_try(
    entries: Sequence[Entry], sender: Sender, found: Mapping[str, Behaviour]
) -> Entry | None:
    """Give the first entry that the sender comes to and of which nothing is found yet."""
    attempts = (attempt.entry for attempt in _run(entries, sender, found).attempts)
    return next((entry for entry in attempts if entry.address not in found), None)


def why_left_out(
    entries: Sequence[Entry], sender: Sender, found: Mapping[str, Behaviour], address: str
) -> Reason:
    """Tell why an address is not tried in a run that has come to its end."""
    if not any(entry.address == address for entry in entries):
        return Reason.NOT_IN_RUN
    run = _run(entries, sender, found)
    if run.fate is Fate.DELIVERED:
        return Reason.DELIVERED_EARLIER
    last = run.attempts[-1].entry.behaviour if run.attempts else Behaviour.REFUSED
    stops = sender.reactions[last].next in (Next.QUEUES, Next.BOUNCES)
    return Reason.STOPPED_EARLIER if stops else Reason.NOT_IN_RUN


def _run(entries: Sequence[Entry], sender: Sender, found: Mapping[str, Behaviour]) -> Run:
    """The run as it goes by what is found; of the others each leads on to the next."""
    seen = [
        switched(entry, found.get(entry.address, Behaviour.REFUSED)) if entry.address else entry
        for entry in entries
    ]
    return walk(seen, sender)
