"""A run that draws its list one by one knows where it is, and what may come next."""

from fractions import Fraction

from mxgui.routing.sending.dealing import Dealer
from mxgui.routing.sending.process import End, Process, State
from mxgui.routing.sending.situation import situation_of
from mxgui.routing.sending.walk import Fate
from tests.routing.sending.cases import a_what_if, named, records


def process(letter: str, known, off: str = "") -> Process:
    sender = named(letter)
    return Process(Dealer(situation_of(known, sender, a_what_if(off)), sender).deck())


def begun(drawn: Process) -> State:
    """Where every run begins, which is not yet its end."""
    assert isinstance(drawn.begin, State)
    return drawn.begin


def chances(ways) -> list[Fraction]:
    return sorted(Fraction(number, of) for number, of, _ in ways)


THREE = records("10 a, 10 b, 10 c", a="4", b="4", c="4")


def test_the_chances_of_a_draw_add_up_to_one():
    drawn = process("P", THREE, "a:refused b:silent")
    assert chances(drawn.ways(begun(drawn))) == [Fraction(1, 3)] * 3


def test_a_run_remembers_what_it_has_drawn_and_no_more():
    drawn = process("P", THREE, "a:refused b:421")
    two_ways = drawn.ways(begun(drawn))
    assert chances(two_ways) == [Fraction(1, 3), Fraction(2, 3)]
    (state,) = [place for _, _, place in two_ways if isinstance(place, State)]
    assert state.tries == 1
    assert sum(state.left) == 2


def test_an_end_tells_the_fate_the_slot_and_the_time():
    drawn = process("P", records("10 a", a="4"))
    ((_, _, place),) = drawn.ways(begun(drawn))
    assert place == End(Fate.DELIVERED, 0, 0)
    drawn = process("P", records("10 a", a="4"), "a:silent")
    ((_, _, place),) = drawn.ways(begun(drawn))
    assert place == End(Fate.DEFERRED, -1, 30_000_000)


def test_the_sweep_carries_an_ipv4_address_until_something_stops_it():
    drawn = process("X", records("10 x, 10 y", x="4", y="6"), "x:refused y:refused")
    places = [place for _, _, place in drawn.ways(begun(drawn))]
    carrying = [place for place in places if isinstance(place, State) and place.carried >= 0]
    assert [place.tries for place in carrying] == [0, 0]


def test_a_host_that_is_begun_is_gone_through_first():
    drawn = process("X", records("10 x, 10 y", x="44", y="44"), "x:refused y:refused")
    ((_, _, state),) = drawn.ways(begun(drawn))
    assert isinstance(state, State)
    assert state.rest
    ((number, of, after),) = drawn.ways(state)
    assert number == of
    assert isinstance(after, State)
    assert not after.rest


def test_a_list_without_addresses_ends_at_once():
    drawn = process("K", records("10 a", a="4"), "a:refused")
    assert drawn.begin == End(Fate.DEFERRED, -1, 0)  # it is passed by without loss
    assert drawn.orders == 1


def test_all_orders_together_can_be_divided_by_every_draw():
    drawn = process("X", records("10 x, 10 y, 20 z", x="644", y="4", z="4"))
    assert drawn.orders == 2 * 2  # two hosts, and two addresses of one family
