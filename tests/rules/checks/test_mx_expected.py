"""Exchanges that ought not to be there."""

import pytest

from mxgui.model.plan import Plan
from mxgui.model.records import Status
from mxgui.rules.finding import Severity
from tests.builders import a_failed_answer, an_inspection
from tests.rules.judging import findings, ids, severities, the

A, B = "a.example.org", "b.example.org"
LEFTOVER = "ms12345.msv1.invalid"


def expecting(*names: str, mx: str | Status = f"10 {A}, 20 {B}"):
    return an_inspection(mx=mx, plan=Plan(expected=names))


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ((A,), f"Exchanges that are not expected: {B}"),
        ((A, B, "c.example.org"), "Expected exchanges that are missing: c.example.org"),
        (
            (A, "c.example.org"),
            f"Exchanges that are not expected: {B}; expected ones that are missing: c.example.org",
        ),
    ],
)
def test_what_differs_from_the_list_is_a_warning(expected, words):
    finding = the(expecting(*expected), "MX-UNEXPECTED")
    assert (finding.severity, str(finding.text)) == (Severity.WARNING, words)


def test_as_expected_or_without_a_list_nothing_is_told():
    assert not findings(expecting(A, B), "MX-UNEXPECTED")
    assert not findings(expecting(), "MX-UNEXPECTED")


@pytest.mark.parametrize("mx", [Status.SERVFAIL, Status.NXDOMAIN])
def test_where_dns_told_no_records_another_finding_says_why(mx):
    assert not findings(expecting(A, mx=mx), "MX-UNEXPECTED")


def test_a_null_mx_or_none_lacks_them_all():
    assert findings(expecting(A, mx="0 ."), "MX-UNEXPECTED")
    assert findings(expecting(A, mx=""), "MX-UNEXPECTED")


def test_a_record_of_a_verification_is_a_notice_and_no_dead_host():
    inspection = an_inspection(mx=f"10 {A}, 32767 {LEFTOVER}", hosts={A: "20.0.0.1"})
    assert severities(inspection, "MX-VERIFY-LEFTOVER") == {LEFTOVER: Severity.NOTICE}
    assert not findings(inspection, "MX-TARGET-NXDOMAIN")


def test_alone_it_is_the_route_and_that_is_broken():
    inspection = an_inspection(mx=f"10 {LEFTOVER}", hosts={})
    assert ids(inspection) == ["MX-TARGET-NXDOMAIN"]
    assert the(inspection, "MX-TARGET-NXDOMAIN").severity is Severity.CRITICAL


def test_an_exchange_of_a_domain_that_nobody_holds_is_an_error_at_least():
    inspection = an_inspection(mx=f"10 {A}, 20 gone-company.net", hosts={A: "20.0.0.1"})
    assert severities(inspection, "MX-TARGET-NODOMAIN") == {"gone-company.net": Severity.ERROR}
    assert not findings(inspection, "MX-TARGET-NXDOMAIN")
    alone = an_inspection(mx="10 gone-company.net", hosts={})
    assert the(alone, "MX-TARGET-NODOMAIN").severity is Severity.CRITICAL


def test_that_the_host_is_missing_says_nothing_of_its_domain():
    mx = f"10 {A}, 20 mail.gone-company.net"
    inspection = an_inspection(mx=mx, hosts={A: "20.0.0.1"})
    assert findings(inspection, "MX-TARGET-NXDOMAIN")
    assert not findings(inspection, "MX-TARGET-NODOMAIN")
    known = a_failed_answer("gone-company.net", "NS", Status.NXDOMAIN)
    asked = an_inspection(mx=mx, hosts={A: "20.0.0.1"}, answers=(known,))
    assert findings(asked, "MX-TARGET-NODOMAIN")


def test_a_name_that_nobody_can_register_is_none():
    inspection = an_inspection(mx=f"10 {A}, 20 mail.lan", hosts={A: "20.0.0.1"})
    assert not findings(inspection, "MX-TARGET-NODOMAIN")
