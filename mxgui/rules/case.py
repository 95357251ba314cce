"""One inspection as the rules see it, with what several of them need worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mxgui.model.inspection import Inspection
from mxgui.model.records import Answer, Status
from mxgui.model.smtp import Probe
from mxgui.routing.dane_reach import DaneReach
from mxgui.routing.reach import State, state_of
from mxgui.routing.route import Host, HostAddress, Kind, Route, Special, Tier
from mxgui.routing.standing import (
    Standing,
    named_hosts,
    standing_of_address,
    standing_of_host,
)
from mxgui.rules.standing import weighed_address, weighed_host


@dataclass(frozen=True)
class Case:
    """An inspection, its route, and an earlier inspection of the same domain if there is one.

    A rule speaks of facts that arrived: what is still under way is not absent. `computed` is where
    `once` keeps what rules share.
    """

    inspection: Inspection
    route: Route
    earlier: Inspection | None = None
    computed: dict[object, object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def domain(self) -> str:
        """The domain as DNS has it: the subject of what is found about the whole."""
        return self.inspection.entry.domain.ascii

    @cached_property
    def states(self) -> Mapping[str, State]:
        """How each address of the route stands."""
        return {address: state_of(self.inspection, address) for address in self.route.addresses}

    @cached_property
    def probes(self) -> tuple[Probe, ...]:
        """The probes of the route's addresses; others may be of records that were looked at too."""
        own = frozenset(self.route.addresses)
        return tuple(probe for probe in self.inspection.probes if probe.target.address in own)

    @cached_property
    def hosts(self) -> tuple[Host, ...]:
        """The hosts of the route, each name once at its best place, null MX left out."""
        return named_hosts(self.route)

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """What each host can be counted on for, by name: nothing is held against a doubt."""
        return {
            host.name: standing_of_host(self.inspection, host, self.states) for host in self.hosts
        }

    @cached_property
    def weighed(self) -> Mapping[str, Standing]:
        """The same, with the doubts left out that the other hosts of the route remove."""
        return {host.name: self._weighed(host) for host in self.hosts}

    @cached_property
    def address_standings(self) -> Mapping[str, Standing]:
        """What each address can be counted on for: nothing is held against a doubt."""
        return {
            own.address: standing_of_address(self.inspection, own, self.states)
            for own in self._addresses
        }

    @cached_property
    def address_weighed(self) -> Mapping[str, Standing]:
        """The same, with the doubts left out that the other addresses remove."""
        return {
            own.address: weighed_address(self.inspection, own, self.states)
            for own in self._addresses
        }

    @cached_property
    def dane(self) -> DaneReach:
        """What a sender that uses DANE makes of the hosts."""
        return DaneReach(self.inspection)

    @cached_property
    def takes_advice(self) -> bool:
        """Whether it is worth telling what would make the route better, apart from what fails.

        Where probes found no host that takes mail it is moot, and it is not known to be moot or
        not before one does or all is over.
        """
        if any(map(self.is_looking_up, self.hosts)):
            return False
        standings = self.standings.values()
        if Standing.LIVE in standings:
            return True
        untried = set(self.states.values()) <= {State.NOT_TRIED}
        return not self.is_open and untried and Standing.MAYBE in standings

    @cached_property
    def best_tier(self) -> Tier | None:
        """The first tier that names a host at all."""
        return next((tier for tier in self.route.tiers if _names_a_host(tier)), None)

    @cached_property
    def is_open(self) -> bool:
        """Whether something is still under way, or to come, that could change the picture."""
        if not self.inspection.running:
            return False
        if self.route.kind is Kind.UNKNOWN:
            return self.route.answer.status is Status.NOT_ASKED
        looking_up = any(self.is_looking_up(host) for host in self.hosts)
        return looking_up or not all(state.is_settled for state in self.states.values())

    def is_settled(self, tier: Tier) -> bool:
        """Whether no more will be learned of a tier that could change what fails in it.

        A doubt about one of its addresses goes when another host is heard.
        """
        return self._settled[tier.preference]

    @cached_property
    def _settled(self) -> Mapping[int, bool]:
        return {tier.preference: self._is_settled(tier) for tier in self.route.tiers}

    def _is_settled(self, tier: Tier) -> bool:
        if not self.is_open:
            return True
        if any(self.is_looking_up(host) for host in tier.hosts):
            return False
        own = [address for host in tier.hosts for address in host.addresses]
        return all(
            self.states[each.address].is_settled
            and self.address_weighed[each.address] is not Standing.MAYBE
            for each in own
        )

    def is_looking_up(self, host: Host) -> bool:
        """Whether an address lookup of the host is under way or still to come."""
        if not self.inspection.running or self.inspection.entry.domain.literal is not None:
            return False
        if host.special not in (None, Special.DUPLICATE):
            return False  # its addresses are never asked for
        return host.pending or not (_is_asked(host.a) and _is_asked(host.aaaa))

    @cached_property
    def _addresses(self) -> tuple[HostAddress, ...]:
        return tuple(own for host in self.route.hosts for own in host.addresses)

    def _weighed(self, host: Host) -> Standing:
        if host.special not in (None, Special.DUPLICATE) or self.is_looking_up(host):
            return self.standings[host.name]
        others_found = any(other.addresses for other in self.hosts if other is not host)
        return weighed_host(self.inspection, host, self.states, others_found=others_found)


def _is_asked(answer: Answer) -> bool:
    return answer.status is not Status.NOT_ASKED


def _names_a_host(tier: Tier) -> bool:
    return any(host.special is not Special.NULL for host in tier.hosts)
