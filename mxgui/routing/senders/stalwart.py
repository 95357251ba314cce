"""Stalwart as of August 2026, with its defaults.

Order and limits: crates/smtp/src/outbound/lookup.rs (to_remote_hosts, ip_lookup, resolve_host);
failover: crates/smtp/src/outbound/delivery.rs; defaults: crates/common/src/manager/defaults.rs, and
for 0.12 crates/common/src/config/smtp/queue.rs.
"""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.reactions import by_host
from mxgui.routing.sending.schedule import Gaps, Queue
from mxgui.routing.sending.sender import (
    NOT_RUN,
    Evidence,
    FamilyRule,
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

_MINUTE = 60.0
_HOUR = 3600.0
_DAY = 86400.0

SENDER = Sender(
    id="stalwart",
    title="Stalwart",
    version="2026",
    about=text("Hosts are shuffled and only two are kept, with two addresses each, IPv4 first."),
    sources=(
        "Stalwart 2026-08 crates/smtp/src/outbound/lookup.rs",
        "Stalwart 2026-08 crates/smtp/src/outbound/delivery.rs",
        "Stalwart 2026-08 crates/common/src/manager/defaults.rs",
    ),
    evidence=Evidence.SOURCE,
    lookups=Lookups(
        no_domain_tries_address=True,
        null_rule=NullRule.PREFERENCE_0_TIER,
        no_target=NoTarget.LAST,
        ignored=("127.0.0.0/8", "::1/128"),
    ),
    ordering=Ordering(family=FamilyRule.V4_FIRST),
    limits=Limits(hosts=2, per_host=2),
    own=Own(by=OwnBy.LOOPBACK, only_it=True, best=OwnBest.SKIPS),
    reactions=by_host(
        {
            Behaviour.TLS_BROKEN: Reaction(Next.NEXT_HOST, session=True),
            Behaviour.RCPT_DEFERS: Reaction(Next.QUEUES, session=True),
        }
    ),
    final=Final.LAST,
    waits=Waits(connect=300.0),
    memory=Memory(text("Nothing is remembered.")),
    queue=Queue(
        Gaps(
            (
                *(minutes * _MINUTE for minutes in (2, 5, 10, 15, 30)),
                *(hours * _HOUR for hours in (1, 2, 24, 72)),
            )
        ),
        lifetime=3 * _DAY,
        by_clock=True,
        warns=(_DAY, 3 * _DAY),
    ),
    rotates=True,
    unverified=(
        NOT_RUN,
        Unverified(
            "lookups",
            text("An address in place of a host name is assumed to be left out; no source tells."),
        ),
    ),
    remarks=(
        text("Version 0.12 keeps five hosts, tries each 2 h after the first, and for five days."),
        text("A host with two IPv4 addresses is never tried over IPv6."),
    ),
)
