"""What comes of the mail of one sender, summed up from its chances, so that it can be told."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from fractions import Fraction

from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.simulation import Method, Simulation
from mxgui.routing.sending.situation import Before, Cause
from mxgui.routing.sending.walk import Fate

NO_DELAY = 1.0  # seconds that nobody notices: the head start of a race is shorter (RFC 8305)


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that is told of one sender; shares are parts of all messages.

    `prompt` is the share that no attempt holds up; `least` and `most` are the seconds that the
    others spend before the run ends. `takers` are the hosts that take mail in try-order of their
    preference, each with its share; `worse` are those of them that stand behind a better
    preference. `clear` is the share that goes in the clear because encryption fails.
    """

    before: Before
    cause: Cause | None
    fates: tuple[Fraction, Fraction, Fraction]  # delivered, deferred, bounced
    prompt: Fraction
    takers: tuple[tuple[str, Fraction], ...]
    worse: tuple[str, ...]
    clear: Fraction
    is_sampled: bool

    @property
    def told(self) -> Hashable:
        """What a sentence tells of it, but for the seconds: the same of two is told once."""
        parts = (self.before, self.cause, self.fates, self.prompt, self.worse, self.to_worse)
        return (*parts, self.clear, self.is_sampled)

    @property
    def delivered(self) -> Fraction:
        """The share that is taken in this run."""
        return self.fates[0]

    @property
    def deferred(self) -> Fraction:
        """The share that the sender keeps for a later try."""
        return self.fates[1]

    @property
    def bounced(self) -> Fraction:
        """The share that goes back to its author."""
        return self.fates[2]

    @property
    def to_worse(self) -> Fraction:
        """The share that hosts of a worse preference take."""
        return sum((share for host, share in self.takers if host in self.worse), Fraction(0))


@dataclass(frozen=True, slots=True)
class Wait:
    """How long the messages that wait do so at one sender, in seconds."""

    sender: Sender
    least: float
    most: float

    @property
    def is_assumed(self) -> bool:
        """Whether no source settles how long that sender waits."""
        return any(each.part == "waits" for each in self.sender.unverified)


def outcome_of(simulation: Simulation) -> Outcome:
    """Sum up what comes of the mail."""
    chances, situation = simulation.chances, simulation.situation
    fates = tuple(chances.fates.get(fate, Fraction(0)) for fate in Fate)
    prompt = sum((share for delay, share in chances.delays if delay < NO_DELAY), Fraction(0))
    takers: dict[tuple[int, str], Fraction] = {}
    clear = Fraction(0)
    for each in chances.delivered:
        if each.share:
            key = each.entry.preference, each.entry.host
            takers[key] = takers.get(key, Fraction(0)) + each.share
            clear += each.share if each.entry.behaviour is Behaviour.TLS_BROKEN else 0
    best = min((each.preference for each in situation.candidates if each.entries), default=0)
    by_host: dict[str, Fraction] = {}
    for (_, host), share in sorted(takers.items(), key=lambda item: item[0][0]):
        by_host[host] = by_host.get(host, Fraction(0)) + share
    worse = tuple(dict.fromkeys(host for preference, host in sorted(takers) if preference > best))
    delivered, deferred, bounced = fates
    return Outcome(
        situation.before,
        situation.cause,
        (delivered, deferred, bounced),
        prompt,
        tuple(by_host.items()),
        worse,
        clear,
        chances.method is Method.SAMPLED,
    )


def wait_of(simulation: Simulation) -> Wait | None:
    """Tell how long those messages wait that do; None if none does."""
    delays = [delay for delay, share in simulation.chances.delays if share and delay >= NO_DELAY]
    return Wait(simulation.sender, min(delays), max(delays)) if delays else None
