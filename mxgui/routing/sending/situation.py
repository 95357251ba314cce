"""The records of a route as one sender sees them, before it connects anywhere.

What a sender cannot use is gone here; what decides the message before any connection is told.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache

from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.model.records import Status
from mxgui.routing.route import Kind, Route, Special, route_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.candidates import (
    Candidate,
    Entry,
    Lack,
    candidates_of,
    heard_of,
    once_each,
    unheard_of,
)
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.own import Cut, Found, cut
from mxgui.routing.sending.sender import NoTarget, NullRule, OwnBest, Sender

__all__ = ["Before", "Candidate", "Cause", "Entry", "Situation", "situation_of", "switched"]


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
    LOOKUP_FAILED = "lookup_failed"  # of the MX records, or of the only addresses there may be
    OWN_BEST = "own_best"  # the sender is itself the best exchange
    NO_PRIMARY = "no_primary"  # none of those better than the sender itself has an address
    OPEN = "open"  # not looked up yet, so nothing is decided: a sender would wait for it


_KEPT = 32  # situations: of one domain, a few senders, and a what-if
_QUEUES = {Cause.LOOKUP_FAILED, Cause.NO_PRIMARY, Cause.OPEN}


@dataclass(frozen=True, slots=True)
class Situation:
    """What a sender has to go by: every exchange in the order of the answer.

    `unheard` are addresses of which nothing was seen from here: they count as up. In `computed`
    stands what follows from it.
    """

    before: Before
    cause: Cause | None = None
    candidates: tuple[Candidate, ...] = ()
    unheard: tuple[str, ...] = ()
    computed: dict[object, object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __hash__(self) -> int:
        """Hash the names alone, quickly, as a route is hashed."""
        return hash((self.before, self.cause, tuple(each.name for each in self.candidates)))

    @property
    def tiers(self) -> tuple[tuple[Candidate, ...], ...]:
        """The candidates by preference, the lowest first, each tier in the answer's order."""
        found: dict[int, list[Candidate]] = {}
        for candidate in self.candidates:
            found.setdefault(candidate.preference, []).append(candidate)
        return tuple(tuple(found[preference]) for preference in sorted(found))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every address that the sender can use, in the order of the answer."""
        return tuple(entry for candidate in self.candidates for entry in candidate.entries)


@once
def situation_of(inspection: Inspection, sender: Sender, what_if: WhatIf) -> Situation:
    """Tell what a sender makes of the records, with what is switched off."""
    route = route_of(inspection)
    heard = tuple(heard_of(inspection, route)) if what_if.as_probed else ()
    return _situation(route, sender, what_if, heard, running=inspection.running)


@lru_cache(maxsize=_KEPT)
def _situation(
    route: Route,
    sender: Sender,
    what_if: WhatIf,
    heard: tuple[tuple[str, Behaviour], ...],
    *,
    running: bool,
) -> Situation:
    """The same by what decides it alone: most events of an inspection leave that as it is."""
    decided = _decided_by_dns(route, sender, running=running)
    if decided is not None:
        return decided
    seen = dict(heard)
    found = once_each(candidates_of(route, sender, what_if, seen), sender.lookups.same_name)
    left = cut(found, sender.own, what_if, aliases_of(route, what_if.own))
    if left.found in (Found.BEST, Found.NO_BETTER_ADDRESS):
        return _own_is_best(left, sender)
    settled = _settled(left.candidates, sender)
    if settled.before is not Before.TRY and route.kind is Kind.IMPLICIT:
        settled = _settled_without_mx(left.candidates, sender, route)
    return replace(settled, unheard=unheard_of(settled.candidates, what_if, seen))


def aliases_of(route: Route, own: str) -> frozenset[str]:
    """Give the exchanges that are aliases of a name."""
    named = (host for host in route.hosts if any(alias.target == own for alias in host.aliases))
    return frozenset(host.name for host in named)


def _decided(cause: Cause, *, bounces: bool = True) -> Situation:
    is_final = bounces and cause not in _QUEUES
    return Situation(Before.BOUNCE if is_final else Before.DEFER, cause)


def _decided_by_dns(route: Route, sender: Sender, *, running: bool) -> Situation | None:
    lookups = sender.lookups
    status = route.answer.status
    if route.kind is Kind.UNKNOWN:
        is_open = running and status is Status.NOT_ASKED
        return _decided(Cause.OPEN if is_open else Cause.LOOKUP_FAILED)
    if status is Status.NXDOMAIN:
        return _decided(Cause.NO_DOMAIN, bounces=lookups.no_domain_bounces)
    if route.kind is Kind.NONE:
        return _decided(Cause.NO_ADDRESS, bounces=lookups.nothing_bounces)
    return _decided(Cause.NULL_MX) if _is_null(route, lookups.null_rule) else None


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
        case NullRule.REACHED:  # whatever the order, it is the first that the walk comes to
            best = min((preference for _, preference in records), default=None)
            return bool(nulls) and all(null for null, preference in records if preference == best)
        case NullRule.UNUSABLE | NullRule.TEMPORARY:
            return False


def _own_is_best(left: Cut, sender: Sender) -> Situation:
    freezes = sender.own.best is OwnBest.FREEZES
    if left.found is Found.NO_BETTER_ADDRESS:
        if sender.own.waits_for_better:
            return _decided(Cause.NO_PRIMARY)
        if freezes:  # Exim has cut its own record, and finds nothing before it
            return _settled(left.candidates, sender)
    return _decided(Cause.OWN_BEST, bounces=not freezes)


def _settled_without_mx(
    candidates: tuple[Candidate, ...], sender: Sender, route: Route
) -> Situation:
    """The domain is its own only exchange, and has no address, or none that the sender uses."""
    lacks = {each.lack for each in candidates}
    if Lack.OPEN in lacks:
        return _decided(Cause.OPEN)
    if Lack.FAILED in lacks and not sender.lookups.failure_is_none:
        return _decided(Cause.LOOKUP_FAILED)
    cause = Cause.NO_TARGET if route.addresses else Cause.NO_ADDRESS
    return _decided(cause, bounces=sender.lookups.nothing_bounces)


def _settled(candidates: tuple[Candidate, ...], sender: Sender) -> Situation:
    if any(each.entries for each in candidates):
        return Situation(Before.TRY, None, candidates)
    lacks = {each.lack for each in candidates}
    lookups = sender.lookups
    if Lack.OPEN in lacks:
        return _decided(Cause.OPEN)
    is_soft = Lack.FAILED in lacks
    is_mixed = is_soft and lacks & {Lack.NONE, Lack.NULL}
    if lookups.no_target is NoTarget.LAST and is_mixed:  # the one that the walk comes to last
        return Situation(Before.TRY, None, candidates)
    if is_soft:
        return _decided(Cause.LOOKUP_FAILED)
    if Lack.NULL in lacks and lookups.null_rule is NullRule.UNUSABLE:
        return _decided(Cause.NULL_MX)
    return _decided(Cause.NO_TARGET, bounces=lookups.no_target is not NoTarget.QUEUES)


def switched(entry: Entry, behaviour: Behaviour) -> Entry:
    """Give the same entry with another behaviour."""
    return replace(entry, behaviour=behaviour)
