"""A second vantage sees the same addresses, and nothing that was known is asked again."""

import pytest

from mxgui.app.resuming import resume
from mxgui.app.second_look import look_again
from mxgui.model.line import PROXY
from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.smtp import Outcome
from mxgui.routing.reach import State, state_of
from mxgui.routing.sightings import has_several
from tests.builders import a_probe, an_inspection
from tests.fakes import FakeClock, network_of

SHOWN = "socks5://192.0.2.80:1080"
BOTH = Plan(proxy=SHOWN, also_direct=True)


async def seen_again(known, plan=BOTH, through=Outcome.GREETED):
    network = network_of(known)
    network.answers_through["192.0.2.1"] = a_probe(outcome=through)
    told: list[object] = []
    found = await resume(known, plan, network, told.append, FakeClock(), look_again)
    return found, network


async def test_what_this_line_did_not_hear_the_proxy_does():
    known = an_inspection(probes={"192.0.2.1": Outcome.TIMED_OUT})
    assert state_of(known, "192.0.2.1") is State.UNHEARD
    found, network = await seen_again(known)
    assert state_of(found, "192.0.2.1") is State.OK
    assert has_several(found, "192.0.2.1")
    assert [target.vantage for target in network.probed] == [PROXY]
    assert network.asked == []
    assert found.line_of(PROXY).proxy == SHOWN
    assert len(found.probes) == 1


async def test_a_vantage_that_has_looked_is_left_in_peace_unless_it_is_another_proxy():
    first, _ = await seen_again(an_inspection())
    _, network = await seen_again(first)
    assert network.probed == []
    other = Plan(proxy="socks5://192.0.2.81:1080", also_direct=True)
    _, network = await seen_again(first, other)
    assert [target.vantage for target in network.probed] == [PROXY]


@pytest.mark.parametrize("plan", [Plan(), Plan(proxy=SHOWN, mode=ProbeMode.NONE)])
async def test_without_a_proxy_or_probes_there_is_nothing_to_see(plan):
    _, network = await seen_again(an_inspection(), plan)
    assert network.probed == []
