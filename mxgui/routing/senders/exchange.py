"""Exchange Server 2013 to 2019, Mailbox server, with its defaults.

Queue: the article on transport queues and the one on message retry, resubmit and expiration
intervals of Microsoft's documentation; times: Set-SendConnector, Set-TransportService. No source
tells its order among equals or what it makes of most failures: these are as in RFC 5321.
"""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.reactions import reactions
from mxgui.routing.sending.schedule import Gaps, Queue
from mxgui.routing.sending.sender import (
    Evidence,
    Final,
    Limits,
    Lookups,
    Memory,
    Next,
    Ordering,
    Own,
    Reaction,
    Sender,
    Unverified,
    Waits,
)

_MINUTE = 60.0
_DAY = 86400.0

SENDER = Sender(
    id="exchange",
    title="Exchange Server",
    version="2013-2019",
    about=text("Tries each minute at first, each 10 min later, and gives up after two days."),
    sources=(
        "Microsoft, Queues and messages in queues",
        "Microsoft, Configure message retry, resubmit, and expiration intervals",
        "Microsoft, Set-SendConnector",
    ),
    evidence=Evidence.MANUAL,
    lookups=Lookups(localhost=False),
    ordering=Ordering(),
    limits=Limits(),
    own=Own(),
    reactions=reactions({Behaviour.RCPT_DEFERS: Reaction(Next.QUEUES, session=True)}),
    final=Final.QUEUES,
    waits=Waits(connect=120.0, greeting=600.0, command=600.0),
    memory=Memory(text("All mail to a domain waits in one queue, and is tried together.")),
    queue=Queue(
        Gaps((_MINUTE,) * 4 + (5 * _MINUTE,) * 6 + (10 * _MINUTE,)),
        lifetime=2 * _DAY,
        by_clock=True,
        warns=(4 * 3600.0,),
    ),
    rotates=True,
    unverified=(
        Unverified("evidence", text("Its manuals were read; the program itself was not run.")),
        Unverified(
            "ordering",
            text(
                "Its order among equal hosts is not documented; shuffled hosts with IPv6 first are "
                "assumed, as in RFC 5321."
            ),
        ),
        Unverified(
            "lookups",
            text(
                "What it makes of a null MX, a missing domain or an address as exchange is not "
                "documented; RFC 5321 and 7505 are assumed."
            ),
        ),
        Unverified(
            "own", text("How it finds itself among the exchanges is assumed as in RFC 5321.")
        ),
        Unverified(
            "reactions",
            text(
                "After a failed greeting, EHLO or encryption RFC 5321 is assumed; a 4yz to MAIL or "
                "RCPT is assumed to end the run."
            ),
        ),
        Unverified("waits", text("Its wait for a connection is not documented; 2 min is assumed.")),
    ),
    remarks=(
        text("Exchanges that have no address are left out, unless `DnsFaultTolerance` is Normal."),
        text("A single message that got a 4yz is tried again after 15 min."),
        text("An Edge server waits 10 min where a Mailbox server waits 5, and then 30 min."),
    ),
)
