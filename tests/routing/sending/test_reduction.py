"""What of a host makes no difference to a run that no limit ends."""

from dataclasses import replace

from mxgui.routing.sending.candidates import Entry
from mxgui.routing.sending.deck import Trait
from mxgui.routing.sending.reduction import (
    ends,
    is_idle,
    is_one_step,
    last_ones,
    shortened,
    softened,
    surely_ends,
)
from mxgui.routing.sending.sender import Next

PASSES, TAKES = Trait(Next.NEXT_ADDRESS), Trait(Next.DELIVERED)
SLOW, HARD = replace(PASSES, spent=30), replace(PASSES, hard=True)
LEAVES = Trait(Next.NEXT_HOST, spent=5)


def host(*traits: Trait):
    """A host whose addresses keep their order."""
    entries = (Entry("a", 10, 0, f"192.0.2.{at}") for at in range(len(traits)))
    return tuple(((trait, entry),) for trait, entry in zip(traits, entries, strict=True))


def test_a_host_in_a_fixed_order_is_one_step():
    (((trait, entry),),) = shortened(host(SLOW, SLOW, TAKES, SLOW))
    assert (trait.next, trait.spent, entry.address) == (Next.DELIVERED, 60, "192.0.2.2")
    (((trait, _),),) = shortened(host(SLOW, LEAVES, TAKES))
    assert (trait.next, trait.spent) == (Next.NEXT_HOST, 35)
    (((trait, _),),) = shortened(host(HARD, SLOW))
    assert (trait.hard, trait.spent) == (False, 30)  # the last error counts


def test_a_host_whose_addresses_are_shuffled_stays_as_it_is():
    shuffled = ((*host(SLOW)[0], *host(TAKES)[0]),)
    assert shortened(shuffled) == shuffled
    assert not is_one_step(shuffled)
    assert is_one_step(host(SLOW))


def test_where_a_run_ends():
    assert ends(host(SLOW, TAKES))
    assert surely_ends(host(SLOW, TAKES))
    assert ends(host(LEAVES, TAKES))
    assert not surely_ends(host(LEAVES, TAKES))
    assert not ends(host(SLOW, HARD))


def test_a_host_without_loss_is_idle():
    assert is_idle(host(PASSES, PASSES))
    for other in (SLOW, HARD, TAKES):
        assert not is_idle(host(PASSES, other))
    assert is_idle(softened(host(HARD)))


def test_each_of_several_may_be_the_last_one_that_decides():
    last = last_ones([host(SLOW), host(replace(SLOW, hard=True)), host(LEAVES)])
    traits = [trait for (((trait, _),),) in last]
    assert [trait.spent for trait in traits] == [65] * 3
    assert [trait.hard for trait in traits] == [False, True, False]
    assert {trait.next for trait in traits} == {Next.NEXT_ADDRESS}
