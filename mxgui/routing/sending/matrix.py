"""Senders side by side: what each does with one route, where it parts from RFC 5321, and why.

A reason is found by trying: the sender is given the one trait of the other that makes the
difference go away. So no reason is told that does not decide.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import TypeAlias, TypeVar

from mxgui.model.inspection import Inspection
from mxgui.model.text import Text, text
from mxgui.routing.sending.chances import chances_in_steps
from mxgui.routing.sending.outage import AS_RECORDS_SAY, Off, What, WhatIf
from mxgui.routing.sending.sender import AddressOrder, Reaction, Sender, Wait, Waits
from mxgui.routing.sending.simulation import Chances, run_of
from mxgui.routing.sending.situation import Before, Cause, Situation, situation_of
from mxgui.routing.sending.trait_words import trait_words
from mxgui.routing.sending.traits import Trait, differing, with_trait
from mxgui.routing.sending.walk import Fate, walk

K = TypeVar("K")
Shares: TypeAlias = Mapping[tuple[str, int], Fraction]
_UNNOTICED = 1.0  # seconds that nobody notices
_SEVERAL = text("Several of its ways together make the difference.")


class Facet(Enum):
    """What is compared of two senders."""

    FIRST = "first"
    TRIES = "tries"
    REACH = "reach"
    FATE = "fate"
    DELAY = "delay"


@dataclass(frozen=True, slots=True)
class Seen:
    """What one kind of sender does with a route.

    `first` is the chance of being tried first, by host and family of the address. `tries` are the
    fewest and the most connections of a run; `reach` the same if every host refuses them, of `all`
    addresses in its list, and `never` are preferences that such a run does not come to. `mean` and
    `worst` are the seconds that a run takes. `error` is that of the chances.
    """

    before: Before
    cause: Cause | None
    first: Shares
    tries: tuple[int, int]
    reach: tuple[int, int]
    all: int
    never: tuple[int, ...]
    fates: Mapping[Fate, Fraction]
    mean: float
    worst: float
    error: float = 0.0


@dataclass(frozen=True, slots=True)
class Why:
    """One reason for differences in these facets; without a trait it is several together."""

    words: Text
    facets: frozenset[Facet]
    trait: Trait | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of sender; `differs` are the facets in which it parts from the first sender."""

    sender: Sender
    seen: Seen
    differs: frozenset[Facet] = frozenset()
    reasons: tuple[Why, ...] = ()


def matrix_in_steps(
    inspection: Inspection, senders: Iterable[Sender], what_if: WhatIf = AS_RECORDS_SAY
) -> Iterator[Row | None]:
    """Give one row a sender, held against the first; None after each piece of work in between."""
    against: Row | None = None
    for sender in senders:
        row = Row(sender, (yield from seen_in_steps(inspection, sender, what_if)))
        if against is None:
            against = row
        else:
            row = yield from _held_against(against, row, inspection, what_if)
        yield row


def matrix_of(
    inspection: Inspection, senders: Iterable[Sender], what_if: WhatIf = AS_RECORDS_SAY
) -> tuple[Row, ...]:
    """Give all rows at once."""
    return tuple(row for row in matrix_in_steps(inspection, senders, what_if) if row is not None)


def seen_in_steps(
    inspection: Inspection, sender: Sender, what_if: WhatIf
) -> Generator[None, None, Seen]:
    """Tell what one kind of sender does; None after each piece of work."""
    situation = situation_of(inspection, sender, what_if)
    yield
    chances = yield from chances_in_steps(situation, sender)
    yield
    tries, reach = (0, 0), (0, 0)
    never: tuple[int, ...] = ()
    if situation.before is Before.TRY:
        tries = yield from _counted(situation, sender)
        yield
        refused = situation_of(inspection, sender, _all_refuse(situation, what_if))
        yield
        reach = yield from _counted(refused, sender)
        never = _never(refused, sender)
        yield
    return Seen(
        situation.before,
        situation.cause,
        _first(chances),
        tries,
        reach,
        _listed(situation, sender),
        never,
        {fate: share for fate, share in chances.fates.items() if share},
        chances.mean,
        chances.worst,
        chances.error,
    )


def different(one: Seen, other: Seen) -> Iterator[Facet]:
    """Give the facets in which two differ; shares that are sampled may be off by their error.

    Where one of them does not come to any connection only the fate is compared.
    """
    off = one.error + other.error
    if not _same(one.fates, other.fates, off):
        yield Facet.FATE
    if Before.TRY is not one.before or Before.TRY is not other.before:
        return
    if not _same(one.first, other.first, off):
        yield Facet.FIRST
    if _unlike(one.tries, other.tries, off):
        yield Facet.TRIES
    if _unlike(one.reach, other.reach, off) or one.never != other.never:
        yield Facet.REACH
    longest = max(one.worst, other.worst)
    apart = max(abs(one.mean - other.mean), abs(one.worst - other.worst))
    if apart > _UNNOTICED + 2 * off * longest:
        yield Facet.DELAY


def _held_against(
    against: Row, row: Row, inspection: Inspection, what_if: WhatIf
) -> Generator[None, None, Row]:
    """The row with what is different, and why."""
    differs = frozenset(different(row.seen, against.seen))
    if not differs:
        return row
    trials: list[_Trial] = []
    aside = replace(inspection)  # what is computed of senders that are not goes with it
    for trait in differing(row.sender, against.sender):
        changed = with_trait(row.sender, trait, against.sender)
        seen = yield from seen_in_steps(aside, changed, what_if)
        agrees = differs - set(different(seen, against.seen))
        moves = differs & set(different(seen, row.seen))
        trials.append(_Trial(trait, agrees, moves))
    reasons = tuple(_reasons(row.sender, differs, trials))
    return replace(row, differs=differs, reasons=reasons)


@dataclass(frozen=True, slots=True)
class _Trial:
    """The sender with one trait of the other: where it then agrees with it, and where it moves."""

    trait: Trait
    agrees: frozenset[Facet]
    moves: frozenset[Facet]


def _reasons(sender: Sender, differs: frozenset[Facet], trials: Sequence[_Trial]) -> Iterator[Why]:
    """The traits that make a difference; where none does it alone those that have a part in it."""
    settled: frozenset[Facet] = frozenset().union(*(trial.agrees for trial in trials))
    told: set[Facet] = set()
    for trial in trials:
        facets = trial.agrees | (trial.moves - settled)
        if facets:
            told |= facets
            yield Why(trait_words(sender, trial.trait), facets, trial.trait)
    if differs - told:
        yield Why(_SEVERAL, differs - told)


def _listed(situation: Situation, sender: Sender) -> int:
    """How many addresses the sender could come to; who tries each once lists each once."""
    addresses = [entry.address for entry in situation.entries]
    return len(set(addresses) if sender.lookups.same_address_once else addresses)


def _all_refuse(situation: Situation, what_if: WhatIf) -> WhatIf:
    """The same with every tier off."""
    tiers = {each.preference for each in situation.candidates if each.entries}
    return WhatIf(tuple(Off(What.TIER, str(each)) for each in sorted(tiers)), own=what_if.own)


def _counted(situation: Situation, sender: Sender) -> Generator[None, None, tuple[int, int]]:
    """The fewest and the most connections of a run: the seconds of one that costs one each."""
    if sender.ordering.addresses is AddressOrder.RACE:  # whose tries run at the same time
        tries = len(walk(run_of(situation, sender, 0), sender).attempts)
        return (tries, tries)
    chances = yield from chances_in_steps(situation, _counting(sender))
    counts = [round(delay) for delay, share in chances.delays if share]
    return (min(counts), max(counts)) if counts else (0, 0)


def _counting(sender: Sender) -> Sender:
    """The same sender, to whom each connection costs one second."""
    reactions = {behaviour: _costly(own) for behaviour, own in sender.reactions.items()}
    return replace(sender, reactions=reactions, waits=Waits(1.0, 1.0, 1.0))


def _costly(reaction: Reaction) -> Reaction:
    # Silence stays silence, since it counts for a limit
    return reaction if reaction.wait is Wait.CONNECT else replace(reaction, wait=Wait.GREETING)


def _never(situation: Situation, sender: Sender) -> tuple[int, ...]:
    """The preferences that a run does not come to."""
    run = walk(run_of(situation, sender, 0), sender)
    come_to = {attempt.entry.preference for attempt in run.attempts}
    tiers = {each.preference for each in situation.candidates if each.entries}
    return tuple(sorted(tiers - come_to))


def _first(chances: Chances) -> Shares:
    found: dict[tuple[str, int], Fraction] = {}
    for each in chances.first:
        if each.share:
            key = (each.entry.host, each.entry.family)
            found[key] = found.get(key, Fraction(0)) + each.share
    return found


def _unlike(one: tuple[int, int], other: tuple[int, int], off: float) -> bool:
    """Whether two ranges differ; of those that are sampled the ends are not certain."""
    return max(one[0], other[0]) > min(one[1], other[1]) if off else one != other


def _same(one: Mapping[K, Fraction], other: Mapping[K, Fraction], off: float) -> bool:
    keys = {*one, *other}
    return all(abs(one.get(key, Fraction(0)) - other.get(key, Fraction(0))) <= off for key in keys)
