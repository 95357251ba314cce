"""The decision by one probe of several: of another vantage, or of another time."""

from dataclasses import replace

from mxgui.model.event import Learned, probe_step
from mxgui.model.inspection import learn
from mxgui.model.line import PROXY
from mxgui.routing.dane import dane_of
from mxgui.routing.dane_steps import Verdict
from mxgui.routing.route import route_of
from tests.dane_cases import Published, tlsa_of
from tests.dane_facts import MX1, a_dane_inspection, certificates, encrypted
from tests.dane_shelf import NOW, shelf

GOOD = tlsa_of(Published(3, 1, 1, "leaf"))
ANCHOR = tlsa_of(Published(2, 0, 1, "root"))
LEAF = (shelf()["leaf"], shelf()["inner"])
DIRECT = (shelf()["direct"], shelf()["root"])
MISNAMED = (shelf()["misnamed"], shelf()["root"])


def decide(inspection):
    [host] = route_of(inspection).hosts
    return dane_of(inspection, host, host.addresses[0])


def test_a_chain_that_an_earlier_probe_was_shown_is_not_taken_for_that_of_the_next_one():
    known = a_dane_inspection((ANCHOR,), DIRECT, at=NOW)
    assert decide(known).verdict is Verdict.MATCH
    again = encrypted(MX1, "192.0.2.1", certificates((shelf()["leaf"], shelf()["root"])), NOW)
    newer = learn(known, Learned(probe_step(again.target), again))
    assert decide(newer).verdict is Verdict.UNKNOWN


def test_each_vantage_has_its_own_verdict():
    direct = a_dane_inspection((GOOD,), LEAF, at=NOW)
    other = encrypted(MX1, "192.0.2.1", certificates(MISNAMED), NOW)
    through = replace(other, target=replace(other.target, vantage=PROXY))
    known = learn(direct, Learned(probe_step(through.target), through))
    known = replace(known, ended=direct.ended)
    [host] = route_of(known).hosts
    seen = [dane_of(known, host, host.addresses[0], probe).verdict for _, probe in known.knocks]
    assert seen == [Verdict.MATCH, Verdict.MISMATCH]
