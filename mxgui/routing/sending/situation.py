"""The records of a route as one sender sees them, before it connects anywhere.

What a sender cannot use is gone here; what decides the message before any connection is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from ipaddress import ip_address, ip_network

from mxgui.model.domain import address_of
from mxgui.model.inspection import Inspection
from mxgui.model.records import Status
from mxgui.routing.route import Host, Kind, Route, Special, route_of
from mxgui.routing.sending.behaviour import Behaviour, behaviour_of
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.sender import (
    FamilyRule,
    NoTarget,
    NullRule,
    OwnBest,
    OwnBy,
    SameName,
    Sender,
)


class Before(Enum):
    """What is decided before any connection."""

    TRY = "try"
    DEFER = "defer"
    BOUNCE = "bounce"


class Cause(Enum):
    """Why a message is decided before any connection; also the key of a sender's replies."""

    NULL_MX = "null_mx"
    NO_DOMAIN = "no_domain"
    NO_ADDRESS = "no_address"  # neither MX nor an address of the domain's own
    NO_TARGET = "no_target"  # no exchange has an address that the sender can use
    LOOKUP_FAILED = "lookup_failed"
    OWN_BEST = "own_best"  # the sender is itself the best exchange


@dataclass(frozen=True, slots=True)
class Entry:
    """One address of one exchange, with what happens to a sender that connects to it."""

    host: str
    preference: int
    place: int  # of the record in the answer
    address: str
    behaviour: Behaviour = Behaviour.TAKES

    @property
    def family(self) -> int:
        """Whether it is an IPv4 or an IPv6 address: 4 or 6."""
        return 6 if ":" in self.address else 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """One exchange as a sender sees it; without entries it only takes a place, if that counts.

    `is_soft` tells that it has no entry because a lookup failed for the moment. `is_null` is `.`.
    """

    name: str
    preference: int
    place: int
    entries: tuple[Entry, ...] = ()
    is_soft: bool = False
    is_null: bool = False


@dataclass(frozen=True, slots=True)
class Situation:
    """What a sender has to go by: candidates by preference and place in the answer."""

    before: Before
    cause: Cause | None = None
    candidates: tuple[Candidate, ...] = ()
    unheard: tuple[str, ...] = ()  # addresses of which nothing was seen from here: they count as up

    @property
    def tiers(self) -> tuple[tuple[Candidate, ...], ...]:
        """The candidates by preference, the lowest first, each tier in the answer's order."""
        found: dict[int, list[Candidate]] = {}
        for candidate in self.candidates:
            found.setdefault(candidate.preference, []).append(candidate)
        return tuple(tuple(found[preference]) for preference in sorted(found))


def situation_of(inspection: Inspection, sender: Sender, what_if: WhatIf) -> Situation:
    """Tell what a sender makes of the records, with what is switched off."""
    route = route_of(inspection)
    decided = _decided_by_dns(route, sender)
    if decided is not None:
        return decided
    unheard: dict[str, None] = {}
    candidates = tuple(_candidates(inspection, route, sender, what_if, unheard))
    candidates = tuple(_once_each(candidates, sender.lookups.same_name))
    return _settled(_without_own(candidates, sender, what_if), sender, tuple(unheard))


def _decided_by_dns(route: Route, sender: Sender) -> Situation | None:
    lookups = sender.lookups
    status = route.answer.status
    if route.kind is Kind.UNKNOWN:
        return Situation(Before.DEFER, Cause.LOOKUP_FAILED)
    if status is Status.NXDOMAIN:
        before = Before.BOUNCE if lookups.no_domain_bounces else Before.DEFER
        return Situation(before, Cause.NO_DOMAIN)
    if route.kind is Kind.NONE:
        before = Before.BOUNCE if lookups.nothing_bounces else Before.DEFER
        return Situation(before, Cause.NO_ADDRESS)
    if _is_null(route, lookups.null_rule):
        return Situation(Before.BOUNCE, Cause.NULL_MX)
    return None


def _is_null(route: Route, rule: NullRule) -> bool:
    records = [(host.special is Special.NULL, host.preference) for host in route.hosts]
    nulls = [preference for is_null, preference in records if is_null]
    match rule:
        case NullRule.ANY:
            return bool(nulls)
        case NullRule.SOLE:
            return bool(nulls) and len(records) == 1
        case NullRule.SOLE_PREFERENCE_0:
            return nulls == [0] and len(records) == 1
        case NullRule.PREFERENCE_0_TIER:
            return [is_null for is_null, preference in records if preference == 0] == [True]
        case NullRule.UNUSABLE | NullRule.REACHED | NullRule.TEMPORARY:
            return False


def _candidates(
    inspection: Inspection,
    route: Route,
    sender: Sender,
    what_if: WhatIf,
    unheard: dict[str, None],
) -> Iterator[Candidate]:
    seen: Mapping[str, Behaviour | None] = {
        address: behaviour_of(inspection, address) for address in route.addresses
    }
    for host in sorted(route.hosts, key=lambda each: each.place):
        entries = []
        for address in _addresses(host, sender):
            how = what_if.how(host, address)
            if how is None and what_if.as_probed:
                how = seen.get(address)
                if how is None:
                    unheard[address] = None
            behaviour = how or Behaviour.TAKES
            entries.append(Entry(host.name, host.preference, host.place, address, behaviour))
        failed = host.a.status.is_failure or host.aaaa.status.is_failure
        yield Candidate(
            host.name,
            host.preference,
            host.place,
            tuple(entries),
            is_soft=failed and not entries,
            is_null=host.special is Special.NULL,
        )


def _addresses(host: Host, sender: Sender) -> tuple[str, ...]:
    """The addresses of a host that a sender can use, IPv6 first, each family in answer order."""
    if host.special is Special.LITERAL:
        literal = address_of(host.name)
        found = [str(literal)] if literal is not None and sender.lookups.literal else []
    elif host.special in (None, Special.DUPLICATE):
        found = [own.address for own in host.addresses]
    else:
        found = []
    only = {FamilyRule.ONLY_4: 4, FamilyRule.ONLY_6: 6}.get(sender.ordering.family)
    networks = [ip_network(prefix) for prefix in sender.lookups.ignored]
    kept = []
    for address in found:
        own = ip_address(address)
        ignored = any(own.version == net.version and own in net for net in networks)
        if not ignored and only in (None, own.version):
            kept.append(address)
    return tuple(kept)


def _once_each(candidates: tuple[Candidate, ...], rule: SameName) -> Iterator[Candidate]:
    """The candidates without those that repeat a name in a way that the sender notices."""
    best: dict[str, Candidate] = {}
    for each in candidates:
        known = best.setdefault(each.name, each)
        if each.preference < known.preference:
            best[each.name] = each
    before = ""
    for each in sorted(candidates, key=lambda one: (one.preference, one.place)):
        if rule is SameName.LOWEST and best[each.name] is not each:
            continue
        if rule is SameName.ADJACENT and each.name == before:
            continue
        before = each.name
        yield each


def _without_own(
    candidates: tuple[Candidate, ...], sender: Sender, what_if: WhatIf
) -> tuple[Candidate, ...] | None:
    """The candidates without what the loop rule cuts; None if the sender is the best of them."""
    if not what_if.own or sender.own.by in (OwnBy.NONE, OwnBy.LOOPBACK):
        return candidates
    own = [each for each in candidates if _is_own(each, candidates, sender.own.by, what_if.own)]
    if not own:
        return candidates
    if sender.own.only_it:
        return tuple(each for each in candidates if each not in own)
    limit = min(each.preference for each in own)
    left = tuple(each for each in candidates if each.preference < limit)
    return left or (candidates if sender.own.best is OwnBest.CONNECTS else None)


def _is_own(candidate: Candidate, candidates: tuple[Candidate, ...], by: OwnBy, own: str) -> bool:
    """Whether a candidate is the sender itself; a name stands for its addresses, and back."""
    addresses = {entry.address for entry in candidate.entries}
    named = {entry.address for each in candidates if each.name == own for entry in each.entries}
    is_named = candidate.name == own
    has_address = own in addresses or bool(addresses & named)
    if by is OwnBy.NAME:
        return is_named or (own in addresses and not named)
    return has_address or (is_named and by is OwnBy.EITHER)


def _settled(
    candidates: tuple[Candidate, ...] | None, sender: Sender, unheard: tuple[str, ...]
) -> Situation:
    if candidates is None:
        freezes = sender.own.best is OwnBest.FREEZES
        return Situation(Before.DEFER if freezes else Before.BOUNCE, Cause.OWN_BEST)
    rule = sender.lookups.no_target
    if any(each.entries for each in candidates):
        if rule is not NoTarget.LAST and sender.lookups.null_rule is not NullRule.REACHED:
            candidates = tuple(each for each in candidates if each.entries)
        return Situation(Before.TRY, None, candidates, unheard)
    nulls = [each for each in candidates if each.is_null]
    is_soft = any(each.is_soft for each in candidates)
    if nulls and sender.lookups.null_rule is not NullRule.TEMPORARY and not is_soft:
        return Situation(Before.BOUNCE, Cause.NULL_MX)
    queues = is_soft or rule is NoTarget.QUEUES
    return Situation(Before.DEFER if queues else Before.BOUNCE, Cause.NO_TARGET)


def switched(entry: Entry, behaviour: Behaviour) -> Entry:
    """Give the same entry with another behaviour."""
    return replace(entry, behaviour=behaviour)
