"""Sendmail 8.17, with the configuration and the queue interval that it has on Debian.

Order: sendmail/domain.c (getmxrr), sendmail/deliver.c (parse_hostsignature); own names: class w;
failover: sendmail/deliver.c (label tryhost), sendmail/daemon.c (makeconnection),
sendmail/usersmtp.c; times and queue: sendmail/conf.c, sendmail/readcf.c.
"""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.reactions import by_host
from mxgui.routing.sending.schedule import Every, Queue
from mxgui.routing.sending.sender import (
    Evidence,
    Final,
    Limits,
    Lookups,
    Memory,
    Next,
    NoTarget,
    Ordering,
    Own,
    OwnBy,
    Reaction,
    SameName,
    Sender,
    Unverified,
    Waits,
)

_RUN = 600.0  # seconds; QUEUE_INTERVAL of Debian
_HOUR = 3600.0
_DAY = 86400.0

SENDER = Sender(
    id="sendmail",
    title="Sendmail",
    version="8.17",
    about=text("Hosts are shuffled for each message; the last one tried decides if mail bounces."),
    sources=(
        "Sendmail 8.17.1.9 sendmail/domain.c",
        "Sendmail 8.17.1.9 sendmail/deliver.c",
        "Sendmail 8.17.1.9 sendmail/daemon.c",
        "Sendmail 8.17.1.9 sendmail/usersmtp.c",
        "Sendmail 8.17.1.9 sendmail/conf.c",
    ),
    evidence=Evidence.OBSERVED,
    lookups=Lookups(
        no_domain_tries_address=True,
        literal=True,
        no_target=NoTarget.LISTED,
        same_name=SameName.ADJACENT,
        needs_both=True,
    ),
    ordering=Ordering(),
    limits=Limits(records=100),
    own=Own(by=OwnBy.NAME, always=("localhost",)),
    reactions=by_host(
        {
            Behaviour.RCPT_DEFERS: Reaction(Next.NEXT_HOST, session=True),
            Behaviour.TLS_BROKEN: Reaction(Next.NEXT_HOST, session=True),
            Behaviour.ITSELF: Reaction(Next.NEXT_HOST, hard=True),
        }
    ),
    final=Final.LAST,
    waits=Waits(connect=127.0, command=_HOUR),
    memory=Memory(text("A failed host is remembered for 30 min, but only within one process.")),
    queue=Queue(Every(_RUN), lifetime=5 * _DAY, warns=(4 * _HOUR,), quantum=_RUN),
    replies={"no_domain": "5.1.2", "no_address": "5.1.2", "own_best": "5.3.5"},
    rotates=True,
    unverified=(
        Unverified(
            "queue",
            text(
                "The command line sets how often the queue is run: each 10 min on Debian, as "
                "assumed here, each 30 or 60 min elsewhere."
            ),
        ),
    ),
    remarks=(text("The wait for a connection is that of the system, about two minutes on Linux."),),
)
