"""Record sets against what was observed of real servers, or read in their source: orders, fates.

The numbers are those of the list of cases that the profiles were made from; P is Postfix, X Exim,
S Sendmail, O OpenSMTPD, Q qmail, H Haraka, m maddy, M mox, W Stalwart, K KumoMTA, R the RFC. What
MTA-STS, DANE and extensions decide (44 to 51, 54, 55) is tested where those are read.
"""

from dataclasses import replace
from fractions import Fraction
from itertools import permutations

import pytest

from mxgui.model.records import Status
from mxgui.routing.sending.sender import FamilyRule, Sweep
from mxgui.routing.sending.situation import Before, Cause
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
POSTFIX_V6 = replace(named("P"), ordering=replace(named("P").ordering, family=FamilyRule.TIER_V6))


def every_order_of(*parts: str) -> set[str]:
    return {" ".join(order) for order in permutations(parts)}


@pytest.mark.parametrize("letter", "PXSRMK")
def test_1_three_equal_hosts_come_in_any_order(letter):
    found = orders(letter, THREE)
    assert set(found) == every_order_of("a14", "a24", "a34")
    assert set(found.values()) == {Fraction(1, 6)}


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        ("Q", {"a14 a34 a24"}),
        ("O", {"a14 a34 a24"}),
        ("m", {"a14 a24 a34"}),
        ("H", {"a14 a24 a34", "a14 a34 a24", "a24 a14 a34", "a24 a34 a14"}),
    ],
)
def test_1_some_senders_do_not_shuffle_or_not_evenly(letter, expected):
    found = orders(letter, THREE)
    assert set(found) == expected
    assert set(found.values()) == {Fraction(1, len(expected))}


def test_1_qmail_and_opensmtpd_take_four_equals_from_behind():
    four = records("10 a1, 10 a2, 10 a3, 10 a4", a1="4", a2="4", a3="4", a4="4")
    assert set(orders("Q", four)) == {"a14 a44 a34 a24"}
    assert set(orders("O", four)) == {"a14 a44 a34 a24"}


def test_2_a_host_of_three_addresses_beside_one_of_one():
    known = records("10 m3, 10 m1", m3="444", m1="4")
    postfix, exim = orders("P", known), orders("X", known)
    assert len(postfix) == 24
    assert sum(share for order, share in postfix.items() if order.startswith("m14")) == Fraction(
        1, 4
    )
    assert len(exim) == 12
    assert all(not 0 < order.split().index("m14") < 3 for order in exim)
    assert sum(share for order, share in exim.items() if order.startswith("m14")) == Fraction(1, 2)
    assert orders("S", known) == {
        "m34a m34b m34c m14": Fraction(1, 2),
        "m14 m34a m34b m34c": Fraction(1, 2),
    }
    for letter in "OQ":
        assert set(orders(letter, known)) == {"m34a m34b m34c m14"}


def test_3_three_dual_stack_hosts():
    known = records("10 x, 10 y, 10 z", x="64", y="64", z="64")
    hosts = list(permutations("xyz"))
    exim = {f"{a}6 {b}6 {a}4 {c}6 {b}4" for a, b, c in hosts}  # then z4, which is the sixth
    assert set(orders("X", known)) == exim
    assert set(orders("S", known)) == {f"{a}6 {a}4 {b}6 {b}4 {c}6 {c}4" for a, b, c in hosts}
    assert all(order.count("6") <= 3 for order in orders("P", known))
    assert {len(order.split()) for order in orders("P", known)} == {5}
    assert {order.replace("4", "6") for order in orders("Q", known)} == {"x6 z6 y6"}
    assert set(orders("W", known)) == {f"{a}4 {a}6 {b}4 {b}6" for a, b in permutations("xyz", 2)}
    for order in orders(POSTFIX_V6, known):
        families = [word[-1] for word in order.split()]
        assert families in (["6", "6", "6", "4", "4"], ["6", "6", "4", "4", "4"])


def test_4_a_dual_stack_host_beside_one_of_ipv4():
    known = records("10 ds, 10 v", ds="64", v="4")
    assert set(orders("X", known)) == {"ds6 ds4 v4", "ds6 v4 ds4"}
    assert firsts(simulated("X", known)) == {"ds6": "1"}
    assert firsts(simulated("P", known)) == {"ds6": "1/3", "ds4": "1/3", "v4": "1/3"}
    assert firsts(simulated("S", known)) == {"ds6": "1/2", "v4": "1/2"}


def test_5_and_6_exim_tries_ipv4_first_only_if_two_of_it_come_first():
    for known in (
        records("10 a, 10 b, 10 x, 10 y", a="64", b="64", x="4", y="4"),
        records("10 a, 10 b, 10 x, 10 y", a="6", b="6", x="4", y="4"),
    ):
        first = firsts(simulated("X", known))
        assert first == {"a6": "5/12", "b6": "5/12", "x4": "1/12", "y4": "1/12"}
    assert set(firsts(simulated("P", known)).values()) == {"1/4"}
    assert firsts(simulated(POSTFIX_V6, known)) == {"a6": "1/2", "b6": "1/2"}


@pytest.mark.parametrize("letter", EVERY)
def test_7_the_order_of_the_answer_is_not_that_of_the_preferences(letter):
    known = records("20 b, 10 a1, 10 a2, 30 c", a1="4", a2="4", b="4", c="4")
    for order in orders(letter, known):
        words = order.split()
        assert set(words[:2]) == {"a14", "a24"}
        assert words[2:] == ([] if letter == "W" else ["b4", "c4"])


def test_8_more_addresses_than_some_senders_try():
    known = records("10 big, 20 b", big="444444", b="4")
    assert {"b4" in order or len(order.split()) for order in orders("P", known)} == {5}
    assert {(order.split()[-1], len(order.split())) for order in orders("X", known)} == {("b4", 6)}
    for letter in "SQR":
        assert set(orders(letter, known)) == {"big4a big4b big4c big4d big4e big4f b4"}
    assert set(orders("W", known)) == {"big4a big4b b4"}


def test_9_the_balance_of_postfix_lets_both_families_in():
    known = records("10 big, 20 b", big="6666664", b="4")
    for order in orders("P", known):
        words = order.split()
        assert len(words) == 5
        assert words[-1] == "b4"
        assert sum(word.startswith("big6") for word in words) == 3
        assert "big4" in words


def test_10_exim_with_ipv4_preferred_carries_ipv6_along():
    exim = named("X")
    prefers = replace(exim, ordering=replace(exim.ordering, sweep=Sweep.V4))
    assert firsts(simulated(prefers, records("10 big", big="64"))) == {"big4": "1"}
    known = records("10 big, 20 b", big="6664", b="4")  # a shorter one: the IPv4 comes last but one
    assert {order.split()[2] for order in orders(prefers, known)} == {"big4"}


def test_11_without_a_way_for_ipv6_tries_are_free_but_count():
    known = records("10 big, 20 b", big="666666", b="4")
    down = a_what_if("ipv6:unreachable")
    for letter in "PX":
        simulation = simulated(letter, known, down)
        assert takers(simulation) == {"b4": "1"}
        assert simulation.chances.worst == 0
    assert len(simulated("X", known, down).run.attempts) == 6


NULLS = [  # the case, the records, and senders with what becomes of mail before any connection
    ("12", "0 .", "PXSQHmMWKR", Before.BOUNCE),
    ("12", "0 .", "O", Before.DEFER),
    ("13", "0 ., 10 a1", "PWKm", Before.BOUNCE),
    ("13", "0 ., 10 a1", "XSQOHMR", Before.TRY),
    ("14", "10 .", "PXSQmMWKR", Before.BOUNCE),
    ("14", "10 .", "OH", Before.DEFER),
]


@pytest.mark.parametrize(("case", "mx", "letters", "before"), NULLS)
def test_null_mx_alone_mixed_and_misspelt(case, mx, letters, before):
    known = records(mx, a1="4")
    for letter in letters:
        simulation = simulated(letter, known)
        assert (case, letter, simulation.situation.before) == (case, letter, before)
        if before is Before.TRY:
            assert takers(simulation) == {"a14": "1"}


def test_15_a_null_record_behind_a_host_that_is_down():
    known, down = records("0 a1, 10 .", a1="4"), a_what_if("a1:refused")
    assert fates(simulated("m", known, down).chances) == "bounced"
    assert [each.entry.host for each in simulated("m", known, down).run.attempts] == ["a1.example"]
    assert simulated("P", known, down).situation.before is Before.BOUNCE
    assert fates(simulated("X", known, down).chances) == "deferred"


def test_16_without_mx_the_domain_itself_is_the_host():
    known = records("", own="64")
    firsts_of = {"S": "6", "X": "6", "W": "4", "Q": "4", "R": "6", "m": "6"}
    for letter, family in firsts_of.items():
        assert firsts(simulated(letter, known)) == {f"example.org{family}": "1"}
    assert set(firsts(simulated("P", known)).values()) == {"1/2"}


BEFORE = [  # the case, the records, senders, what is decided before any connection, and why
    ("17", Status.SERVFAIL, EVERY, Before.DEFER, Cause.LOOKUP_FAILED),
    ("17", Status.TIMEOUT, EVERY, Before.DEFER, Cause.LOOKUP_FAILED),
    ("52", Status.BAD_ANSWER, EVERY, Before.DEFER, Cause.LOOKUP_FAILED),
    ("28", Status.LOOP, EVERY, Before.DEFER, Cause.LOOKUP_FAILED),
    ("18", Status.NXDOMAIN, "PXSOQHmWKR", Before.BOUNCE, Cause.NO_DOMAIN),
    ("18", Status.NXDOMAIN, "M", Before.DEFER, Cause.NO_DOMAIN),
    ("19", "", "PXSQHmWR", Before.BOUNCE, Cause.NO_ADDRESS),
    ("19", "", "OM", Before.DEFER, Cause.NO_ADDRESS),
    ("20", "10 nothere", "PXSQmWR", Before.BOUNCE, Cause.NO_TARGET),
    ("20", "10 nothere", "OMH", Before.DEFER, Cause.NO_TARGET),
    ("22", "10 sf", "PXSOQHmMWKR", Before.DEFER, Cause.LOOKUP_FAILED),
]


@pytest.mark.parametrize(("case", "mx", "letters", "before", "cause"), BEFORE)
def test_what_dns_decides(case, mx, letters, before, cause):
    known = records(mx, sf=Status.SERVFAIL)
    for letter in letters:
        situation = simulated(letter, known).situation
        assert (case, letter, situation.before, situation.cause) == (case, letter, before, cause)


@pytest.mark.parametrize("letter", EVERY)
def test_21_and_23_a_host_without_address_holds_no_mail_up(letter):
    for mx in ("10 nothere, 20 a1", "10 sf, 20 a1"):
        simulation = simulated(letter, records(mx, a1="4", sf=Status.SERVFAIL))
        assert takers(simulation) == {"a14": "1"}
        assert simulation.chances.worst == 0


def test_24_and_25_an_address_in_place_of_a_name():
    alone, beside = records("10 192.0.2.200"), records("10 192.0.2.200, 20 a1", a1="4")
    for letter in "PSOQH":
        assert takers(simulated(letter, alone)) == {"192.0.2.200": "1"}
        assert takers(simulated(letter, beside)) == {"192.0.2.200": "1"}
    for letter in "XMmR":
        assert simulated(letter, alone).situation.before is not Before.TRY
        assert takers(simulated(letter, beside)) == {"a14": "1"}
    assert simulated("X", alone).situation.before is Before.BOUNCE
    assert simulated("M", alone).situation.before is Before.DEFER
