"""The lanes of the picture before they have a place: their hosts, and the turn of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from mxgui.model.inspection import Inspection
from mxgui.model.text import Text, text
from mxgui.routing import labels
from mxgui.routing.cards import HostPlan, Say, said
from mxgui.routing.dane_marks import dane_marks
from mxgui.routing.folding import folded
from mxgui.routing.metrics import SMALL, TITLE, Face, width
from mxgui.routing.reach import Seen, seen_at
from mxgui.routing.readings import host_tone, probe_marks
from mxgui.routing.route import Kind, Route, Tier
from mxgui.routing.sending.outage import AS_RECORDS_SAY, WhatIf
from mxgui.routing.shapes import Box, Lane
from mxgui.routing.shares import Shares, shares_of
from mxgui.routing.sts_marks import sts_marks

PAD, HEADER, HOST_GAP = 16.0, 40.0, 16.0
FOLDED = 72.0  # height of a lane whose hosts are put away: header and one line
_FOLDER = 24.0  # room for the sign that folds it, which only a window has


@dataclass(frozen=True, slots=True)
class LanePlan:
    """One lane before it has a place."""

    key: str
    title: Text
    preference: int | None
    words: Text
    usable: bool
    hosts: tuple[HostPlan, ...]
    first: bool = False
    is_folded: bool = False

    @property
    def is_joined(self) -> bool:
        """Whether one line leads to all of its hosts: tried later, and more than one."""
        tried = [host for host in self.hosts if host.hopeful]
        return len(tried) > 1 and not tried[0].first

    @property
    def height(self) -> float:
        """The height of the lane with all its hosts, or without them."""
        if self.is_folded:
            return FOLDED
        stacked = sum(plan.height for plan in self.hosts) + HOST_GAP * (len(self.hosts) - 1)
        return HEADER + stacked + PAD


def lane_plans(
    inspection: Inspection,
    route: Route,
    put_away: Collection[str] = (),
    what_if: WhatIf = AS_RECORDS_SAY,
) -> Iterator[LanePlan]:
    """Tell what stands in each lane, with the places in the order of tries counted through.

    `put_away` are the keys of the lanes that are folded. The shares are those of the plan's sender;
    under a what-if they are of the mail that an address takes.
    """
    hopeful = [
        [host for host in tier.hosts if labels.is_hopeful(host, inspection)] for tier in route.tiers
    ]
    count = sum(map(bool, hopeful))
    seen = seen_at(inspection, route.addresses)
    shares = shares_of(inspection, what_if)
    at, tried, before = 0, 1, None
    for tier, usable in zip(route.tiers, hopeful, strict=True):
        place = at if usable else None
        badge = labels.badge(tried, len(usable)) if usable else ""
        title = labels.lane_title(place, count)
        words = labels.lane_words(tier, len(usable), before, alone=len(route.hosts) == 1)
        hosts = tuple(_host_plans(inspection, tier, badge, seen, shares, first=place == 0))
        preference: int | None = tier.preference
        if route.kind is Kind.IMPLICIT:
            preference = None
            title, words = labels.implicit_lane(inspection)
        key = f"tier {tier.preference}"
        first, is_folded = place == 0, key in put_away
        yield LanePlan(key, title, preference, words, bool(usable), hosts, first, is_folded)
        if usable:
            at, tried, before = at + 1, tried + len(usable), tier.preference


def _host_plans(
    inspection: Inspection,
    tier: Tier,
    badge: str,
    seen: Mapping[str, Seen],
    shares: Shares,
    *,
    first: bool,
) -> Iterator[HostPlan]:
    for host in tier.hosts:
        hopeful = labels.is_hopeful(host, inspection)
        own_seen = tuple(seen[own.address] for own in host.addresses)
        own_shares = tuple(shares.of(host, own.address) for own in host.addresses)
        marks = labels.most_telling(
            (
                *labels.name_marks(host, inspection),
                *probe_marks(inspection, host, own_seen),
                *dane_marks(inspection, host),
                *sts_marks(inspection, host),
            )
        )
        yield HostPlan(
            key=f"host {host.place}",
            lane=f"tier {tier.preference}",
            host=host,
            hopeful=hopeful,
            first=first,
            badge=badge if hopeful else "",
            share_words=labels.share_words(
                host, sum(own_shares, Fraction(0)), hopeful=hopeful, first=first
            ),
            marks=marks,
            tone=host_tone(host, own_seen, marks, labels.is_open(host, inspection)),
            seen=own_seen,
            shares=own_shares,
        )


def _preference_words(preference: int | None) -> Text | str:
    return "" if preference is None else text("preference {n}", n=preference)


def lane_of(plan: LanePlan, box: Box) -> Lane:
    """Give a lane its place."""
    words = _preference_words(plan.preference)
    away = folded(plan.hosts) if plan.is_folded else None
    return Lane(plan.key, box, plan.title, plan.preference, words, plan.words, plan.usable, away)


def header_width(plan: LanePlan, say: Say) -> float:
    """The width that the words at the top of a lane need."""
    title = width(say(plan.title), Face.STRONG, TITLE)
    rest = (said(_preference_words(plan.preference), say), say(plan.words))
    return (
        PAD + _FOLDER + title + sum(width(words, Face.REGULAR, SMALL) + 16 for words in rest) + PAD
    )
