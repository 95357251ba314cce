"""KumoMTA as of 2026, with its defaults.

Order: crates/mailexchanger; retries: the defaults of make_queue_config and make_egress_path in its
documentation. What it does after most failures is in none of the sources read.
"""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.reactions import reactions
from mxgui.routing.sending.schedule import Growing, Queue
from mxgui.routing.sending.sender import (
    NOT_RUN,
    AddressOrder,
    Evidence,
    FamilyRule,
    Final,
    Limits,
    Lookups,
    Memory,
    Next,
    NullRule,
    Ordering,
    Own,
    Reaction,
    Sender,
    Unit,
    Unverified,
    Waits,
)

_DAY = 86400.0

SENDER = Sender(
    id="kumomta",
    title="KumoMTA",
    version="2026",
    about=text("All addresses of a preference are shuffled; waits double from 20 min for a week."),
    sources=("KumoMTA 2026 crates/mailexchanger/src/lib.rs",),
    evidence=Evidence.SOURCE,
    lookups=Lookups(null_rule=NullRule.ANY, localhost=False),
    ordering=Ordering(Unit.ADDRESS, addresses=AddressOrder.SHUFFLED, family=FamilyRule.MIXED),
    limits=Limits(),
    own=Own(),
    reactions=reactions({Behaviour.TLS_BROKEN: Reaction(Next.NEXT_ADDRESS, session=True)}),
    final=Final.QUEUES,
    waits=Waits(connect=60.0, greeting=60.0),
    memory=Memory(text("What fails is remembered for all mail to the same hosts.")),
    queue=Queue(Growing(1200.0), lifetime=7 * _DAY, by_clock=True),
    unverified=(
        NOT_RUN,
        Unverified(
            "lookups",
            text(
                "What it makes of a missing domain, of exchanges without address or of an address "
                "as exchange is not known; RFC 5321 is assumed."
            ),
        ),
        Unverified(
            "own", text("How it finds itself among the exchanges is assumed as in RFC 5321.")
        ),
        Unverified(
            "reactions",
            text(
                "After a 5yz greeting, a failed encryption or a 4yz to RCPT it is assumed to go on "
                "to the next address."
            ),
        ),
        Unverified("final", text("Mail that nobody took is assumed to be kept and tried again.")),
        Unverified("waits", text("The wait for a reply to a command is assumed to be 5 min.")),
        Unverified("queue", text("A random part is added to each wait; this is left out.")),
    ),
)
