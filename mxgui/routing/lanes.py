"""The lanes of the picture before they have a place: their hosts, and the turn of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.model.text import Text, text
from mxgui.routing import labels
from mxgui.routing.cards import HostPlan, Say, said
from mxgui.routing.dane_marks import dane_marks
from mxgui.routing.folding import folded
from mxgui.routing.lane_words import implicit_lane, lane_title, lane_words, share_note, share_words
from mxgui.routing.metrics import SMALL, TITLE, Face, width
from mxgui.routing.reach import Seen, seen_at
from mxgui.routing.readings import host_tone, probe_marks
from mxgui.routing.route import Host, Kind, Route, Tier, address_literal
from mxgui.routing.shapes import Box, Lane, Words
from mxgui.routing.sts_marks import sts_marks
from mxgui.routing.turns import Turns, turns_of
from mxgui.routing.unused import unused_marks, why_unused

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
    reached: bool = True
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
) -> Iterator[LanePlan | None]:
    """Tell what stands in each lane, with the places in the order of tries counted through.

    None comes after each piece of work in between.

    `put_away` are the keys of the lanes that are folded. Order, words and shares are those of the
    plan's sender.
    """
    turns = turns_of(inspection)
    yield None
    usable = [turns.tiers[tier.preference].hosts for tier in route.tiers]
    count = sum(map(bool, usable))
    seen = seen_at(inspection, (*route.addresses, *_unasked(route, turns)))
    at, before = 0, None
    for tier in route.tiers:
        turn = turns.tiers[tier.preference]
        place = at if turn.hosts else None
        title = lane_title(place, count, turn)
        words = lane_words(turns, tier, before, alone=len(route.hosts) == 1)
        hosts: list[HostPlan] = []
        for host in _host_plans(inspection, tier, turns, seen, first=place == 0):
            hosts.append(host)
            yield None
        preference: int | None = tier.preference
        if route.kind is Kind.IMPLICIT:
            preference = None
            title, words = implicit_lane(inspection)
        key = f"tier {tier.preference}"
        yield LanePlan(
            key,
            title,
            preference,
            words,
            bool(turn.hosts),
            tuple(hosts),
            first=place == 0,
            reached=turn.is_reached,
            is_folded=key in put_away,
        )
        if turn.hosts:
            at, before = at + 1, turn


def _unasked(route: Route, turns: Turns) -> Iterator[str]:
    """The addresses that the sender uses without a lookup: they stand in place of a host name."""
    for host in route.hosts:
        if not host.addresses:
            yield from turns.used.get(host.place, ())


def _with_unasked(host: Host, turns: Turns) -> Host:
    """The host; one that is an address has that for its own, where the sender takes it."""
    if host.addresses:
        return host
    used = turns.used.get(host.place, ())
    return replace(host, addresses=tuple(address_literal(address) for address in used))


@dataclass(frozen=True, slots=True)
class _Told:
    """What the turns of a sender say of one host: nothing of it changes while probes run."""

    badge: str
    share: Fraction
    shares: tuple[Fraction, ...]
    words: Words
    note: Words
    later: bool
    badges: tuple[str, ...]
    notes: tuple[Words, ...]


@once
def _told(turns: Turns, host: Host, *, first: bool) -> _Told:
    shares = tuple(turns.shares.of(host, own.address) for own in host.addresses)
    return _Told(
        turns.badge(host),
        sum(shares, Fraction(0)),
        shares,
        share_words(turns, host, first=first),
        share_note(turns, host),
        turns.comes_later(host, first=first),
        tuple(turns.badge(host, own.address) for own in host.addresses),
        tuple(why_unused(turns, host, own.address) for own in host.addresses),
    )


def _host_plans(
    inspection: Inspection,
    tier: Tier,
    turns: Turns,
    seen: Mapping[str, Seen],
    *,
    first: bool,
) -> Iterator[HostPlan]:
    for listed in tier.hosts:
        host = _with_unasked(listed, turns)
        own_seen = tuple(seen[own.address] for own in host.addresses)
        told = _told(turns, host, first=first)
        marks = labels.most_telling(
            (
                *labels.name_marks(host, inspection),
                *unused_marks(turns, host),
                *probe_marks(inspection, host, own_seen),
                *dane_marks(inspection, host),
                *sts_marks(inspection, host),
            )
        )
        yield HostPlan(
            key=f"host {host.place}",
            lane=f"tier {tier.preference}",
            host=host,
            hopeful=turns.is_hopeful(host),
            first=first,
            badge=told.badge,
            share_words=told.words,
            marks=marks,
            tone=host_tone(host, own_seen, marks, labels.is_open(host, inspection)),
            seen=own_seen,
            share=told.share,
            shares=told.shares,
            later=told.later,
            share_note=told.note,
            badges=told.badges,
            notes=told.notes,
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
