"""What all of it comes to: one verdict on the route, and how many addresses it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mxgui.model.inspection import Inspection
from mxgui.model.plan import ProbeMode
from mxgui.routing.reach import State, state_of
from mxgui.routing.route import Host, Kind, Route, is_null
from mxgui.routing.standing import (
    Standing,
    is_looked_up,
    named_hosts,
    standing_of_address,
    standing_of_host,
)


class Verdict(Enum):
    """What becomes of mail for the domain, as seen from here."""

    FLOWS = "flows"
    DEGRADED = "degraded"  # it flows, but something that ought to help does not
    QUEUES = "queues"
    BOUNCES = "bounces"
    TAKES_NO_MAIL = "takes_no_mail"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many addresses of one family take mail, of how many there are."""

    family: int
    answered: int
    total: int


def coverage_of(inspection: Inspection, route: Route) -> tuple[Coverage, ...]:
    """Count by family, IPv4 first; a family without addresses is left out.

    Where nothing was to be probed there is nothing to count.
    """
    if inspection.plan.mode is ProbeMode.NONE:
        return ()
    found = []
    for family in (4, 6):
        own = [each for each in usable_addresses(route) if _family(each) == family]
        taking = sum(state_of(inspection, address) is State.OK for address in own)
        if own:
            found.append(Coverage(family, taking, len(own)))
    return tuple(found)


def verdict_of(inspection: Inspection, route: Route) -> Verdict:
    """Judge the route by DNS and by what the probes heard; doubt never condemns."""
    match route.kind:
        case Kind.NULL:
            return Verdict.TAKES_NO_MAIL
        case Kind.NONE:
            return Verdict.BOUNCES
        case Kind.UNKNOWN:
            return Verdict.UNKNOWN
    standings = standings_of(inspection, route)
    if Standing.LIVE in standings.values():
        return Verdict.DEGRADED if is_harmed(inspection, route) else Verdict.FLOWS
    if Standing.MAYBE in standings.values():
        return Verdict.UNKNOWN
    # A host that has an address may come back; one that has none never will.
    return Verdict.QUEUES if usable_addresses(route) else Verdict.BOUNCES


def standings_of(inspection: Inspection, route: Route) -> dict[Host, Standing]:
    """What each host can be counted on for."""
    states = {address: state_of(inspection, address) for address in route.addresses}
    return {host: standing_of_host(inspection, host, states) for host in named_hosts(route)}


def is_harmed(inspection: Inspection, route: Route) -> bool:
    """Whether something published is of no use now, although mail gets through."""
    if is_mixed_null(route) or failed_lookups(inspection, route):
        return True
    states = {address: state_of(inspection, address) for address in route.addresses}
    dead = (
        standing_of_address(inspection, own, states) is Standing.DEAD or states[own.address].is_down
        for host in route.hosts
        if host.usable
        for own in host.addresses
    )
    return any(dead) or Standing.DEAD in standings_of(inspection, route).values()


def is_mixed_null(route: Route) -> bool:
    """Whether a null MX stands beside other records, so that senders disagree (RFC 7505, 3)."""
    return route.kind is Kind.MX and any(map(is_null, route.answer.mx))


def failed_lookups(inspection: Inspection, route: Route) -> tuple[Host, ...]:
    """The hosts of which no address is known because their lookups failed."""
    return tuple(
        host
        for host in named_hosts(route)
        if host.special is None
        and not (host.addresses or host.pending or is_looked_up(inspection, host))
        and (host.a.status.is_failure or host.aaaa.status.is_failure)
    )


def usable_states(inspection: Inspection, route: Route) -> tuple[State, ...]:
    """The state of every address that a sender would try, each once."""
    return tuple(state_of(inspection, address) for address in usable_addresses(route))


def usable_addresses(route: Route) -> tuple[str, ...]:
    """Every address that a sender would try, each once, tier by tier."""
    own = (address.address for host in route.hosts if host.usable for address in host.addresses)
    return tuple(dict.fromkeys(own))


def _family(address: str) -> int:
    return 6 if ":" in address else 4
