"""The chances of every address and of every fate, over all that chance may bring a sender to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import islice
from typing import TypeVar

from mxgui.model.steps import result_of
from mxgui.routing.sending.dealing import Dealer, is_drawable
from mxgui.routing.sending.deck import Deck
from mxgui.routing.sending.enumeration import enumerated, sampled
from mxgui.routing.sending.evaluation import Outcome, error_of, evaluated_in_steps
from mxgui.routing.sending.process import Process
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.situation import Before, Entry, Situation
from mxgui.routing.sending.walk import Fate, Run

K = TypeVar("K")
MOST_RUNS = 200  # that are gone through one by one, where nothing better is known
_A_STEP = 20  # runs between two pauses: about 2 ms with 40 hosts
_ENOUGH = 10**9
FATES = {Before.DEFER: Fate.DEFERRED, Before.BOUNCE: Fate.BOUNCED}


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

    `first` is the chance of being tried first, which is always exact, `delivered` that of taking
    the message in this run; `fates` are those of the message. `delays` are the seconds spent in a
    run with their chances, the shortest first. Where not every run could be followed, `samples` of
    the others were, and `error` bounds how far a share may be off, in parts of one, with 99 % of
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

    @property
    def tried(self) -> Fraction:
        """How often any address is tried: not where all that a list is cut to have none."""
        return sum((each.share for each in self.first), Fraction(0))

    def chance_of(self, fate: Fate) -> Fraction:
        """Give the chance of a fate."""
        return self.fates.get(fate, Fraction(0))


def chances_of(situation: Situation, sender: Sender) -> Chances:
    """Tell the chances of every address, and of every fate."""
    return result_of(chances_in_steps(situation, sender))


def chances_in_steps(situation: Situation, sender: Sender) -> Generator[None, None, Chances]:
    """Tell the same in short steps."""
    if situation.before is not Before.TRY:
        return Chances((), (), {FATES[situation.before]: Fraction(1)}, ((0.0, Fraction(1)),))
    if not is_drawable(sender):
        return (yield from _gone_through(situation, sender))
    heads = Dealer(situation, sender, only_first=True).deck()
    first = _taken(heads, (yield from evaluated_in_steps(Process(heads), _ENOUGH)))
    yield
    deck = Dealer(situation, sender).deck()
    yield
    outcome = yield from evaluated_in_steps(Process(deck))
    ends = outcome.ends.items()
    delays = _added(((end.spent / 1e6, weight) for end, weight in ends), outcome.total)
    return Chances(
        _shares(situation, first),
        _shares(situation, _taken(deck, outcome)),
        _added(((end.fate, weight) for end, weight in ends), outcome.total),
        tuple(sorted(delays.items())),
        Method.SAMPLED if outcome.samples else Method.EXACT,
        outcome.samples,
        outcome.error,
    )


def _shares(situation: Situation, found: Mapping[Entry, Fraction]) -> tuple[Share, ...]:
    return tuple(Share(entry, found.get(entry, Fraction(0))) for entry in situation.entries)


def _taken(deck: Deck, outcome: Outcome) -> dict[Entry, Fraction]:
    """What each address took; those that stand in one slot took all the same."""
    slots = ((end.slot, weight) for end, weight in outcome.ends.items() if end.slot >= 0)
    return {
        entry: share / len(deck.members[slot])
        for slot, share in _added(slots, outcome.total).items()
        for entry in deck.members[slot]
    }


def _added(parts: Iterable[tuple[K, int]], total: int) -> dict[K, Fraction]:
    """Put together what belongs together, as fractions of the whole."""
    sums: dict[K, int] = defaultdict(int)
    for key, weight in parts:
        sums[key] += weight
    return {key: Fraction(weight, total) for key, weight in sums.items() if weight}


def _gone_through(situation: Situation, sender: Sender) -> Generator[None, None, Chances]:
    """Go through single runs, where no list can be drawn before the end of it is known."""
    runs = yield from _all_of(islice(enumerated(situation, sender), MOST_RUNS + 1))
    is_whole = len(runs) <= MOST_RUNS
    if not is_whole:
        runs = yield from _all_of(sampled(situation, sender, MOST_RUNS))
    first: dict[Entry, Fraction] = defaultdict(Fraction)
    delivered: dict[Entry, Fraction] = defaultdict(Fraction)
    fates: dict[Fate, Fraction] = defaultdict(Fraction)
    delays: dict[float, Fraction] = defaultdict(Fraction)
    for run, chance in runs:
        if run.attempts:
            first[run.attempts[0].entry] += chance
        if run.taker is not None:
            delivered[run.taker] += chance
        fates[run.fate] += chance
        delays[round(run.spent, 6)] += chance
    return Chances(
        _shares(situation, first),
        _shares(situation, delivered),
        dict(fates),
        tuple(sorted(delays.items())),
        Method.EXACT if is_whole else Method.SAMPLED,
        0 if is_whole else MOST_RUNS,
        0.0 if is_whole else error_of(MOST_RUNS),
    )


def _all_of(
    runs: Iterable[tuple[Run, Fraction]],
) -> Generator[None, None, list[tuple[Run, Fraction]]]:
    """Make the runs, some of them a step."""
    made: list[tuple[Run, Fraction]] = []
    for run in runs:
        made.append(run)
        if len(made) % _A_STEP == 0:
            yield
    return made
