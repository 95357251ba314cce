"""Which names of an address need a handshake of their own."""

from dataclasses import replace

import pytest

from mxgui.model.line import DIRECT, PROXY
from mxgui.model.policy import FetchOutcome
from mxgui.model.records import Tlsa
from mxgui.model.security import Dnssec
from mxgui.model.smtp import Outcome, StartTls
from mxgui.routing.handshakes import MOST_HANDSHAKES, asked_name, handshakes_apart
from mxgui.routing.route import route_of
from tests.builders import a_probe, an_inspection
from tests.dane_facts import alias_answer, secured, tlsa_answer
from tests.policies import POLICY, TESTING, a_fetch, with_policy

RECORD = Tlsa(3, 1, 1, bytes(32))
ONE, TWO, SIX = "mx1.example.org", "mx2.example.org", "mx6.example.org"
ADDRESS = "192.0.2.1"
MX = f"10 {ONE}, 20 {TWO}"


def sharing(*answers, mx=MX, probe=None, states=None, policy=None):
    names = [part.split()[1] for part in mx.split(",")]
    known = an_inspection(
        mx=mx,
        hosts=dict.fromkeys(names, ADDRESS),
        probes={ADDRESS: probe} if probe is not None else {},
        answers=answers,
    )
    return secured(known if policy is None else with_policy(known, policy), states)


def apart(known, vantage=DIRECT):
    """The names with a handshake to come, and what each asks for."""
    listed = list(handshakes_apart(known, route_of(known), vantage))
    return [(target.host, target.sni) for targets in listed for target in targets]


def test_names_with_nothing_to_judge_share_one_handshake():
    assert apart(sharing()) == []
    assert apart(sharing(tlsa_answer(TWO, ()))) == []


def test_a_name_with_tlsa_has_its_own():
    known = sharing(tlsa_answer(TWO, [RECORD]))
    assert apart(known) == [(TWO, "")]
    [[target]] = handshakes_apart(known, route_of(known), DIRECT)
    assert (target.own, target.address, target.vantage) == (True, ADDRESS, DIRECT)


def test_tlsa_that_does_not_count_decides_nothing():
    owner = f"_25._tcp.{TWO} TLSA"
    for state in (Dnssec.INSECURE, Dnssec.UNKNOWN, Dnssec.BOGUS):
        assert apart(sharing(tlsa_answer(TWO, [RECORD]), states={owner: state})) == []


def test_the_name_that_was_asked_for_already_needs_no_other():
    assert apart(sharing(tlsa_answer(ONE, [RECORD]))) == []


@pytest.mark.parametrize("policy", [POLICY, TESTING])
def test_under_a_policy_every_name_is_judged(policy):
    assert apart(sharing(policy=policy)) == [(TWO, "")]


@pytest.mark.parametrize(
    "policy",
    [
        POLICY.replace("enforce", "none"),
        POLICY.replace("version: STSv1", "version: STSv2"),
        a_fetch(outcome=FetchOutcome.STATUS),
    ],
)
def test_a_policy_that_asks_nothing_of_a_certificate_decides_nothing(policy):
    assert apart(sharing(policy=policy)) == []


def test_an_alias_with_tlsa_where_it_leads_is_asked_for_by_that_name():
    far = "far.example.net"
    known = sharing(
        alias_answer(ONE, "A", ADDRESS, far), tlsa_answer(far, [RECORD]), mx=f"10 {ONE}"
    )
    [host] = route_of(known).hosts
    assert asked_name(known, host) == far
    assert apart(known) == [(ONE, far)]


def test_at_one_address_there_are_three_at_most():
    mx = ", ".join(f"10 mx{n}.example.org" for n in range(1, 7))
    assert len(apart(sharing(policy=POLICY, mx=mx))) == MOST_HANDSHAKES - 1


@pytest.mark.parametrize(
    "probe",
    [
        a_probe(ONE, ADDRESS, Outcome.REFUSED),
        a_probe(ONE, ADDRESS, starttls=StartTls.NOT_OFFERED, tls=None),
        a_probe(ONE, ADDRESS, starttls=StartTls.REFUSED, tls=None),
    ],
)
def test_where_there_is_no_handshake_there_is_nothing_more_to_see(probe):
    assert apart(sharing(policy=POLICY, probe=probe)) == []


def test_a_handshake_that_failed_is_tried_by_the_other_name():
    failed = a_probe(ONE, ADDRESS, starttls=StartTls.FAILED, tls=None)
    assert apart(sharing(policy=POLICY, probe=failed)) == [(TWO, "")]


def test_an_earlier_result_counts_by_the_name_that_was_asked_for():
    earlier = a_probe(TWO, ADDRESS)
    earlier = replace(earlier, target=replace(earlier.target, host=ONE))
    assert apart(sharing(policy=POLICY, probe=earlier)) == [(ONE, "")]


def test_each_vantage_has_its_own():
    assert apart(sharing(policy=POLICY), PROXY) == []
