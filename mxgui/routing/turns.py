"""When each host and each address has its turn with the sender of the plan: places, and limits.

A place counts from 1 over all that is tried in one run. Where lots are drawn, those that are alike
share theirs. It stands on the hosts, or on the addresses where the sender shuffles these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.routing.labels import badge, is_open
from mxgui.routing.order import entries_tried
from mxgui.routing.route import Host, Route, Special, Tier, route_of
from mxgui.routing.sending.chooser import Scripted
from mxgui.routing.sending.listing import listed, tiers_in_order
from mxgui.routing.sending.sender import AddressOrder, HostOrder, Sender, Unit
from mxgui.routing.sending.situation import Cause, Entry, Situation
from mxgui.routing.shares import Shares, shares_with, simulated
from mxgui.routing.spans import FIXED, spans_of

_KEPT = 8  # turns: those of a few domains, with a few senders
_SEEDS = 8  # runs that are looked at for whom a sender comes to
_DECIDED = (Cause.NULL_MX, Cause.OWN_BEST)  # whatever lookups still bring
Way = tuple[int, int]  # a preference, and a family where addresses are shuffled, else 0


@dataclass(frozen=True, slots=True)
class TierTurn:
    """The turn of one tier: how many hosts and addresses it has, and how many of them a run takes.

    `listed` counts hosts without address too, where they are drawn as well. `first` is the place of
    the first host, or address, of it. `begins` is the family of the address
    that is tried first, 0 where that may be either; `is_mixed` tells that there are both.
    """

    preference: int
    hosts: int
    addresses: int
    listed: int
    kept_hosts: int
    kept_addresses: int
    first: int
    is_reached: bool = True
    is_mixed: bool = False
    begins: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Turns:
    """All turns of a route. Hosts are told apart by the place of their record in the answer."""

    sender: Sender
    situation: Situation
    shares: Shares
    used: Mapping[int, tuple[str, ...]]
    hopeful: frozenset[int]
    tiers: Mapping[int, TierTurn]
    badges: Mapping[tuple[int, str], str]
    never: frozenset[int]
    beyond: frozenset[tuple[int, str]]
    computed: dict[object, object] = field(default_factory=dict, init=False, repr=False)

    def is_hopeful(self, host: Host) -> bool:
        """Whether the sender would try the host, or may, once its addresses are known."""
        return host.place in self.hopeful

    def is_used(self, host: Host, address: str) -> bool:
        """Whether the sender uses an address of a host."""
        return address in self.used.get(host.place, ())

    def is_cut(self, host: Host, address: str) -> bool:
        """Whether the sender never tries an address because the host has others before it."""
        most = self.sender.limits.per_host
        if most is None or self.sender.ordering.addresses is AddressOrder.SHUFFLED:
            return False
        own = tuple(each for each in self.situation.candidates if each.place == host.place)
        kept = listed(replace(self.situation, candidates=own), self.sender, _no_lots)
        return address not in {entry.address for entry in kept}

    def is_beyond(self, host: Host, address: str) -> bool:
        """Whether no run comes to an address of a host that some runs come to."""
        return (host.place, address) in self.beyond

    def is_never(self, host: Host) -> bool:
        """Whether no run comes to the host, although the sender would use it."""
        return host.place in self.never

    def comes_later(self, host: Host, *, first: bool) -> bool:
        """Whether the host is tried after others alone; `first` tells that it is in the best tier.

        Within that tier this is known once some host has a share.
        """
        if not self.is_hopeful(host) or self.is_never(host):
            return False
        is_passed_by = any(self.shares.known.values()) and bool(self.used.get(host.place))
        return not first or (is_passed_by and not self.shares.of_host(host))

    def badge(self, host: Host, address: str = "") -> str:
        """The place of a host, or of one of its addresses; empty where none stands on it."""
        return self.badges.get((host.place, address), "")

    def depends(self, host: Host) -> bool:
        """Whether the order of the resolver's answer decides the place of the host."""
        ordering, hosts = self.sender.ordering, self.tiers[host.preference].hosts
        by_answer = ordering.hosts in FIXED or (ordering.hosts is HostOrder.COINS and hosts > 2)
        is_alone = hosts < 2 or ordering.unit is Unit.ADDRESS
        return self.sender.rotates and by_answer and not is_alone


@once
def turns_of(inspection: Inspection) -> Turns:
    """Tell the turn of each host and address of the route."""
    route, done = route_of(inspection), simulated(inspection)
    awaited = frozenset(host.place for host in route.hosts if _is_to_come(host, inspection))
    return _turns(route, done.situation, done.sender, awaited)


@lru_cache(maxsize=_KEPT)
def _turns(route: Route, situation: Situation, sender: Sender, awaited: frozenset[int]) -> Turns:
    """The same by what decides it alone; `awaited` are the hosts of which more is to come."""
    used = {
        each.place: tuple(entry.address for entry in each.entries) for each in situation.candidates
    }
    is_decided = situation.cause in _DECIDED
    hopeful = frozenset(
        host.place
        for host in route.hosts
        if host.special is not Special.DUPLICATE
        and (used.get(host.place) or (not is_decided and host.place in awaited))
    )
    made = _Making(situation, sender, used, hopeful)
    for tier in route.tiers:
        made.take(tier)
    return Turns(
        sender,
        situation,
        made.shares,
        used,
        hopeful,
        made.tiers,
        made.badges,
        frozenset(made.never),
        frozenset(made.beyond),
    )


def _no_lots(_preference: int) -> Scripted:
    return Scripted()


def _is_to_come(host: Host, inspection: Inspection) -> bool:
    return host.special is None and is_open(host, inspection)


class _Making:
    """What is known of the tiers so far, the best first."""

    def __init__(
        self,
        situation: Situation,
        sender: Sender,
        used: Mapping[int, tuple[str, ...]],
        hopeful: frozenset[int],
    ) -> None:
        self.shares = shares_with(situation, sender)
        self._sender, self._used, self._hopeful = sender, used, hopeful
        runs = _runs(situation, sender)
        self._runs = [Counter(entry.preference for entry in run) for run in runs]
        self._reached = {
            _way(sender, entry.preference, entry.address) for run in runs for entry in run
        }
        tiers = tiers_in_order(situation, sender)
        self._candidates = {tier[0].preference: tier for tier in tiers}
        self._hosts = self._drawn = 0  # that are tried before, or taken
        self._addresses = [0 for _ in runs]
        self.tiers: dict[int, TierTurn] = {}
        self.badges: dict[tuple[int, str], str] = {}
        self.never: set[int] = set()
        self.beyond: set[tuple[int, str]] = set()

    def take(self, tier: Tier) -> None:
        """Take the next tier."""
        hosts = [host for host in tier.hosts if host.place in self._hopeful]
        turn = self._turn(tier, hosts)
        self.tiers[tier.preference] = turn
        for host in hosts:
            self._leave_out(host)
        if self._sender.ordering.unit is Unit.ADDRESS:
            self.badges.update(self._on_addresses(hosts, turn))
        else:
            self.badges.update(self._on_hosts(hosts, turn))
        self._hosts += turn.hosts
        counts = (run[tier.preference] for run in self._runs)
        self._addresses = [sum(both) for both in zip(self._addresses, counts, strict=True)]

    def _leave_out(self, host: Host) -> None:
        """Note what no run comes to."""
        own = self._used.get(host.place, ())
        gone = [address for address in own if self._way(host, address) not in self._reached]
        if own and len(gone) == len(own):
            self.never.add(host.place)
        else:
            self.beyond.update((host.place, address) for address in gone)

    def _way(self, host: Host, address: str) -> Way:
        return _way(self._sender, host.preference, address)

    def _turn(self, tier: Tier, hosts: Sequence[Host]) -> TierTurn:
        own = [address for host in hosts for address in self._used.get(host.place, ())]
        families = {6 if ":" in address else 4 for address in own}
        most = self._sender.limits.hosts
        every = left = len(hosts)
        if most is not None:  # of which those that turn out to have no address take a place too
            every = max(every, len(self._candidates.get(tier.preference, ())))
            left = max(min(every, most - self._drawn), 0)
        self._drawn += left
        leading = {
            6 if ":" in address else 4
            for host in hosts
            for address in self._used.get(host.place, ())
            if self.shares.of(host, address)
        }
        by_address = self._sender.ordering.unit is Unit.ADDRESS
        before = min(self._addresses) if by_address else self._hosts
        ways = {self._way(host, each) for host in hosts for each in self._used.get(host.place, ())}
        return TierTurn(
            tier.preference,
            len(hosts),
            len(own),
            every,
            left,
            max(run[tier.preference] for run in self._runs),
            before + 1,
            is_reached=not ways or bool(ways & self._reached),
            is_mixed=len(families) > 1,
            begins=leading.pop() if len(leading) == 1 else 0,
        )

    def _on_addresses(
        self, hosts: Sequence[Host], turn: TierTurn
    ) -> Iterator[tuple[tuple[int, str], str]]:
        words = badge(turn.first, turn.kept_addresses) if turn.kept_addresses else ""
        for host in hosts:
            for address in self._used.get(host.place, ()):
                if self._way(host, address) in self._reached:
                    yield (host.place, address), words

    def _on_hosts(
        self, hosts: Sequence[Host], turn: TierTurn
    ) -> Iterator[tuple[tuple[int, str], str]]:
        places = [host.place for host in hosts]
        own = self._candidates.get(turn.preference, ())
        shares = [self.shares.of_host(host) for host in hosts]
        spans = spans_of(self._sender, places, own, shares)
        for place, (begin, end) in zip(places, spans, strict=True):
            end = min(end, turn.kept_hosts - 1)
            if begin <= end:
                yield (place, ""), badge(turn.first + begin, end - begin + 1)


def _way(sender: Sender, preference: int, address: str) -> Way:
    if sender.ordering.unit is Unit.HOST:
        return preference, 0
    return preference, 6 if ":" in address else 4


@once
def _runs(situation: Situation, sender: Sender) -> tuple[tuple[Entry, ...], ...]:
    """What is tried in a few runs if no address takes mail.

    How many addresses of a tier and a family a run comes to is the same for every seed, but for the
    family of the very first address; where there are no limits, one run tells all.
    """
    limits = sender.limits
    is_limited = limits.attempts is not None or limits.hosts is not None
    seeds = range(_SEEDS if is_limited else 1)
    return tuple(entries_tried(situation, sender, seed) for seed in seeds)
