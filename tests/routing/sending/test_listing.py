"""The list of one run, built as the source of each sender builds it."""

from dataclasses import replace

import pytest

from mxgui.routing.sending.candidates import Entry
from mxgui.routing.sending.chooser import Scripted
from mxgui.routing.sending.listing import (
    family_first,
    hosts_in_order,
    kept,
    listed,
    tiers_in_order,
    wanted_by,
)
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.sender import HostOrder, Limits, Sweep
from mxgui.routing.sending.situation import situation_of
from tests.routing.sending.cases import named, records, told

EQUALS = records("10 a, 10 b, 10 c, 10 d", a="4", b="4", c="4", d="4")
TWO_TIERS = records("10 a, 10 b, 20 c, 20 d", a="4", b="4", c="4", d="4")


def seen(sender, known):
    return situation_of(known, sender, WhatIf())


def run(sender, known, *script: int) -> str:
    """The list of one run whose draws are these, then 0."""
    situation, chooser = seen(sender, known), Scripted(script)
    entries = listed(situation, sender, lambda _preference: chooser)
    return " ".join(told(situation, entry) for entry in entries)


def ordered_by(order: HostOrder, known):
    return replace(named("O"), ordering=replace(named("O").ordering, hosts=order))


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (HostOrder.ANSWER, "a4 b4 c4 d4"),
        (HostOrder.SWAP_REMOVE, "a4 b4 d4 c4"),  # c is put where b was before
        (HostOrder.ARRIVAL, "a4 b4 d4 c4"),
    ],
)
def test_what_is_not_shuffled_has_one_order_over_all_preferences(order, expected):
    assert run(ordered_by(order, TWO_TIERS), TWO_TIERS) == expected


def test_the_record_that_comes_first_in_the_answer_arrives_first():
    known = records("20 b, 10 x, 10 y, 10 z", b="4", x="4", y="4", z="4")
    assert run(ordered_by(HostOrder.ARRIVAL, known), known) == "z4 y4 x4 b4"
    assert run(ordered_by(HostOrder.SWAP_REMOVE, known), known) == "x4 z4 y4 b4"


def test_a_host_without_address_keeps_its_place_when_it_is_shuffled():
    known = records("10 a, 10 nothere, 10 c", a="4", c="4")
    sender = named("R")
    (tier,) = tiers_in_order(seen(sender, known), sender)
    assert len(hosts_in_order(tier, HostOrder.UNIFORM, Scripted())) == 3
    assert run(sender, known) in ("a4 c4", "c4 a4")


def test_a_coin_swaps_two_neighbours():
    assert run(named("H"), EQUALS, 0, 0, 0) == "a4 b4 c4 d4"
    assert run(named("H"), EQUALS, 1, 1, 1) == "b4 c4 d4 a4"
    assert run(named("H"), EQUALS, 0, 1, 0) == "a4 c4 b4 d4"


def test_the_sweep_of_exim_carries_one_address_along_within_its_preference():
    known = records("10 v, 10 x, 20 y", v="4", x="6", y="6")
    assert wanted_by(Sweep.V6) == 6
    assert wanted_by(Sweep.V4) == 4
    orders = {run(named("X"), known, at) for at in (0, 1)}
    assert orders == {"x6 v4 y6"}


def test_an_address_that_came_before_is_left_out_where_a_sender_has_it_so():
    known = records("10 a, 20 twin, 30 b", a="4", twin="=1", b="4")
    assert run(named("X"), known) == "a4 b4"
    assert run(named("P"), known) == "a4 twin4 b4"


def test_hosts_beyond_the_limit_are_cut_with_all_their_addresses():
    known = records("10 a, 20 b, 30 c", a="44", b="4", c="4")
    assert run(named("W"), known) == "a4a a4b b4"


def entries(families: str) -> list[Entry]:
    addresses = {"4": "192.0.2.{}", "6": "2001:db8::{}"}
    return [Entry("a", 10, at, addresses[each].format(at)) for at, each in enumerate(families)]


@pytest.mark.parametrize(
    ("families", "expected"),
    [
        ("444444", None),  # one family
        ("44466", None),  # not more than five
        ("4666666", {4: 1, 6: 4}),
        ("6444444", {6: 1, 4: 4}),
        ("444666", {4: 3, 6: 2}),  # the first tells whom the odd one is for
        ("666444", {4: 2, 6: 3}),
    ],
)
def test_the_balance_keeps_both_families(families, expected):
    assert kept(entries(families), Limits(attempts=5, balance=True)) == expected


def test_without_a_balance_all_are_kept():
    assert kept(entries("4666666"), Limits(attempts=5)) is None
    assert kept(entries("4666666"), Limits(balance=True)) is None


def test_a_family_is_moved_forward_without_other_changes():
    found = [entry.place for entry in family_first(entries("4646"), 6)]
    assert found == [1, 3, 0, 2]
