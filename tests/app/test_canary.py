"""The user's own host is asked beside those of the domain, and is none of them."""

from dataclasses import replace

import pytest

from mxgui.app.inspect_domain import inspect_domain
from mxgui.model.event import Began
from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.smtp import Outcome
from mxgui.report.report import report_of
from mxgui.routing.reach import State, state_of
from tests.builders import NOON, a_probe, an_answer, an_inspection
from tests.fakes import FakeClock, network_of

CANARY, HIS = "mail.home.example", "203.0.113.5"
PLAN = Plan(canary=CANARY)


async def run(plan=PLAN, *, answers=True, outcome=Outcome.TIMED_OUT):
    wanted = an_inspection(probes={"192.0.2.1": outcome}, plan=plan)
    network = network_of(wanted)
    told = an_answer(CANARY, "A", HIS)
    network.answers[told.question] = told
    if answers:
        network.probes[HIS] = a_probe(CANARY, HIS)
    first = Began(wanted.entry, plan, wanted.origin, NOON)
    return await inspect_domain(first, network, lambda _: None, FakeClock()), network


async def test_a_canary_that_answers_shows_that_the_port_is_open():
    found, _ = await run()
    assert state_of(found, "192.0.2.1") is State.FAILED
    found, _ = await run(answers=False)
    assert state_of(found, "192.0.2.1") is State.UNHEARD


async def test_it_is_no_host_of_the_domain():
    found, network = await run()
    assert {target.host for target in network.probed} == {CANARY, "mx1.example.org"}
    assert [probe.target.address for probe in found.probes] == ["192.0.2.1"]
    assert [probe.target.address for probe in report_of(found).probes] == ["192.0.2.1"]
    assert CANARY not in {answer.question.name for answer in found.answers}


@pytest.mark.parametrize(
    "plan",
    [
        replace(PLAN, mode=ProbeMode.NONE),
        replace(PLAN, proxy="socks5://127.0.0.1:1080"),
        replace(PLAN, canary=""),
    ],
)
async def test_where_this_line_is_not_asked_about_it_stays_in_peace(plan):
    _, network = await run(plan)
    assert CANARY not in {target.host for target in network.probed}
