"""What a run tells of our own line: whether it reaches the port at all, and from how near it looks.

Port 25 is blocked on many lines, which looks like silence of every host. It is taken to be so when
hosts of unrelated networks were silent and nothing was ever heard over that family, in this run or
the last 24 hours. Silence proves nothing for certain; a host that the user knows to answer, and
that does not either, comes close, and this machine's own firewall says so itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network

from mxgui.model.inspection import Inspection
from mxgui.model.line import DIRECT
from mxgui.model.smtp import Outcome, Probe
from mxgui.routing.reach import port_open

ENOUGH_NETWORKS = 2  # silent ones, none of them near another
_PREFIXES = {4: 24, 6: 48}  # bits; what is usually routed, and lost, as one
_TOUCHED = (
    Outcome.CLOSED,
    Outcome.SILENT,
    Outcome.REFUSED,
)  # somebody took or turned down the call


@dataclass(frozen=True, slots=True)
class Blocked:
    """This line does not get through to the port: over which families, and how that shows.

    `networks` is how many unrelated ones were silent. `canary` is the user's own host, if it was
    silent too. `firewall` tells that this machine turned the connections down itself.
    """

    families: tuple[int, ...]
    networks: int = 0
    canary: str = ""
    firewall: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether more than silence speaks for it."""
        return self.firewall or bool(self.canary)


def blocked_here(inspection: Inspection) -> Blocked | None:
    """Tell whether the direct line is kept from the port; None if nothing, or too little, says so.

    A refusal is no proof of an open port, but where one was heard the line does carry something,
    and silence beside it is the hosts' own.
    """
    found = [_blocked_over(inspection, family) for family in (4, 6)]
    known = [each for each in found if each is not None]
    if not known:
        return None
    return Blocked(
        tuple(family for each in known for family in each.families),
        max(each.networks for each in known),
        next((each.canary for each in known if each.canary), ""),
        any(each.firewall for each in known),
    )


def near_addresses(inspection: Inspection, addresses: Iterable[str]) -> tuple[str, ...]:
    """Give those that share a /24 or a /48 with an address of ours: we look at them from inside."""
    line = inspection.line
    own = {prefix_of(source) for source in line.sources} if line is not None else set()
    return tuple(address for address in addresses if prefix_of(address) in own)


@lru_cache(maxsize=4096)
def prefix_of(address: str) -> str:
    """Give the /24 or /48 of an address; an IPv4 one that is mapped into IPv6 counts as IPv4."""
    parsed = ip_address(address.partition("%")[0])
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is not None:
        parsed = parsed.ipv4_mapped
    return str(ip_network((parsed, _PREFIXES[parsed.version]), strict=False))


def _blocked_over(inspection: Inspection, family: int) -> Blocked | None:
    probes = [
        probe
        for step, probe in inspection.knocks
        if step.vantage == DIRECT and probe.target.family == family and not probe.running
    ]
    if any(probe.outcome is Outcome.BLOCKED_HERE for probe in probes):
        return Blocked((family,), firewall=True)
    touched = any(probe.outcome in _TOUCHED for probe in probes)
    if touched or port_open(inspection, family):
        return None
    silent = [probe for probe in probes if probe.outcome is Outcome.TIMED_OUT]
    networks = len({prefix_of(probe.target.address) for probe in silent})
    if networks < ENOUGH_NETWORKS:
        return None
    return Blocked((family,), networks, _silent_canary(inspection, silent))


def _silent_canary(inspection: Inspection, silent: Iterable[Probe]) -> str:
    canary = inspection.plan.canary
    named = any(canary and probe.target.host == canary for probe in silent)
    return canary if named else ""
