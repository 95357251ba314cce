"""Pools of hosts, and in how many ways they can be drawn."""

from mxgui.routing.sending.deck import HostKind, Pool

ONE_STEP = (((0, 1),),)


def test_hosts_that_are_drawn_one_by_one_have_all_their_orders():
    pool = Pool(0, (HostKind(ONE_STEP, 3), HostKind((((1, 1),),), 2)))
    assert pool.begin == (3, 2)
    assert pool.orders == 120


def test_the_addresses_of_each_host_have_their_orders_too():
    groups = (((0, 2),), ((1, 1), (2, 2)))  # two of one family, three of the other
    pool = Pool(0, (HostKind(groups, 2),))
    assert pool.orders == 2 * (2 * 6) ** 2


def test_coins_have_two_ways_each():
    kinds = tuple(HostKind((((at, 1),),), 1) for at in range(4))
    pool = Pool(0, kinds, tossed=True)
    assert pool.begin == (1, 0)
    assert pool.orders == 8


def test_one_that_stands_for_all_is_drawn_once():
    assert Pool(0, (HostKind(ONE_STEP, 3), HostKind((((1, 1),),), 2)), one=True).orders == 5
