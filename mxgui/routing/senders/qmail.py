"""qmail, as notqmail and netqmail continue it, on a 64-bit machine.

Order: dns.c (dns_mxip), where a comparison meant to shuffle never holds on 64 bits; failover:
qmail-remote.c (main, smtp); own addresses: ipme.c; memory: tcpto.c; queue: qmail-send.c
(nextretry).
"""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.reactions import reactions
from mxgui.routing.sending.schedule import Queue, Roots
from mxgui.routing.sending.sender import (
    Evidence,
    FamilyRule,
    Final,
    HostOrder,
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
    Wait,
    Waits,
)

_DAY = 86400.0
_STAYS = Reaction(Next.QUEUES)  # whoever took the connection keeps the message

SENDER = Sender(
    id="qmail",
    title="qmail (notqmail)",
    version="2024",
    about=text(
        "IPv4 alone, nothing is shuffled, and the first host that answers is the last tried."
    ),
    sources=(
        "notqmail a7012e4 qmail-remote.c",
        "notqmail a7012e4 dns.c",
        "notqmail a7012e4 ipme.c",
        "notqmail a7012e4 tcpto.c",
        "notqmail a7012e4 qmail-send.c",
    ),
    evidence=Evidence.OBSERVED,
    lookups=Lookups(no_domain_tries_address=True, null_rule=NullRule.UNUSABLE, literal=True),
    ordering=Ordering(hosts=HostOrder.SWAP_REMOVE, family=FamilyRule.ONLY_4),
    limits=Limits(),
    own=Own(by=OwnBy.ADDRESS, always=("127.0.0.1", "0.0.0.0")),
    reactions=reactions(
        {
            Behaviour.MUTE: Reaction(Next.QUEUES, wait=Wait.GREETING),
            Behaviour.CLOSED: _STAYS,
            Behaviour.DEFERS: _STAYS,
            Behaviour.REJECTS: _STAYS,
            Behaviour.EHLO_FAILS: _STAYS,
            Behaviour.RCPT_DEFERS: Reaction(Next.QUEUES, session=True),
        }
    ),
    final=Final.QUEUES,
    waits=Waits(connect=60.0, greeting=1200.0, command=1200.0),
    memory=Memory(text("An address that was silent twice is left out for 64 to 97 min.")),
    queue=Queue(Roots(20), lifetime=7 * _DAY),
    replies={
        "null_mx": "5.4.4",
        "no_domain": "5.1.2",
        "no_address": "5.1.2",
        "no_target": "5.4.4",
        "lookup_failed": "4.1.2",
        "own_best": "5.4.6",
    },
    rotates=True,
    remarks=(
        text("On a machine of 32 bits the hosts are shuffled."),
        text("It knows no STARTTLS."),
    ),
)
