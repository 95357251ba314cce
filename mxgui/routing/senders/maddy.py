"""maddy 0.9, with its defaults.

Order and failover: internal/target/remote/connect.go (lookupMX, newConn, attemptMX) and
remote.go; queue: internal/target/queue/queue.go. All addresses of a host are one attempt of Go's
net.Dialer (RFC 8305).
"""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.reactions import by_host
from mxgui.routing.sending.schedule import Growing, Queue
from mxgui.routing.sending.sender import (
    NOT_RUN,
    AddressOrder,
    Evidence,
    Final,
    HostOrder,
    Limits,
    Lookups,
    Memory,
    Next,
    NoTarget,
    NullRule,
    Ordering,
    Own,
    OwnBest,
    OwnBy,
    Reaction,
    Sender,
    Waits,
)

SENDER = Sender(
    id="maddy",
    title="maddy",
    version="0.9",
    about=text("Hosts keep the order of the answer; the addresses of a host race each other."),
    sources=(
        "maddy 0.9.4 internal/target/remote/connect.go",
        "maddy 0.9.4 internal/target/remote/remote.go",
        "maddy 0.9.4 internal/target/queue/queue.go",
    ),
    evidence=Evidence.SOURCE,
    lookups=Lookups(null_rule=NullRule.REACHED, no_target=NoTarget.LAST),
    ordering=Ordering(hosts=HostOrder.ANSWER, addresses=AddressOrder.RACE),
    limits=Limits(),
    own=Own(by=OwnBy.NONE, best=OwnBest.CONNECTS),
    reactions=by_host({Behaviour.RCPT_DEFERS: Reaction(Next.QUEUES, session=True)}),
    final=Final.LAST,
    waits=Waits(connect=300.0, shared=True),
    memory=Memory(text("Nothing is remembered.")),
    queue=Queue(Growing(900.0, 1.25, whole=True), lifetime=237600.0, most=20),
    replies={
        "null_mx": "5.1.10",
        "no_domain": "5.4.4",
        "no_address": "5.4.0",
        "no_target": "5.4.0",
        "lookup_failed": "4.4.4",
    },
    rotates=True,
    unverified=(NOT_RUN,),
    remarks=(text("Each address of a host is given 2 s at least."),),
)
