"""One run along a list: what is tried, how long that takes, and what becomes of the message."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from mxgui.routing.sending.behaviour import UNCONNECTED, Behaviour
from mxgui.routing.sending.candidates import Lack
from mxgui.routing.sending.racing import raced
from mxgui.routing.sending.sender import (
    AddressOrder,
    Final,
    Next,
    NoTarget,
    NullRule,
    Reaction,
    Sender,
    Wait,
)
from mxgui.routing.sending.situation import Entry


class Fate(Enum):
    """What becomes of a message in one run."""

    DELIVERED = "delivered"
    DEFERRED = "deferred"
    BOUNCED = "bounced"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One connection of a run; `spent` are the seconds that it cost."""

    entry: Entry
    spent: float


@dataclass(frozen=True, slots=True)
class Run:
    """What one run did; `last` is the entry that decided, if any was come to."""

    attempts: tuple[Attempt, ...]
    fate: Fate
    last: Entry | None = None

    @property
    def spent(self) -> float:
        """The seconds before the message was taken, or the run gave up."""
        return sum(attempt.spent for attempt in self.attempts)

    @property
    def taker(self) -> Entry | None:
        """The address that took the message."""
        return self.attempts[-1].entry if self.fate is Fate.DELIVERED else None


def walk(entries: Sequence[Entry], sender: Sender) -> Run:
    """Try the entries one after the other, as far as the sender goes."""
    state = _Walk(sender, costed(entries, sender))
    at = 0
    while at < len(state.steps) and state.fate is None:
        at = state.step(at)
    last = state.met[-1] if state.met else None
    return Run(tuple(state.attempts), state.fate or state.final(), last)


def cost_of(sender: Sender, behaviour: Behaviour, addresses: int) -> float:
    """Give the seconds that an attempt costs; `addresses` are those of its host."""
    match sender.reactions[behaviour].wait:
        case Wait.NONE:
            return 0.0
        case Wait.CONNECT:
            waits = sender.waits
            return waits.connect / addresses if waits.shared else waits.connect
        case Wait.GREETING:
            return sender.waits.greeting
        case Wait.COMMAND:
            return sender.waits.command


def is_final(entry: Entry, sender: Sender) -> bool:
    """Tell whether an exchange without address is a permanent error for who comes to it."""
    return sender.lookups.no_target is NoTarget.LAST and entry.lack is not Lack.FAILED


def costed(entries: Sequence[Entry], sender: Sender) -> list[Attempt]:
    """Give what a run goes through, each with what it costs if the sender comes to it."""
    if sender.ordering.addresses is AddressOrder.RACE:
        hosts = groupby(entries, key=lambda entry: entry.place)
        return [attempt for _, own in hosts for attempt in _raced(list(own), sender)]
    of_host = Counter(entry.place for entry in entries)
    return [
        Attempt(entry, cost_of(sender, entry.behaviour, of_host[entry.place])) for entry in entries
    ]


def _raced(entries: Sequence[Entry], sender: Sender) -> Iterator[Attempt]:
    """What a race comes to: once it has a connection, that is what counts."""
    for entry, spent in raced(entries, sender.waits.connect):
        is_met = entry.address and entry.behaviour not in UNCONNECTED
        after = cost_of(sender, entry.behaviour, len(entries)) if is_met else 0.0
        yield Attempt(entry, spent + after)


class _Walk:
    """What has been tried so far."""

    def __init__(self, sender: Sender, steps: Sequence[Attempt]) -> None:
        self._sender = sender
        self.steps = steps
        self._tries = self._sessions = self._silent = 0
        self._was_hard = False
        self.met: list[Entry] = []
        self.attempts: list[Attempt] = []
        self.fate: Fate | None = None

    def final(self) -> Fate:
        """Tell what becomes of a message that nobody took."""
        is_hard = self._was_hard and self._sender.final is Final.LAST
        return Fate.BOUNCED if is_hard else Fate.DEFERRED

    def step(self, at: int) -> int:
        """Try one entry, and tell which is next."""
        entry, limits = self.steps[at].entry, self._sender.limits
        if limits.attempts is not None and self._tries >= limits.attempts:
            jumped = self._jump(at) if limits.jump else len(self.steps)
            if jumped != at:
                # An error is final at the end of the whole list alone (Exim, `host->next`).
                self._was_hard = False
                return jumped
        if not entry.address:
            return self._pass_by(at)
        reaction = self._sender.reactions[entry.behaviour]
        self._tries += 1
        self._sessions += reaction.session
        self.met.append(entry)
        self.attempts.append(self.steps[at])
        self._was_hard = reaction.hard
        return self._after(at, reaction)

    def _pass_by(self, at: int) -> int:
        """Come to an exchange that has no address."""
        entry = self.steps[at].entry
        self.met.append(entry)
        is_null = entry.lack is Lack.NULL
        if is_null and self._sender.lookups.null_rule is NullRule.REACHED:
            self.fate = Fate.BOUNCED
        self._was_hard = is_final(entry, self._sender)
        return at + 1

    def _jump(self, at: int) -> int:
        """Where it goes on once the attempts are used up: at the first entry of a worse tier."""
        before = self.steps[at - 1].entry.preference
        return self._next(at, lambda entry: entry.preference != before)

    def _next(self, at: int, fits: Callable[[Entry], bool]) -> int:
        """The next place whose entry fits, or the end."""
        later = range(at, len(self.steps))
        return next((at for at in later if fits(self.steps[at].entry)), len(self.steps))

    def _after(self, at: int, reaction: Reaction) -> int:
        limits, done = self._sender.limits, len(self.steps)
        match reaction.next:
            case Next.DELIVERED:
                self.fate = Fate.DELIVERED
                return done
            case Next.QUEUES:
                self.fate = Fate.DEFERRED
                return done
            case Next.BOUNCES:
                self.fate = Fate.BOUNCED
                return done
            case Next.NEXT_ADDRESS | Next.NEXT_HOST:
                pass
        if limits.sessions is not None and self._sessions >= limits.sessions:
            return done
        self._silent += reaction.wait is Wait.CONNECT
        if limits.silent is not None and self._silent >= limits.silent:
            return done
        if reaction.next is Next.NEXT_HOST:
            place = self.steps[at].entry.place
            return self._next(at + 1, lambda entry: entry.place != place)
        return at + 1
