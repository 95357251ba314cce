"""OpenSMTPD 6.8, as it comes.

Order: usr.sbin/smtpd/dns.c (dns_dispatch_mx, dns_dispatch_host), usr.sbin/smtpd/mta.c
(mta_find_route); failover and memory: mta.c (mta_route_error, mta_route_disable), mta_session.c;
queue: scheduler_ramqueue.c (scheduler_next), smtpd.conf(5). That two silent addresses keep it from
the third is issue 775 of OpenSMTPD.
"""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.reactions import reactions
from mxgui.routing.sending.schedule import Queue, Squares
from mxgui.routing.sending.sender import (
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
    Unverified,
    Waits,
)

_DAY = 86400.0

SENDER = Sender(
    id="opensmtpd",
    title="OpenSMTPD",
    version="6.8",
    about=text("Nothing is shuffled: of equal hosts the one whose address is found first leads."),
    sources=(
        "OpenSMTPD 6.8.0p2 usr.sbin/smtpd/dns.c",
        "OpenSMTPD 6.8.0p2 usr.sbin/smtpd/mta.c",
        "OpenSMTPD 6.8.0p2 usr.sbin/smtpd/mta_session.c",
        "OpenSMTPD 6.8.0p2 usr.sbin/smtpd/scheduler_ramqueue.c",
    ),
    evidence=Evidence.OBSERVED,
    lookups=Lookups(
        nothing_bounces=False,
        null_rule=NullRule.TEMPORARY,
        literal=True,
        no_target=NoTarget.QUEUES,
        same_address_once=True,
    ),
    ordering=Ordering(hosts=HostOrder.ARRIVAL, addresses=AddressOrder.RFC6724),
    limits=Limits(silent=2),
    own=Own(by=OwnBy.NONE, best=OwnBest.CONNECTS),
    reactions=reactions({Behaviour.RCPT_DEFERS: Reaction(Next.QUEUES, session=True)}),
    final=Final.QUEUES,
    waits=Waits(connect=127.0),
    memory=Memory(text("An address that fails is left out for 15 s, longer each time, up to 1 h.")),
    queue=Queue(Squares(400.0), lifetime=4 * _DAY, by_clock=True, warns=(4 * 3600.0,)),
    rotates=True,
    unverified=(
        Unverified(
            "ordering",
            text(
                "The first answer leads; a quick resolver was seen to bring the first host, then "
                "the others from the last one backwards, as assumed here."
            ),
        ),
        Unverified(
            "limits",
            text(
                "Two silent addresses are assumed to keep it from all further ones, as its issue "
                "775 tells; this was not run."
            ),
        ),
    ),
    remarks=(
        text("With `relay backup` it uses only hosts that are better than itself."),
        text("From 7.4 on, `0 .` or localhost as the only exchange makes mail bounce at once."),
        text("After some eight addresses that fail, 2 s apart, it may begin again at the first."),
        text("A success lets up to 100 waiting messages to the domain go at once."),
    ),
)
