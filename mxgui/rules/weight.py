"""How bad it is for the whole route that a host, or a part of it, is of no use.

While others are still under way they count as alive: a loss is never called worse than it will
turn out to be, it can only grow.
"""

from __future__ import annotations

from dataclasses import dataclass

from mxgui.model.once import once
from mxgui.routing.route import Host
from mxgui.routing.standing import Standing
from mxgui.rules.case import Case
from mxgui.rules.finding import Severity

_HOPE = (Standing.LIVE, Standing.MAYBE)
_CERTAINTY = (Standing.LIVE,)


@dataclass(frozen=True, slots=True)
class Weight:
    """A severity, and whether what is under way could still change it."""

    severity: Severity
    provisional: bool = False

    def at_most(self, limit: Severity) -> Weight:
        """The same, but no worse than the limit."""
        if limit.is_worse_than(self.severity):
            return self
        return Weight(limit)  # and so it stays: a loss only grows

    def at_least(self, limit: Severity) -> Weight:
        """The same, but no milder than the limit."""
        return self if self.severity.is_worse_than(limit) else Weight(limit, self.provisional)


def weight_of_loss(case: Case, host: Host) -> Weight:
    """Weigh the loss of a host, or of one of its addresses.

    Critical if it is certain that no host of the route is left, error if the host's tier is the
    best one and nothing of it is left, otherwise a warning: redundancy is lost.
    """
    least, most = _loss(case, host, _HOPE), _loss(case, host, _CERTAINTY)
    return Weight(least, provisional=case.is_open and least is not most)


def weight_once_known(case: Case, host: Host) -> Weight:
    """Weigh a loss, but not before some host was seen to take mail or nothing is under way.

    Until then every host may turn out to be down, which is one finding and not one for each. So may
    every host of the tier, or every address of a family in it, until no more is to come there.
    """
    tier = next(tier for tier in case.route.tiers if tier.preference == host.preference)
    if case.is_open and Standing.LIVE not in case.standings.values():
        return Weight(Severity.INCONCLUSIVE, provisional=True)
    if not case.is_settled(tier):
        return Weight(Severity.INCONCLUSIVE, provisional=True)
    return weight_of_loss(case, host)


@once
def _lost(case: Case, counts: tuple[Standing, ...]) -> frozenset[str] | None:
    """Give the hosts of the best tier if none of it counts; None if none of all hosts does."""
    if not any(standing in counts for standing in case.standings.values()):
        return None
    best = (
        frozenset(other.name for other in case.best_tier.hosts) if case.best_tier else frozenset()
    )
    left = {name for name, standing in case.weighed.items() if standing in counts}
    return frozenset() if best & left else best


def _loss(case: Case, host: Host, counts: tuple[Standing, ...]) -> Severity:
    lost = _lost(case, counts)
    if lost is None:
        return Severity.CRITICAL
    return Severity.ERROR if host.name in lost else Severity.WARNING
