"""What one kind of sender does with the mail of a domain, with the chances of each way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from functools import partial
from itertools import islice
from math import log, sqrt

from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.routing.sending.chooser import Chooser, Seeded, every_run
from mxgui.routing.sending.listing import listed
from mxgui.routing.sending.outage import AS_RECORDS_SAY, WhatIf
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.situation import Before, Entry, Situation, situation_of
from mxgui.routing.sending.walk import Fate, Run, walk

MOST_RUNS = 1000  # that are gone through one by one
SAMPLES = 1000
_FATES = {Before.DEFER: Fate.DEFERRED, Before.BOUNCE: Fate.BOUNCED}


class Method(Enum):
    """How the chances were had."""

    EXACT = "exact"
    SAMPLED = "sampled"


@dataclass(frozen=True, slots=True)
class Share:
    """How often one address of one exchange comes to something: a fraction of all messages."""

    entry: Entry
    share: Fraction


@dataclass(frozen=True, slots=True)
class Chances:
    """What comes of all the runs together.

    `first` is the chance of being tried first, `delivered` of taking the message in this run;
    `fates` are those of the message. `delays` are the seconds spent in a run with their chances,
    the shortest first. `error` bounds how far a share may be off, in parts of one, with 99 % of
    certainty; 0 where it is exact.
    """

    first: tuple[Share, ...]
    delivered: tuple[Share, ...]
    fates: Mapping[Fate, Fraction]
    delays: tuple[tuple[float, Fraction], ...]
    method: Method = Method.EXACT
    samples: int = 0
    error: float = 0.0

    @property
    def mean(self) -> float:
        """The seconds that a run takes in the mean."""
        return float(sum((Fraction(delay) * share for delay, share in self.delays), Fraction(0)))

    @property
    def worst(self) -> float:
        """The seconds that the slowest run takes."""
        return max((delay for delay, share in self.delays if share), default=0.0)


@dataclass(frozen=True, slots=True)
class Simulation:
    """What one kind of sender does: what is decided beforehand, one run of it, and all chances."""

    sender: Sender
    what_if: WhatIf
    seed: int
    situation: Situation
    run: Run
    chances: Chances

    @property
    def fate(self) -> Fate:
        """What becomes of the message in the one run."""
        return _FATES.get(self.situation.before, self.run.fate)


@once
def simulate(
    inspection: Inspection, sender: Sender, what_if: WhatIf = AS_RECORDS_SAY, seed: int = 0
) -> Simulation:
    """Let one kind of sender deliver a message to the domain, as far as the route is known."""
    situation = situation_of(inspection, sender, what_if)
    run = walk(run_of(situation, sender, seed), sender)
    return Simulation(sender, what_if, seed, situation, run, chances_of(situation, sender))


def run_of(situation: Situation, sender: Sender, seed: int) -> tuple[Entry, ...]:
    """Give the list of one run, by its seed."""

    def seeded(preference: int) -> Chooser:
        return Seeded(seed ^ (preference << 32))

    return listed(situation, sender, seeded)


def chances_of(situation: Situation, sender: Sender) -> Chances:
    """Tell the chances of every address, and of every fate."""
    if situation.before is not Before.TRY:
        return Chances((), (), {_FATES[situation.before]: Fraction(1)}, ((0.0, Fraction(1)),))
    runs = list(islice(_enumerated(situation, sender), MOST_RUNS + 1))
    if len(runs) <= MOST_RUNS:
        return _summed_up(situation, runs)
    return replace(
        _summed_up(situation, _sampled(situation, sender)),
        method=Method.SAMPLED,
        samples=SAMPLES,
        error=sqrt(log(2 / 0.01) / (2 * SAMPLES)),
    )


def _sampled(situation: Situation, sender: Sender) -> Iterator[tuple[Run, Fraction]]:
    for seed in range(SAMPLES):
        yield walk(run_of(situation, sender, seed), sender), Fraction(1, SAMPLES)


def _enumerated(situation: Situation, sender: Sender) -> Iterator[tuple[Run, Fraction]]:
    for chooser in every_run():
        run = walk(listed(situation, sender, partial(_same, chooser)), sender)
        yield run, chooser.chance


def _same(chooser: Chooser, _preference: int) -> Chooser:
    return chooser


def _summed_up(situation: Situation, runs: Iterable[tuple[Run, Fraction]]) -> Chances:
    entries = [entry for each in situation.candidates for entry in each.entries]
    first = dict.fromkeys(entries, Fraction(0))
    delivered = dict.fromkeys(entries, Fraction(0))
    fates: dict[Fate, Fraction] = {}
    delays: dict[float, Fraction] = {}
    for run, weight in runs:
        if run.attempts:
            first[run.attempts[0].entry] += weight
        if run.taker is not None:
            delivered[run.taker] += weight
        fates[run.fate] = fates.get(run.fate, Fraction(0)) + weight
        delays[run.spent] = delays.get(run.spent, Fraction(0)) + weight
    return Chances(
        tuple(Share(entry, share) for entry, share in first.items()),
        tuple(Share(entry, share) for entry, share in delivered.items()),
        fates,
        tuple(sorted(delays.items())),
    )
