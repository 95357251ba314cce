"""Addresses of a host that race each other: who wins, and what that costs."""

import pytest

from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.candidates import Entry
from mxgui.routing.sending.racing import HEAD_START, raced

B = Behaviour


def race(*behaviours: tuple[str, Behaviour]) -> list[tuple[str, float]]:
    """The addresses that are dialled with what each costs, of 300 s for all."""
    entries = [
        Entry("a.example", 10, 0, f"{family}{at}", behaviour)
        for at, (family, behaviour) in enumerate(behaviours)
    ]
    return [(entry.address, spent) for entry, spent in raced(entries, 300.0)]


SIX, FOUR = "2001:db8::", "192.0.2."


def test_the_first_that_connects_ends_the_race():
    assert race((SIX, B.TAKES), (FOUR, B.TAKES)) == [(f"{SIX}0", 0.0)]
    assert race((SIX, B.DEFERS), (FOUR, B.TAKES)) == [(f"{SIX}0", 0.0)]


def test_a_silent_family_loses_after_the_head_start():
    won = race((SIX, B.SILENT), (FOUR, B.TAKES))
    assert won == [(f"{SIX}0", HEAD_START), (f"{FOUR}1", 0.0)]


def test_a_refusal_lets_the_other_family_begin_at_once():
    assert race((SIX, B.REFUSED), (FOUR, B.TAKES)) == [(f"{SIX}0", 0.0), (f"{FOUR}1", 0.0)]


def test_one_family_has_no_race_and_shares_its_time():
    assert race((FOUR, B.SILENT), (FOUR, B.SILENT), (FOUR, B.TAKES)) == [
        (f"{FOUR}0", 100.0),
        (f"{FOUR}1", 100.0),
        (f"{FOUR}2", 0.0),
    ]


def test_a_family_that_connects_late_loses_against_the_other():
    won = race((SIX, B.SILENT), (SIX, B.TAKES), (FOUR, B.TAKES))
    assert [address for address, _ in won] == [f"{SIX}0", f"{FOUR}2"]
    lost = race((SIX, B.SILENT), (SIX, B.TAKES), (FOUR, B.SILENT))
    assert [address for address, _ in lost] == [f"{SIX}0", f"{SIX}1"]
    assert sum(spent for _, spent in lost) == 150.0


def test_if_all_fail_both_families_have_their_time_side_by_side():
    failed = race((SIX, B.SILENT), (FOUR, B.SILENT))
    assert len(failed) == 2
    assert sum(spent for _, spent in failed) == pytest.approx(300.0 + HEAD_START)
    assert sum(spent for _, spent in race((SIX, B.SILENT), (FOUR, B.REFUSED))) == 300.0
