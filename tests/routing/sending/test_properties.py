"""What holds for every route, every what-if and every sender on the shelf."""

from dataclasses import replace
from fractions import Fraction
from itertools import islice

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.chances import Method, chances_of
from mxgui.routing.sending.enumeration import enumerated, sampled
from mxgui.routing.sending.outage import AS_RECORDS_SAY, Off, What
from mxgui.routing.sending.simulation import simulate
from mxgui.routing.sending.situation import Before, situation_of
from mxgui.routing.sending.walk import Fate
from tests.routing.sending.cases import a_what_if, named, records
from tests.routing.sending.routes import ADDRESSES, offs, routes, senders, what_ifs

FEW = 1000  # runs that are gone through one by one
HOUR = 3600


def total(shares) -> Fraction:
    return sum((each.share for each in shares), Fraction(0))


@given(routes(), senders, what_ifs)
@settings(max_examples=200)
def test_the_drawn_process_is_all_runs_gone_through_one_by_one(known, sender, what_if):
    situation = situation_of(known, sender, what_if)
    assume(situation.before is Before.TRY)
    runs = list(islice(enumerated(situation, sender), FEW + 1))
    assume(len(runs) <= FEW)
    chances = chances_of(situation, sender)
    assert chances.method is Method.EXACT
    for entry, first, taken in zip(
        situation.entries, chances.first, chances.delivered, strict=True
    ):
        assert first.entry == taken.entry == entry
        tried = [chance for run, chance in runs if _first(run) == entry]
        took = [chance for run, chance in runs if run.taker == entry]
        assert (first.share, taken.share) == (sum(tried), sum(took))
    for fate in Fate:
        expected = sum(chance for run, chance in runs if run.fate is fate)
        assert chances.chance_of(fate) == expected
    for seconds, share in chances.delays:
        expected = sum(chance for run, chance in runs if abs(run.spent - seconds) < 1e-4)
        assert share == expected


def _first(run):
    return run.attempts[0].entry if run.attempts else None


@given(routes(), senders, what_ifs)
def test_shares_add_up(known, sender, what_if):
    chances = simulate(known, sender, what_if).chances
    assert sum(chances.fates.values()) == 1
    assert sum(share for _, share in chances.delays) == 1
    assert total(chances.delivered) == chances.chance_of(Fate.DELIVERED)
    # A list that is cut beforehand may hold nothing but hosts without an address (Stalwart).
    assert sender.limits.hosts or total(chances.first) in (0, 1)
    assert chances.chance_of(Fate.DELIVERED) <= total(chances.first) <= 1


@given(routes(), senders, what_ifs, st.sampled_from(ADDRESSES))
def test_switching_an_address_off_never_raises_what_it_takes(known, sender, what_if, address):
    def share(supposed) -> Fraction:
        chances = simulate(known, sender, supposed).chances
        return total(each for each in chances.delivered if each.entry.address == address)

    for how in (Behaviour.REFUSED, Behaviour.SILENT, Behaviour.DEFERS, Behaviour.REJECTS):
        fewer = replace(what_if, off=(*what_if.off, Off(What.ADDRESS, address, how)))
        assert share(fewer) == 0 <= share(what_if)


@given(routes(), senders, what_ifs)
def test_no_worse_preference_is_tried_before_one_of_a_better_one(known, sender, what_if):
    situation = simulate(known, sender, what_if).situation
    best = min((entry.preference for entry in situation.entries), default=0)
    for each in simulate(known, sender, what_if).chances.first:
        assert each.entry.preference == best or not each.share
    if what_if.off:
        return
    for each in simulate(known, sender, what_if).chances.delivered:
        assert each.entry.preference == best or not each.share


@given(routes(), senders, offs)
def test_what_is_down_has_no_part_in_who_is_tried_first(known, sender, off):
    usual = simulate(known, sender, AS_RECORDS_SAY).chances.first
    supposed = simulate(known, sender, replace(AS_RECORDS_SAY, off=(off,))).chances.first
    assert [each.share for each in usual] == [each.share for each in supposed]


@given(routes(), senders, what_ifs, st.integers(0, 5))
def test_the_run_of_a_seed_is_one_that_the_chances_know(known, sender, what_if, seed):
    simulation = simulate(known, sender, what_if, seed)
    assert simulation.chances.chance_of(simulation.fate) > 0
    taker = simulation.run.taker
    for each in simulation.chances.delivered:
        assert each.share or each.entry != taker


def test_many_samples_come_to_the_same():
    known = records("10 a, 10 b, 10 c, 20 d", a="64", b="44", c="4", d="4")
    what_if = a_what_if("a:silent c:554 ipv6:refused")
    for letter, runs in (("P", 100000), ("X", 100000), ("S", 20000), ("H", 20000)):
        sender = named(letter)
        situation = situation_of(known, sender, what_if)
        chances = chances_of(situation, sender)
        found = list(sampled(situation, sender, runs))
        for each in chances.delivered:
            share = sum(chance for run, chance in found if run.taker == each.entry)
            assert abs(share - each.share) < 4 * (0.25 / runs) ** 0.5
