"""All runs of a process together: exact as far as the budget goes, then sampled within a bound."""

from fractions import Fraction

import pytest

from mxgui.routing.sending.dealing import Dealer
from mxgui.routing.sending.evaluation import (
    A_STEP,
    BUDGET,
    SAMPLES,
    error_of,
    evaluated,
    evaluated_in_steps,
)
from mxgui.routing.sending.process import Process
from mxgui.routing.sending.situation import situation_of
from mxgui.routing.sending.walk import Fate
from tests.routing.sending.cases import a_what_if, named, records

NAMES = [f"h{at}" for at in range(12)]
KNOWN = records(", ".join(f"10 {name}" for name in NAMES), **dict.fromkeys(NAMES, "64"))
OFF = "h0:silent h1:554 h2:421 h3:mute h4:rcpt4 h5:rcpt5 h6:refused h7:silent"


def process() -> Process:
    sender = named("P")
    situation = situation_of(KNOWN, sender, a_what_if(OFF))
    return Process(Dealer(situation, sender).deck())


def outcome(budget: int | None = None):
    return evaluated(process()) if budget is None else evaluated(process(), budget)


def chance(found, fate: Fate) -> Fraction:
    weight = sum(weight for end, weight in found.ends.items() if end.fate is fate)
    return Fraction(weight, found.total)


def test_with_enough_of_a_budget_nothing_is_sampled():
    found = outcome()
    assert (found.samples, found.sampled, found.error) == (0, 0, 0.0)
    assert sum(chance(found, fate) for fate in Fate) == 1


@pytest.mark.parametrize("budget", [0, 1, 20, 100])
def test_what_the_budget_leaves_open_is_sampled_within_the_bound(budget):
    exact, found = outcome(), outcome(budget)
    assert SAMPLES / 2 < found.samples <= SAMPLES
    assert 0 < found.sampled <= found.total
    assert sum(chance(found, fate) for fate in Fate) == 1
    for fate in Fate:
        assert abs(chance(found, fate) - chance(exact, fate)) < found.error


def test_the_more_is_followed_the_less_is_left_to_chance():
    errors = [outcome(budget).error for budget in (0, 50, 200)]
    assert errors == sorted(errors, reverse=True)
    assert errors[0] == error_of(outcome(0).samples)
    assert errors[0] > errors[-1]


def test_samples_are_the_same_every_time():
    assert outcome(20).ends == outcome(20).ends


def test_the_bound_is_that_of_hoeffding():
    assert error_of(1000) == pytest.approx(0.0515, abs=1e-4)


def test_there_are_pauses_while_runs_are_followed_and_while_they_are_sampled():
    followed, sampled, both = (
        sum(1 for _ in evaluated_in_steps(process(), budget)) for budget in (BUDGET, 0, A_STEP)
    )
    assert followed > 1
    assert sampled > 1
    assert both == 1 + sampled
