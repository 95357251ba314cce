"""Which hosts and addresses senders use that honour a policy."""

import pytest

from mxgui.model.smtp import StoppedBy
from mxgui.routing.route import route_of
from mxgui.routing.sts import ProbeSts, sts_of
from mxgui.rules.case import Case
from mxgui.rules.sts_class import candidates, enforcing_senders, sts_at
from tests.builders import an_inspection
from tests.policies import POLICY, a_protected
from tests.rules import faults

HOST, ADDRESS = "mx1.example.org", "20.0.0.1"


def asked(inspection):
    """What such senders take: the first host, and its first address."""
    case = Case(inspection, route_of(inspection))
    senders = enforcing_senders(case)
    host = case.hosts[0]
    return senders.takes_host(host), senders.takes_address(host, host.addresses[0])


@pytest.mark.parametrize(
    ("inspection", "wanted"),
    [
        (a_protected(), (True, True)),
        (a_protected(untrusted=[ADDRESS]), (True, False)),
        (a_protected(POLICY.replace("*.", "mx9.")), (False, False)),
        (a_protected(probes={ADDRESS: None}), (True, None)),
        (a_protected(None), (None, None)),
    ],
)
def test_they_take_what_passes_and_what_is_not_known_stays_open(inspection, wanted):
    assert asked(inspection) == wanted


def test_a_handshake_that_hangs_is_not_known_to_fail():
    hanging = faults.breaking_handshake(HOST, ADDRESS, StoppedBy.TIMEOUT)
    known = a_protected(probes={ADDRESS: hanging})
    case = Case(known, route_of(known))
    host = case.hosts[0]
    assert sts_at(case, sts_of(known), host, host.addresses[0]) is ProbeSts.NOT_TESTED


@pytest.mark.parametrize(
    ("inspection", "names"),
    [
        (an_inspection(mx="10 a.example.org, 20 localhost, 30 ."), ["a.example.org"]),
        (an_inspection(mx="0 ."), []),
        (an_inspection(mx="", hosts={"example.org": "20.0.0.1"}), ["example.org"]),
        (an_inspection(mx="", hosts={"example.org": ""}), []),
    ],
)
def test_candidates_are_the_exchanges_that_a_sender_comes_to(inspection, names):
    assert [host.name for host in candidates(Case(inspection, route_of(inspection)))] == names
