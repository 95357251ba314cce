"""The chip of MTA-STS: there where a policy is enforced or tested, and never louder than it is."""

import pytest

from mxgui.routing.route import route_of
from mxgui.routing.shapes import Tone
from mxgui.routing.sts_marks import sts_marks
from tests.builders import an_inspection
from tests.policies import POLICY, TESTING, a_protected

TWO = {"mx1.example.org": "20.0.0.1 20.0.0.2"}


@pytest.mark.parametrize(
    ("inspection", "wanted"),
    [
        (a_protected(), ("STS", Tone.OK)),
        (a_protected(TESTING), ("STS testing", Tone.PLAIN)),
        (a_protected(probes={"20.0.0.1": None}), ("STS", Tone.IDLE)),
        (a_protected(POLICY.replace("*.", "mx9.")), ("not in STS policy", Tone.FAIL)),
        (a_protected(untrusted=["20.0.0.1"]), ("STS fails", Tone.FAIL)),
        (a_protected(hosts=TWO, untrusted=["20.0.0.1"]), ("STS fails at 1", Tone.WARN)),
        (a_protected(TESTING, untrusted=["20.0.0.1"]), ("STS fails", Tone.WARN)),
        (a_protected(POLICY.replace("enforce", "none")), None),
        (a_protected(None, None), None),
        (a_protected(""), None),
        (an_inspection(), None),
    ],
)
def test_a_host_has_the_chip_that_fits(inspection, wanted):
    marks = list(sts_marks(inspection, route_of(inspection).hosts[0]))
    assert [(str(mark.words), mark.tone) for mark in marks] == ([wanted] if wanted else [])


def test_an_exchange_that_nobody_can_use_has_none():
    known = a_protected(mx="10 localhost, 20 mx1.example.org")
    assert list(sts_marks(known, route_of(known).hosts[0])) == []
