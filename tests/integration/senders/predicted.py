"""What a profile says of a record set: every run that is possible, with its chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

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
    situation = situation_of(inspection_of(records), sender, what_if_of(records, sender))
    if situation.before is not Before.TRY:
        return {Outcome((), _FATES[situation.before]): Fraction(1)}
    return _summed(situation, sender, is_list=False)


def lists_of(records: RecordSet, sender: Sender) -> Chances:
    """Give every list of addresses that is possible, whatever limits an attempt meets later."""
    situation = situation_of(inspection_of(records), sender, what_if_of(records, sender))
    if situation.before is not Before.TRY:
        return {Outcome((), _FATES[situation.before]): Fraction(1)}
    return _summed(situation, sender, is_list=True)


def _summed(situation: Situation, sender: Sender, *, is_list: bool) -> Chances:
    found: Counter[Outcome] = Counter()
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
