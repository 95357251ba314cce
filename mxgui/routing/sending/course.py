"""The course of one message through an outage: its tries on a line of time, and how it ends.

Times are seconds since the message arrived at the sender. A queue runner is taken to be in step
with the arrival.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from math import inf

from mxgui.routing.sending.lots import ALL_FAIL, Odds
from mxgui.routing.sending.schedule import Queue
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.waiting import Waiting


class Happens(Enum):
    """What happens to a message."""

    FAILED = "failed"  # a try that no host takes
    HANDED = "handed"  # the backup has it now
    DELIVERED = "delivered"
    WARNED = "warned"  # the author is told that it is late
    BOUNCED = "bounced"


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happens, `at` seconds after the arrival; `by` is the sender that has it then.

    `chance` is how likely it is that it comes to this: each try before has failed.
    """

    at: float
    what: Happens
    by: Sender
    chance: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Course:
    """What happens to one message; the outage `begins` and `ends` in seconds since its arrival."""

    moments: tuple[Moment, ...]
    begins: float
    ends: float

    @property
    def end(self) -> Moment:
        """How it ends: delivered or bounced; the first moment of one that is kept without a try."""
        ends = (Happens.DELIVERED, Happens.BOUNCED)
        return next((each for each in self.moments if each.what in ends), self.moments[0])

    @property
    def is_kept(self) -> bool:
        """Whether the message stays where it is until somebody sees to it."""
        return self.end.what is Happens.FAILED


def course_of(waiting: Waiting, after: float = 0.0) -> Course:
    """Follow a message that arrives so many seconds after the outage began, or before if negative.

    Where chance decides, the tries fail as long as they may, but a backup that gets most messages
    gets this one.
    """
    begins = -after
    moments = sorted(_moments(waiting, after), key=lambda moment: moment.at)
    return Course(tuple(moments), begins, begins + waiting.length)


def _moments(waiting: Waiting, after: float) -> Iterator[Moment]:
    sender, odds = waiting.sender, waiting.odds
    left = waiting.length - after
    if waiting.cause is None and (after < 0 or left <= 0):
        yield Moment(0.0, _ended(waiting.after), sender)
    elif waiting.cause is None and waiting.backup and odds.relayed * 2 > 1:
        yield from _handed(waiting, waiting.backup, after, left)
    else:
        yield from _kept(waiting, after, left)


def _kept(waiting: Waiting, after: float, left: float) -> Iterator[Moment]:
    """The sender keeps the message in its own queue."""
    sender, odds = waiting.sender, waiting.odds
    never = waiting.cause is not None
    if waiting.freezes:
        yield Moment(0.0, Happens.FAILED, sender)
        return
    if odds.bounced == 1:
        yield Moment(0.0, Happens.BOUNCED, sender)
        return
    began = -after if sender.queue.of_host and odds.never else 0.0
    place = _Place(sender, 0.0, began, odds.spent)
    if never:
        yield from _queued(place, inf)
    else:
        yield from _queued(place, left, odds, _ended(waiting.after))


def _ended(odds: Odds) -> Happens:
    """How a message most likely ends at a try that does not fail."""
    return Happens.BOUNCED if odds.bounced > odds.taken else Happens.DELIVERED


def _handed(waiting: Waiting, backup: Sender, after: float, left: float) -> Iterator[Moment]:
    """The backup gets the message in the first run, and has it from then on."""
    at = waiting.odds.takes
    yield Moment(at, Happens.HANDED, waiting.sender)
    if at >= left:
        yield Moment(at, Happens.DELIVERED, backup)
        return
    yield from _queued(_Place(backup, at, at - after if backup.queue.of_host else at), left)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a message waits: since `since`, with a clock that began at `began`."""

    sender: Sender
    since: float
    began: float
    spent: float = 0.0

    @property
    def queue(self) -> Queue:
        return self.sender.queue


def _queued(
    place: _Place, left: float, odds: Odds = ALL_FAIL, ended: Happens = Happens.DELIVERED
) -> Iterator[Moment]:
    """The tries of a message in one queue, until one is taken during the outage or comes after.

    The first one that comes after it makes of the message what has `ended`.
    """
    sender, queue, chance, now = place.sender, place.queue, Fraction(1), odds
    end = None
    for at in (place.began + offset for offset in queue.tries(place.spent)):
        if at < place.since:
            continue  # the host's clock ran before the message came
        if at >= left or not now.fails:
            end = Moment(at, _ended(now) if at < left else ended, sender, chance)
            break
        yield Moment(at, Happens.FAILED, sender, chance)
        chance, now = chance * now.fails, odds.again
    if end is None:
        gone = max(place.began + queue.given_up(place.spent), place.since)
        end = Moment(gone, Happens.BOUNCED, sender, chance)
    yield end
    for warn in queue.warns:
        if place.since + warn < end.at:
            yield Moment(place.since + warn, Happens.WARNED, sender, chance)
