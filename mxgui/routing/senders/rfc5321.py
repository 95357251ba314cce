"""A sender that keeps to the letter of RFC 5321 and adds nothing to it.

Order, loop rule and failover: section 5.1; retries: section 4.5.4.1; timeouts: section 4.5.3.2.
The RFC has no time for the connection itself: two minutes is what systems wait.

A 5yz must not be followed by the same request (section 4.2.1), and a host that greets with 554 has
no service for anybody (section 3.1); but the addresses of a list are tried until one takes the mail
(section 5.1). So the others are tried, and the mail comes back where the last answer is a 5yz. That
it is the last one that counts the text does not say; servers that bounce do it so (Exim, Sendmail).
"""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.routing.sending.reactions import reactions
from mxgui.routing.sending.schedule import Every, Queue
from mxgui.routing.sending.sender import (
    Evidence,
    Final,
    Limits,
    Lookups,
    Memory,
    Ordering,
    Own,
    Sender,
    Unverified,
    Waits,
)

_DAY = 86400.0

SENDER = Sender(
    id="rfc5321",
    title="RFC 5321",
    version="",
    about=text("The standard to the letter: hosts are shuffled, their addresses keep their order."),
    sources=(
        "RFC 5321 section 5.1",
        "RFC 5321 section 4.2.1",
        "RFC 5321 section 4.5.3.2",
        "RFC 5321 section 4.5.4.1",
        "RFC 7505 section 3",
        "RFC 3463 section 3",
    ),
    evidence=Evidence.STANDARD,
    lookups=Lookups(localhost=False),  # section 2.3.5: only names that are fully qualified
    ordering=Ordering(),
    limits=Limits(),
    own=Own(),
    reactions=reactions({}),
    final=Final.LAST,
    waits=Waits(connect=120.0),
    memory=Memory(text("The RFC advises to remember hosts that could not be reached.")),
    queue=Queue(Every(1800.0), lifetime=5 * _DAY, quantum=1800.0),
    replies={
        "null_mx": "5.1.10",
        "no_domain": "5.1.2",
        "no_address": "5.1.2",
        "no_target": "5.4.4",
        "lookup_failed": "4.4.3",
        "own_best": "5.4.6",
    },
    rotates=True,
    unverified=(
        Unverified("waits", text("The RFC gives no time for the connection; 2 min is assumed.")),
        Unverified(
            "reactions",
            text(
                "The RFC does not say what follows a 5yz greeting or a failed encryption; the next "
                "address is assumed, and the same one in the clear."
            ),
        ),
        Unverified(
            "final",
            text(
                "The RFC does not say what becomes of mail where some hosts answer 5yz and others "
                "fail for the moment; it is assumed that the last one decides."
            ),
        ),
        Unverified(
            "queue",
            text(
                "The RFC asks for waits of at least 30 min and for four to five days; a try every "
                "30 min for five days is assumed."
            ),
        ),
    ),
)
