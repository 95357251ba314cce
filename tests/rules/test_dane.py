"""What the rules about DANE share."""

from dataclasses import replace

from mxgui.model.smtp import Outcome
from mxgui.routing.dane_steps import Verdict
from mxgui.routing.route import route_of
from mxgui.rules.case import Case
from mxgui.rules.dane import (
    addresses_with,
    dane_hosts,
    dane_weight,
    is_dane_open,
    is_dns_open,
    places,
)
from mxgui.rules.finding import Severity
from tests.builders import an_inspection
from tests.rules.dane_worlds import GOOD, STALE, A, B, DaneHost, dane_world


def a_case(inspection):
    return Case(inspection, route_of(inspection))


def names(inspection):
    return [host.name for host in dane_hosts(a_case(inspection))]


def test_only_what_a_sender_looks_up_can_have_tlsa_records():
    mx = "0 ., 10 localhost, 10 192.0.2.1, 20 mx.example.org"
    assert names(an_inspection(mx=mx)) == ["mx.example.org"]
    assert names(an_inspection("[192.0.2.1]")) == []


def test_nothing_is_open_once_it_has_ended():
    case = a_case(an_inspection())
    [host] = case.hosts
    assert not is_dns_open(case, host)
    assert not is_dane_open(case, host)


def test_dns_is_open_until_it_is_known_what_counts():
    unknown = a_case(replace(an_inspection(), ended=None))
    assert is_dns_open(unknown, unknown.hosts[0])
    known = a_case(dane_world(mx="10 a", a=DaneHost((GOOD,)), ended=False))
    assert not is_dns_open(known, known.hosts[0])
    assert not is_dane_open(known, known.hosts[0])


def test_dane_is_open_until_every_address_was_seen_or_given_up():
    known = dane_world(mx="10 a", a=DaneHost((GOOD,)), ended=False)
    probes = {step: fact for step, fact in known.facts.items() if fact not in known.probes}
    case = a_case(replace(known, facts=probes))
    assert is_dane_open(case, case.hosts[0])
    refused = dane_world(mx="10 a", a=DaneHost((GOOD,), probe=Outcome.REFUSED), ended=False)
    case = a_case(refused)
    assert not is_dane_open(case, case.hosts[0])


def test_a_loss_is_weighed_for_senders_that_do_dane():
    both = a_case(dane_world(mx="10 a, 20 c", a=DaneHost((STALE,)), c=DaneHost((STALE,))))
    assert dane_weight(both, both.hosts[0]).severity is Severity.CRITICAL
    best = a_case(dane_world(mx="10 a, 20 c", a=DaneHost((STALE,)), c=DaneHost()))
    assert dane_weight(best, best.hosts[0]).severity is Severity.ERROR
    equal = a_case(dane_world(mx="10 a, 10 b", a=DaneHost((STALE,)), b=DaneHost()))
    assert dane_weight(equal, equal.hosts[0]).severity is Severity.WARNING


def test_addresses_are_told_by_their_verdict():
    case = a_case(dane_world(mx="10 b", b=DaneHost((GOOD,), at={"20.0.1.1": ("next",)})))
    [host] = case.hosts
    assert host.name == B != A
    failing = addresses_with(case, host, Verdict.MISMATCH)
    assert [own.address for own in failing] == ["20.0.1.1"]
    assert places(case, host, failing) == ("20.0.1.1",)
