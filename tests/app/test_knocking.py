"""One knock, and what keeps it from being made; the order of knocks is tested with `probing`."""

from typing import Any

import pytest

from mxgui.app.knocking import knock, leave_out
from mxgui.app.work import Work
from mxgui.model.event import Asked, ChainStep, Learned, ProbeStep
from mxgui.model.line import DIRECT, PROXY
from mxgui.model.plan import Family, Plan
from mxgui.model.smtp import Outcome, Reason, Target
from tests.builders import a_probe, began
from tests.fakes import FakeClock, FakeNetwork


def at_work(plan=None):
    told: list[Any] = []
    network = FakeNetwork(probes=[a_probe()])
    return Work.begun(began(plan=plan or Plan()), network, told.append, FakeClock()), told


async def test_a_knock_is_told_from_asking_to_its_end():
    work, told = at_work()
    probe = await knock(work, Target("mx1.example.org", "192.0.2.1"))
    assert probe.delivers
    assert isinstance(told[1], Asked)
    assert Learned(ProbeStep("192.0.2.1", 25), probe) in told
    assert told[-1].step == ChainStep("192.0.2.1", 25)


async def test_each_vantage_and_each_own_handshake_has_its_step():
    work, _ = at_work()
    await knock(work, Target("mx1.example.org", "192.0.2.1", vantage=PROXY))
    await knock(work, Target("mx2.example.org", "192.0.2.1", own=True))
    through = ("192.0.2.1", 25, PROXY)
    own = ("192.0.2.1", 25, DIRECT, "mx2.example.org")
    expected = [ProbeStep(*through), ChainStep(*through), ProbeStep(*own), ChainStep(*own)]
    assert list(work.known.facts) == expected


@pytest.mark.parametrize(
    ("address", "plan", "reason"),
    [
        ("10.0.0.1", Plan(), Reason.PRIVATE_ADDRESS),
        ("2001:db8::1", Plan(family=Family.ONLY_4), Reason.FAMILY_OFF),
    ],
)
async def test_what_is_in_the_way_is_told_instead(address, plan, reason):
    work, _ = at_work(plan)
    probe = await knock(work, Target("mx1.example.org", address))
    assert (probe.outcome, probe.reason) == (Outcome.NOT_TRIED, reason)
    assert work.network.probed == []


def test_an_address_is_left_out_with_its_reason():
    work, told = at_work()
    probe = leave_out(work, Target("mx1.example.org", "192.0.2.1"), Reason.TOO_MANY)
    assert told[-1] == Learned(ProbeStep("192.0.2.1", 25), probe)
