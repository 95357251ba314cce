"""What comes of all runs of a process together: exact, as far as a budget goes, then sampled.

Chances are counted in orders of the whole list, of which each is equally likely: whole numbers, so
that nothing is rounded.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from math import log, sqrt

from mxgui.model.steps import result_of
from mxgui.routing.sending.process import End, Place, Process, State
from mxgui.routing.shuffle import numbers

BUDGET = 4000  # ways that are followed exactly, those among many kinds of hosts count more
SAMPLES = 1000
MOST_STEPS = 2000  # that all samples together may take; again about 20 ms
CERTAINTY = 0.99
A_STEP = 400  # ways that are followed, or steps of samples, between two pauses: about 2 ms
_SPAN = 2**64


@dataclass(slots=True)
class Outcome:
    """The ends of all runs, each with its weight; `total` is that of all together.

    `sampled` is the weight that was not followed to the end but sampled, `samples` times.
    """

    total: int
    ends: dict[End, int] = field(default_factory=lambda: defaultdict(int))
    sampled: int = 0
    samples: int = 0

    @property
    def error(self) -> float:
        """How far a share may be off, in parts of one (Hoeffding's inequality)."""
        if not self.samples:
            return 0.0
        return self.sampled / self.total * error_of(self.samples)


def error_of(samples: int) -> float:
    """Give the bound on how far a sampled share is off, with 99 % of certainty (Hoeffding)."""
    return sqrt(log(2 / (1 - CERTAINTY)) / (2 * samples))


def evaluated(process: Process, budget: int = BUDGET) -> Outcome:
    """Follow all runs at once, draw by draw; those that are alike by then are one."""
    return result_of(evaluated_in_steps(process, budget))


def evaluated_in_steps(process: Process, budget: int = BUDGET) -> Generator[None, None, Outcome]:
    """Follow them in short steps, for who has other things to do."""
    outcome = Outcome(process.orders)
    layer: dict[Place, int] = {process.begin: outcome.total}
    pause = budget - A_STEP
    while layer:
        after: dict[Place, int] = defaultdict(int)
        while layer:
            place, weight = layer.popitem()
            if isinstance(place, End):
                outcome.ends[place] += weight
                continue
            if budget <= 0:
                after[place] += weight
                continue
            ways = process.ways(place)
            budget -= len(ways) * (1 + len(place.left) // 16)
            for number, of, then in ways:
                after[then] += weight * number // of
            if budget <= pause:
                pause = budget - A_STEP
                yield
        if budget <= 0:
            yield from _sample(process, outcome, after)
            break
        layer = after
    return outcome


def _sample(
    process: Process, outcome: Outcome, open_ones: Mapping[Place, int]
) -> Generator[None, None, None]:
    """Let a fixed number of runs go on from where the budget ended."""
    states = []
    for place, weight in open_ones.items():
        if isinstance(place, End):
            outcome.ends[place] += weight
        else:
            states.append((place, weight))
    outcome.sampled = sum(weight for _, weight in states)
    if not states:
        return
    found = yield from _sampled(process, outcome, states)
    # In whole numbers: every weight times the number of samples.
    for end in outcome.ends:
        outcome.ends[end] *= outcome.samples
    for end, times in found.items():
        outcome.ends[end] += times * outcome.sampled
    outcome.total *= outcome.samples
    outcome.sampled *= outcome.samples


def _sampled(
    process: Process, outcome: Outcome, states: Sequence[tuple[State, int]]
) -> Generator[None, None, dict[End, int]]:
    """The ends of the samples, each with how often it came."""
    sampler = _Sampler(process)
    chances = list(accumulate(weight / outcome.sampled for _, weight in states))
    found: dict[End, int] = defaultdict(int)
    pause = A_STEP
    while outcome.samples < SAMPLES and sampler.steps < MOST_STEPS:
        at = min(bisect(chances, sampler.draw()), len(states) - 1)
        found[sampler.end_of(states[at][0])] += 1
        outcome.samples += 1
        if sampler.steps >= pause:
            pause = sampler.steps + A_STEP
            yield
    return found


class _Sampler:
    """Single runs by numbers that are the same every time."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._numbers = numbers(0)
        self.steps = 0

    def draw(self) -> float:
        """Draw a number from 0 to 1."""
        self.steps += 1
        return next(self._numbers) / _SPAN

    def end_of(self, place: Place) -> End:
        """Let one run go on from there to its end."""
        while isinstance(place, State):
            place = self._process.way(place, self.draw())
        return place
