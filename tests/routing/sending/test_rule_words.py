"""Every rule of a profile has its words."""

import pytest

from mxgui.routing.sending import rule_words as words
from mxgui.routing.sending.sender import (
    AddressOrder,
    FamilyRule,
    Final,
    HostOrder,
    NoTarget,
    NullRule,
    OwnBest,
    OwnBy,
    SameName,
    Sweep,
    Unit,
)


@pytest.mark.parametrize(
    ("told", "rules"),
    [
        (words.NULL_RULES, NullRule),
        (words.NO_TARGETS, NoTarget),
        (words.SAME_NAMES, SameName),
        (words.UNITS, Unit),
        (words.HOSTS, HostOrder),
        (words.ADDRESSES, AddressOrder),
        (words.FAMILIES, FamilyRule),
        (words.OWN_BY, OwnBy),
        (words.OWN_BEST, OwnBest),
        (words.FINALS, Final),
    ],
)
def test_every_rule_is_told_and_no_two_alike(told, rules):
    assert set(told) == set(rules)
    assert len({str(each) for each in told.values()}) == len(told)


def test_no_sweep_is_not_told():
    assert set(words.SWEEPS) == set(Sweep) - {Sweep.NONE}
