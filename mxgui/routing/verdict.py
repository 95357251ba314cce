"""What all of it comes to: one verdict on the route, and how many addresses it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.model.plan import ProbeMode
from mxgui.model.records import Status
from mxgui.model.smtp import Outcome, Probe, Stage, StartTls, StoppedBy
from mxgui.routing.insisting import losses_of
from mxgui.routing.masked import is_masked
from mxgui.routing.reach import State, state_of
from mxgui.routing.route import Host, Kind, Route, Special, is_null
from mxgui.routing.standing import (
    Standing,
    is_circle,
    is_leftover,
    is_looked_up,
    named_hosts,
    standing_of_address,
    standing_of_host,
)

# seconds; senders wait for up to five minutes, but a handshake that has taken this long has stalled
STALLED = 25.0
LONG_WAIT = 30.0  # seconds for a greeting; no sender is kept waiting so long for its own good
_UNENCRYPTED = (StartTls.NOT_OFFERED, StartTls.REFUSED, StartTls.FAILED)


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


@once
def verdict_of(inspection: Inspection, route: Route) -> Verdict:
    """Judge the route by DNS and by what the probes heard; doubt never condemns."""
    match route.kind:
        case Kind.NULL:
            return Verdict.TAKES_NO_MAIL
        case Kind.NONE:
            return Verdict.BOUNCES
        case Kind.UNKNOWN:
            # A circle is there for everybody: some senders return the mail at once, others later.
            return Verdict.BOUNCES if is_circle(route.answer) else Verdict.UNKNOWN
    standings = standings_of(inspection, route)
    if Standing.LIVE in standings.values():
        return Verdict.DEGRADED if is_harmed(inspection, route) else Verdict.FLOWS
    if Standing.MAYBE in standings.values():
        return Verdict.UNKNOWN
    # A host that has an address may come back; one that has none never will.
    if usable_addresses(route):
        return Verdict.QUEUES
    if any(host.special is Special.LITERAL for host in route.hosts):
        return Verdict.UNKNOWN  # some senders connect to what looks like an address
    return Verdict.BOUNCES


@once
def standings_of(inspection: Inspection, route: Route) -> dict[Host, Standing]:
    """What each host can be counted on for."""
    states = {address: state_of(inspection, address) for address in route.addresses}
    return {host: standing_of_host(inspection, host, states) for host in named_hosts(route)}


@once
def is_harmed(inspection: Inspection, route: Route) -> bool:
    """Whether something published is of no use now, or to some senders, although mail gets through.

    Mail that gets through in the clear alone is a harm too.
    """
    if is_mixed_null(route) or failed_lookups(inspection, route) or lacks_ipv4(inspection, route):
        return True
    if is_in_the_clear(inspection, route) or ungreeting(inspection, route):
        return True
    if losses_of(inspection, route):
        return True
    states = {address: state_of(inspection, address) for address in route.addresses}
    dead = (
        standing_of_address(inspection, own, states) is Standing.DEAD or states[own.address].is_down
        for host in route.hosts
        if host.usable
        for own in host.addresses
    )
    return any(dead) or has_dead_host(inspection, route)


def has_dead_host(inspection: Inspection, route: Route) -> bool:
    """Whether a host is of no use to anybody; a record left over from a verification is no host."""
    standings = standings_of(inspection, route)
    named = {host: own for host, own in standings.items() if not is_leftover(host.name)}
    return Standing.DEAD in named.values()


def lacks_ipv4(inspection: Inspection, route: Route) -> bool:
    """Whether it is certain that no host has an IPv4 address, so that IPv6 is all there is."""
    usable = [host for host in named_hosts(route) if host.special is None]
    found = {own.family for host in usable for own in host.addresses}
    return found == {6} and all(is_looked_up(inspection, host) for host in usable)


def is_in_the_clear(inspection: Inspection, route: Route) -> bool:
    """Whether every address that takes mail was seen to come to no encryption.

    What an inspecting box has masked is no word of the host's.
    """
    taking = _taking(inspection, route)
    return bool(taking) and all(map(_is_in_the_clear, taking))


def is_stalling(inspection: Inspection, route: Route) -> bool:
    """Whether the handshake stalls at every address that takes mail.

    Senders that need no encryption deliver in the clear all the same, once they have waited for the
    handshake and come back: Exim at once (tls_tempfail_tryclear), Postfix when the message has been
    in its queue for five minutes (smtp_proto.c).
    """
    taking = _taking(inspection, route)
    return bool(taking) and all(map(has_stalled, taking))


def has_stalled(probe: Probe) -> bool:
    """Whether a handshake was given up after a time in which any host comes to its end."""
    if probe.starttls is not StartTls.FAILED or probe.stopped_by is not StoppedBy.TIMEOUT:
        return False
    return (probe.took_for(Stage.HANDSHAKE) or 0.0) >= STALLED


def _taking(inspection: Inspection, route: Route) -> list[Probe]:
    probes = [inspection.probe(address) for address in usable_addresses(route)]
    return [probe for probe in probes if probe is not None and probe.delivers]


def _is_in_the_clear(probe: Probe) -> bool:
    gave_up = probe.starttls is StartTls.FAILED and probe.stopped_by is StoppedBy.TIMEOUT
    if gave_up and not has_stalled(probe):
        return False  # who waited longer may have been served
    return probe.starttls in _UNENCRYPTED and not probe.running and not is_masked(probe)


@once
def ungreeting(inspection: Inspection, route: Route) -> tuple[str, ...]:
    """The addresses that took our connection and had not greeted after half a minute or more.

    Where another address takes our mail it is not the line, and mail comes late at best.
    """
    states = {address: state_of(inspection, address) for address in usable_addresses(route)}
    if State.OK not in states.values():
        return ()
    return tuple(address for address in states if is_ungreeting(inspection.probe(address)))


def is_ungreeting(probe: Probe | None) -> bool:
    """Whether a probe waited at least half a minute for a greeting, and in vain."""
    if probe is None or probe.outcome is not Outcome.SILENT:
        return False
    return (probe.took_for(Stage.GREETING) or 0.0) >= LONG_WAIT


def is_mixed_null(route: Route) -> bool:
    """Whether a null MX stands beside other records, so that senders disagree (RFC 7505, 3)."""
    return route.kind is Kind.MX and any(map(is_null, route.answer.mx))


@once
def failed_lookups(inspection: Inspection, route: Route) -> tuple[Host, ...]:
    """The hosts of which no address is known because their name servers fail, as the resolver says.

    One that gives no answer, or none that can be used, tells of itself alone.
    """
    return tuple(
        host
        for host in named_hosts(route)
        if host.special is None
        and not (host.addresses or host.pending or is_looked_up(inspection, host))
        and Status.SERVFAIL in (host.a.status, host.aaaa.status)
    )


@once
def usable_states(inspection: Inspection, route: Route) -> tuple[State, ...]:
    """The state of every address that a sender would try, each once."""
    return tuple(state_of(inspection, address) for address in usable_addresses(route))


def usable_addresses(route: Route) -> tuple[str, ...]:
    """Every address that a sender would try, each once, tier by tier."""
    own = (address.address for host in route.hosts if host.usable for address in host.addresses)
    return tuple(dict.fromkeys(own))


def _family(address: str) -> int:
    return 6 if ":" in address else 4
