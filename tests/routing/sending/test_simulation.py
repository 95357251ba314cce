"""One sender, one domain: what is decided, one run, and all chances."""

from dataclasses import replace

from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.simulation import simulate, waiting_in_queue
from mxgui.routing.sending.situation import Before
from mxgui.routing.sending.walk import Fate
from tests.routing.sending.cases import a_what_if, named, records, takers

KNOWN = records("10 a, 10 b, 20 c", a="4", b="4", c="4")


def test_nothing_is_computed_twice():
    sender = named("P")
    assert simulate(KNOWN, sender) is simulate(KNOWN, sender)


def test_another_shuffle_is_another_run_of_the_same_chances():
    sender = named("P")
    first, other = (simulate(KNOWN, sender, a_what_if(), seed) for seed in (0, 1))
    assert first.chances is other.chances
    assert first.situation is other.situation
    hosts = {
        simulate(KNOWN, sender, a_what_if(), seed).run.attempts[0].entry.host for seed in range(20)
    }
    assert hosts == {"a.example", "b.example"}


def test_the_fate_is_that_of_the_run_unless_it_is_decided_before():
    assert simulate(KNOWN, named("P")).fate is Fate.DELIVERED
    assert simulate(records("0 ."), named("P")).fate is Fate.BOUNCED
    waits = simulate(records("10 nothere"), named("M"))
    assert (waits.fate, waits.situation.before) == (Fate.DEFERRED, Before.DEFER)


def test_a_message_that_has_waited_goes_in_the_clear_at_postfix():
    known, off = records("10 a", a="4"), a_what_if("a:tls")
    postfix, exim = named("P"), named("X")
    assert simulate(known, postfix, off).fate is Fate.DEFERRED
    assert simulate(known, waiting_in_queue(postfix), off).fate is Fate.DELIVERED
    assert waiting_in_queue(exim) is exim
    assert waiting_in_queue(postfix) is waiting_in_queue(postfix)


def test_the_inspection_stands_beside_what_comes_of_it():
    simulation = simulate(KNOWN, named("P"))
    assert simulation.inspection is KNOWN
    assert replace(simulation, inspection=records("0 .")) == simulation
    assert takers(simulation) == {"a4": "1/2", "b4": "1/2"}
    assert simulation.situation.entries[0].behaviour is Behaviour.TAKES
