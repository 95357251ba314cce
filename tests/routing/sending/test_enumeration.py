"""Whole runs one by one: all of them, or those of seeds."""

from fractions import Fraction

from mxgui.routing.sending.enumeration import enumerated, run_of, sampled
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.situation import situation_of
from tests.routing.sending.cases import named, records

KNOWN = records("10 a, 10 b, 20 c", a="4", b="4", c="4")
SENDER = named("R")
SITUATION = situation_of(KNOWN, SENDER, WhatIf())


def test_all_runs_have_a_chance_of_one_together():
    runs = list(enumerated(SITUATION, SENDER))
    assert [chance for _, chance in runs] == [Fraction(1, 2)] * 2
    assert {run.attempts[0].entry.host for run, _ in runs} == {"a.example", "b.example"}


def test_a_seed_gives_one_run_again_and_again():
    assert run_of(SITUATION, SENDER, 4) == run_of(SITUATION, SENDER, 4)
    assert {run_of(SITUATION, SENDER, seed)[0].host for seed in range(20)} == {
        "a.example",
        "b.example",
    }


def test_so_many_seeds_are_so_many_runs():
    runs = list(sampled(SITUATION, SENDER, 5))
    assert len(runs) == 5
    assert sum(chance for _, chance in runs) == 1
