"""Haraka 3, as it comes.

Order: outbound/hmail.js (sort_mx), haraka-net-utils (get_mx, HarakaMx); failover: outbound/hmail.js
(try_deliver, temp_fail); queue and times: outbound/config.js.
"""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.reactions import reactions
from mxgui.routing.sending.schedule import Growing, Queue
from mxgui.routing.sending.sender import (
    NOT_RUN,
    Evidence,
    Final,
    HostOrder,
    Limits,
    Lookups,
    Memory,
    Next,
    NoTarget,
    Ordering,
    Own,
    OwnBest,
    OwnBy,
    Reaction,
    Sender,
    Waits,
)

_QUEUES = Reaction(Next.QUEUES)
_BOUNCES = Reaction(Next.BOUNCES)

SENDER = Sender(
    id="haraka",
    title="Haraka",
    version="3",
    about=text(
        "Of equal hosts only the first two listed are ever tried first; a 4yz or 5yz ends it."
    ),
    sources=(
        "Haraka 3 outbound/hmail.js",
        "Haraka 3 outbound/config.js",
        "haraka-net-utils 1.9.3 index.js",
    ),
    evidence=Evidence.SOURCE,
    lookups=Lookups(
        no_domain_tries_address=True,
        literal=True,
        no_target=NoTarget.QUEUES,
        failure_is_none=True,
        ignored=("0.0.0.0/32", "127.0.0.0/8", "::1/128"),
    ),
    ordering=Ordering(hosts=HostOrder.COINS),
    limits=Limits(),
    own=Own(by=OwnBy.ADDRESS, only_it=True, best=OwnBest.SKIPS),
    reactions=reactions(
        {
            Behaviour.DEFERS: _QUEUES,
            Behaviour.REJECTS: _BOUNCES,
            Behaviour.EHLO_FAILS: _BOUNCES,
            Behaviour.TLS_BROKEN: Reaction(Next.NEXT_ADDRESS, session=True),
            Behaviour.RCPT_DEFERS: Reaction(Next.QUEUES, session=True),
        }
    ),
    final=Final.QUEUES,
    waits=Waits(connect=30.0, greeting=30.0, command=30.0),
    memory=Memory(text("Only that the encryption of a host is broken is remembered.")),
    queue=Queue(Growing(64.0), lifetime=262080.0, most=13),
    rotates=True,
    unverified=(NOT_RUN,),
    remarks=(
        text("An address in place of a host name is used even where it is a loopback address."),
    ),
    on_retry={Behaviour.TLS_BROKEN: Reaction(Next.DELIVERED)},
)
