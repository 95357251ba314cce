"""Senders that insist on something and never fall back, and what is left to them of a route.

They validate DNSSEC (RFC 4035, section 5), use DANE (RFC 7672, section 2.2), or honour a policy of
MTA-STS that is enforced (RFC 8461, section 5). Doubt speaks for a host: only what is certain keeps
them away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from mxgui.model.inspection import Inspection
from mxgui.model.security import Dnssec
from mxgui.routing.certainty import may_yet_encrypt
from mxgui.routing.dane_reach import DaneReach
from mxgui.routing.planned import mx_security
from mxgui.routing.reach import state_of
from mxgui.routing.route import Host, HostAddress, Kind, Route
from mxgui.routing.standing import Standing, is_looked_up, named_hosts, standing_of_address
from mxgui.routing.sts import HostSts, ProbeSts, sts_of, sts_of_host, sts_of_session

KeepsOff: TypeAlias = Callable[[Host, HostAddress], bool]


class Insisting(Enum):
    """What a class of senders insists on."""

    DNSSEC = "dnssec"
    DANE = "dane"
    STS = "sts"


@dataclass(frozen=True, slots=True)
class Losses:
    """Which classes reach nothing of a route that takes mail, and which only its backups.

    `some` has those that skip other exchanges, with how many of `total`.
    """

    everything: tuple[Insisting, ...] = ()
    best_tier: tuple[Insisting, ...] = ()
    some: tuple[tuple[Insisting, int], ...] = ()
    total: int = 0

    def __bool__(self) -> bool:
        """Whether any class loses anything."""
        return bool(self.everything or self.best_tier or self.some)


def losses_of(inspection: Inspection, route: Route) -> Losses:
    """Tell which senders that insist are kept from the route, or from its best tier.

    What is lost to everybody is not counted here: nothing is told where no host takes mail.
    """
    if route.kind not in (Kind.MX, Kind.IMPLICIT):
        return Losses()
    hosts = tuple(host for host in named_hosts(route) if _has_hope(inspection, host))
    best = min((host.preference for host in hosts), default=None)
    everything, best_tier, some = [], [], []
    for insisting, keeps_off in _each(inspection, route):
        left = [host for host in hosts if _is_left(inspection, host, keeps_off)]
        if hosts and not left:
            everything.append(insisting)
        elif hosts and all(host.preference != best for host in left):
            best_tier.append(insisting)
        elif len(left) < len(hosts):
            some.append((insisting, len(hosts) - len(left)))
    return Losses(tuple(everything), tuple(best_tier), tuple(some), len(hosts))


def _has_hope(inspection: Inspection, host: Host) -> bool:
    known = any(_standing(inspection, own) is not Standing.DEAD for own in host.addresses)
    return known or (host.special is None and not is_looked_up(inspection, host))


def _is_left(inspection: Inspection, host: Host, keeps_off: KeepsOff) -> bool:
    """Whether a host may be of use to a class; what is not looked up yet may be."""
    if not is_looked_up(inspection, host):
        return True
    return any(
        _standing(inspection, own) is not Standing.DEAD and not keeps_off(host, own)
        for own in host.addresses
    )


def _standing(inspection: Inspection, own: HostAddress) -> Standing:
    states = {own.address: state_of(inspection, own.address)}
    return standing_of_address(inspection, own, states)


def _each(inspection: Inspection, route: Route) -> Iterator[tuple[Insisting, KeepsOff]]:
    dane, sts = DaneReach(inspection), sts_of(inspection)
    is_bogus = mx_security(inspection).state is Dnssec.BOGUS

    def fails_validation(host: Host, own: HostAddress) -> bool:
        asked = (host.aaaa if own.family == 6 else host.a).question
        state = inspection.security(asked.name, asked.type).state
        return is_bogus or state is Dnssec.BOGUS

    def fails_dane(host: Host, own: HostAddress) -> bool:
        return dane.takes_host(host) is False or dane.takes_address(host, own) is False

    def fails_sts(host: Host, own: HostAddress) -> bool:
        if not sts.is_enforced:
            return False
        if sts_of_host(sts, host.name) is HostSts.NOT_COVERED:
            return True
        probe = inspection.probe(own.address, host=host.name)
        found = sts_of_session(inspection, sts, host.name, probe)
        in_doubt = found is ProbeSts.NO_TLS and probe is not None and may_yet_encrypt(probe)
        return found.fails and not in_doubt

    yield Insisting.DNSSEC, fails_validation
    yield Insisting.DANE, fails_dane
    yield Insisting.STS, fails_sts
