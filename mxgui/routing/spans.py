"""Which places the hosts of one tier may come to, in one run of a sender."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias

from mxgui.routing.sending.sender import HostOrder, Sender
from mxgui.routing.sending.situation import Candidate

Span: TypeAlias = tuple[int, int]  # the first and the last place within the tier, counted from 0

FIXED = (HostOrder.ANSWER, HostOrder.SWAP_REMOVE, HostOrder.ARRIVAL)  # no lots are drawn


def spans_of(
    sender: Sender,
    hosts: Sequence[int],
    candidates: Sequence[Candidate],
    shares: Sequence[Fraction],
) -> list[Span]:
    """Give the span of each host of a tier; `hosts` are the places of their records, in the answer.

    `candidates` are those that the sender has so far, in its own order: while some are still to
    come any place may be that of any host. `shares` are the chances to be the first one tried of
    all, 0 in later tiers.
    """
    last = len(hosts) - 1
    order = sender.ordering.hosts
    if order is HostOrder.COINS:
        return [(max(at - 1, 0), last) for at in range(len(hosts))]
    if order in FIXED:
        places = [each.place for each in candidates if each.entries]
        if not set(hosts) <= set(places):
            return [(0, last) for _ in hosts]
        kept = [place for place in places if place in hosts]
        return [(kept.index(host), kept.index(host)) for host in hosts]
    if sum(shares, Fraction(0)) != 1:
        return [(0, last) for _ in hosts]
    return [_lead(share, last) for share in shares]


def _lead(share: Fraction, last: int) -> Span:
    """The span of a host that is tried first that often."""
    if share == 1:
        return 0, 0
    return (min(1, last), last) if share == 0 else (0, last)
