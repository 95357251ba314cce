"""First attempts, delays and losses that were worked out by hand, for every kind of sender."""

from dataclasses import replace
from fractions import Fraction
from math import comb

import pytest

from mxgui.routing.sending.sender import FamilyRule
from mxgui.routing.sending.walk import Fate
from tests.routing.sending.cases import a_what_if, firsts, named, records, simulated, takers

POSTFIX_V6 = replace(named("P"), ordering=replace(named("P").ordering, family=FamilyRule.TIER_V6))
SENDERS = {"P6": POSTFIX_V6, **{letter: named(letter) for letter in "PXSWHK"}}
ONES = records("10 a, 10 b, 10 c", a="4", b="4", c="4")
WIDE = records("10 m3, 10 m1", m3="444", m1="4")
DUALS = records("10 a, 10 b, 10 c", a="64", b="64", c="64")
MIXED = records("10 a, 10 b", a="64", b="4")
APART = records("10 a, 10 b, 10 x, 10 y", a="4", b="4", x="6", y="6")

FIRST = [  # the records, senders, and how often each address is tried first
    (ONES, "P P6 X S W K", "a4 1/3 b4 1/3 c4 1/3"),
    (ONES, "H", "a4 1/2 b4 1/2"),
    (WIDE, "P P6 K", "m34a 1/4 m34b 1/4 m34c 1/4 m14 1/4"),
    (WIDE, "X", "m34a 1/6 m34b 1/6 m34c 1/6 m14 1/2"),
    (WIDE, "S W H", "m34a 1/2 m14 1/2"),
    (DUALS, "P K", "a6 1/6 a4 1/6 b6 1/6 b4 1/6 c6 1/6 c4 1/6"),
    (DUALS, "P6 X S", "a6 1/3 b6 1/3 c6 1/3"),
    (DUALS, "W", "a4 1/3 b4 1/3 c4 1/3"),
    (DUALS, "H", "a6 1/2 b6 1/2"),
    (MIXED, "P K", "a6 1/3 a4 1/3 b4 1/3"),
    (MIXED, "P6 X", "a6 1"),
    (MIXED, "S H", "a6 1/2 b4 1/2"),
    (MIXED, "W", "a4 1/2 b4 1/2"),
    (APART, "P S W K", "a4 1/4 b4 1/4 x6 1/4 y6 1/4"),
    (APART, "P6", "x6 1/2 y6 1/2"),
    (APART, "X", "a4 1/12 b4 1/12 x6 5/12 y6 5/12"),
    (APART, "H", "a4 1/2 b4 1/2"),
]


@pytest.mark.parametrize(("known", "names", "expected"), FIRST)
def test_who_is_tried_first(known, names, expected):
    words = expected.split()
    shares = dict(zip(words[::2], words[1::2], strict=True))
    for name in names.split():
        assert (name, firsts(simulated(SENDERS[name], known))) == (name, shares)


def equal(n: int, up: int = 0):
    """So many equal hosts of one address each."""
    names = [f"h{at}" for at in range(n)]
    known = records(", ".join(f"10 {name}" for name in names), **dict.fromkeys(names, "4"))
    return known, names[up:]


SILENT = [  # equal hosts, how many are silent, and the seconds that a message waits in the mean
    (2, 1, {"P": 15, "X": 150, "S": 63.5, "W": 150, "K": 30}),
    (3, 1, {"P": 10, "X": 100, "S": Fraction(127, 3), "K": 20}),
    (3, 2, {"P": 30, "X": 300, "S": 127, "K": 60}),
    (4, 2, {"P": 20, "X": 200, "S": Fraction(254, 3), "K": 40}),
]


@pytest.mark.parametrize(("n", "down", "seconds"), SILENT)
def test_silent_hosts_delay_as_the_formula_has_it(n, down, seconds):
    known, names = equal(n, n - down)
    what_if = a_what_if(" ".join(f"{name}:silent" for name in names))
    for letter, expected in seconds.items():
        chances = simulated(letter, known, what_if).chances
        assert chances.mean == pytest.approx(float(expected))
        assert set(takers(simulated(letter, known, what_if)).values()) == {
            str(Fraction(1, n - down))
        }


def test_a_silent_primary_delays_by_the_wait_for_a_connection():
    known, off = records("10 p, 20 b", p="4", b="4"), a_what_if("p:silent")
    for letter, seconds in (("P", 30), ("X", 300), ("S", 127), ("W", 300), ("K", 60)):
        assert simulated(letter, known, off).chances.delays == ((float(seconds), Fraction(1)),)


def test_two_hosts_kept_of_three_or_four_may_be_those_that_are_down():
    for n, lost in ((3, Fraction(1, 3)), (4, Fraction(1, 6))):
        known, names = equal(n, n - 2)
        off = a_what_if(" ".join(f"{name}:silent" for name in names))
        assert simulated("W", known, off).chances.chance_of(Fate.DEFERRED) == lost


@pytest.mark.parametrize(("n", "up"), [(6, 1), (8, 1), (10, 2), (100, 50)])
def test_five_tries_may_all_meet_what_is_down(n, up):
    known, names = equal(n, up) if n < 30 else many(n, up)
    off = a_what_if(" ".join(f"{name}:refused" for name in names))
    lost = Fraction(comb(n - up, 5), comb(n, 5))
    assert simulated("P", known, off).chances.chance_of(Fate.DEFERRED) == lost


def many(n: int, up: int):
    """More equal hosts than the short notation can number: hosts of five addresses each."""
    names = [f"h{at}" for at in range(n // 5)]
    known = records(", ".join(f"10 {name}" for name in names), **dict.fromkeys(names, "44444"))
    return known, names[up // 5 :]


def test_two_sessions_may_both_be_with_hosts_that_defer():
    for n, good in ((3, 1), (4, 2), (6, 2)):
        known, names = equal(n, good)
        off = a_what_if(" ".join(f"{name}:rcpt4" for name in names))
        lost = Fraction(comb(n - good, 2), comb(n, 2))
        assert simulated("P", known, off).chances.chance_of(Fate.DEFERRED) == lost


def test_exim_comes_to_the_backup_after_five_silent_tries():
    known, off = records("10 big, 20 b", big="44444444", b="4"), a_what_if("big:silent")
    simulation = simulated("X", known, off)
    assert takers(simulation) == {"b4": "1"}
    assert simulation.chances.delays == ((1500.0, Fraction(1)),)


def test_a_broken_way_for_ipv6_costs_each_sender_something_else():
    off = a_what_if("ipv6:silent")
    three, one = DUALS, records("10 a", a="64")
    tries = {letter: simulated(letter, three, off).chances.mean for letter in "XSWP"}
    assert tries["X"] == 2 * 300
    assert tries["S"] == 127
    assert tries["W"] == 0
    assert simulated("X", one, off).chances.mean == 300
    kumo = simulated("K", three, off).chances.mean
    assert kumo == pytest.approx(60 * 3 / 4)  # the dead over the living and one


def test_a_dead_host_among_dual_stack_ones_costs_exim_less_than_hosts_in_a_row():
    off = a_what_if("a:silent")
    assert simulated("X", DUALS, off).chances.mean == pytest.approx(300 / 3)
    assert simulated("S", DUALS, off).chances.mean == pytest.approx(127 * 2 / 3)


def test_coins_let_no_host_come_before_its_time():
    known, _ = equal(12)
    assert takers(simulated("H", known)) == {"h04": "1/2", "h14": "1/2"}
    off = a_what_if("h0:refused h1:refused")
    assert takers(simulated("H", known, off)) == {"h24": "3/4", "h34": "1/4"}
