"""Exim 4.96, with the configuration that it comes with.

Order: src/host.c (host_find_bydns, set_address_from_dns, host_remove_duplicates); failover and
limits: src/transports/smtp.c (smtp_transport_entry); memory and queue: src/retry.c, and the retry
rule of src/configure.default.
"""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.routing.sending.reactions import reactions
from mxgui.routing.sending.schedule import Gaps, Queue
from mxgui.routing.sending.sender import (
    AddressOrder,
    Evidence,
    Final,
    Limits,
    Lookups,
    Memory,
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

SENDER = Sender(
    id="exim",
    title="Exim",
    version="4.96",
    about=text("Hosts are shuffled, then one pass moves IPv6 forward; five tries a preference."),
    sources=("Exim 4.96 src/host.c", "Exim 4.96 src/transports/smtp.c"),
    evidence=Evidence.OBSERVED,
    lookups=Lookups(
        null_rule=NullRule.UNUSABLE,
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
        Gaps((1800.0,) * 5 + (_HOUR, 5400.0, 9000.0, 12600.0, 19800.0, 21600.0)),
        lifetime=4 * _DAY,
        warns=(_DAY,),
        of_host=True,
        quantum=1800.0,
    ),
)
