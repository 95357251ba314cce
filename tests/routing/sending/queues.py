"""The queues of real senders, with what their sources say of them."""

from __future__ import annotations

from dataclasses import replace

from mxgui.routing.senders import sender_of
from mxgui.routing.sending.schedule import AsLongAgain, Doubling, Every, Gaps, Queue, Squares
from mxgui.routing.sending.sender import Sender

_HOUR, _DAY = 3600.0, 86400.0
_EXIM = Gaps((1800.0,) * 5 + (_HOUR, 5400.0, 9000.0, 12600.0, 19800.0, 21600.0))
_MADDY = (
    *(900, 1800, 2700, 3600, 5400, 8100, 10800, 14400, 18900, 25200, 33300, 43200, 55800),
    *(72000, 91800, 117000, 148500, 188100, 237600),
)
_STALWART = (120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0, 7200.0)

QUEUES = {
    "postfix": Queue(AsLongAgain(300.0, 4000.0, 300.0), 5 * _DAY, quantum=300.0),
    "exim": Queue(_EXIM, 4 * _DAY, warns=(_DAY,), quantum=1800.0),
    "sendmail": Queue(Every(600.0), 5 * _DAY, warns=(4 * _HOUR,), quantum=600.0),
    "opensmtpd": Queue(Squares(400.0), 4 * _DAY, by_clock=True, warns=(4 * _HOUR,)),
    "qmail": Queue(Squares(400.0), 7 * _DAY),
    "exchange": Queue(
        Gaps((60.0,) * 4 + (300.0,) * 6 + (600.0,)), 2 * _DAY, by_clock=True, warns=(4 * _HOUR,)
    ),
    "haraka": Queue(Doubling(64.0, tries=13), 30 * _DAY),
    "maddy": Queue(
        Gaps(
            tuple(float(b - a) for a, b in zip((0, *_MADDY), _MADDY, strict=False)), repeats=False
        ),
        30 * _DAY,
    ),
    "mox": Queue(Doubling(450.0, tries=8), 30 * _DAY, warns=(6750.0,)),
    "stalwart": Queue(Gaps((*_STALWART, _DAY, 3 * _DAY)), 3 * _DAY, by_clock=True, warns=(_DAY,)),
    "stalwart 0.12": Queue(Gaps(_STALWART), 5 * _DAY, by_clock=True),
    "kumomta": Queue(Doubling(1200.0), 7 * _DAY, by_clock=True),
}


def a_sender(queue: Queue, base: str = "rfc5321") -> Sender:
    """A sender of the shelf with another queue."""
    return replace(sender_of(base), queue=queue)
