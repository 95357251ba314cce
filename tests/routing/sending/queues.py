"""The queues of the senders on the shelf, each with the clock of the message."""

from __future__ import annotations

from dataclasses import replace

from mxgui.routing.senders import SENDERS, sender_of
from mxgui.routing.sending.schedule import Gaps, Queue
from mxgui.routing.sending.sender import Sender

_HOUR, _DAY = 3600.0, 86400.0
_STALWART_0_12 = Queue(
    Gaps((120.0, 300.0, 600.0, 900.0, 1800.0, _HOUR, 2 * _HOUR)), 5 * _DAY, by_clock=True
)
QUEUES = {
    **{sender.id: replace(sender.queue, of_host=False) for sender in SENDERS},
    "stalwart 0.12": _STALWART_0_12,
}


def a_sender(queue: Queue, base: str = "rfc5321") -> Sender:
    """A sender of the shelf with another queue."""
    return replace(sender_of(base), queue=queue)
