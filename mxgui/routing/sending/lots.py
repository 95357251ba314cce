"""What becomes of messages that arrive evenly spread over an outage: lots that share one fate.

A message is told by how many seconds of the outage are left when it arrives. Of its tries those
before the end fail, or go as the odds say; the first at or after the end delivers it, or goes as
it does where no host is down: some runs may lead back to the sender even then. A failed run that
begins before the end fails as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice

from mxgui.routing.sending.schedule import Queue

_TOO_RARE = Fraction(1, 2**60)  # of messages: these go the way of the others


@dataclass(frozen=True, slots=True)
class Odds:
    """How one try ends during the outage, in parts of one; what is left over is tried again.

    `taken`: delivered all the same. `relayed`: a backup has it, which delivers after the end.
    A failed run costs `spent` seconds, one that is taken or relayed `takes`. Later tries end as
    `retry` has it, where that is other than the first.
    """

    taken: Fraction = Fraction(0)
    relayed: Fraction = Fraction(0)
    bounced: Fraction = Fraction(0)
    spent: float = 0.0
    takes: float = 0.0
    retry: Odds | None = None

    @property
    def again(self) -> Odds:
        """How a later try ends."""
        return self.retry or self

    @property
    def never(self) -> bool:
        """Whether every try fails."""
        return self.fails == 1 and self.again.fails == 1

    @property
    def fails(self) -> Fraction:
        """How often it is tried again."""
        return 1 - self.taken - self.relayed - self.bounced


ALL_FAIL = Odds()
ALL_TAKEN = Odds(taken=Fraction(1))


@dataclass(frozen=True, slots=True)
class Lot:
    """The messages that arrive with more than `low` and up to `high` seconds of the outage left.

    `weight` of each of them are delivered, or `bounced`, `ended` seconds after their arrival; where
    it `follows` the clock of a host, so many seconds after the outage has ended, or up to `loose`
    seconds later. `handed` is when a backup got them, in seconds after their arrival.
    """

    low: float
    high: float
    ended: float
    weight: Fraction = Fraction(1)
    bounced: bool = False
    follows: bool = False
    loose: float = 0.0
    handed: float | None = None

    def total(self, left: float) -> float:
        """The seconds from arrival to the end of a message that has so much of the outage left."""
        if not self.follows:
            return self.ended
        return max(self.ended + self.loose / 2 + left, self.handed or 0.0)

    def covers(self, left: float) -> bool:
        """Whether messages with so many seconds left are among these."""
        return self.low < left <= self.high


def lots_of(
    queue: Queue,
    length: float,
    odds: Odds,
    relay: Queue | None = None,
    after: Odds = ALL_TAKEN,
) -> Iterator[Lot]:
    """Give the lots of an outage of so many seconds; `relay` is the queue of the backup.

    `after` are the odds of a try once the outage is over. Messages that follow the clock of a host
    are then delivered or bounce, whatever else a run may come to.
    """
    if queue.of_host and odds.never:
        for lot in _by_the_host(queue, length, odds.spent, began=0.0):
            yield from _split(lot, after)
    else:
        yield from _by_the_message(queue, length, odds, relay, after)


def _split(lot: Lot, after: Odds) -> Iterator[Lot]:
    """What a try after the outage makes of messages that are released all together."""
    gone = after.bounced if not lot.bounced else Fraction(0)
    yield replace(lot, weight=lot.weight * (1 - gone))
    if gone:
        yield replace(lot, weight=lot.weight * gone, bounced=True)


def _by_the_message(
    queue: Queue, length: float, odds: Odds, relay: Queue | None, after: Odds = ALL_TAKEN
) -> Iterator[Lot]:
    """Each message is tried at its own times."""
    waiting, before, certain, now = Fraction(1), 0.0, odds.never, odds
    inner = tuple(_relayed(relay, length, odds.takes)) if relay else ()
    ended = queue.given_up(odds.spent)
    tries = tuple(queue.tries(odds.spent))
    for number, at in enumerate(tries):
        if at > before:
            whole = Lot(before, min(at, length), ended, waiting, bounced=True)
            yield from _ended(whole, tries[number:], after)
        if at >= length:
            return
        before = at
        if not certain:
            yield from _tried(at, length, waiting, now, inner)
            waiting, now = waiting * now.fails, odds.again
            if waiting < _TOO_RARE:
                return
    yield Lot(before, length, ended, waiting, bounced=True)


def _ended(given_up: Lot, tries: Iterable[float], after: Odds) -> Iterator[Lot]:
    """What the tries after the outage make of messages, the first of them and those behind it."""
    left = given_up.weight
    for at in tries:
        fails = left * after.fails
        if fails < _TOO_RARE:
            fails = Fraction(0)
        bounced = left * after.bounced
        if bounced:
            yield replace(given_up, ended=at, weight=bounced)
        yield replace(given_up, ended=at, weight=left - bounced - fails, bounced=False)
        left = fails
        if not left:
            return
    yield replace(given_up, weight=left)


def _tried(
    at: float, length: float, waiting: Fraction, odds: Odds, inner: tuple[Lot, ...]
) -> Iterator[Lot]:
    """What one try during the outage makes of the messages that still wait."""
    is_last = waiting * odds.fails < _TOO_RARE
    rare = odds.fails if is_last else Fraction(0)  # weights have to add up to one
    taken = odds.taken + (rare if odds.taken else 0)
    relayed = odds.relayed + (rare if not odds.taken and odds.relayed else 0)
    bounced = odds.bounced + (rare if not odds.taken and not odds.relayed else 0)
    done = at + odds.takes
    if taken:
        yield Lot(at, length, done, waiting * taken)
    if bounced:
        yield Lot(at, length, at + odds.spent, waiting * bounced, bounced=True)
    if not relayed:
        return
    yield Lot(at, min(done, length), done, waiting * relayed, handed=done)
    for lot in inner:
        high = min(lot.high + done, length)
        if lot.low + done < high:
            ended = lot.ended if lot.follows else lot.ended + done
            weight = waiting * relayed * lot.weight
            yield replace(
                lot, low=lot.low + done, high=high, ended=ended, weight=weight, handed=done
            )


def _relayed(queue: Queue, length: float, began: float) -> Iterator[Lot]:
    """The lots of a backup, by what is left of the outage when it gets a message."""
    if queue.of_host:
        yield from _by_the_host(queue, length, 0.0, began)
    else:
        yield from _by_the_message(queue, length, ALL_FAIL, None)


def _by_the_host(queue: Queue, length: float, spent: float, began: float) -> Iterator[Lot]:
    """All messages wait for the next try of the host, which failed first `began` seconds in.

    When the queue runner comes by is not known: it moves the tries by up to half of its interval,
    all the same way. Once the host has failed for longer than messages are kept every message for
    it bounces, the waiting ones then and later ones at once (Exim, `delay_after_cutoff`).
    """
    lowest, highest, left = -queue.quantum / 2, queue.quantum / 2, Fraction(1)
    for at in islice(queue.tries(spent), 1, None):
        after = began + at - length
        least = max(lowest, -after)  # the least move with which this try comes after the end
        if queue.quantum:
            weight = Fraction(max(highest - least, 0.0)) / Fraction(queue.quantum)
        else:
            weight = Fraction(after >= 0)
        if weight:
            loose = max(highest - least, 0.0)
            yield Lot(0.0, length, after + least, weight, follows=True, loose=loose)
            left, highest = left - weight, least
        if not left:
            return
    ended = began + queue.given_up(spent) - length
    yield Lot(0.0, length, ended, left, bounced=True, follows=True)
