"""The chances of addresses and fates: exact, or within a bound that is told."""

from dataclasses import replace
from fractions import Fraction

import pytest

from mxgui.routing.senders import SENDERS
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.chances import Chances, Method, chances_of
from mxgui.routing.sending.outage import Off, What, WhatIf
from mxgui.routing.sending.sender import FamilyRule
from mxgui.routing.sending.situation import situation_of
from mxgui.routing.sending.walk import Fate
from tests.builders import an_inspection
from tests.routing.sending.cases import a_what_if, fates, named, records

HUNDRED = an_inspection(
    mx=", ".join(f"10 h{at}.example" for at in range(50)),
    hosts={f"h{at}.example": f"2001:db8::{at + 1:x} 192.0.2.{at + 1}" for at in range(50)},
)
ALL = [f"192.0.2.{at + 1}" for at in range(50)] + [f"2001:db8::{at + 1:x}" for at in range(50)]
FAILURES = (
    Behaviour.REFUSED,
    Behaviour.SILENT,
    Behaviour.DEFERS,
    Behaviour.REJECTS,
    Behaviour.MUTE,
    Behaviour.TAKES,
)


def chances(letter, known, off: str = "") -> Chances:
    sender = named(letter) if isinstance(letter, str) else letter
    return chances_of(situation_of(known, sender, a_what_if(off)), sender)


def test_what_is_decided_before_any_connection_is_certain():
    found = chances("P", records("0 ."))
    assert (found.first, found.delivered, fates(found)) == ((), (), "bounced")
    assert (found.mean, found.worst, found.method) == (0.0, 0.0, Method.EXACT)
    assert fates(chances("M", records("10 nothere"))) == "deferred"


def test_every_address_has_its_share_in_the_order_of_the_answer():
    found = chances("S", records("20 c, 10 a, 10 b", a="64", b="4", c="4"), "a:refused")
    assert [each.entry.host[0] for each in found.first] == ["c", "a", "a", "b"]
    assert [str(each.share) for each in found.first] == ["0", "1/2", "0", "1/2"]
    assert [str(each.share) for each in found.delivered] == ["0", "0", "0", "1"]


def test_delays_have_their_chances_their_mean_and_their_worst():
    found = chances("P", records("10 a, 10 b, 10 c", a="4", b="4", c="4"), "a:silent b:silent")
    third = Fraction(1, 3)
    assert found.delays == ((0.0, third), (30.0, third), (60.0, third))
    assert (found.mean, found.worst) == (30.0, 60.0)


def test_a_fate_that_does_not_come_about_has_no_chance():
    found = chances("P", records("10 a", a="4"))
    assert found.chance_of(Fate.DELIVERED) == 1
    assert found.chance_of(Fate.BOUNCED) == 0


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.id)
def test_a_hundred_addresses_that_fail_in_all_ways_are_exact_for_every_sender(sender):
    parts = [Off(What.ADDRESS, each, FAILURES[at * 5 % 6]) for at, each in enumerate(ALL)]
    found = chances_of(situation_of(HUNDRED, sender, WhatIf(tuple(parts))), sender)
    assert found.method is Method.EXACT
    assert sum(each.share for each in found.first) == 1
    assert sum(found.fates.values()) == 1


def test_half_of_a_hundred_are_down():
    off = tuple(Off(What.ADDRESS, each, Behaviour.SILENT) for each in ALL[:25] + ALL[50:75])
    found = chances_of(situation_of(HUNDRED, named("K"), WhatIf(off)), named("K"))
    assert {each.share for each in found.delivered} == {Fraction(0), Fraction(1, 50)}
    assert found.mean == pytest.approx(60 * 50 / 51)  # the dead over the living and one


def test_what_cannot_be_drawn_is_gone_through_run_by_run():
    haraka = named("H")
    prefers = replace(haraka, ordering=replace(haraka.ordering, family=FamilyRule.ALL_V4))
    found = chances(prefers, records("10 a, 10 b", a="64", b="64"), "a:refused")
    assert found.method is Method.EXACT
    assert fates(found) == "delivered"
    assert [str(each.share) for each in found.first] == ["0", "1/2", "0", "1/2"]


def test_what_has_too_many_runs_is_sampled_and_says_so():
    haraka = named("H")
    prefers = replace(haraka, ordering=replace(haraka.ordering, family=FamilyRule.ALL_V4))
    found = chances_of(situation_of(HUNDRED, prefers, WhatIf()), prefers)
    assert (found.method, found.samples > 0) == (Method.SAMPLED, True)
    assert 0 < found.error < 0.2
    first = {each.entry.host: each.share for each in found.first if each.share}
    assert set(first) == {"h0.example", "h1.example"}
    assert abs(first["h0.example"] - Fraction(1, 2)) < found.error
