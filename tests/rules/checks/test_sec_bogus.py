"""Answers that DNSSEC says are not genuine."""

import pytest

from mxgui.model.records import Status
from mxgui.rules.finding import Severity
from tests.builders import a_failed_answer, an_answer, an_inspection
from tests.rules.judging import HOSTS, TIERS, findings, ids, severities, so_far, the
from tests.securities import a_security, bogus, insecure, secured

A, B, C = "a.example.org", "b.example.org", "c.example.org"


def test_a_bogus_mx_answer_stops_all_who_validate():
    finding = the(secured(an_inspection(), bogus()), "SEC-BOGUS-MX")
    assert (finding.severity, finding.subject) == (Severity.CRITICAL, "example.org")
    assert str(finding.text) == (
        "The MX answer for example.org does not pass DNSSEC: example.org MX: the signature expired "
        "on 2026-11-23 12:00:00 UTC"
    )


@pytest.mark.parametrize("make", [a_security, insecure])
def test_any_other_state_is_no_such_finding(make):
    assert not findings(secured(an_inspection(), make()), "SEC-BOGUS-MX")
    assert not findings(an_inspection(), "SEC-BOGUS-MX")


def test_it_stands_for_the_failure_of_a_resolver_that_validates():
    known = secured(an_inspection(mx=Status.SERVFAIL), bogus())
    assert "MX-SERVFAIL" not in ids(known)
    assert the(known, "SEC-BOGUS-MX").includes == ("MX-SERVFAIL",)


def test_it_stands_for_the_policies_that_fail_in_the_same_zone():
    names = ("_mta-sts.example.org", "_smtp._tls.example.org")
    failed = [a_failed_answer(name, "TXT", Status.BAD_ANSWER) for name in names]
    whole = an_inspection(mx=Status.SERVFAIL, answers=failed)
    assert {"STS-LOOKUP-FAILED", "RPT-LOOKUP-FAILED"} <= set(ids(secured(whole, bogus())))
    known = secured(whole, bogus(), *(bogus(name, "TXT") for name in names))
    assert not {"STS-LOOKUP-FAILED", "RPT-LOOKUP-FAILED"} & set(ids(known))


@pytest.mark.parametrize(
    ("bogus_hosts", "expected"),
    [
        ((A,), {A: Severity.WARNING}),
        ((C,), {C: Severity.WARNING}),
        ((A, B), {A: Severity.ERROR, B: Severity.ERROR}),
        ((A, B, C), dict.fromkeys((A, B, C), Severity.CRITICAL)),
    ],
)
def test_bogus_addresses_weigh_what_is_left_to_those_who_validate(bogus_hosts, expected):
    answers = [bogus(host, kind) for host in bogus_hosts for kind in ("A", "AAAA")]
    known = secured(an_inspection(mx=TIERS, hosts=HOSTS), *answers)
    assert severities(known, "SEC-BOGUS-ADDR") == expected


def test_a_host_with_one_good_family_is_not_lost():
    known = secured(an_inspection(mx=f"10 {B}", hosts={B: "20.0.1.1 2a00::1"}), bogus(B, "AAAA"))
    finding = the(known, "SEC-BOGUS-ADDR")
    assert finding.severity is Severity.WARNING
    assert "(AAAA)" in str(finding.text)


def test_addresses_that_a_validating_resolver_holds_back_are_one_finding():
    answers = [a_failed_answer(A, kind) for kind in ("A", "AAAA")]
    whole = an_inspection(mx=f"10 {A}, 20 {C}", hosts={C: HOSTS[C]}, answers=answers)
    known = secured(whole, bogus(A, "A"), bogus(A, "AAAA"))
    assert "MX-TARGET-SERVFAIL" not in ids(known)
    assert the(known, "SEC-BOGUS-ADDR").severity is Severity.ERROR


def test_while_others_are_not_validated_yet_they_count_as_good():
    mx = an_answer(records=f"10 {A}, 20 {C}")
    answers = an_answer(A, "A", HOSTS[A]), an_answer(A, "AAAA")
    finding = the(so_far(mx, *answers, bogus(A, "A")), "SEC-BOGUS-ADDR")
    assert (finding.severity, finding.provisional) == (Severity.ERROR, True)


def test_a_lookup_that_fails_for_another_reason_is_another_finding():
    answers = [a_failed_answer(A, "A"), a_failed_answer(A, "AAAA", Status.NXDOMAIN)]
    whole = an_inspection(mx=f"10 {A}, 20 {C}", hosts={C: HOSTS[C]}, answers=answers)
    known = secured(whole, bogus(A, "AAAA"))
    assert {"MX-TARGET-SERVFAIL", "SEC-BOGUS-ADDR"} <= set(ids(known))
