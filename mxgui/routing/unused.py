"""What the sender of the plan leaves out although others would use it, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mxgui.model.text import Text, counted, text
from mxgui.routing.labels import Mark
from mxgui.routing.lane_words import is_used_by_others
from mxgui.routing.route import Host, Special
from mxgui.routing.sending.candidates import within
from mxgui.routing.sending.sender import FamilyRule
from mxgui.routing.sending.situation import Cause
from mxgui.routing.shapes import Tone, Words
from mxgui.routing.turns import Turns

_FAMILIES = {FamilyRule.ONLY_4: 4, FamilyRule.ONLY_6: 6}


def unused_marks(turns: Turns, host: Host) -> Iterator[Mark]:
    """Why the sender does not use a host that others would; nothing if it does."""
    if turns.is_hopeful(host) or not is_used_by_others(turns.sender, host):
        return
    sender = turns.sender.title
    if turns.situation.cause is Cause.NULL_MX:
        tip = text(
            "{sender} takes the null MX beside it for the whole domain: mail is returned at once.",
            sender=sender,
        )
        yield Mark(text("not reached"), Tone.IDLE, tip)
    elif host.special is Special.LITERAL:
        tip = text("{sender} leaves out an address in place of a host name.", sender=sender)
        yield Mark(text("left out"), Tone.IDLE, tip)
    else:
        addresses = [own.address for own in host.addresses]
        yield Mark(text("left out"), Tone.IDLE, _why(turns, addresses))


def why_unused(turns: Turns, host: Host, address: str) -> Words:
    """Why the sender never tries an address of a host that it uses; nothing if it may."""
    if not turns.is_hopeful(host):
        return ""
    if turns.is_used(host, address):
        if turns.is_beyond(host, address):
            return text("{sender} never comes to it in one run.", sender=turns.sender.title)
        return _why_cut(turns) if turns.is_cut(host, address) else ""
    return _why(turns, [address])


def _why_cut(turns: Turns) -> Text:
    return counted(
        "{sender} tries one address of a host alone.",
        "{sender} tries {n} addresses of a host at most.",
        turns.sender.limits.per_host or 1,
        sender=turns.sender.title,
    )


def _why(turns: Turns, addresses: Sequence[str]) -> Text:
    sender, only = turns.sender, _FAMILIES.get(turns.sender.ordering.family)
    if only is not None and not any((":" in address) == (only == 6) for address in addresses):
        return text("{sender} connects over IPv{family} alone.", sender=sender.title, family=only)
    if all(within(address, sender.lookups.ignored) for address in addresses):
        return text("{sender} does not connect to such an address.", sender=sender.title)
    return text(
        "{sender} finds itself among the exchanges, and leaves out itself and what is no better "
        "(RFC 5321, section 5.1).",
        sender=sender.title,
    )
