"""Postfix 3.7, with its defaults.

Order: src/smtp/smtp_addr.c (smtp_addr_list, smtp_balance_inet_proto), src/dns/dns_rr.c
(dns_rr_shuffle, dns_rr_sort); failover: src/smtp/smtp_connect.c, src/smtp/smtp_proto.c; memory and
queue: src/qmgr/qmgr_queue.c, src/qmgr/qmgr_active.c, postconf(5).
"""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.reactions import reactions
from mxgui.routing.sending.schedule import AsLongAgain, Queue
from mxgui.routing.sending.sender import (
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
    OwnBy,
    Reaction,
    Sender,
    Unit,
    Waits,
)

_DAY = 86400.0

SENDER = Sender(
    id="postfix",
    title="Postfix",
    version="3.7",
    about=text("All addresses of a preference are shuffled; at most five are tried in a run."),
    sources=(
        "Postfix 3.7.11 src/smtp/smtp_addr.c",
        "Postfix 3.7.11 src/smtp/smtp_connect.c",
        "Postfix 3.7.11 src/smtp/smtp_proto.c",
        "Postfix 3.7.11 src/dns/dns_rr.c",
        "Postfix 3.7.11 src/qmgr/qmgr_active.c",
        "Postfix 3.7.11 src/qmgr/qmgr_queue.c",
    ),
    evidence=Evidence.OBSERVED,
    lookups=Lookups(no_domain_tries_address=True, null_rule=NullRule.ANY, literal=True),
    ordering=Ordering(Unit.ADDRESS, addresses=AddressOrder.SHUFFLED, family=FamilyRule.MIXED),
    limits=Limits(attempts=5, sessions=2, balance=True, records=100),
    own=Own(by=OwnBy.ADDRESS, waits_for_better=True, always=("127.0.0.1", "::1")),
    reactions=reactions(
        {
            Behaviour.TLS_BROKEN: Reaction(Next.NEXT_ADDRESS),
            Behaviour.EHLO_FAILS: Reaction(Next.BOUNCES),
        }
    ),
    final=Final.QUEUES,
    waits=Waits(connect=30.0),
    memory=Memory(
        text("No address is remembered; after four failures in a row all mail waits 5 min.")
    ),
    queue=Queue(AsLongAgain(300.0, 4000.0), lifetime=5 * _DAY, quantum=300.0),
    replies={
        "null_mx": "5.1.0",
        "no_domain": "5.4.4",
        "no_address": "5.4.4",
        "no_target": "5.4.4",
        "lookup_failed": "4.4.3",
        "own_best": "5.4.6",
    },
    remarks=(text("No list is longer than 100 addresses."),),
    on_retry={Behaviour.TLS_BROKEN: Reaction(Next.DELIVERED)},  # once it has waited 5 min
)
