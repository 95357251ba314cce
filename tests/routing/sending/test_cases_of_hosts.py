"""Hosts that are the sender itself, are listed twice, fail or are too many: what senders did.

The numbers and letters are those of the cases of orders and of DNS.
"""

from dataclasses import replace
from fractions import Fraction

import pytest

from mxgui.routing.sending.sender import FamilyRule
from mxgui.routing.sending.situation import Before, Cause
from tests.builders import an_inspection
from tests.routing.sending.cases import (
    LETTERS,
    a_what_if,
    fates,
    firsts,
    named,
    orders,
    records,
    simulated,
    takers,
)

EVERY = "".join(LETTERS)
THREE = records("10 a1, 10 a2, 10 a3", a1="4", a2="4", a3="4")


def test_29_the_sender_itself_is_the_best_exchange():
    known = records("10 me, 20 a1", me="4", a1="4")
    address = "192.0.2.8"
    for letter in "PQR":
        for own in ("me", address):
            situation = simulated(letter, known, a_what_if(own=own)).situation
            assert (situation.before, situation.cause) == (Before.BOUNCE, Cause.OWN_BEST)
    frozen = simulated("X", known, a_what_if(own="me")).situation
    assert (frozen.before, frozen.cause) == (Before.DEFER, Cause.OWN_BEST)
    by_name = simulated("S", known, a_what_if(own="me")).situation
    assert by_name.before is Before.BOUNCE
    goes_on = simulated("S", known, a_what_if(own=address))  # it hears its own name, and goes on
    assert [each.entry.host for each in goes_on.run.attempts] == ["me.example", "a1.example"]
    for letter, own in (("O", address), ("O", "me")):
        simulation = simulated(letter, known, a_what_if(own=own))
        assert [each.entry.host for each in simulation.run.attempts] == ["me.example"]
        assert fates(simulation.chances) == "bounced"  # it goes round until somebody counts


def test_30_what_is_as_good_as_the_sender_or_worse_is_cut():
    known = records("10 a1, 20 me, 20 a2, 30 a3", a1="4", me="4", a2="4", a3="4")
    for letter in "PXQR":
        assert set(orders(letter, known, own="me")) == {"a14"}
    assert set(orders("S", known, own="192.0.2.16")) == {
        "a14 me4 a24 a34",
        "a14 a24 me4 a34",
    }
    assert set(orders("S", known, own="me")) == {"a14"}
    assert len(next(iter(orders("O", known, own="me"))).split()) == 4


def test_31_another_name_of_the_same_address_is_seen_by_address_alone():
    known = records("10 a1, 20 alias, 30 a3", a1="4", me="4", alias="=2", a3="4")
    for letter in "PXQ":
        assert set(orders(letter, known, own="192.0.2.16")) == {"a14"}
    assert set(orders("S", known, own="me")) == {"a14 alias4 a34"}


def test_32_localhost_as_an_exchange():
    known = records("10 localhost, 20 a1", a1="4")
    for letter in "XWHR":
        assert takers(simulated(letter, known)) == {"a14": "1"}
    for letter in "PSQ":  # to Postfix 127.0.0.1 is one of its interfaces (inet_interfaces = all)
        assert simulated(letter, known).situation.before is Before.BOUNCE
    assert fates(simulated("O", known).chances) == "bounced"


@pytest.mark.parametrize("address", ["127.0.0.2", "0.0.0.0"])
def test_33_a_host_with_an_address_of_the_sender_itself(address):
    known = an_inspection(mx="10 x.example", hosts={"x.example": address})
    assert simulated("X", known).situation.before is Before.BOUNCE
    assert simulated("H", known).situation.before is Before.DEFER
    assert [each.entry.address for each in simulated("P", known).run.attempts] == [address]
    for letter in EVERY:
        assert not takers(simulated(letter, known))


def test_34_the_same_name_twice():
    known = records("20 a1, 10 a1, 20 a2", a1="4", a2="4")
    assert set(orders("X", known)) == {"a14 a24"}
    assert set(orders("P", known)) == {"a14 a14 a24", "a14 a24 a14"}
    assert set(orders("S", known)) == {"a14 a24"}
    assert set(orders("Q", known)) == {"a14 a14 a24"}


def test_35_two_names_of_the_same_address():
    known = records("10 a1, 20 twin, 30 a2", a1="4", twin="=1", a2="4")
    assert set(orders("X", known)) == {"a14 a24"}
    for letter in "PSQ":
        assert set(orders(letter, known)) == {"a14 twin4 a24"}


ANSWERS = [  # the case, what the hosts do, and senders with the fates of mail
    ("36", "a1:refused a2:421 a3:554", "POK", "deferred"),
    ("36", "a1:refused a2:421 a3:554", "XSWR", "bounced 1/3 deferred 2/3"),
    ("36", "a1:refused a2:421 a3:554", "M", "bounced"),
    ("36", "a1:refused a2:421 a3:554", "H", "bounced 1/4 deferred 3/4"),
    ("36", "a1:refused a2:421 a3:554", "Q", "deferred"),
    ("37", "a1:rcpt4 a2:rcpt4", "P", "deferred 1/3 delivered 2/3"),
    ("37", "a1:rcpt4 a2:rcpt4", "XS", "delivered"),
    ("37", "a1:rcpt4 a2:rcpt4", "OHQm", "deferred"),
    ("37", "a2:rcpt4 a3:rcpt4", "OQm", "delivered"),
    ("37", "a2:rcpt4 a3:rcpt4", "H", "deferred 1/2 delivered 1/2"),
    ("38", "a1:rcpt5", "PXS", "bounced 1/3 delivered 2/3"),
]


@pytest.mark.parametrize(("case", "off", "letters", "expected"), ANSWERS)
def test_hosts_that_answer_but_fail(case, off, letters, expected):
    for letter in letters:
        found = fates(simulated(letter, THREE, a_what_if(off)).chances)
        assert (case, letter, found) == (case, letter, expected)


def test_39_a_host_that_greets_with_not_now():
    known, off = records("10 p, 20 b", p="4", b="4"), a_what_if("p:421")
    for letter in "PXSMWR":
        assert takers(simulated(letter, known, off)) == {"b4": "1"}
    for letter in "QH":
        assert fates(simulated(letter, known, off).chances) == "deferred"


def test_40_two_silent_hosts_before_the_third():
    known = records("10 mx1, 20 mx2, 30 mx3", mx1="4", mx2="4", mx3="4")
    off = a_what_if("mx1:silent mx2:silent")
    for letter, seconds in (("P", 60), ("X", 600), ("K", 120), ("S", 254), ("Q", 120)):
        simulation = simulated(letter, known, off)
        assert takers(simulation) == {"mx34": "1"}
        assert simulation.chances.delays == ((float(seconds), Fraction(1)),)
    assert fates(simulated("O", known, off).chances) == "deferred"


def test_41_and_42_hosts_and_senders_of_one_family():
    dual, six = records("10 a", a="64"), records("10 a", a="6")
    for letter in EVERY:
        simulation = simulated(letter, dual, a_what_if("ipv6:unreachable"))
        assert takers(simulation) == {"a4": "1"}
        assert simulation.chances.worst == 0
    assert simulated("Q", six).situation.before is Before.BOUNCE
    assert simulated("Q", six).situation.cause is Cause.NO_TARGET
    assert simulated("Q", records("", own="6")).situation.cause is Cause.NO_TARGET


def test_43_haraka_with_a_preferred_family_puts_it_before_the_preferences():
    haraka = named("H")
    prefers = replace(haraka, ordering=replace(haraka.ordering, family=FamilyRule.ALL_V4))
    known = records("10 p, 20 b", p="64", b="64")
    assert set(orders(prefers, known)) == {"p4 b4 p6 b6"}
    assert firsts(simulated(prefers, known)) == {"p4": "1"}


def test_53_of_very_many_records_some_senders_read_the_first_hundred():
    names = [f"h{n}" for n in range(120)]
    mx = ", ".join(f"{2000 - n} {name}" for n, name in enumerate(names))
    known = records(mx, **dict.fromkeys(names[:15], "4"), **dict.fromkeys(names[105:], "4"))
    for letter in "PS":
        assert set(takers(simulated(letter, known))) == {"h144"}
    for letter in "XRM":
        assert set(takers(simulated(letter, known))) == {"h1194"}
