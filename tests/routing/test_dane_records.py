"""Each TLSA record against the chain that a server shows."""

import pytest

from mxgui.routing.dane import dane_of
from mxgui.routing.route import route_of
from tests.dane_cases import CASES
from tests.dane_facts import a_dane_inspection
from tests.dane_shelf import NOW


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_verdict_and_what_comes_of_each_record(case):
    inspection = a_dane_inspection(case.tlsa, case.chain, at=NOW)
    [host] = route_of(inspection).hosts
    dane = dane_of(inspection, host, host.addresses[0])
    assert [one.result for one in dane.records] == list(case.results)
    assert dane.verdict is case.verdict
