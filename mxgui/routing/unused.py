"""What the sender of the plan leaves out although others would use it, and why."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.text import Text, counted, text
from mxgui.routing.labels import Mark
from mxgui.routing.lane_words import is_used_by_others
from mxgui.routing.route import Host, Special
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
        yield Mark(text("left out"), Tone.IDLE, _why(turns, [own.family for own in host.addresses]))


def why_unused(turns: Turns, host: Host, address: str, family: int) -> Words:
    """Why the sender never tries an address of a host that it uses; nothing if it may."""
    if not turns.is_hopeful(host):
        return ""
    if turns.is_used(host, address):
        return _why_cut(turns) if turns.is_cut(host, address) else ""
    return _why(turns, [family])


def _why_cut(turns: Turns) -> Text:
    return counted(
        "{sender} tries one address of a host alone.",
        "{sender} tries {n} addresses of a host at most.",
        turns.sender.limits.per_host or 1,
        sender=turns.sender.title,
    )


def _why(turns: Turns, families: list[int]) -> Text:
    sender, only = turns.sender, _FAMILIES.get(turns.sender.ordering.family)
    if only is not None and only not in families:
        return text("{sender} connects over IPv{family} alone.", sender=sender.title, family=only)
    return text("{sender} does not connect to such an address.", sender=sender.title)
