"""The one door checks chains against the roots of the program, as of the probe's own moment."""

from dataclasses import replace
from datetime import timedelta

from mxgui.model.chain import PathProblem
from mxgui.net.network import Shared
from mxgui.net.roots import Roots
from tests.builders import NOON, a_probe
from tests.fakes import FakeClock
from tests.net.test_chain import LEAF, MIDDLE, ROOT, session
from tests.net.test_network import a_network, a_shared

SEEN = replace(a_probe(), tls=session(LEAF.der, MIDDLE.der))
CLOCK = FakeClock()


def shared() -> Shared:
    return a_shared(roots=Roots((ROOT.der,), system=False))


async def test_a_chain_that_rests_on_an_authority_added_by_hand_is_trusted():
    found = await a_network(shared=shared()).check_chain(SEEN, (), CLOCK.seconds)
    assert found.trusted
    assert shared().extra_roots == (ROOT.der,)
    assert found.took == 0.0


async def test_the_moment_is_that_of_the_probe_and_not_of_the_check():
    late = replace(SEEN, began=NOON + timedelta(days=100))
    found = await a_network(shared=shared()).check_chain(late, (), CLOCK.seconds)
    assert found.problems == (PathProblem.EXPIRED,)


async def test_a_probe_without_a_chain_has_nothing_to_check():
    found = await a_network().check_chain(replace(SEEN, tls=None), (), CLOCK.seconds)
    assert not found.trusted
