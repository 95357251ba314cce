"""A folded tier tells in one line what is in it."""

from typing import Any

import pytest

from mxgui.model.plan import Origin
from mxgui.model.smtp import Outcome, Reason
from mxgui.routing.diagram import diagram_of
from mxgui.routing.route import route_of
from mxgui.routing.shapes import Folded, Tone
from tests.builders import an_inspection

DEMO = Origin("0.1.0", "demo", demo=True)  # elsewhere addresses of documents are a flaw
MX = "10 a.example, 10 b.example"
HOSTS = {"a.example": "192.0.2.1 192.0.2.2", "b.example": "192.0.2.3"}


def told(**facts: Any) -> Folded:
    inspection = an_inspection(**{"mx": MX, "hosts": HOSTS, "origin": DEMO, **facts})
    lane = diagram_of(inspection, route_of(inspection), folded={"tier 10"}).lanes[0]
    assert lane.folded is not None
    return lane.folded


def test_hosts_addresses_and_states_are_counted():
    folded = told()
    assert str(folded.words) == "2 hosts, 3 addresses: 3 answer"
    assert folded.tone is Tone.OK
    assert folded.hosts == (("host 0", "a.example"), ("host 1", "b.example"))


@pytest.mark.parametrize(
    ("probes", "ended", "counts", "tone"),
    [
        ({"192.0.2.1": Outcome.REFUSED}, "", "2 answer and 1 fails", Tone.WARN),
        ({"192.0.2.3": Outcome.REFUSED}, "", "2 answer and 1 fails", Tone.FAIL),
        ({"192.0.2.1": Outcome.DEFERRED}, "", "2 answer and 1 not now", Tone.WARN),
        ({"192.0.2.3": Outcome.SILENT}, "", "2 answer and 1 not heard", Tone.IDLE),
        ({"192.0.2.3": Reason.NO_IPV4_HERE}, "", "2 answer and 1 not tried", Tone.IDLE),
        ({"192.0.2.3": None}, None, "2 answer and 1 to come", Tone.IDLE),
    ],
)
def test_the_tone_is_that_of_the_worst(probes, ended, counts, tone):
    facts = {} if ended == "" else {"ended": ended}
    folded = told(probes=probes, **facts)
    assert str(folded.words) == f"2 hosts, 3 addresses: {counts}"
    assert folded.tone is tone


def test_a_shared_address_counts_once():
    folded = told(hosts={"a.example": "192.0.2.1", "b.example": "192.0.2.1"})
    assert str(folded.words) == "2 hosts, 1 address: 1 answers"


def test_hosts_without_addresses_say_so():
    folded = told(hosts={"a.example": "", "b.example": ""})
    assert str(folded.words) == "2 hosts, no address"
    assert folded.tone is Tone.FAIL
