"""mox as of August 2026, with its defaults.

Order: smtpclient/gather.go (GatherDestinations, GatherIPs), smtpclient/dial.go; failover:
queue/direct.go, smtpclient/client.go; queue: queue/queue.go, queue/dsn.go.
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
    Unverified,
    Waits,
)

SENDER = Sender(
    id="mox",
    title="mox",
    version="2026",
    about=text("Hosts are shuffled; the first permanent error ends it, and it gives up in 16 h."),
    sources=(
        "mox 2026-08 smtpclient/gather.go",
        "mox 2026-08 smtpclient/dial.go",
        "mox 2026-08 smtpclient/client.go",
        "mox 2026-08 queue/direct.go",
        "mox 2026-08 queue/queue.go",
    ),
    evidence=Evidence.SOURCE,
    lookups=Lookups(
        no_domain_tries_address=True,
        no_domain_bounces=False,
        nothing_bounces=False,
        null_rule=NullRule.SOLE,
        no_target=NoTarget.QUEUES,
    ),
    ordering=Ordering(addresses=AddressOrder.RFC6724),
    limits=Limits(),
    own=Own(by=OwnBy.NONE, best=OwnBest.CONNECTS),
    reactions=by_host(
        {
            Behaviour.REJECTS: Reaction(Next.BOUNCES),
            Behaviour.EHLO_FAILS: Reaction(Next.BOUNCES),
            Behaviour.RCPT_DEFERS: Reaction(Next.NEXT_HOST, session=True),
        }
    ),
    final=Final.QUEUES,
    waits=Waits(connect=30.0, greeting=1800.0, command=1800.0, shared=True),
    memory=Memory(text("Nothing is remembered but which addresses this message went to.")),
    queue=Queue(Growing(450.0), lifetime=57150.0, warns=(6750.0,), most=8),
    rotates=True,
    unverified=(
        NOT_RUN,
        Unverified(
            "lookups",
            text("What it makes of `.` beside other exchanges is not known; they are taken."),
        ),
        Unverified("queue", text("Each wait is up to 5 s longer or shorter; this is left out.")),
    ),
    remarks=(
        text("Later tries at a host begin with the other address family."),
        text("A host with both families that refuses by policy is tried once more over the other."),
        text("Half an hour is the limit of a whole session."),
    ),
)
