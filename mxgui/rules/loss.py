"""What of a host, a family or a tier is down for certain, and in which ways: facts for findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mxgui.model.smtp import Probe
from mxgui.routing.route import Host, HostAddress, Tier
from mxgui.routing.standing import Standing, is_out_of_reach
from mxgui.rules.case import Case
from mxgui.rules.failure import Failure, failure_of
from mxgui.rules.finding import Severity
from mxgui.rules.weight import Weight, weight_once_known


@dataclass(frozen=True, slots=True)
class Down:
    """One address of a host at which no sender gets on, and how it fails."""

    host: Host
    probe: Probe
    failure: Failure

    @property
    def family(self) -> int:
        """The family of the address, 4 or 6."""
        return self.probe.target.family


def down_of(case: Case, hosts: Iterable[Host]) -> tuple[Down, ...]:
    """Give the addresses of these hosts that are down for certain, each once."""
    found: dict[str, Down] = {}
    for host in hosts:
        for own in host.addresses:
            probe = case.inspection.probe(own.address)
            failure = failure_of(probe) if probe is not None else None
            if probe is None or failure is None or standing_of(case, own) is not Standing.DEAD:
                continue
            if not is_out_of_reach(case.inspection, own):
                found.setdefault(own.address, Down(host, probe, failure))
    return tuple(found.values())


def standing_of(case: Case, own: HostAddress) -> Standing:
    """Tell what an address counts for, with the doubts left out that other hosts remove."""
    return case.address_weighed[own.address]


def hosts_of(case: Case, tier: Tier) -> tuple[Host, ...]:
    """The hosts that have their best place in that tier, null MX left out."""
    return tuple(host for host in case.hosts if host.preference == tier.preference)


def is_lost(case: Case, hosts: Iterable[Host]) -> bool:
    """Whether not one of these hosts is of any use, as far as is known for certain."""
    return all(case.weighed[host.name] is Standing.DEAD for host in hosts)


def known_weight(case: Case, host: Host) -> Weight | None:
    """Weigh the loss of a host once nothing can take it back; None before that."""
    weight = weight_once_known(case, host)
    return None if weight.severity is Severity.INCONCLUSIVE else weight


def by_failure(downs: Iterable[Down]) -> dict[Failure, list[Probe]]:
    """Give the probes by the way in which they failed."""
    found: dict[Failure, list[Probe]] = {}
    for down in downs:
        found.setdefault(down.failure, []).append(down.probe)
    return found


def ids_of(downs: Iterable[Down]) -> tuple[str, ...]:
    """The ids of the findings that would tell of these, one by one."""
    failures = {down.failure for down in downs}
    return tuple(failure.value for failure in Failure if failure in failures)


def ids_beside(case: Case, hosts: Iterable[Host], downs: Iterable[Down]) -> tuple[str, ...]:
    """The same, without those that another address of the hosts has and takes mail all the same.

    That is another cause, and its finding has to stay.
    """
    probes = [
        case.inspection.probe(own.address)
        for host in hosts
        for own in host.addresses
        if standing_of(case, own) is Standing.LIVE
    ]
    living = {failure_of(probe) for probe in probes if probe is not None}
    return ids_of(down for down in downs if down.failure not in living)
