"""The list of a run is dealt into few kinds: what makes no difference is left out."""

from dataclasses import replace

import pytest

from mxgui.routing.senders import SENDERS
from mxgui.routing.sending.dealing import Dealer, is_drawable
from mxgui.routing.sending.deck import Deck
from mxgui.routing.sending.sender import AddressOrder, FamilyRule, Limits, Unit
from mxgui.routing.sending.situation import situation_of
from tests.routing.sending.cases import a_what_if, named, records

MANY = [f"h{at}" for at in range(20)]
MX = ", ".join(f"10 {name}" for name in MANY)


def deck(letter, known, off: str = "", *, only_first: bool = False) -> Deck:
    sender = named(letter) if isinstance(letter, str) else letter
    situation = situation_of(known, sender, a_what_if(off))
    return Dealer(situation, sender, only_first=only_first).deck()


def counts(dealt: Deck) -> list[list[int]]:
    return [[kind.count for kind in pool.kinds] for pool in dealt.pools]


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.id)
def test_every_sender_on_the_shelf_can_be_drawn_one_by_one(sender):
    assert is_drawable(sender)


def test_what_needs_the_whole_list_cannot_be_drawn():
    haraka, exim, stalwart = named("H"), named("X"), named("W")
    over_all = replace(haraka.ordering, family=FamilyRule.ALL_V4)
    in_a_tier = replace(haraka.ordering, family=FamilyRule.TIER_V6)
    assert not is_drawable(replace(haraka, ordering=over_all))
    assert not is_drawable(replace(haraka, ordering=in_a_tier))
    assert is_drawable(replace(haraka, ordering=replace(in_a_tier, unit=Unit.ADDRESS)))
    assert not is_drawable(replace(exim, limits=Limits(per_host=2)))
    assert not is_drawable(replace(stalwart, limits=Limits(hosts=2, jump=True)))
    both = replace(named("P").lookups, same_address_once=True)
    assert not is_drawable(replace(named("P"), lookups=both))
    racing = replace(exim.ordering, addresses=AddressOrder.RACE)
    assert not is_drawable(replace(exim, ordering=racing))


def test_hosts_of_which_the_same_matters_are_of_one_kind():
    known = records(MX, **dict.fromkeys(MANY, "4"))
    assert counts(deck("P", known)) == [[20]]
    off = " ".join(f"{name}:refused" for name in MANY[:5])
    assert counts(deck("P", known, off)) == [[5, 15]]
    same = off.replace("h1:refused", "h1:421")  # to Postfix one is as good as the other
    assert counts(deck("P", known, same)) == [[5, 15]]


def test_what_a_run_passes_by_without_loss_is_not_drawn():
    known = records(MX, **dict.fromkeys(MANY, "4"))
    off = " ".join(f"{name}:refused" for name in MANY[:5])
    assert counts(deck("R", known, off)) == [[15]]
    assert counts(deck("R", known, off.replace("refused", "silent"))) == [[5, 15]]


def test_an_error_is_permanent_only_where_it_may_be_the_last():
    known = records("10 a, 10 b, 20 c", a="4", b="4", c="4")
    rejects = "a:554 b:554 c:554"
    assert [trait.hard for trait in deck("S", known, rejects).traits] == [True]
    assert [trait.hard for trait in deck("S", known, "a:554 b:554").traits] == [False]
    big = records("10 big", big="444444")
    assert [trait.hard for trait in deck("X", big, "big:554").traits] == [False]
    assert not any(trait.hard for trait in deck("P", known, rejects).traits)


def test_where_no_host_takes_mail_the_order_makes_no_difference():
    known = records(MX, **dict.fromkeys(MANY, "4"))
    off = " ".join(f"{name}:silent" for name in MANY)
    assert counts(deck("H", known, off)) == [[1]] * 20
    assert not any(pool.tossed for pool in deck("H", known, off).pools)
    mixed = off.replace("h0:silent", "h0:554")
    (pool,) = deck("S", known, mixed).pools
    assert pool.one
    assert sorted(kind.count for kind in pool.kinds) == [1, 19]


def test_a_coin_knows_each_host_apart():
    known = records("10 a, 10 b, 10 c", a="4", b="4", c="4")
    (pool,) = deck("H", known).pools
    assert pool.tossed
    assert [kind.count for kind in pool.kinds] == [1, 1, 1]


def test_the_deck_of_who_is_first_knows_addresses_alone():
    known = records("10 a, 10 b, 20 nothere", a="64", b="64")
    found = deck("X", known, "a:554 b:silent", only_first=True)
    assert counts(found)[0] == [2]
    assert {trait.spent for trait in found.traits} == {0}


def test_addresses_of_several_hosts_are_known_by_name_where_they_count_once():
    known = records("10 a, 10 twin, 20 b", a="4", twin="=1", b="4")
    assert {trait.shared for trait in deck("X", known).traits} == {"192.0.2.8", ""}
    assert {trait.shared for trait in deck("P", known).traits} == {""}


def test_the_balance_is_counted_beforehand():
    known = records("10 a, 10 b", a="666", b="444")
    assert deck("P", known).keep == {4: (3, 2), 6: (2, 3)}
    assert deck("P", records("10 a", a="666")).keep is None
