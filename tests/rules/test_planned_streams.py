"""Along planned records too, no finding that matters appears on the way and is gone at the end."""

import pytest

from mxgui.app.inspect_domain import inspect_domain
from mxgui.model.event import Event
from mxgui.model.plan import Plan
from mxgui.model.smtp import Outcome
from tests.builders import a_probe, an_answer, began
from tests.fakes import FakeClock, FakeNetwork
from tests.planned import mx_records
from tests.rules.test_streams import DOMAIN, SHAPES, check_every_prefix


@pytest.mark.parametrize("shape", SHAPES)
async def test_what_matters_stays_in_the_streams_of_a_planned_route(shape):
    mx, outcomes = SHAPES[shape]
    hosts = {"a.example.org": "20.0.0.1", "b.example.org": "20.0.0.2", DOMAIN: "20.0.0.9"}
    answers = [an_answer(DOMAIN, "MX", "10 c.example.org")]
    answers += [an_answer(name, "A", address) for name, address in hosts.items()]
    probes = [
        a_probe(name, address, outcomes.get(address, Outcome.GREETED))
        for name, address in hosts.items()
    ]
    events: list[Event] = []
    network = FakeNetwork(answers, probes)
    await inspect_domain(
        began(DOMAIN, Plan(mx=mx_records(mx))), network, events.append, FakeClock()
    )
    check_every_prefix(events)
