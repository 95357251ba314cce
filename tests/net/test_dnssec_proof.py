"""What an absence comes to."""

import pytest

from mxgui.model.security import Dnssec, Why
from mxgui.net.dnssec_proof import NO_PROOF, Proof


@pytest.mark.parametrize(
    ("why", "state"),
    [
        (Why.NODATA, Dnssec.SECURE),
        (Why.NXDOMAIN, Dnssec.SECURE),
        (Why.WILDCARD, Dnssec.SECURE),
        (Why.OPT_OUT, Dnssec.INSECURE),
        (Why.ITERATIONS, Dnssec.INSECURE),
        (Why.TOO_MUCH, Dnssec.INDETERMINATE),
        (Why.EXPIRED, Dnssec.BOGUS),
    ],
)
def test_a_reason_has_its_state(why, state):
    assert Proof(why).state is state


def test_no_proof_is_bogus():
    assert NO_PROOF.state is Dnssec.BOGUS
