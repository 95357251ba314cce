"""Few addresses, the same ones twice, or too many of them."""

import pytest

from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.rules.finding import Severity
from tests.builders import an_inspection
from tests.rules.judging import findings, ids, severities, the

A, B, C = "a.example.org", "b.example.org", "c.example.org"
TWO = f"10 {A}, 20 {B}"


def two(first: str | Status, second: str | Status, mx=TWO, **facts):
    return an_inspection(mx=mx, hosts={A: first, B: second}, **facts)


def test_two_names_of_one_machine_are_a_warning_that_stands_for_all_that_follows():
    inspection = two("20.0.0.1 2a00::1", "2a00::1 20.0.0.1")
    assert severities(inspection, "MX-DUP-ADDR") == {A: Severity.WARNING}
    follows = {"MX-SINGLE-ADDR", "MX-SINGLE-PREFIX", "ROUTE-LADDER", "ROUTE-OVERLOAD-FALLBACK"}
    assert not follows & set(ids(inspection))


@pytest.mark.parametrize("second", ["20.0.0.1 20.0.1.1", "20.0.1.1", Status.SERVFAIL])
def test_one_address_of_its_own_makes_a_difference(second):
    assert not findings(two("20.0.0.1", second), "MX-DUP-ADDR")


def test_one_address_in_all_is_a_notice():
    inspection = an_inspection(mx="", hosts={"example.org": "20.0.0.1"})
    assert severities(inspection, "MX-SINGLE-ADDR") == {"example.org": Severity.NOTICE}


def test_one_host_with_one_address_is_told_as_one_host():
    inspection = an_inspection(mx=f"10 {A}", hosts={A: "20.0.0.1"})
    assert "MX-SINGLE-HOST" in ids(inspection)
    assert "MX-SINGLE-ADDR" not in ids(inspection)


@pytest.mark.parametrize("gone", ["", Status.SERVFAIL, Status.NXDOMAIN])
def test_what_is_lost_by_another_fault_is_not_told_twice(gone):
    assert not findings(two("20.0.0.1", gone), "MX-SINGLE-ADDR")


def test_one_network_is_a_notice():
    assert the(two("20.0.0.1", "20.0.0.9"), "MX-SINGLE-PREFIX").severity is Severity.NOTICE
    assert not findings(two("20.0.0.1", "20.0.1.1"), "MX-SINGLE-PREFIX")
    assert not findings(two("20.0.0.1", "2a00::1"), "MX-SINGLE-PREFIX")


def test_more_addresses_than_some_senders_try_are_a_notice():
    many = " ".join(f"20.0.{n}.1" for n in range(5))
    assert not findings(two(many, "20.0.9.1"), "MX-TOO-MANY-ADDR")
    finding = the(two(f"{many} 20.0.8.1", "", mx=f"10 {A}"), "MX-TOO-MANY-ADDR")
    assert finding.severity is Severity.NOTICE
    assert "Preference 10 has 6 addresses" in str(finding.text)


def test_while_no_host_takes_mail_all_of_it_is_moot():
    probes = dict.fromkeys(("20.0.0.1", "20.0.0.9"), Outcome.REFUSED)
    assert ids(two("20.0.0.1", "20.0.0.9", probes=probes)) == ["SMTP-ALL-DOWN"]
