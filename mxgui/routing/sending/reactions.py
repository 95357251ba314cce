"""What senders do after a failure, written once for those that do the same."""

from __future__ import annotations

from collections.abc import Mapping

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
    Behaviour.EHLO_FAILS: Reaction(_NEXT),
    Behaviour.TLS_BROKEN: Reaction(Next.DELIVERED),  # in the clear, at the same host
    Behaviour.RCPT_DEFERS: Reaction(_NEXT, session=True),
    Behaviour.RCPT_REJECTS: Reaction(Next.BOUNCES, session=True),
}


def reactions(changed: Mapping[Behaviour, Reaction]) -> dict[Behaviour, Reaction]:
    """Give what a sender does that goes to the next address unless it is said otherwise."""
    return {**_USUAL, **changed}
