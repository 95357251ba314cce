"""Who is tried first, how often, by the kind of sender that the plan names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.routing.route import Host
from mxgui.routing.senders import sender_of
from mxgui.routing.sending.outage import AS_RECORDS_SAY, WhatIf
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.simulation import Share, Simulation, chances_with, simulate
from mxgui.routing.sending.situation import Situation

_NONE = Fraction(0)


@dataclass(frozen=True, slots=True)
class Shares:
    """The share of each address of each exchange, kept by the record's place and the address."""

    known: Mapping[tuple[int, str], Fraction]

    def of(self, host: Host, address: str) -> Fraction:
        """Give the share of one address of a host; 0 where the sender does not use it."""
        return self.known.get((host.place, address), _NONE)

    def of_host(self, host: Host) -> Fraction:
        """Give the share of a host, by all of its addresses."""
        return sum((self.of(host, own.address) for own in host.addresses), _NONE)


def simulated(inspection: Inspection, what_if: WhatIf = AS_RECORDS_SAY) -> Simulation:
    """Let the sender of the plan deliver a message, by the seed of the plan."""
    plan = inspection.plan
    return simulate(inspection, sender_of(plan.sender), what_if, plan.seed)


@once
def shares_of(inspection: Inspection) -> Shares:
    """Tell how often each address is tried first, when all are up."""
    done = simulated(inspection)
    return shares_with(done.situation, done.sender)


@once
def shares_with(situation: Situation, sender: Sender) -> Shares:
    """Tell the same of what a sender makes of the records; kept with that."""
    return Shares(_kept(chances_with(situation, sender).first))


def _kept(shares: Iterable[Share]) -> dict[tuple[int, str], Fraction]:
    found: dict[tuple[int, str], Fraction] = {}
    for each in shares:
        key = each.entry.place, each.entry.address
        found[key] = found.get(key, _NONE) + each.share
    return found
