"""Exim 4.96, with the configuration that it comes with and the queue runner of Debian (-q30m).

Order: src/host.c (host_find_bydns, set_address_from_dns, host_remove_duplicates); failover and
limits: src/transports/smtp.c (smtp_transport_entry); memory and queue: src/retry.c, and the retry
rule of src/configure.default.
"""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.routing.sending.reactions import reactions
from mxgui.routing.sending.schedule import Queue, RetryRule, RetryRules
from mxgui.routing.sending.sender import (
    AddressOrder,
    Evidence,
    Final,
    Limits,
    Lookups,
    Memory,
    NoTarget,
    NullRule,
    Ordering,
    Own,
    OwnBest,
    OwnBy,
    SameName,
    Sender,
    Sweep,
    Waits,
)

_HOUR = 3600.0
_DAY = 86400.0

# F,2h,15m; G,16h,1h,1.5; F,4d,6h
RULES = RetryRules(
    (
        RetryRule(2 * _HOUR, _HOUR / 4),
        RetryRule(16 * _HOUR, _HOUR, 1.5),
        RetryRule(4 * _DAY, 6 * _HOUR),
    )
)

SENDER = Sender(
    id="exim",
    title="Exim",
    version="4.96",
    about=text("Hosts are shuffled, then one pass moves IPv6 forward; five tries a preference."),
    sources=(
        "Exim 4.96 src/host.c",
        "Exim 4.96 src/routers/dnslookup.c",
        "Exim 4.96 src/transports/smtp.c",
        "Exim 4.96 src/retry.c",
        "Exim 4.96 src/configure.default",
    ),
    evidence=Evidence.OBSERVED,
    lookups=Lookups(
        null_rule=NullRule.UNUSABLE,
        no_target=NoTarget.LISTED,
        same_name=SameName.LOWEST,
        same_address_once=True,
        ignored=("0.0.0.0/32", "127.0.0.0/8"),
    ),
    ordering=Ordering(addresses=AddressOrder.SHUFFLED, sweep=Sweep.V6),
    limits=Limits(attempts=5, jump=True),
    own=Own(by=OwnBy.ADDRESS, best=OwnBest.FREEZES),
    reactions=reactions({}),
    final=Final.LAST,
    waits=Waits(connect=300.0),
    memory=Memory(
        text("A host that failed is left out by all messages until its next try is due."),
        by_host=True,
    ),
    queue=Queue(
        RULES,
        lifetime=4 * _DAY,
        warns=(_DAY, 2 * _DAY, 3 * _DAY, 4 * _DAY),
        of_host=True,
        quantum=1800.0,
    ),
    remarks=(
        text("The clock of the tries is the host's: it starts when the host first fails."),
        text(
            "A new message to a host that has failed for four days bounces at once, unless the "
            "host's next try is due."
        ),
        text("A run ends after fifty tries in any case."),
    ),
)
