"""What a document says of one simulation: the sender, what is supposed, and all that follows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from mxgui.i18n import tr
from mxgui.model.inspection import Inspection
from mxgui.model.text import Text
from mxgui.report.report import Say
from mxgui.routing.route import Route, route_of
from mxgui.routing.sending.notes import notes_of
from mxgui.routing.sending.outage import AS_RECORDS_SAY, WhatIf
from mxgui.routing.sending.replies import reply_of
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.simulation import Share, Simulation, simulate
from mxgui.routing.sending.waiting import LENGTHS, Waiting, waiting_of


@dataclass(frozen=True, slots=True)
class Supposed:
    """What is supposed: parts that are off, as they were typed too, and the outages looked at.

    `lengths` are in seconds. `backup` is the kind of sender that hosts of worse preference are in
    an outage of the best ones; None where they are down as well.
    """

    what_if: WhatIf = AS_RECORDS_SAY
    down: tuple[str, ...] = ()
    lengths: tuple[float, ...] = LENGTHS
    backup: Sender | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """One address of one exchange: how often it is tried first, and how often it takes the mail.

    Both are parts of all messages; `of_tried` is how often among those with any try.
    """

    preference: int
    host: str
    address: str
    first: Fraction
    delivered: Fraction
    of_tried: Fraction


@dataclass(frozen=True, slots=True)
class Simulated:
    """A simulation ready to be written down; `say` gives its words in the reader's language."""

    inspection: Inspection
    supposed: Supposed
    simulation: Simulation
    route: Route
    waiting: tuple[Waiting, ...]
    reply: Text | None
    notes: tuple[Text, ...]
    say: Say

    @property
    def sender(self) -> Sender:
        """Who sends."""
        return self.simulation.sender

    @property
    def places(self) -> tuple[Place, ...]:
        """Every address that the sender could use, best preference first."""
        chances = self.simulation.chances
        delivered, tried = _summed(chances.delivered), chances.tried
        return tuple(
            Place(*key, first, delivered.get(key, Fraction(0)), first / (tried or 1))
            for key, first in sorted(_summed(chances.first).items(), key=_preference)
        )


def simulated_of(
    inspection: Inspection, sender: Sender, supposed: Supposed, seed: int = 0, say: Say = tr
) -> Simulated:
    """Let a sender deliver, and compute what documents say of it."""
    simulation = simulate(inspection, sender, supposed.what_if, seed)
    waiting = tuple(
        waiting_of(inspection, sender, length, supposed.what_if, supposed.backup)
        for length in supposed.lengths
    )
    return Simulated(
        inspection,
        supposed,
        simulation,
        route_of(inspection),
        waiting,
        reply_of(simulate(inspection, sender, supposed.what_if)),  # whatever the seed is
        notes_of(simulation),
        say,
    )


def _summed(shares: Iterable[Share]) -> dict[tuple[int, str, str], Fraction]:
    """By preference, host and address: an exchange that is listed twice counts together."""
    found: dict[tuple[int, str, str], Fraction] = {}
    for each in shares:
        key = each.entry.preference, each.entry.host, each.entry.address
        found[key] = found.get(key, Fraction(0)) + each.share
    return found


def _preference(item: tuple[tuple[int, str, str], Fraction]) -> int:
    return item[0][0]
