"""What a profile says of a record set: every run that is possible, with its chance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice, permutations

from mxgui.routing.sending.chooser import Chooser, every_run
from mxgui.routing.sending.listing import listed
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.situation import Before, Situation, situation_of
from mxgui.routing.sending.walk import Fate, walk
from tests.integration.senders.facts import inspection_of, what_if_of
from tests.integration.senders.record_set import RecordSet

MOST_RUNS = 100_000  # a set with more ways than this is none for the laboratory
_FATES = {Before.DEFER: Fate.DEFERRED, Before.BOUNCE: Fate.BOUNCED}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One run: host and address of each attempt in their order, and what became of the message."""

    tries: tuple[tuple[str, str], ...]
    fate: Fate

    @property
    def first(self) -> str:
        """The host that was tried first; empty if none was."""
        return self.tries[0][0] if self.tries else ""


Chances = Mapping[Outcome, Fraction]


def chances_of(records: RecordSet, sender: Sender) -> Chances:
    """Give every run that the profile calls possible, with its chance."""
    what_if = what_if_of(records, sender)
    return _summed(situation_of(inspection_of(records), sender, what_if), sender, is_list=False)


def loops_of(records: RecordSet, sender: Sender) -> Chances:
    """Give every run that is possible if the sender listens at its own addresses."""
    what_if = what_if_of(records, sender, listens=True)
    return _summed(situation_of(inspection_of(records), sender, what_if), sender, is_list=False)


def lists_of(records: RecordSet, sender: Sender) -> Chances:
    """Give every list of addresses that is possible, whatever limits an attempt meets later."""
    what_if = what_if_of(records, sender)
    return _summed(situation_of(inspection_of(records), sender, what_if), sender, is_list=True)


def arrivals_of(
    records: RecordSet,
    sender: Sender,
    said: Callable[[RecordSet, Sender], Chances] = chances_of,
) -> Chances:
    """Give what is possible where the lookup leads that is answered first (OpenSMTPD).

    The profile has the order of a quick resolver, which is not sure; whichever answer may come
    first, the rest of the profile holds. Each way is given the same chance, and none is meant.
    """
    found: dict[Outcome, Fraction] = defaultdict(Fraction)
    parts = [part.strip() for part in records.mx.split(",")]
    orders = list(permutations(parts)) if len(parts) > 1 else [tuple(parts)]
    for order in orders:
        for outcome, chance in said(replace(records, mx=", ".join(order)), sender).items():
            found[outcome] += chance / len(orders)
    return found


def arriving_loops_of(records: RecordSet, sender: Sender) -> Chances:
    """The same, if the sender listens at its own addresses."""
    return arrivals_of(records, sender, loops_of)


def _summed(situation: Situation, sender: Sender, *, is_list: bool) -> Chances:
    if situation.before is not Before.TRY:
        return {Outcome((), _FATES[situation.before]): Fraction(1)}
    found: dict[Outcome, Fraction] = defaultdict(Fraction)
    for chooser in islice(every_run(), MOST_RUNS):

        def same(_preference: int, chooser: Chooser = chooser) -> Chooser:
            return chooser

        entries = listed(situation, sender, same)
        run = walk(entries, sender)
        made = [attempt.entry for attempt in run.attempts]
        way = [entry for entry in entries if entry.address] if is_list else made
        tries = tuple((entry.host, entry.address) for entry in way)
        found[Outcome(tries, Fate.DELIVERED if is_list else run.fate)] += chooser.chance
    assert sum(found.values()) == 1, "more ways than can be gone through"
    return found
