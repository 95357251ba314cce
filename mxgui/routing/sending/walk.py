"""One run along a list: what is tried, how long that takes, and what becomes of the message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.sender import (
    AddressOrder,
    Final,
    Next,
    NullRule,
    Reaction,
    Sender,
    Wait,
)
from mxgui.routing.sending.situation import Entry

RACE_HEAD_START = 0.3  # seconds that the preferred family has alone (RFC 8305; Go's net.Dialer)


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
    """What one run did."""

    attempts: tuple[Attempt, ...]
    fate: Fate

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
    state = _Walk(sender, entries)
    at = 0
    while at < len(entries) and state.fate is None:
        at = state.step(at)
    return Run(tuple(state.attempts), state.fate or state.final())


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


class _Walk:
    """What has been tried so far."""

    def __init__(self, sender: Sender, entries: Sequence[Entry]) -> None:
        self._sender = sender
        self._entries = entries
        self._tries = self._sessions = self._silent = 0
        self._was_hard = False
        self.attempts: list[Attempt] = []
        self.fate: Fate | None = None

    def final(self) -> Fate:
        """Tell what becomes of a message that nobody took."""
        is_hard = self._was_hard and self._sender.final is Final.LAST
        return Fate.BOUNCED if is_hard else Fate.DEFERRED

    def step(self, at: int) -> int:
        """Try one entry, and tell which is next."""
        entry, limits = self._entries[at], self._sender.limits
        if not entry.address:
            return self._pass_by(at)
        if limits.attempts is not None and self._tries >= limits.attempts:
            jumped = self._jump(at) if limits.jump else len(self._entries)
            if jumped != at:
                return jumped
        reaction = self._sender.reactions[entry.behaviour]
        self._tries += 1
        self._sessions += reaction.session
        self.attempts.append(Attempt(entry, self._cost(at)))
        self._was_hard = reaction.hard
        return self._after(at, reaction)

    def _pass_by(self, at: int) -> int:
        """Come to an exchange that has no address."""
        if self._sender.lookups.null_rule is NullRule.REACHED and self._entries[at].host == ".":
            self.fate = Fate.BOUNCED
        self._was_hard = True
        return at + 1

    def _jump(self, at: int) -> int:
        """Where it goes on once the attempts are used up: at the first entry of a worse tier."""
        before = self._entries[at - 1].preference
        later = range(at, len(self._entries))
        return next(
            (place for place in later if self._entries[place].preference != before),
            len(self._entries),
        )

    def _cost(self, at: int) -> float:
        entry = self._entries[at]
        own = [each for each in self._entries if each.place == entry.place]
        return cost_of(self._sender, entry.behaviour, len(own))

    def _after(self, at: int, reaction: Reaction) -> int:
        limits, done = self._sender.limits, len(self._entries)
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
        is_over = reaction.next is Next.NEXT_HOST
        race = self._sender.ordering.addresses is AddressOrder.RACE
        return self._next_host(at) if is_over or (race and reaction.session) else at + 1

    def _next_host(self, at: int) -> int:
        place = self._entries[at].place
        later = range(at + 1, len(self._entries))
        return next(
            (other for other in later if self._entries[other].place != place), len(self._entries)
        )
