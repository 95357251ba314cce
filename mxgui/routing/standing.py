"""Whether there is hope for an address or a host: what it counts for when a loss is weighed.

Doubt speaks for the host. Silence that may be our own line's, a reply that may concern us alone, a
lookup that failed or has not ended: none of these makes a host dead.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from mxgui.model.inspection import Inspection
from mxgui.model.records import Answer, Status
from mxgui.model.smtp import Outcome, Probe
from mxgui.routing.reach import State
from mxgui.routing.route import Host, HostAddress, Route, Special
from mxgui.routing.special import AddressKind, is_private

_LEFTOVER = ".msv1.invalid"


class Standing(Enum):
    """What a host, or one address of it, can be counted on for."""

    LIVE = "live"  # seen to take mail
    MAYBE = "maybe"
    DEAD = "dead"  # seen to be of no use to any sender


def standing_of_host(inspection: Inspection, host: Host, states: Mapping[str, State]) -> Standing:
    """Tell the best standing among the host's addresses, known or still to be known."""
    if host.special not in (None, Special.DUPLICATE):
        return Standing.DEAD
    found = {standing_of_address(inspection, own, states) for own in host.addresses}
    if Standing.LIVE in found:
        return Standing.LIVE
    if Standing.MAYBE in found:
        return Standing.MAYBE
    if not found and is_lost_in_circle(inspection, host):
        return Standing.DEAD
    return Standing.DEAD if is_looked_up(inspection, host) else Standing.MAYBE


def standing_of_address(
    inspection: Inspection, own: HostAddress, states: Mapping[str, State]
) -> Standing:
    """Tell the standing of one address, by its probe and by what kind of address it is."""
    if is_out_of_reach(inspection, own):
        return Standing.DEAD
    state = states[own.address]
    if state is State.OK:
        return Standing.LIVE
    if state is not State.FAILED:
        return Standing.MAYBE
    return Standing.MAYBE if may_mean_us(inspection.probe(own.address)) else Standing.DEAD


def is_leftover(name: str) -> bool:
    """Whether an exchange is a record by which Microsoft had the domain verified: no host."""
    return name.endswith(_LEFTOVER)


def may_mean_us(probe: Probe | None) -> bool:
    """Whether a host turned us away in words: it may do so to this line, or this name, alone."""
    if probe is None or probe.outcome is Outcome.REJECTED:
        return probe is not None
    return probe.outcome is Outcome.GREETED and probe.ehlo is not None and not probe.command


def named_hosts(route: Route) -> tuple[Host, ...]:
    """The hosts of a route, each name once at its best place, null MX left out."""
    best = {host.name: host for host in reversed(route.hosts)}
    named = (host for host in route.hosts if best[host.name] is host)
    return tuple(host for host in named if host.special is not Special.NULL)


def is_out_of_reach(inspection: Inspection, own: HostAddress) -> bool:
    """Whether no sender outside gets to the address, so that it was not even tried from here.

    Where probing private addresses was allowed, it was meant, and the probe decides.
    """
    return is_private(own.address) and not inspection.plan.allow_private


def is_special(inspection: Inspection, own: HostAddress) -> bool:
    """Whether the address is of a kind that no public mail host has (RFC 6890).

    The demo network's own documentation addresses are no surprise there. An IPv4 address mapped
    into IPv6 is a different fault, unless what is inside is private.
    """
    if own.special is AddressKind.DOCUMENTATION:
        return not inspection.origin.demo
    return own.special is AddressKind.BENCHMARKING or is_private(own.address)


def is_looked_up(inspection: Inspection, host: Host) -> bool:
    """Whether DNS has told for certain which addresses the host has, of both families."""
    if inspection.entry.domain.literal is not None:
        return True
    return is_certain(host.a) and is_certain(host.aaaa)


def is_certain(answer: Answer) -> bool:
    """Whether an answer tells what there is, or that there is nothing."""
    return answer.status is Status.NOERROR or answer.status.is_absent


def is_circle(*answers: Answer) -> bool:
    """Whether the aliases of one of the answers lead back to a name among them.

    That is seen in the answer itself and so true for everybody. A chain that is only too long for
    us, which is a LOOP too, may be followed by others.
    """
    return any(map(_is_circle, answers))


def is_lost_in_circle(inspection: Inspection, host: Host) -> bool:
    """Whether both lookups of a host have ended and one saw its aliases lead in a circle.

    An alias stands for a name, whatever is asked of it: neither kind of address can be had.
    """
    if host.pending or any(answer.status is Status.NOT_ASKED for answer in (host.a, host.aaaa)):
        return False
    return is_circle(host.a, host.aaaa)


def _is_circle(answer: Answer) -> bool:
    names = [answer.question.name, *(alias.target for alias in answer.aliases)]
    return answer.status is Status.LOOP and len(set(names)) < len(names)
