"""Where two kinds of sender differ."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from mxgui.routing.senders import SENDERS, sender_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.sender import Limits, Sender, Waits
from mxgui.routing.sending.traits import Trait, differing, with_trait

_PAIRS = list(permutations(SENDERS, 2))


def test_a_sender_does_not_differ_from_itself() -> None:
    assert not list(differing(sender_of("exim"), sender_of("exim")))


def test_limits_that_mean_nothing_alone_are_one_trait() -> None:
    standard = sender_of("rfc5321")
    jumping = replace(standard, limits=Limits(attempts=5, jump=True, balance=True))
    assert list(differing(jumping, standard)) == [Trait("limits", "attempts")]
    assert with_trait(jumping, Trait("limits", "attempts"), standard).limits == Limits()


def test_waits_are_told_one_by_one() -> None:
    standard = sender_of("rfc5321")
    hasty = replace(standard, waits=Waits(10.0, greeting=10.0, shared=True))
    assert [trait.name for trait in differing(hasty, standard)] == ["connect", "greeting"]


def test_of_reactions_those_to_other_behaviours_can_be_left_out() -> None:
    found = list(differing(sender_of("qmail"), sender_of("rfc5321"), [Behaviour.DEFERS]))
    assert [trait.name for trait in found if trait.part == "reactions"] == ["421"]


@pytest.mark.parametrize(
    ("sender", "other"), _PAIRS, ids=[f"{one.id}-{two.id}" for one, two in _PAIRS]
)
def test_with_all_traits_of_the_other_a_sender_does_as_the_other_does(
    sender: Sender, other: Sender
) -> None:
    changed = sender
    for trait in differing(sender, other):
        single = with_trait(sender, trait, other)
        assert trait not in differing(single, other)
        changed = with_trait(changed, trait, other)
    assert not list(differing(changed, other))
    assert (changed.lookups, changed.ordering) == (other.lookups, other.ordering)
    assert (changed.limits, changed.own, changed.waits) == (other.limits, other.own, other.waits)
