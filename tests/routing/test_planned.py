"""Planned records take the place of the published ones, of which nothing is held for or against."""

from dataclasses import replace

from mxgui.model.event import Learned, SecureStep
from mxgui.model.inspection import learn
from mxgui.model.plan import Plan
from mxgui.model.records import Alias, Mx, Status
from mxgui.model.security import Dnssec, Security
from mxgui.routing.dane import reference_names
from mxgui.routing.insisting import losses_of
from mxgui.routing.planned import (
    as_published,
    is_planned,
    mx_of,
    mx_security,
    published_mx,
    zone_today,
)
from mxgui.routing.protection_notes import protection_notes
from mxgui.routing.route import Kind, Special, route_of
from mxgui.routing.verdict import Verdict, verdict_of
from tests.builders import a_question, an_answer, an_inspection
from tests.planned import a_planned

BOTH = a_planned("10 new.example.net, 20 mx1.example.org")


def in_state(known, state):
    """The same, with the published answer in a state of DNSSEC."""
    return learn(known, Learned(SecureStep(a_question()), Security(a_question(), state)))


def test_the_route_follows_the_planned_records_and_the_published_ones_stay_a_fact():
    route = route_of(BOTH)
    assert route.planned
    assert [(host.preference, host.name) for host in route.hosts] == [
        (10, "new.example.net"),
        (20, "mx1.example.org"),
    ]
    assert all(host.addresses and host.ttl is None for host in route.hosts)
    assert published_mx(BOTH).mx == (Mx(10, "mx1.example.org"),)


def test_without_the_plan_the_same_facts_give_the_published_route():
    known = as_published(BOTH)
    assert not is_planned(known)
    assert [host.name for host in route_of(known).hosts] == ["mx1.example.org"]
    assert as_published(known) is known
    assert not route_of(known).planned


def test_it_does_not_matter_what_became_of_the_published_answer():
    for status in (Status.NXDOMAIN, Status.SERVFAIL, Status.TIMEOUT, Status.NOT_ASKED):
        known = a_planned("10 new.example.net", status)
        assert route_of(known).kind is Kind.MX
        assert verdict_of(known, route_of(known)) is Verdict.FLOWS


def test_a_null_mx_can_be_planned():
    known = a_planned("0 .")
    assert route_of(known).kind is Kind.NULL
    assert verdict_of(known, route_of(known)) is Verdict.TAKES_NO_MAIL


def test_a_set_holds_a_record_once_and_a_host_at_several_preferences():
    route = route_of(a_planned("10 a.example, 10 a.example, 20 a.example"))
    assert [(host.preference, host.special) for host in route.hosts] == [
        (10, None),
        (20, Special.DUPLICATE),
    ]


def test_an_address_literal_has_no_records_to_plan():
    known = an_inspection("[192.0.2.1]", plan=Plan(mx=(Mx(10, "mx.example.org"),)))
    assert not is_planned(known)
    assert route_of(known).kind is Kind.IMPLICIT
    assert not route_of(known).planned


def test_whatever_the_published_answer_is_worth_the_planned_one_has_no_state_of_its_own():
    for state in Dnssec:
        known = in_state(BOTH, state)
        assert mx_security(known).state is Dnssec.UNKNOWN
        assert mx_security(as_published(known)).state is state
        assert not list(protection_notes(known))
        assert not losses_of(known, route_of(known))
        assert mx_of(known).ttl is None


def test_names_of_the_domain_are_perhaps_among_those_that_an_anchor_may_vouch_for():
    known = in_state(BOTH, Dnssec.SECURE)
    host = route_of(known).hosts[0]
    assert reference_names(known, host, host.name) == ((host.name,), ("example.org",))


def test_the_zone_of_today_is_told_as_far_as_the_published_answer_tells():
    assert zone_today(in_state(BOTH, Dnssec.INSECURE)) is Dnssec.INSECURE
    alias = (Alias("example.org", "example.net", 300),)
    aliased = replace(an_answer(records="10 mx1.example.org"), aliases=alias)
    known = a_planned("10 new.example.net", aliased)
    assert zone_today(in_state(known, Dnssec.INSECURE)) is Dnssec.UNKNOWN
    assert zone_today(in_state(known, Dnssec.SECURE)) is Dnssec.SECURE


def test_planned_records_of_a_domain_that_is_an_alias_begin_at_the_domain():
    alias = (Alias("example.org", "example.net", 300),)
    known = a_planned("10 new.example.net", replace(an_answer(), aliases=alias))
    assert route_of(known).answer.canonical == "example.org"
