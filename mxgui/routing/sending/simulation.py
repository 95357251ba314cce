"""What one kind of sender does with the mail of a domain, with the chances of each way."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from mxgui.model.inspection import Inspection
from mxgui.model.once import once_in_steps
from mxgui.model.steps import result_of
from mxgui.routing.sending.chances import (
    FATES,
    Chances,
    Method,
    Share,
    chances_in_steps,
    chances_of,
)
from mxgui.routing.sending.enumeration import run_of
from mxgui.routing.sending.outage import AS_RECORDS_SAY, WhatIf
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.situation import Situation, situation_of
from mxgui.routing.sending.walk import Fate, Run, walk

__all__ = [
    "Chances",
    "Method",
    "Share",
    "Simulation",
    "chances_of",
    "chances_with",
    "run_of",
    "simulate",
    "simulate_in_steps",
]

_RUNS = 16  # that are kept


@dataclass(frozen=True, slots=True)
class Simulation:
    """What one kind of sender does: what is decided beforehand, one run of it, and all chances."""

    sender: Sender
    what_if: WhatIf
    seed: int
    situation: Situation
    run: Run
    chances: Chances
    inspection: Inspection = field(repr=False, compare=False)

    @property
    def fate(self) -> Fate:
        """What becomes of the message in the one run."""
        return FATES.get(self.situation.before, self.run.fate)


def simulate(
    inspection: Inspection, sender: Sender, what_if: WhatIf = AS_RECORDS_SAY, seed: int = 0
) -> Simulation:
    """Let one kind of sender deliver a message to the domain, as far as the route is known."""
    return result_of(simulate_in_steps(inspection, sender, what_if, seed))


@once_in_steps
def simulate_in_steps(
    inspection: Inspection, sender: Sender, what_if: WhatIf, seed: int = 0
) -> Generator[None, None, Simulation]:
    """Do the same in short steps; what is known takes none."""
    situation = situation_of(inspection, sender, what_if)
    run = _run(situation, sender, seed)
    yield
    chances = yield from _chances_in_steps(situation, sender)
    return Simulation(sender, what_if, seed, situation, run, chances, inspection)


@lru_cache(maxsize=64)
def waiting_in_queue(sender: Sender) -> Sender:
    """Give the same sender as it treats a message that has waited in its queue."""
    if not sender.on_retry:
        return sender
    return replace(sender, reactions={**sender.reactions, **sender.on_retry})


@lru_cache(maxsize=_RUNS)
def _run(situation: Situation, sender: Sender, seed: int) -> Run:
    return walk(run_of(situation, sender, seed), sender)


def chances_with(situation: Situation, sender: Sender) -> Chances:
    """Give the chances, the same for every seed and every inspection that leads here; kept."""
    return result_of(_chances_in_steps(situation, sender))


_chances_in_steps = once_in_steps(chances_in_steps)
