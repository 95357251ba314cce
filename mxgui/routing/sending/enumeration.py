"""Whole runs, one by one: every one that there can be, or those of some seeds."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from mxgui.routing.sending.chooser import Chooser, Seeded, every_run
from mxgui.routing.sending.listing import listed
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.situation import Entry, Situation
from mxgui.routing.sending.walk import Run, walk


def run_of(situation: Situation, sender: Sender, seed: int) -> tuple[Entry, ...]:
    """Give the list of one run, by its seed."""

    def seeded(preference: int) -> Chooser:
        return Seeded(seed ^ (preference << 32))

    return listed(situation, sender, seeded)


def enumerated(situation: Situation, sender: Sender) -> Iterator[tuple[Run, Fraction]]:
    """Give every run that there can be with its chance; there may be very many."""
    for chooser in every_run():
        run = walk(listed(situation, sender, partial(_same, chooser)), sender)
        yield run, chooser.chance


def sampled(situation: Situation, sender: Sender, most: int) -> Iterator[tuple[Run, Fraction]]:
    """Give so many runs, each of a seed of its own."""
    for seed in range(most):
        yield walk(run_of(situation, sender, seed), sender), Fraction(1, most)


def _same(chooser: Chooser, _preference: int) -> Chooser:
    return chooser
