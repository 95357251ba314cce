"""How bad it is for one class of senders that it leaves out a host, or an address of one.

A class is senders that insist on something and never fall back: on DANE (RFC 7672, section 2.2), or
on MTA-STS in enforce mode (RFC 8461, section 5). What they leave out is lost to them, beside what
is of no use to anybody; the loss is weighed over the whole route as any other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from mxgui.model.once import once
from mxgui.routing.route import Host, HostAddress
from mxgui.routing.standing import Standing, is_looked_up
from mxgui.rules.case import Case
from mxgui.rules.finding import Severity
from mxgui.rules.weight import Weight

TakesHost: TypeAlias = Callable[[Host], bool | None]
TakesAddress: TypeAlias = Callable[[Host, HostAddress], bool | None]

_HOPE = (Standing.LIVE, Standing.MAYBE)
_CERTAINTY = (Standing.LIVE,)


@dataclass(frozen=True, slots=True)
class SenderClass:
    """Which hosts, and which of their addresses, a class of senders would use.

    True leaves to a host or an address the standing that it has for everybody, False takes it
    away, and None tells that it is not known, or not yet. A host that is not taken is lost whatever
    its addresses are, also those that are not found yet.
    """

    takes_host: TakesHost
    takes_address: TakesAddress


def weight_for_class(case: Case, host: Host, senders: SenderClass) -> Weight:
    """Weigh that the class leaves out this host, or one of its addresses.

    Critical if it is certain that the class reaches no host at all, error if the host's tier is the
    best one and nothing of it is left to the class, otherwise a warning. While something is under
    way a loss can only grow.
    """
    least = _loss(case, host, senders, _HOPE)
    most = _loss(case, host, senders, _CERTAINTY)
    return Weight(least, provisional=case.inspection.running and least is not most)


def class_standings(case: Case, senders: SenderClass) -> Mapping[str, Standing]:
    """Tell what each host can be counted on for by the class, by name: doubt speaks for it."""
    return {host.name: _standing(case, host, senders) for host in case.hosts}


def _standing(case: Case, host: Host, senders: SenderClass) -> Standing:
    return _of_host(case, host, senders, case.standings[host.name], case.address_standings)


def _weighed(case: Case, host: Host, senders: SenderClass) -> Standing:
    """The same, with the doubts left out that the other hosts of the route remove."""

    return _of_host(case, host, senders, case.weighed[host.name], case.address_weighed)


def _of_host(
    case: Case,
    host: Host,
    senders: SenderClass,
    to_all: Standing,
    standings: Mapping[str, Standing],
) -> Standing:
    """Give the best that is left to the class; `to_all` is what the host is to everybody."""
    takes = senders.takes_host(host)
    if to_all is Standing.DEAD or takes is False:
        return Standing.DEAD
    left = {
        _limited(standings[own.address], senders.takes_address(host, own)) for own in host.addresses
    }
    if Standing.LIVE in left:
        return _limited(Standing.LIVE, takes)
    more_may_come = case.is_looking_up(host) or not is_looked_up(case.inspection, host)
    return Standing.MAYBE if Standing.MAYBE in left or more_may_come else Standing.DEAD


def _limited(standing: Standing, takes: bool | None) -> Standing:
    if takes is None and standing is Standing.LIVE:
        return Standing.MAYBE
    return Standing.DEAD if takes is False else standing


def _loss(case: Case, host: Host, senders: SenderClass, counts: tuple[Standing, ...]) -> Severity:
    lost = _lost(case, senders, counts)
    if lost is None:
        return Severity.CRITICAL
    return Severity.ERROR if host.name in lost else Severity.WARNING


@once
def _lost(case: Case, senders: SenderClass, counts: tuple[Standing, ...]) -> frozenset[str] | None:
    """Give the hosts of the best tier if none of it counts; None if none of all hosts does."""
    if not any(standing in counts for standing in class_standings(case, senders).values()):
        return None
    best = frozenset(host.name for host in case.best_tier.hosts) if case.best_tier else frozenset()
    left = {host.name for host in case.hosts if _weighed(case, host, senders) in counts}
    return frozenset() if best & left else best
