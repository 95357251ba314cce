"""How bad it is for one class of senders that it leaves out a host, or an address of one.

A class is senders that insist on something and never fall back: on DANE (RFC 7672, section 2.2), or
on MTA-STS in enforce mode (RFC 8461, section 5). What they leave out is lost to them, beside what
is of no use to anybody; the loss is weighed over the whole route as any other.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from mxgui.routing.route import Host, HostAddress
from mxgui.routing.standing import Standing, is_looked_up, standing_of_address
from mxgui.rules.case import Case
from mxgui.rules.finding import Severity
from mxgui.rules.standing import weighed_address
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
    standings = class_standings(case, senders)
    weighed = {other.name: _weighed(case, other, senders) for other in case.hosts}
    least = _loss(case, host, standings, weighed, _HOPE)
    most = _loss(case, host, standings, weighed, _CERTAINTY)
    return Weight(least, provisional=case.inspection.running and least is not most)


def class_standings(case: Case, senders: SenderClass) -> Mapping[str, Standing]:
    """Tell what each host can be counted on for by the class, by name: doubt speaks for it."""
    return {host.name: _standing(case, host, senders) for host in case.hosts}


def _standing(case: Case, host: Host, senders: SenderClass) -> Standing:
    def own_standing(own: HostAddress) -> Standing:
        return standing_of_address(case.inspection, own, case.states)

    return _of_host(case, host, senders, case.standings[host.name], own_standing)


def _weighed(case: Case, host: Host, senders: SenderClass) -> Standing:
    """The same, with the doubts left out that the other hosts of the route remove."""

    def own_standing(own: HostAddress) -> Standing:
        return weighed_address(case.inspection, own, case.states)

    return _of_host(case, host, senders, case.weighed[host.name], own_standing)


def _of_host(
    case: Case,
    host: Host,
    senders: SenderClass,
    to_all: Standing,
    own_standing: Callable[[HostAddress], Standing],
) -> Standing:
    """Give the best that is left to the class; `to_all` is what the host is to everybody."""
    takes = senders.takes_host(host)
    if to_all is Standing.DEAD or takes is False:
        return Standing.DEAD
    left = {_limited(own_standing(own), senders.takes_address(host, own)) for own in host.addresses}
    if Standing.LIVE in left:
        return _limited(Standing.LIVE, takes)
    more_may_come = case.is_looking_up(host) or not is_looked_up(case.inspection, host)
    return Standing.MAYBE if Standing.MAYBE in left or more_may_come else Standing.DEAD


def _limited(standing: Standing, takes: bool | None) -> Standing:
    if takes is None and standing is Standing.LIVE:
        return Standing.MAYBE
    return Standing.DEAD if takes is False else standing


def _loss(
    case: Case,
    host: Host,
    standings: Mapping[str, Standing],
    weighed: Mapping[str, Standing],
    counts: Container[Standing],
) -> Severity:
    if not any(standing in counts for standing in standings.values()):
        return Severity.CRITICAL
    best = {other.name for other in case.best_tier.hosts} if case.best_tier else set()
    left = {name for name, standing in weighed.items() if standing in counts}
    return Severity.ERROR if host.name in best and not best & left else Severity.WARNING
