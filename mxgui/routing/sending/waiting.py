"""How long mail waits for the end of an outage, for one kind of sender: exact, nothing is sampled.

Over messages that arrive evenly spread over the outage: what the retry schedule adds after the
outage has ended, the whole time from arrival to delivery, and how many bounce. Senders are not told
when a host is back: each waits for its own next try (RFC 5321, section 4.5.4.1).
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import pairwise

from mxgui.model.inspection import Inspection
from mxgui.model.once import once_in_steps
from mxgui.model.steps import result_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.lots import ALL_FAIL, ALL_TAKEN, Lot, Odds, lots_of
from mxgui.routing.sending.outage import AS_RECORDS_SAY, Off, What, WhatIf
from mxgui.routing.sending.schedule import Queue
from mxgui.routing.sending.sender import OwnBest, Sender
from mxgui.routing.sending.simulation import Simulation, simulate_in_steps, waiting_in_queue
from mxgui.routing.sending.situation import Before, Cause, situation_of
from mxgui.routing.sending.spread import Part, Spread
from mxgui.routing.sending.walk import Fate

_HOUR, _DAY = 3600.0, 86400.0
LENGTHS = (300.0, _HOUR, 4 * _HOUR, 12 * _HOUR, _DAY, 3 * _DAY, 5 * _DAY)  # seconds
_OPEN = (Cause.LOOKUP_FAILED, Cause.OPEN)  # what DNS may tell by the end of the outage
LONGEST = 3650 * _DAY  # an outage that is longer is taken as this long


@dataclass(frozen=True)
class Waiting:
    """What an outage of `length` seconds makes of the mail of one kind of sender.

    `backup` is the kind of sender that the hosts behind the best ones are, which take mail and hand
    it on; None where these are down as well. `cause` is set where no end of the outage would help,
    and `unseen` where DNS left open what is taken to be part of it. `after` are the odds of a try
    once it is over: some runs may lead back to the sender even then.
    """

    sender: Sender
    length: float
    odds: Odds
    backup: Sender | None = None
    cause: Cause | None = None
    unseen: Cause | None = None
    after: Odds = ALL_TAKEN

    @property
    def freezes(self) -> bool:
        """Whether the sender keeps the mail until its administrator sees to it, and never tries."""
        is_best = self.cause is Cause.OWN_BEST and not self.odds.bounced
        return is_best and self.sender.own.best is OwnBest.FREEZES

    @cached_property
    def lots(self) -> tuple[Lot, ...]:
        """The messages of the outage, put together by what becomes of them."""
        if self.length <= 0:
            return ()
        if self.cause is not None:
            ended = 0.0 if self.odds.bounced else self.sender.queue.given_up()
            return (Lot(0.0, self.length, ended, bounced=True),)
        relay = self.backup.queue if self.backup and self.odds.relayed else None
        found = lots_of(self.sender.queue, self.length, self.odds, relay, self.after)
        return tuple(lot for lot in found if lot.high > lot.low and lot.weight)

    @cached_property
    def added(self) -> Spread:
        """What the schedule adds after the end of the outage, for those that are delivered."""
        parts = (part for lot in self._delivered for part in _added(lot))
        return Spread.of(parts, Fraction(self.length or 1))

    @cached_property
    def total(self) -> Spread:
        """The time from arrival to delivery, for those that are delivered."""
        return Spread.of(map(_total, self._delivered), Fraction(self.length or 1))

    @property
    def median_s(self) -> float | None:
        """The seconds added after the end that half of the messages do not exceed."""
        return self.added.median if self.lots else 0.0

    @property
    def worst_s(self) -> float | None:
        """The seconds added after the end at the worst: the widest gap that counts."""
        return self.added.worst if self.lots else 0.0

    @property
    def total_median_s(self) -> float | None:
        """The seconds from arrival to delivery that half of the messages do not exceed."""
        return self.total.median if self.lots else 0.0

    @property
    def total_worst_s(self) -> float | None:
        """The seconds from arrival to delivery at the worst."""
        return self.total.worst if self.lots else 0.0

    @cached_property
    def bounces(self) -> Fraction:
        """How many of the messages bounce, in parts of one."""
        if self.freezes:
            return Fraction(0)
        gone = sum((_weight(lot) for lot in self.lots if lot.bounced), Fraction(0))
        return gone / Fraction(self.length or 1)

    @property
    def outlasted(self) -> Fraction:
        """How many of them bounce because the sender gives them up before the outage ends."""
        return self.bounces if self.after.taken == 1 else replace(self, after=ALL_TAKEN).bounces

    @property
    def fates(self) -> dict[Fate, Fraction]:
        """What becomes of a message that arrives as the outage begins, with the chances."""
        if self.freezes:
            return {Fate.DEFERRED: Fraction(1)}
        bounced = sum((lot.weight for lot in self._from_the_start if lot.bounced), Fraction(0))
        return {Fate.DELIVERED: 1 - bounced, Fate.BOUNCED: bounced}

    @property
    def fate(self) -> Fate:
        """What becomes of a message that arrives as the outage begins; the likelier of two."""
        if self.freezes:
            return Fate.DEFERRED
        return Fate.BOUNCED if self.fates[Fate.BOUNCED] * 2 > 1 else Fate.DELIVERED

    @property
    def warned(self) -> bool:
        """Whether the author of a message from the start is told that it is late, as a rule."""
        if self.freezes:
            return False
        late = (lot.weight for lot in self._from_the_start if self._warns(lot))
        return sum(late, Fraction(0)) * 2 > 1

    def wait_of(self, left: float) -> float | None:
        """Give the seconds from arrival to delivery of a message with so much of the outage left.

        The likeliest where chance decides; None if it bounces.
        """
        covering = [lot for lot in self.lots if lot.covers(left)]
        likely = max(covering, key=lambda lot: lot.weight, default=None)
        if likely is None:
            return 0.0
        return None if likely.bounced else likely.total(left)

    @property
    def _from_the_start(self) -> Iterator[Lot]:
        return (lot for lot in self.lots if lot.covers(self.length))

    @property
    def _delivered(self) -> Iterator[Lot]:
        return (lot for lot in self.lots if not lot.bounced)

    def _warns(self, lot: Lot) -> bool:
        """Whether somebody who has a message of these from the start tells its author."""
        own, ended = self.sender.queue.warns, lot.total(self.length)
        kept = ended if lot.handed is None else lot.handed
        if own and kept > own[0]:
            return True
        theirs = self.backup.queue.warns if self.backup and lot.handed is not None else ()
        return bool(theirs) and ended - kept > theirs[0]


def waiting_of(
    inspection: Inspection,
    sender: Sender,
    length: float,
    what_if: WhatIf = AS_RECORDS_SAY,
    backup: Sender | None = None,
) -> Waiting:
    """Tell what an outage of so many seconds makes of the mail of one kind of sender.

    It is what the what-if switches off; all hosts if that is nothing, or the best ones where a
    `backup` is given: then hosts of worse preference take the mail and hand it on as that kind of
    sender does. Without it they are down as well.
    """
    return result_of(waiting_in_steps(inspection, sender, length, what_if, backup))


@once_in_steps
def waiting_in_steps(
    inspection: Inspection,
    sender: Sender,
    length: float,
    what_if: WhatIf,
    backup: Sender | None = None,
) -> Generator[None, None, Waiting]:
    """Tell the same in short steps; what is simulated for one length takes none for another."""
    length = min(length, LONGEST) if length > 0 else 0.0  # a number that is none is no outage
    usual = situation_of(inspection, sender, WhatIf(own=what_if.own))
    if usual.before is not Before.TRY and usual.cause not in _OPEN:
        bounced = Fraction(usual.before is Before.BOUNCE)
        return Waiting(sender, length, Odds(bounced=bounced), backup, usual.cause)
    if (yield from _leads_home(inspection, sender, what_if.own)):
        return Waiting(sender, length, Odds(bounced=Fraction(1)), backup, Cause.OWN_BEST)
    supposed = outage_of(inspection, sender, what_if, backup)
    best = next(iter(tiers_of(inspection, sender, what_if.own)), None)
    odds = odds_of((yield from simulate_in_steps(inspection, sender, supposed)), best)
    later = waiting_in_queue(sender)
    retry = odds_of((yield from simulate_in_steps(inspection, later, supposed)), best)
    if retry != odds:
        odds = replace(odds, retry=retry)
    after = ALL_TAKEN
    if usual.cause is None:
        after = yield from _after(inspection, sender, what_if.own)
    return Waiting(sender, length, odds, backup, unseen=usual.cause, after=after)


def _after(inspection: Inspection, sender: Sender, own: str) -> Generator[None, None, Odds]:
    """Tell how a try ends where no host is down."""
    chances = (yield from simulate_in_steps(inspection, sender, WhatIf(own=own))).chances
    return Odds(chances.chance_of(Fate.DELIVERED), bounced=chances.chance_of(Fate.BOUNCED))


def _leads_home(inspection: Inspection, sender: Sender, own: str) -> Generator[None, None, bool]:
    """Whether every run ends at the sender itself: no end of an outage helps then."""
    usual = yield from simulate_in_steps(inspection, sender, WhatIf(own=own))
    last = usual.run.last
    is_home = last is not None and last.behaviour is Behaviour.ITSELF
    return is_home and usual.chances.chance_of(Fate.BOUNCED) == 1


def tiers_of(inspection: Inspection, sender: Sender, own: str = "") -> tuple[int, ...]:
    """Give the preferences of the hosts that this kind of sender can use, the best first.

    The hosts behind the best may only hand mail on. `own` is as in a what-if.
    """
    tried = situation_of(inspection, sender, WhatIf(own=own)).candidates
    return tuple(sorted({each.preference for each in tried if each.entries}))


def outage_of(
    inspection: Inspection, sender: Sender, what_if: WhatIf, backup: Sender | None
) -> WhatIf:
    """Give all that is off during the outage; what no what-if says refuses connections."""
    tiers = tiers_of(inspection, sender, what_if.own)
    best = () if what_if.off else tiers[:1]
    down = best if backup else (*best, *tiers[1:])
    added = tuple(Off(What.TIER, str(preference), Behaviour.REFUSED) for preference in down)
    return WhatIf((*added, *what_if.off), what_if.as_probed, what_if.own)


def odds_of(simulation: Simulation, best: int | None) -> Odds:
    """Read off a simulation of the outage how one try ends."""
    if simulation.situation.before is not Before.TRY:
        bounces = simulation.situation.before is Before.BOUNCE
        return Odds(bounced=Fraction(1)) if bounces else ALL_FAIL
    chances = simulation.chances
    taken = relayed = Fraction(0)
    for each in chances.delivered:
        if each.entry.preference == best:
            taken += each.share
        else:
            relayed += each.share
    bounced = chances.fates.get(Fate.BOUNCED, Fraction(0))
    remembers = simulation.sender.memory.by_host
    return Odds(taken, relayed, bounced, chances.worst, 0.0 if remembers else chances.worst)


@lru_cache(maxsize=64)
def widest_gap(queue: Queue) -> float:
    """Give the seconds between those two tries of one message that lie furthest apart."""
    return max((after - before for before, after in pairwise(queue.tries())), default=0.0)


def _weight(lot: Lot) -> Fraction:
    """How many messages are in a lot: those of so many seconds of the outage."""
    return _weigh(Fraction(lot.low), Fraction(lot.high), lot.weight)


def _weigh(low: Fraction, high: Fraction, weight: Fraction) -> Fraction:
    return high - low if weight == 1 else (high - low) * weight


def _added(lot: Lot) -> Iterator[Part]:
    low, high, ended = Fraction(lot.low), Fraction(lot.high), Fraction(lot.ended)
    if lot.follows:
        yield Part(ended, ended + Fraction(lot.loose), _weight(lot))
        return
    split = min(max(ended, low), high)  # those with more left are delivered before the end
    if split > low:
        yield Part(ended - split, ended - low, _weigh(low, split, lot.weight))
    if high > split:
        yield Part(Fraction(0), Fraction(0), _weigh(split, high, lot.weight))


def _total(lot: Lot) -> Part:
    ended = Fraction(lot.ended)
    if not lot.follows:
        return Part(ended, ended, _weight(lot))
    low, high, loose = Fraction(lot.low), Fraction(lot.high), Fraction(lot.loose)
    return Part(ended + low, ended + high, _weight(lot), loose)
