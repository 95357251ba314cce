"""What senders do after a failure, written once for those that do the same.

A host that takes neither EHLO nor HELO is taken to answer both with a 5yz.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.sender import Next, Reaction, Wait

_NEXT = Next.NEXT_ADDRESS
_USUAL = {
    Behaviour.TAKES: Reaction(Next.DELIVERED),
    Behaviour.REFUSED: Reaction(_NEXT),
    Behaviour.SILENT: Reaction(_NEXT, wait=Wait.CONNECT),
    Behaviour.UNREACHABLE: Reaction(_NEXT),
    Behaviour.MUTE: Reaction(_NEXT, wait=Wait.GREETING),
    Behaviour.CLOSED: Reaction(_NEXT),
    Behaviour.DEFERS: Reaction(_NEXT),
    Behaviour.REJECTS: Reaction(_NEXT, hard=True),
    Behaviour.EHLO_FAILS: Reaction(_NEXT, hard=True),
    Behaviour.TLS_BROKEN: Reaction(Next.DELIVERED),  # in the clear, at the same host
    Behaviour.RCPT_DEFERS: Reaction(_NEXT, session=True),
    Behaviour.RCPT_REJECTS: Reaction(Next.BOUNCES, session=True),
    Behaviour.ITSELF: Reaction(Next.BOUNCES, session=True),  # it greets by its own name
}
_CONNECTED = (
    Behaviour.MUTE,
    Behaviour.CLOSED,
    Behaviour.DEFERS,
    Behaviour.REJECTS,
    Behaviour.EHLO_FAILS,
)


def reactions(changed: Mapping[Behaviour, Reaction]) -> dict[Behaviour, Reaction]:
    """Give what a sender does that goes to the next address unless it is said otherwise."""
    return {**_USUAL, **changed}


def by_host(changed: Mapping[Behaviour, Reaction]) -> dict[Behaviour, Reaction]:
    """Give what a sender does that leaves a host with all its addresses once it has connected."""
    left = {
        behaviour: replace(reaction, next=Next.NEXT_HOST)
        for behaviour, reaction in _USUAL.items()
        if behaviour in _CONNECTED
    }
    return {**_USUAL, **left, **changed}
