"""What several rules need of an inspection."""

from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.routing.reach import State
from mxgui.routing.route import route_of
from mxgui.rules.case import Case
from tests.builders import a_failed_answer, a_probe, an_answer, an_inspection
from tests.rules.judging import HOSTS, TIERS, connecting, so_far

A = an_answer("mx1.example.org", "A", "20.0.0.1")
AAAA = an_answer("mx1.example.org", "AAAA")
MX = an_answer(records="10 mx1.example.org")
PROBE = a_probe("mx1.example.org", "20.0.0.1")


def case_of(inspection) -> Case:
    return Case(inspection, route_of(inspection))


def test_hosts_are_named_once_at_their_best_place_and_a_null_mx_is_none():
    case = case_of(an_inspection(mx="0 ., 20 a.example.org, 10 b.example.org, 30 b.example.org"))
    assert [(host.name, host.preference) for host in case.hosts] == [
        ("b.example.org", 10),
        ("a.example.org", 20),
    ]


def test_the_best_tier_is_the_first_that_names_a_host():
    best = case_of(an_inspection(mx="0 ., 20 a.example.org")).best_tier
    assert best is not None
    assert best.preference == 20
    assert case_of(an_inspection(mx="0 .")).best_tier is None


def test_every_address_of_the_route_has_a_state():
    case = case_of(an_inspection(mx=TIERS, hosts=HOSTS, probes={"20.0.0.1": Outcome.REFUSED}))
    assert case.states == {
        "20.0.0.1": State.FAILED,
        "2a00::1": State.OK,
        "20.0.1.1": State.OK,
        "20.0.2.1": State.OK,
    }


def test_a_running_inspection_is_open_until_its_lookups_and_probes_are_done():
    for facts in (
        (),
        (MX,),
        (MX, A),
        (MX, A, AAAA),
        (MX, A, AAAA, connecting(PROBE)),
        (MX, A, PROBE),
    ):
        assert case_of(so_far(*facts)).is_open
    assert not case_of(so_far(MX, A, AAAA, PROBE)).is_open


def test_a_lookup_that_failed_is_done():
    failed = a_failed_answer("mx1.example.org", "AAAA", Status.SERVFAIL)
    assert not case_of(so_far(MX, A, failed, PROBE)).is_open


def test_a_route_that_dns_did_not_tell_is_closed():
    assert not case_of(so_far(a_failed_answer(status=Status.SERVFAIL))).is_open
    assert not case_of(so_far(a_failed_answer(status=Status.NXDOMAIN))).is_open


def test_an_address_literal_waits_for_its_probe_only():
    assert case_of(so_far(domain="[20.0.0.1]")).is_open
    probe = a_probe("[20.0.0.1]", "20.0.0.1")
    assert not case_of(so_far(probe, domain="[20.0.0.1]")).is_open


def test_what_has_ended_is_not_open_however_little_is_known():
    assert not case_of(an_inspection(probes={"192.0.2.1": None})).is_open
