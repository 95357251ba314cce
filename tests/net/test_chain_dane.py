"""Every case of DANE with the check of the chain that a real probe has, not one of the tests."""

from dataclasses import replace

import pytest

from mxgui.model.certificate import Tls
from mxgui.model.event import ChainStep, Learned
from mxgui.model.inspection import learn
from mxgui.net.chain import chain_of
from mxgui.net.roots import Roots
from mxgui.routing.dane import dane_of
from mxgui.routing.route import route_of
from tests.dane_cases import CASES
from tests.dane_facts import MX1, a_dane_inspection, certificates
from tests.dane_shelf import NOW

NO_ROOTS = Roots(system=False)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_checked_of_a_chain_gives_the_same_verdict(case):
    tls = Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384", MX1, chain=certificates(case.chain))
    checked = chain_of(tls, NOW, NO_ROOTS, case.tlsa)
    known = a_dane_inspection(case.tlsa, case.chain, at=NOW)
    step = ChainStep("192.0.2.1", known.plan.port)
    told = replace(learn(known, Learned(step, checked)), ended=known.ended)
    [host] = route_of(told).hosts
    dane = dane_of(told, host, host.addresses[0])
    assert (dane.verdict, tuple(one.result for one in dane.records)) == (case.verdict, case.results)
